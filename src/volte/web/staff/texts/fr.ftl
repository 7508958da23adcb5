staff-menu = Menu
staff-menu-queue = À traiter
staff-menu-floor = Atelier
staff-menu-finance = Finances
staff-menu-insights = Analyses
staff-menu-policy = Politique de retour
staff-menu-settings = Réglages
staff-menu-portal = Voir l’espace client
staff-logout = Se déconnecter
staff-keys = Les raccourcis
staff-key-move = Parcourir la liste
staff-key-open = Ouvrir
staff-key-search = Rechercher
staff-key-all = Tous les raccourcis

# Connexion
staff-login-title = Bonjour
staff-login-lead = Connectez-vous pour suivre les retours de { $shop }.
staff-login-email = Adresse e-mail
staff-login-password = Mot de passe
staff-login-remember = Rester connecté sur cet appareil
staff-login-go = Se connecter
staff-login-busy = Connexion…
staff-login-help = Vous n’avez plus votre mot de passe ? Un propriétaire de la boutique peut vous donner un nouvel accès.
staff-login-failed = Cette adresse et ce mot de passe ne vont pas ensemble. Vérifiez l’un et l’autre.
staff-logout-title = Vous partez ?
staff-logout-lead = Ce que vous avez fait est enregistré.
staff-logout-stay = Rester
staff-code-title = Votre second code
staff-code-lead = Ouvrez votre application d’authentification et saisissez le code qu’elle affiche pour Volte. Un code de secours convient aussi.
staff-code = Code
staff-code-help = Six chiffres, ou un code de secours
staff-code-go = Continuer
staff-again-title = C’est bien vous ?
staff-again-lead = Avant de toucher à la sécurité de votre compte, confirmez votre identité.
staff-again-go = Confirmer
staff-first-title = Choisissez votre mot de passe
staff-first-lead = Vous l’utiliserez pour vous connecter à { $shop }.
staff-first-expired-title = Ce lien ne s’ouvre plus
staff-first-expired = Il a déjà servi, ou plus de trois jours ont passé. Demandez-en un nouveau à un propriétaire de la boutique.
staff-first-go = Enregistrer ce mot de passe

# Compte
staff-account = Votre compte
staff-account-done-password = Votre mot de passe a été changé.
staff-account-done-morning = Votre choix est enregistré.
staff-account-morning = Le message du matin
staff-account-morning-lead = Ce qui est en retard, dû aujourd'hui et dans la semaine, dès { $hour }, dans votre langue.
staff-account-morning-when = Quand voulez-vous le recevoir ?
staff-account-morning-every = Chaque matin, même s'il n'y a rien à faire
staff-account-morning-when-due = Les matins où il y a quelque chose à faire
staff-account-morning-never = Jamais
staff-account-morning-save = Enregistrer mon choix
staff-account-password = Mot de passe
staff-account-password-lead = Dix caractères au moins. Une courte phrase se retient mieux qu’un mot compliqué.
staff-account-password-change = Changer de mot de passe
staff-account-second = Second code à la connexion
staff-account-second-off = Désactivé : votre mot de passe suffit pour entrer.
staff-account-second-on = Activé : un code de votre téléphone est demandé après le mot de passe.
staff-account-second-set = Activer le second code
staff-account-second-unset = Désactiver
staff-account-recovery = Voir les codes de secours
staff-password-title = Changer de mot de passe
staff-password-old = Mot de passe actuel
staff-password-new = Nouveau mot de passe
staff-password-again = Le même, encore une fois
staff-password-go = Changer de mot de passe
staff-second-title = Activer le second code
staff-second-scan = Photographiez ce code avec une application d’authentification, par exemple Aegis, Google Authenticator ou 1Password.
staff-second-qr = Code QR à photographier avec l’application d’authentification
staff-second-secret = L’application ne lit pas le code ? Saisissez cette clé :
staff-second-code = Le code affiché par l’application
staff-second-go = Activer
staff-second-off-title = Désactiver le second code ?
staff-second-off-lead = Votre mot de passe suffira alors pour entrer, et vos codes de secours ne serviront plus.
staff-second-off-go = Désactiver le second code
staff-recovery-title = Vos codes de secours
staff-recovery-lead = Chacun remplace une fois le code de votre téléphone. Gardez-les ailleurs que dans votre téléphone.
staff-recovery-hidden = Ces codes ne sont plus affichés. Faites-en de nouveaux si vous les avez perdus.
staff-recovery-new = Faire de nouveaux codes
staff-recovery-new-title = Faire de nouveaux codes ?
staff-recovery-new-lead =
    { $count ->
        [0] Les nouveaux codes seront affichés à la page suivante.
        [one] Votre dernier code inutilisé cessera de fonctionner.
       *[other] Vos { $count } codes inutilisés cesseront de fonctionner.
    }
