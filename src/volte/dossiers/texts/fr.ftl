error-dossier-unreadable = Ce fichier n'est pas un dossier lisible : { $why }. Donnez l'archive (.zip) telle que vous l'avez reçue, le répertoire où vous l'avez extraite, ou dossier.json.
error-dossier-not-one = Ce fichier ne contient pas de dossier de preuve. Il faut l'archive (.zip) produite par Volte, ou le dossier.json qu'elle renferme.
error-dossier-newer = Ce dossier est en version { $version } ; ce Volte lit jusqu'à la version { $known }. Vérifiez-le avec un Volte plus récent.
error-dossier-archive-broken = L'archive ne peut pas être ouverte : { $why }. Elle a été abîmée ou modifiée ; demandez-la à nouveau.
error-dossier-archive-too-large = Une fois ouverte, l'archive dépasserait { $megabytes } mégaoctets ou { $most } fichiers : aucun de nos dossiers n'est aussi gros.
error-dossier-paper-alone = Le PDF seul ne peut pas être vérifié. Donnez l'archive (.zip) qui l'accompagne, ou dossier.json.
error-dossier-key-unreadable = Ce n'est pas une clé publique de dossier. Il faut 64 chiffres et lettres (tels que « volte dossier key » les affiche) ou un fichier PEM contenant une clé Ed25519.
error-dossier-language-unknown = Il n'y a pas de dossier en « { $language } ». Choisissez parmi : { $known }.

dossier-title = Dossier de preuve du retour { $number }
dossier-running = { $shop } · dossier de preuve { $number }
dossier-page = Page
dossier-yes = oui
dossier-no = non
dossier-who-shopper = Le client
dossier-who-system = Volte, selon les règles de la boutique
dossier-who-key = Un programme connecté
dossier-who-member = Un membre de l'équipe
dossier-who-command = La ligne de commande

dossier-proof = Ce qui le prouve
dossier-chain-holds = { $count ->
    [0] Aucune étape de ce retour n'a encore été consignée.
    [one] La seule étape de ce retour a été consignée au moment des faits.
    *[other] Les { $count } étapes de ce retour forment une chaîne continue : chacune a été consignée au moment des faits et garantit la précédente.
}
dossier-chain-broken = La chaîne des étapes de ce retour est rompue : ce qui suit n'est pas en tout point ce qui a été consigné au moment des faits.
dossier-chain-adopted = { $count ->
    [one] Une étape est plus ancienne que la chaîne ou vient d'ailleurs ; elle y a été ajoutée plus tard, à la date indiquée dans dossier.json.
    *[other] { $count } étapes sont plus anciennes que la chaîne ou viennent d'ailleurs ; elles y ont été ajoutées plus tard, à la date indiquée dans dossier.json.
}
dossier-how-to-check = Chacun peut vérifier l'archive qui accompagne ce document avec le logiciel libre Volte, sans rien nous demander : volte dossier verify FICHIER. Toute modification est désignée, jusqu'au champ ou à la photo près.
dossier-zone = Les heures sont celles du fuseau { $zone }.
dossier-erased = Les données personnelles de ce client ont été effacées. Ses écrits et ses photos n'existent plus ; ce qui s'est passé, a été décidé et payé demeure dans la chaîne.
dossier-customer-erased = effacé

dossier-chapter-timeline = Ce qui s'est passé
dossier-chapter-articles = Ce dont il s'agit
dossier-chapter-decisions = Ce qui a été décidé, et pourquoi
dossier-chapter-withdrawals = Rétractation
dossier-chapter-transport = Le chemin du retour
dossier-chapter-goods = Ce qui est revenu
dossier-chapter-money = L'argent
dossier-chapter-clocks = Délais
dossier-chapter-conversation = Les messages échangés
dossier-chapter-mails = Les e-mails envoyés au client
dossier-chapter-policy = Les conditions de retour telles que le client pouvait les lire
dossier-chapter-files = Fichiers de l'archive

