# Les écrans de l'atelier. Phrases courtes : on les lit à bout de bras.
floor-name = Atelier
floor-pile = À contrôler
floor-sound-on = Son activé
floor-sound-off = Son coupé
floor-keyboard = Taper au clavier
floor-camera = Scanner avec l’appareil photo
floor-camera-fault = L’appareil photo n’est pas disponible. Tapez le code.
floor-open = Ouvrir
floor-opening = Ouverture…
floor-back = Revenir
floor-back-start = Revenir au scan
floor-scan-next = Scannez le colis suivant
floor-nameless = Article inconnu
floor-refused = Stop

floor-age-minutes =
    { $count ->
        [0] à l’instant
        [one] une minute
       *[other] { $count } minutes
    }
floor-age-hours =
    { $count ->
        [one] une heure
       *[other] { $count } heures
    }
floor-age-days =
    { $count ->
        [one] un jour
       *[other] { $count } jours
    }

# Accueil
floor-start-title = Scannez un colis
floor-start-field = Code du colis, numéro de retour ou numéro mis de côté
floor-waiting =
    { $count ->
        [one] article à contrôler
       *[other] articles à contrôler
    }
floor-oldest = le plus ancien : { $age }
floor-nothing-waits = Rien n’attend.
floor-aside-count =
    { $count ->
        [one] article mis de côté
       *[other] articles mis de côté
    }
floor-aside-lead = Leur retour n’est pas encore connu.

# Prise de poste
floor-shift-title = Prise de poste
floor-shift-change = Changer de personne ou de poste
floor-shift-lead = Une fois par poste : qui travaille, et où.
floor-shift-field = Scannez votre badge, puis le poste
floor-shift-who = Qui travaille ?
floor-shift-where = Où ?
floor-shift-nowhere = La boutique n’a pas encore de lieu. Ajoutez-en un dans les réglages.
floor-shift-begin = Commencer
floor-shift-end = Fin de poste
floor-said-where = Choisissez où vous travaillez.
floor-said-station = Poste : { $name }
floor-said-person = Bonjour { $name }
floor-badges = Badges et panneaux des postes
floor-badges-lead = À imprimer et à découper. Un badge dit qui travaille ; il n’ouvre rien à lui seul.
floor-badges-print = Imprimer
floor-badge-code = Code de { $name }

# Un colis
floor-box-field = Scannez un article pour le compter, ou Entrée
floor-box-title =
    { $count ->
        [0] Plus rien n’est attendu
        [one] Un article dans ce colis
       *[other] { $count } articles dans ce colis
    }
floor-box-several = { $count } retours dans ce colis
floor-order = Commande { $number }
floor-of = sur { $count }
floor-line-refused = Refusé : il n’est pas attendu, mettez-le de côté.
floor-line-came =
    { $count ->
        [one] Un est déjà arrivé.
       *[other] { $count } sont déjà arrivés.
    }
floor-note-refused = Ce retour a été refusé, et le colis est venu quand même. Comptez ce qu’il contient ; le service client décidera.
floor-note-cancelled = Ce retour a été annulé, et le colis est venu quand même. Comptez ce qu’il contient ; le service client décidera.
floor-note-expired = Ce retour avait expiré, et le colis est venu quand même. Comptez ce qu’il contient ; le service client décidera.
floor-note-requested = Personne n’a encore décidé pour ce retour. Comptez ; le service client décidera.
floor-note-settled = Ce retour est déjà réglé. Comptez seulement ce qu’il y a dans le colis.
floor-receive-all = Tout y est
floor-receive = Réceptionner
floor-receive-none = Rien dans le colis
floor-receiving = Réception…
floor-else = Il y a autre chose dans le colis
floor-else-lead = Scannez-le, ou décrivez-le ici. Rien ne repart aujourd’hui.
floor-else-what = Qu’est-ce que c’est ?
floor-else-what-help = Son code, ou quelques mots : manteau brun, taille M.
floor-else-instead = Est-ce à la place d’un article ?
floor-else-extra = Non, il est en plus
floor-else-instead-of = À la place de : { $title }
floor-else-count = Combien ?
floor-else-add = Ajouter
floor-extras = Aussi dans le colis
floor-extras-alone = Dans le colis
floor-extra-drop = Enlever : { $title }
floor-with = Un autre retour est dans le même colis
floor-with-number = Son numéro
floor-with-help = Sur le bordereau : par exemple R7K2X-M4QX.
floor-with-add = Ajouter ses articles
floor-unknown = Personne ne connaît « { $code } ».
floor-unknown-lead = C’est un article de ce colis, ou le colis suivant ?
floor-unknown-inside = Un article de ce colis
floor-unknown-box = Un autre colis
floor-earlier =
    { $count ->
        [one] Déjà réceptionné : un article
       *[other] Déjà réceptionnés : { $count } articles
    }