staff-back = Revenir

# Réglages
staff-settings-brand = Marque
staff-settings-reasons = Motifs de retour
staff-settings-locations = Lieux
staff-settings-packing = Conseils d’emballage
staff-settings-members = Équipe
staff-settings-keys = Clés d’API
staff-settings-save = Enregistrer
staff-settings-saved = C’est enregistré.
staff-settings-nothing = Ne rien changer
staff-in-language =
    { $code ->
        [fr] En français
        [en] En anglais
       *[other] En { $code }
    }

staff-brand-lead = Ce que vos clients voient sur leurs pages de retour et dans leurs mails.
staff-brand-name = Nom de la boutique
staff-brand-accent = Couleur d’accent
staff-brand-accent-help = Pour les boutons et les liens. Nous ajustons ce qu’il faut pour que tout reste lisible.
staff-brand-on-light = Sur fond clair
staff-brand-on-dark = Sur fond sombre
staff-brand-contrast = contraste { $ratio } : 1
staff-brand-adjusted = ajustée pour être vue
staff-brand-sample-button = Continuer
staff-brand-sample-link = Voir l’étiquette
staff-brand-logo = Logo
staff-brand-logo-help = SVG, PNG, JPEG ou WebP, 2 Mo au plus. Sans logo, le nom de la boutique le remplace.
staff-brand-logo-now = Logo actuel
staff-brand-logo-off = Ne plus montrer de logo
staff-brand-email = Adresse e-mail du service client
staff-brand-email-help = Donnée à vos clients au bas de chaque page.
staff-brand-website = Adresse du site

staff-reasons-lead = Ce que vos clients peuvent choisir, dans cet ordre. Le plus fréquent d’abord.
staff-reasons-new = Ajouter un motif
staff-reasons-name = Motif
staff-reasons-name-help = Deux ou trois mots, du point de vue de la cliente ou du client.
staff-reasons-fault = À qui cela tient
staff-reasons-fault-help = C’est ce qui décide, avec la loi, de qui paie le retour.
staff-reasons-major = Est-ce un défaut majeur ?
staff-reasons-major-help = Pour les défauts seulement. Certaines lois (en Australie) permettent au client de choisir aussitôt un remboursement si le défaut est tel que personne n’aurait acheté l’article en le connaissant.
staff-reasons-major-unsaid = Cela dépend du cas
staff-reasons-major-yes = Oui, toujours
staff-reasons-major-no = Non, jamais
staff-reasons-handle = Nom dans l’API
staff-reasons-order = Ordre
staff-reasons-up = Monter « { $name } » d’une place
staff-reasons-none = Aucun motif pour l’instant.
staff-reasons-none-more = Sans motif, vos clients renvoient sans dire pourquoi : la loi ne le leur demande pas.
staff-reasons-categories = Réservé à ces catégories
staff-reasons-categories-help = Séparées par des virgules, par exemple : Robes, Chaussures. Vide : proposé pour tout.
staff-reasons-retire = Ne plus proposer ce motif
staff-reasons-retire-lead = Les retours déjà demandés le gardent. Vous pourrez le proposer à nouveau.
staff-reasons-back = Proposer à nouveau
staff-reasons-retired =
    { $count ->
        [one] Un motif n’est plus proposé
       *[other] { $count } motifs ne sont plus proposés
    }