dossier-fact-return = Retour
dossier-fact-order = Commande
dossier-fact-customer = Client
dossier-fact-shop = Boutique
dossier-fact-status = État
dossier-fact-value = Valeur
dossier-fact-requested = Demandé
dossier-fact-withdrawn = Rétractation déclarée
dossier-fact-settled = Réglé
dossier-fact-money = Argent
dossier-fact-made = Dossier établi
dossier-fact-digest = Empreinte (SHA-256)
dossier-fact-key = Clé publique (Ed25519)
dossier-fact-head = Fin de la chaîne
dossier-fact-placed = Commandé
dossier-fact-address = Livré à
dossier-fact-paid = Payé
dossier-fact-shipped = Expédié
dossier-fact-delivered = Remis
dossier-fact-informed = Informé du droit de rétractation
dossier-fact-sku = Référence
dossier-fact-price = Prix unitaire
dossier-fact-reason = Motif indiqué
dossier-fact-wish = Souhait
dossier-fact-verdict = Décision
dossier-fact-outcome = Issue
dossier-fact-decided = Décidé
dossier-fact-policy = Conditions
dossier-fact-published = Publiées
dossier-fact-law = État des textes de loi
dossier-fact-replay = Décidé à nouveau aujourd'hui
dossier-fact-declared = Déclarée
dossier-fact-standing = Suite donnée
dossier-fact-receipt = Accusé de réception
dossier-fact-parcel = Colis
dossier-fact-method = Moyen
dossier-fact-carrier = Transporteur
dossier-fact-label = Étiquette
dossier-fact-parcel-status = État
dossier-fact-received = Reçu
dossier-fact-location = Lieu
dossier-fact-paid-with = Rendu sur
dossier-fact-payment = Paiement
dossier-fact-refund-status = État
dossier-fact-gateway = Prestataire de paiement
dossier-fact-gateway-refund = Sa référence
dossier-fact-failure = Réponse du prestataire
dossier-fact-credit-base = Dû au client
dossier-fact-credit-bonus = Offert par la boutique
dossier-fact-issued = Émis
dossier-fact-expires = Valable jusqu'au
dossier-fact-credit-code = Code
dossier-fact-to = À

dossier-column-place = N°
dossier-column-when = Quand
dossier-column-what = Quoi
dossier-column-who = Qui
dossier-column-digest = Empreinte
dossier-column-scan = Lecture
dossier-column-look = Examen
dossier-column-findings = Constat
dossier-column-grade = État
dossier-column-disposition = Destination
dossier-column-line = Ligne
dossier-column-amount = Montant
dossier-column-debit = Débit
dossier-column-credit = Crédit
dossier-column-account = Compte
dossier-column-entry = Écriture
dossier-column-attempt = N°
dossier-column-outcome = Résultat
dossier-column-code = Réponse du prestataire
dossier-column-key = Clé transmise
dossier-column-last-day = Dernier jour
dossier-column-state = État
dossier-column-article = Au titre de
dossier-column-file = Fichier
dossier-column-bytes = Octets

dossier-timeline-lead = Chaque étape conserve l'empreinte de ce qu'elle dit et de l'étape qui la précède. En voici les premiers signes.
dossier-other-lines = { $count ->
    [one] Une autre ligne de la commande n'est pas reprise ici.
    *[other] { $count } autres lignes de la commande ne sont pas reprises ici.
}
dossier-comment = Avec les mots du client :
dossier-wear = Au contrôle, { $by } a proposé de retenir { $amount } pour usage ({ $standing }) :
dossier-wear-proposed = pas encore décidé
dossier-wear-alone = décidé au contrôle
dossier-wear-taken = décidé par la boutique
dossier-wear-declined = non retenu
dossier-photo-gone = n'est plus conservée
dossier-decision-shown = Le client a lu :
dossier-decision-because = Parce que :
dossier-decision-passed-over = Règles de la boutique examinées, sans effet ici :
dossier-policy-not-asked = non consultée, rien ne revient
dossier-policy-version = version { $number }, SHA-256 { $digest }
dossier-replay-same = même résultat, à partir des mêmes faits
dossier-replay-differs = résultat différent ; dossier.json dit en quoi
dossier-appeal-said = Le { $at }, le client a demandé qu'une personne revoie la décision : { $standing }.
dossier-appeal-open = pas encore de réponse
dossier-appeal-answered = réponse donnée
dossier-statement-erased = Le texte de cette déclaration a été supprimé en raison de son ancienneté. Son empreinte prouve toujours ce que montre celui qui a gardé l'accusé de réception.
dossier-ledger = Dans les comptes
dossier-ledger-lead = Chaque somme y figure deux fois : au débit d'un compte, au crédit d'un autre.
dossier-refund = Remboursement de { $amount }
dossier-credit = Avoir de { $amount }
dossier-paid = { $amount } : { $status }, { $at }
dossier-policy-lead = Dans la langue du client. Le texte complet tel que publié, avec la loi de chaque pays de vente, est { $file } dans l'archive.
dossier-law-shown = Ce qui y était dit de la loi de son pays
dossier-policy-said = La même chose dans la langue de ce dossier
dossier-files-lead = Chacun tel quel, avec l'empreinte inscrite au bordereau scellé.
dossier-origin-law = la loi
dossier-origin-promise = notre engagement