floor-done-title = Ce colis est déjà réceptionné
floor-done-lead = Tout est arrivé, tout est contrôlé.
floor-done-waiting =
    { $count ->
        [one] Un article reste à contrôler.
       *[other] { $count } articles restent à contrôler.
    }
floor-done-look = Contrôler
floor-done-next = Colis suivant
floor-done-more = Il y a autre chose dedans
floor-blind-title = Personne n’a annoncé ce colis
floor-blind-lead = Aucun retour n’est connu pour « { $code } ». Réceptionnez-le quand même : chaque article reçoit un numéro.
floor-blind-count = Combien d’articles contient-il ?
floor-blind-what = Qu’est-ce que c’est ?
floor-blind-what-help = Un code, ou quelques mots : manteau brun, taille M.
floor-blind-receive = Réceptionner et mettre de côté
floor-said-received =
    { $count ->
        [0] Colis vide réceptionné
        [one] Un article réceptionné
       *[other] { $count } articles réceptionnés
    }
floor-said-missing =
    { $count ->
        [one] Il manque un article ; le retour l’attend.
       *[other] Il manque { $count } articles ; le retour les attend.
    }

# Mis de côté
floor-aside-title = À mettre de côté
floor-aside-do = Écrivez le numéro sur l’article, posez-le sur la pile.
floor-aside-field = Scannez le colis suivant, ou Entrée
floor-aside-go = C’est écrit
floor-loose-lead = Aucun retour n’est connu pour cet article. Il porte le numéro { $number }.
floor-loose-box = Dans le colis { $code }
floor-loose-field = Numéro de retour ou étiquette trouvés
floor-loose-find = Chercher le retour
floor-loose-none = Aucun retour n’est connu sous « { $code } ». Cherchez un autre numéro dans le colis.
floor-loose-which = Quel article de { $number } est-ce ?
floor-loose-belongs = Il appartient à ce retour
floor-loose-look = Le contrôler quand même
floor-loose-later = Le laisser de côté
floor-label-print = Imprimer le numéro
floor-label-code = Code de cet article
floor-said-belongs = Appartient à { $number }

# Un article
floor-unit-field = Rien à signaler ? Entrée, ou scannez le colis suivant
floor-unit-of = article { $at } sur { $of }
floor-customer-says = Le client dit :
floor-quote = « { $words } »
floor-match-expected = Attendu
floor-match-extra = Pas attendu dans ce retour
floor-match-wrong-item = Venu à la place d’un autre article
floor-match-unannounced = Personne ne l’a annoncé
floor-grade = Note
floor-grade-a = comme neuf
floor-grade-b = à reconditionner
floor-grade-c = usagé
floor-grade-d = invendable
floor-goes = Destination
floor-put-aside = À mettre de côté : une personne décidera
floor-confirm = Confirmer
floor-confirming = Confirmation…
floor-proposed = (proposé)
floor-elsewhere = L’envoyer ailleurs
floor-elsewhere-send = Changer la destination
floor-where = Où ?
floor-why = Pourquoi ? Un geste suffit
floor-why-smell = Il sent
floor-why-stain = Tache ou poils
floor-why-hidden = Défaut caché
floor-why-better = Mieux qu’il n’y paraît
floor-why-worse = Pire qu’il n’y paraît
floor-why-manager = Vu avec le responsable
floor-why-words = Ou avec vos mots
floor-history = Ce qui s’est passé
floor-said-surprise = Regardez : la destination change. Entrée confirme.
floor-said-unit = { $title } · { $grade }
floor-said-aside = Mis de côté : { $number }
floor-said-undone = Annulé : { $title }
floor-undo = Annuler