staff-fault-customer = Au client
staff-fault-merchant = À la boutique
staff-fault-carrier = Au transporteur
staff-fault-detail-customer = La taille, la couleur, un changement d’avis.
staff-fault-detail-merchant = Un défaut, une erreur d’envoi, une description inexacte.
staff-fault-detail-carrier = Un colis abîmé ou arrivé trop tard.

staff-locations-lead = Où les colis arrivent, et où vos clients peuvent rapporter leurs articles.
staff-locations-new = Ajouter un lieu
staff-locations-name = Nom
staff-locations-kind = Ce qu’on y fait
staff-location-warehouse = Entrepôt
staff-location-store = Magasin
staff-location-detail-warehouse = Les colis de retour y arrivent et y sont contrôlés.
staff-location-detail-store = Vos clients y rapportent leurs articles au comptoir.
staff-locations-line1 = Rue et numéro
staff-locations-postcode = Code postal
staff-locations-city = Ville
staff-locations-country = Pays
staff-locations-country-help = Deux lettres, par exemple FR ou BE.
staff-locations-hours =
    { $code ->
        [fr] Horaires, en français
        [en] Horaires, en anglais
       *[other] Horaires ({ $code })
    }
staff-locations-hours-help = Tels qu’ils seront lus, par exemple : du mardi au samedi, de 10 h à 19 h.
staff-locations-receiving = Les colis arrivent ici
staff-locations-receive-here = Recevoir les colis ici
staff-locations-none = Aucun lieu pour l’instant.
staff-locations-none-more = Il en faut un pour imprimer des étiquettes : c’est l’adresse du retour.

staff-packing-lead = Donnés avec l’étiquette, sur la page et dans le mail. Quelques phrases suffisent.

staff-members-lead = Qui peut entrer, et ce que chacun peut faire.
staff-members-badges = Badges de l’entrepôt
staff-members-badges-lead = Un badge par personne, un panneau par poste : on les scanne pour commencer.
staff-members-name = Nom
staff-members-role = Rôle
staff-members-role-of = Rôle de { $name }
staff-members-invite = Inviter quelqu’un
staff-members-invite-go = Inviter
staff-members-remove = Retirer
staff-members-remove-title = Retirer { $name } de l’équipe ?
staff-members-remove-lead = Cette personne ne pourra plus entrer. Ce qu’elle a fait garde son nom.
staff-members-left = C’est fait : l’accès est fermé.
staff-members-joined = { $name } fait partie de l’équipe et se connecte avec son mot de passe habituel.
staff-members-link-title = Donnez ce lien à la personne invitée
staff-members-link-lead = Elle y choisit son mot de passe. Il s’ouvre une fois, pendant trois jours, et ne sera plus affiché.
staff-role-owner = Propriétaire
staff-role-manager = Responsable
staff-role-agent = Service client
staff-role-picker = Atelier
staff-role-finance = Comptabilité
staff-role-detail-owner = Peut tout, y compris inviter et créer des clés.
staff-role-detail-manager = Peut tout, sauf l’équipe et les clés.
staff-role-detail-agent = Suit les retours, décide, répond, rembourse.
staff-role-detail-picker = Reçoit les colis et contrôle les articles.
staff-role-detail-finance = Voit l’argent, rembourse, émet des avoirs.