dossier-settled-refund = Remboursement
dossier-settled-credit = Avoir
dossier-settled-exchange = Échange
dossier-settled-replacement = Remplacement
dossier-settled-repair = Réparation
dossier-settled-price-reduction = Réduction du prix
dossier-settled-goodwill = Geste commercial
dossier-settled-outside = Rendu avant Volte

dossier-status-requested = demandé
dossier-status-approved = accepté
dossier-status-in-transit = en route
dossier-status-arrived = arrivé
dossier-status-inspected = examiné
dossier-status-settled = réglé
dossier-status-closed = clos
dossier-status-refused = non accepté
dossier-status-cancelled = annulé
dossier-status-expired = expiré
dossier-verdict-accepted = accepté
dossier-verdict-needs-evidence = une photo ou un commentaire a été demandé
dossier-verdict-needs-review = attend l'avis d'une personne
dossier-verdict-refused = non accepté
dossier-verdict-cancelled = annulé
dossier-verdict-expired = expiré
dossier-outcome-pending = en cours
dossier-outcome-refunded = remboursé
dossier-outcome-credited = avoir
dossier-outcome-exchanged = échangé
dossier-outcome-replaced = remplacé
dossier-outcome-repaired = réparé
dossier-outcome-reduced = prix réduit
dossier-outcome-refused = rien n'est rendu
dossier-outcome-cancelled = annulé
dossier-clock-who-customer = client
dossier-clock-who-shop = boutique
dossier-clock-state-waiting = n'a pas commencé
dossier-clock-state-running = en cours
dossier-clock-state-met = tenu
dossier-clock-state-used = exercé
dossier-clock-state-missed = manqué
dossier-clock-state-over = terminé

dossier-found-field-changed = { $where } : ce champ a été modifié.
dossier-found-field-missing = { $where } : ce champ a été retiré.
dossier-found-field-added = { $where } : ce champ a été ajouté.
dossier-found-part-changed = { $where } : cette partie n'est pas celle qui a été scellée.
dossier-found-file-changed = { $where } : ce fichier a été modifié.
dossier-found-file-missing = { $where } : ce fichier a été retiré.
dossier-found-file-added = { $where } : ce fichier a été ajouté.
dossier-found-written-otherwise = { $where } : quelqu'un l'a réécrit ; ce n'est pas, à l'octet près, ce qui a été scellé.
dossier-found-manifest-changed = Le sceau ne correspond pas : la liste de ce qui doit s'y trouver a été modifiée, ou quelqu'un d'autre l'a scellée.
dossier-found-not-sealed = Il ne porte pas de sceau.
dossier-found-other-key = Il a été scellé avec une autre clé que celle attendue : { $where }.
dossier-found-step-changed = Étape { $where } : cette étape, ou celle qui la précède, n'est pas ce qui a été consigné.
dossier-found-step-missing = Étape { $where } : cette étape a été retirée.
dossier-found-words-changed = Étape { $where } : ce que quelqu'un a écrit a été modifié.
dossier-found-end-differs = Le déroulement ne se termine pas où il devrait : après l'étape { $where }, des étapes ont été retirées ou ajoutées.
dossier-found-beside-changed = Étape { $where } : ce que cette étape garantit a été modifié.
dossier-found-timeline-unreadable = Le déroulement n'est pas lisible comme l'un des nôtres.

dossier-read-me =
    Dossier de preuve du retour { $number }, établi par { $shop }.

    dossier.pdf    le dossier à lire
    dossier.json   le même pour les programmes, avec la chaîne des étapes, la liste de toutes les parties et le sceau
    files/         photos, étiquettes, accusés de réception et conditions de retour, tels quels

    Pour le vérifier sans rien demander à personne, avec le logiciel libre Volte :

        volte dossier verify ARCHIVE.zip --public-key { $key }

    Prenez la clé publique chez la boutique elle-même ({ $place }), et non ici : qui modifie un dossier peut aussi modifier cette page.