# Utilisé plus qu’un essai ne le demande
floor-wear-open = Usé ou abîmé ? Proposer une retenue
floor-wear-change = Modifier la retenue
floor-wear-title = Retenue pour usage
floor-wear-field = Ou scannez le colis suivant
floor-wear-most = { $amount } au plus : c’est ce qui a été payé pour l’article.
floor-wear-alone = Jusqu’à { $amount }, vous décidez ; au-delà, c’est le service client.
floor-wear-desk = Le service client décide ensuite.
floor-wear-found = Qu’avez-vous constaté ? Le client le lira
floor-wear-found-worn = Porté, avec des traces d’usage
floor-wear-found-stain = Taché
floor-wear-found-smell = Odeur de parfum, de tabac ou de transpiration
floor-wear-found-damaged = Abîmé après la livraison
floor-wear-found-incomplete = Pièce ou accessoire manquant
floor-wear-found-cleaning = À nettoyer
floor-wear-words =
    { $language ->
        [fr] Avec vos mots, en français
       *[other] Avec vos mots, en anglais
    }
floor-wear-less = Combien vaut-il de moins ?
floor-wear-share = { $percent } % · { $amount }
floor-wear-amount = Autre montant, { $currency }
floor-wear-photos = Photos
floor-wear-photos-help = Au moins une, de près. Le client les verra.
floor-wear-kept =
    { $count ->
        [one] Une photo est gardée.
       *[other] { $count } photos sont gardées.
    }
floor-wear-go = Proposer
floor-wear-sending = Envoi des photos…
floor-wear-leave = Ne rien retenir
floor-wear-unsent = Pas de réseau : rien n’est parti et rien n’est perdu. Appuyez de nouveau quand il revient.
floor-wear-proposed = Retenue de { $amount } proposée
floor-wear-taken = { $amount } retenus
floor-wear-declined = Retenue de { $amount } proposée ; le service client a tout remboursé
floor-wear-back = Finalement, ne rien retenir
floor-wear-not-stray = Aucune retenue possible : on ne sait pas encore de quel retour il s’agit.
floor-wear-not-in-kind = Aucune retenue possible : le client reçoit un article, pas d’argent.
floor-wear-not-not-as-agreed = Aucune retenue pour usage : l’article revient parce qu’il n’était pas conforme.
floor-wear-not-law = Aucune retenue pour usage : le client n’a pas été informé de son droit de rétractation, ou la loi n’en prévoit pas.
floor-wear-not-paid = Plus de retenue possible : l’article était déjà remboursé à son arrivée.
floor-wear-not-decided = La retenue est déjà décidée.
floor-said-wear = Retenue de { $amount } proposée
floor-said-wear-then = { $title } : évaluez-le maintenant.
floor-said-wear-back = Rien n’est retenu
error-wear-not-here = { $why }

# À contrôler
floor-pile-field = Entrée prend le plus ancien
floor-pile-title =
    { $count ->
        [0] Rien à contrôler
        [one] Un article à contrôler
       *[other] { $count } articles à contrôler
    }
floor-pile-empty = Rien n’attend
floor-pile-empty-more = Scannez le colis suivant.
floor-aside-list =
    { $count ->
        [0] Rien de côté
        [one] Un article mis de côté
       *[other] { $count } articles mis de côté
    }
floor-aside-none = Les articles sans retour connu apparaissent ici avec leur numéro.

# Sans réseau
floor-kept-title = Pas de réseau : gardé sur cet appareil
floor-kept-lead = Posez l’article avec ceux à vérifier, et continuez. L’envoi se fera dès le retour du réseau.
floor-queue-title = Pas encore envoyé
floor-queue-lead = Ces gestes ne sont gardés que sur cet appareil.
floor-queue-counting = Scannés sans réseau, à compter
floor-queue-send = Envoyer maintenant
floor-queue-drop = Abandonner
floor-queue-open = Ouvrir
floor-queue-scanned = Scanné, à compter
floor-queue-login = Reconnectez-vous pour les envoyer.
floor-queue-refused = Refusé. Rouvrez le colis.

error-badge-unknown = Ce badge n’est celui de personne ici.
error-disposition-needs-choice = Choisissez où il va.
error-box-received-meanwhile = Quelqu’un a réceptionné ce colis entre-temps. Regardez à nouveau.