staff-keys-lead = Pour que vos autres logiciels parlent à Volte. Une clé par logiciel : vous pourrez en retirer une sans gêner les autres.
staff-keys-none = Aucune clé pour l’instant.
staff-keys-new = Nouvelle clé
staff-keys-name = Pour quel logiciel ?
staff-keys-name-help = Par exemple : caisse du magasin, site marchand.
staff-keys-permissions = Ce qu’elle permet
staff-keys-make = Créer la clé
staff-keys-shown-title = Copiez cette clé maintenant
staff-keys-shown-lead = Elle n’est affichée que cette fois. Si vous la perdez, retirez-la et créez-en une autre.
staff-keys-revoke = Retirer la clé
staff-keys-revoke-title = Retirer la clé « { $name } » ?
staff-keys-revoke-lead = Le logiciel qui s’en sert sera refusé aussitôt. Cela ne se défait pas.
staff-keys-revoked = La clé n’ouvre plus rien.
staff-permission-returns-read = Lire les retours
staff-permission-returns-request = Demander des retours
staff-permission-returns-approve = Accepter des retours
staff-permission-returns-refuse = Refuser des retours
staff-permission-returns-cancel = Annuler des retours
staff-permission-returns-goodwill = Accorder des gestes commerciaux
staff-permission-returns-message = Écrire aux clients
staff-permission-orders-read = Lire les commandes
staff-permission-orders-write = Enregistrer des commandes
staff-permission-products-write = Enregistrer des articles
staff-permission-stock-write = Tenir le stock à jour
staff-permission-parcels-scan = Enregistrer le trajet des colis
staff-permission-warehouse-receive = Recevoir des colis
staff-permission-warehouse-inspect = Contrôler des articles
staff-permission-money-read = Lire les remboursements
staff-permission-money-refund = Rembourser
staff-permission-money-credit = Émettre des avoirs
staff-permission-money-books = Corriger et clôturer les comptes
staff-permission-events-read = Lire le fil des événements
staff-permission-webhooks-read = Voir les webhooks et ce qui a été envoyé
staff-permission-webhooks-write = Gérer les webhooks
staff-permission-insights-read = Consulter les analyses
staff-permission-policy-read = Lire les règles
staff-permission-policy-write = Changer les règles
staff-permission-settings-read = Lire les réglages
staff-permission-settings-write = Changer les réglages
staff-permission-members-write = Gérer l’équipe
staff-permission-keys-write = Gérer les clés
staff-permission-privacy-read = Retrouver et exporter les données d’une personne
staff-permission-privacy-erase = Effacer les données d’une personne
staff-permission-withdrawals-declare = Déclarer une rétractation
staff-permission-audit-read = Voir qui a consulté quoi

error-logo-too-large = Ce fichier est trop grand pour un logo : { $megabytes } Mo au plus.
error-logo-unreadable = Ce fichier n’est pas une image que nous savons lire. Envoyez un SVG, un PNG, un JPEG ou un WebP.
error-logo-svg-unsafe = Ce SVG fait appel à d’autres fichiers et ne peut pas être repris. Exportez-le à nouveau en « SVG simple ».
error-reason-not-listed = Ce motif n’est pas dans la liste.
error-location-not-listed = Ce lieu n’est pas dans la liste.
error-role-unknown = Ce rôle n’existe pas.

# Ce qui manque dans un formulaire
staff-need-brand-name = Donnez un nom à la boutique.
staff-need-brand-accent = Choisissez une couleur, écrite comme #0b5d51.
staff-need-reason-name =
    { $code ->
        [fr] Écrivez le motif en français.
        [en] Écrivez le motif en anglais.
       *[other] Écrivez le motif ({ $code }).
    }
staff-need-reason-fault = Dites à qui tient ce motif.
staff-need-location-name = Donnez un nom à ce lieu.
staff-need-location-kind = Dites ce qu’on fait dans ce lieu.
staff-need-location-line1 = Indiquez la rue et le numéro.
staff-need-location-postcode = Indiquez le code postal.
staff-need-location-city = Indiquez la ville.
staff-need-location-country = Indiquez le pays par ses deux lettres, par exemple FR.
staff-need-member-name = Indiquez le nom de la personne.
staff-need-member-email = Indiquez son adresse e-mail.
staff-need-member-role = Choisissez son rôle.
staff-need-key-name = Dites quel logiciel se servira de la clé.
staff-need-key-permissions = Choisissez au moins une autorisation.

