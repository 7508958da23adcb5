staff-menu = Menu
staff-menu-queue = À traiter
staff-menu-floor = Atelier
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