staff-settings-costs = Coûts des retours
staff-costs-lead = Ce que les retours vous coûtent sans figurer sur aucune commande. Les analyses en tiennent compte ; une case vide y est signalée comme inconnue.
staff-costs-label = Une étiquette
staff-costs-label-help = Ce que votre transporteur facture pour un colis retour.
staff-costs-handling = Traitement d'un article
staff-costs-handling-help = Ouvrir, examiner, nettoyer, ranger : salaires et fournitures pour un article.
staff-costs-lost = Valeur perdue, selon la destination de l'article
staff-costs-lost-help = En centièmes de ce que le client avait payé. 0 s'il est revendu au prix fort, 100 s'il n'en reste rien.
staff-need-costs-amount = Indiquez un montant en { $currency }, par exemple 4,50, ou laissez vide.
staff-need-costs-share = Indiquez un nombre entier de 0 à 100, ou laissez vide.
# Webhooks
staff-settings-webhooks = Webhooks
staff-webhooks-lead = Vos autres logiciels apprennent ce qui se passe à l’instant même : la boutique, l’entrepôt, la comptabilité.
staff-webhooks-none = Personne n’est encore prévenu.
staff-webhooks-none-more = Ajoutez l’adresse d’un logiciel qui veut savoir qu’un retour est accepté, qu’un article peut être revendu, qu’un remboursement est parti.
staff-webhooks-new = Ajouter un webhook
staff-webhooks-new-lead = Les messages sont signés avec une clé secrète, affichée une fois après cette étape. Remettez-la à la personne qui s’occupe du logiciel destinataire : le guide des webhooks de Volte explique comment recevoir et vérifier un message.
staff-webhooks-one = Webhook
staff-webhooks-edit = Modifier
staff-webhooks-make = Ajouter le webhook
staff-webhooks-url = Adresse
staff-webhooks-url-help = Elle commence par https et répond depuis internet. Dans un réseau à vous que Volte a le droit d’atteindre, http suffit.
staff-webhooks-description = À quoi sert-il ?
staff-webhooks-description-help = Par exemple : stock du site marchand.
staff-webhooks-kinds = Quels événements
staff-webhooks-kinds-all = Tous
staff-webhooks-kinds-count = { $count ->
    [one] Un type d’événement
   *[other] { $count } types d’événements
}
staff-webhooks-everything = Tout ce qui se passe
staff-webhooks-everything-help = Y compris les types d’événements ajoutés plus tard.
staff-webhooks-choose = Choisir les types d’événements
staff-webhooks-day = { $taken ->
    [0] aucun reçu
    [one] 1 reçu
   *[other] { $taken } reçus
}, { $waiting } en attente, { $failed ->
    [0] aucun abandonné
    [one] 1 abandonné
   *[other] { $failed } abandonnés
}
staff-webhooks-last-day = Dernières 24 heures
staff-webhooks-state = État
staff-webhooks-state-on = En marche
staff-webhooks-state-failing = N’accepte rien
staff-webhooks-state-paused-asked = En pause
staff-webhooks-state-paused-failing = En pause après des jours d’échec
staff-webhooks-state-paused-gone = En pause : ne veut plus rien
staff-webhooks-overlap = L’ancienne clé signe jusqu’au
staff-webhooks-secret-title = Copiez cette clé secrète maintenant
staff-webhooks-secret-lead = Elle n’est affichée que cette fois. Le destinataire vérifie avec elle qu’un message vient bien de nous. Si vous la perdez, créez-en une autre.
staff-webhooks-secret-rotated = Elle n’est affichée que cette fois. Pendant 24 heures, les messages portent les deux signatures : changez la clé du destinataire quand vous voulez d’ici là.
staff-webhooks-failing-title = Cette adresse n’accepte rien
staff-webhooks-failing-lead = Depuis le { $since }. Nous continuons d’essayer et la mettrons en pause le { $until } si rien ne change. Rien n’est perdu.
staff-webhooks-stopped-title = Nous n’envoyons plus rien là-bas
staff-webhooks-stopped-lead = Rien n’a été accepté depuis le { $since }. Tout ce qui s’est passé est conservé : réparez la réception, puis relancez.
staff-webhooks-gone-title = L’adresse ne veut plus rien recevoir
staff-webhooks-gone-lead = Elle a répondu 410. Tout ce qui s’est passé est conservé : relancez ce webhook, ou retirez-le.
staff-webhooks-test = Envoyer un essai
staff-webhooks-pause = Mettre en pause
staff-webhooks-paused-now = En pause. Ce qui se passe entre-temps est conservé.
staff-webhooks-resume = Relancer
staff-webhooks-resumed = Relancé.
staff-webhooks-meanwhile = Ce qui s’est passé entre-temps
staff-webhooks-meanwhile-send = L’envoyer maintenant
staff-webhooks-meanwhile-send-more = Tout ce qui a manqué, puis les nouveautés.
staff-webhooks-meanwhile-skip = Le laisser de côté
staff-webhooks-meanwhile-skip-more = Seulement ce qui se passe à partir de maintenant.
staff-webhooks-rotate = Nouvelle clé secrète
staff-webhooks-rotate-title = Créer une nouvelle clé secrète ?
staff-webhooks-rotate-lead = Pendant 24 heures, l’ancienne signe encore à côté d’elle : le destinataire peut changer de clé sans perdre un message.
staff-webhooks-remove = Retirer
staff-webhooks-remove-title = Retirer ce webhook ?
staff-webhooks-remove-lead = Plus rien n’y est envoyé et sa clé secrète est oubliée. Pour un simple arrêt, mettez-le en pause.
staff-webhooks-removed = Retiré.
staff-webhooks-deliveries = Ce qui a été envoyé
staff-webhooks-all-deliveries = Tout
staff-webhooks-show = Afficher
staff-webhooks-event = Événement
staff-webhooks-when = Quand
staff-webhooks-answer = Réponse
staff-webhooks-nothing-sent = Rien n’a encore été envoyé.
staff-webhooks-nothing-sent-more = Envoyez un essai pour voir si l’adresse répond.
staff-webhooks-no-try = Pas encore essayé
staff-webhooks-no-try-more = L’envoi part à son tour : d’ici quelques secondes, ou dès que l’adresse répond à nouveau.
staff-webhooks-look-again = Regarder à nouveau
staff-webhooks-next-try = Prochaine tentative
staff-webhooks-attempts = Tentatives
staff-webhooks-took = { $ms } ms
staff-webhooks-again-one = Renvoyer
staff-webhooks-try-now = Essayer maintenant
staff-webhooks-return = Retour
staff-webhooks-body = Message
staff-webhooks-again-all = Renvoyer ce qui n’a pas été reçu depuis
staff-webhooks-again-go = Renvoyer
staff-webhooks-sent-again = L’envoi repart.
staff-webhooks-sent-again-all = { $count ->
    [0] Il n’y avait rien à renvoyer.
    [one] Un message repart.
   *[other] { $count } messages repartent.
}
staff-webhooks-since-hour = une heure
staff-webhooks-since-day = 24 heures
staff-webhooks-since-week = 7 jours
staff-webhooks-since-ever = le début
staff-need-webhook-url = Saisissez l’adresse qui reçoit les messages.
staff-need-webhook-kinds = Choisissez au moins un type d’événement, ou tout.

# Réglages : échéances
staff-settings-deadlines = Échéances
staff-deadlines-lead = Ce que vous promettez à ceux qui attendent une réponse. Les délais fixés par la loi se comptent d’eux-mêmes et ne se règlent pas ici.
staff-deadlines-answer = Jours ouvrés pour répondre
staff-deadlines-answer-help = Qui pose une question, ou attend que vous décidiez de sa demande, a sa réponse au plus tard ce jour-là. Les week-ends et les jours fériés ne comptent pas.
staff-deadlines-near = Heures d’avance
staff-deadlines-near-help = Les programmes que vous avez reliés sont prévenus ce temps-là avant la fin d’un délai légal.
staff-deadlines-morning = Heure du message du matin
staff-deadlines-morning-help = À partir de cette heure, chaque jour, ceux qui le veulent reçoivent la liste de ce qui est en retard, dû aujourd'hui et dans la semaine.
staff-deadlines-morning-choose = Chacun choisit pour soi : voir mon compte
