# Mots partagés par toutes les faces
ui-skip = Aller au contenu
ui-close = Fermer
ui-busy = Un instant…
ui-copy = Copier
ui-copied = Copié
ui-search = Rechercher
ui-language = Langue
ui-foot = À propos de cette boutique
ui-crumbs = Où vous êtes
ui-pager = Autres pages
ui-pager-newer = Plus récents
ui-pager-older = Plus anciens
ui-trace = Pourquoi cette décision ?
ui-progress = Étape { $at } sur { $of }
ui-moment-next = (à venir)

ui-field-optional = (facultatif)
ui-field-error = Erreur :
ui-errors-title =
    { $count ->
        [one] Un point est à corriger
       *[other] { $count } points sont à corriger
    }

ui-stepper-less = Un de moins : { $item }
ui-stepper-more = Un de plus : { $item }
ui-stepper-of = sur { $max }
ui-money-was = au lieu de

ui-clock-left-days =
    { $count ->
        [one] encore un jour
       *[other] encore { $count } jours
    }
ui-clock-left-hours =
    { $count ->
        [one] encore une heure
       *[other] encore { $count } heures
    }
ui-clock-left-minutes =
    { $count ->
        [0] moins d’une minute
        [one] encore une minute
       *[other] encore { $count } minutes
    }
ui-clock-late-days =
    { $count ->
        [one] en retard d’un jour
       *[other] en retard de { $count } jours
    }
ui-clock-late-hours =
    { $count ->
        [one] en retard d’une heure
       *[other] en retard de { $count } heures
    }
ui-clock-late-minutes =
    { $count ->
        [0] l’heure vient de passer
        [one] en retard d’une minute
       *[other] en retard de { $count } minutes
    }

ui-drop-choose =
    { $most ->
        [one] Choisir un fichier
       *[other] Choisir des fichiers
    }
ui-drop-or =
    { $most ->
        [one] ou le déposer ici
       *[other] ou les déposer ici
    }
ui-drop-remove = Retirer
ui-drop-too-large = Chaque fichier pèse au plus { $megabytes } Mo. Prenez la photo en plus petit, ou envoyez-en une autre.
ui-drop-too-many =
    { $most ->
        [one] Un seul fichier suffit : nous avons gardé le premier.
       *[other] { $most } fichiers au plus : nous avons gardé les premiers.
    }

# Refus
ui-refused-start = Revenir au début
ui-refused-write = Nous écrire
ui-refused-logout = Se déconnecter
ui-refused-title-unknown = Cette page n’existe pas
ui-refused-title-forbidden = Cette page ne vous est pas ouverte
ui-refused-title-moved-on = Les choses ont changé entre-temps
ui-refused-title-too-often = Un peu de patience
ui-refused-again = Revenir à la page précédente
ui-refused-title-too-large = C’est trop lourd pour nous
ui-refused-title-invalid = Nous n’avons pas pu comprendre cette demande
ui-refused-unknown = L’adresse est peut-être incomplète, ou le lien trop ancien. Rien n’est perdu : reprenez depuis le début.
ui-refused-forbidden = Votre compte ne permet pas d’ouvrir cette page.
ui-refused-stale = La page est restée ouverte trop longtemps pour être envoyée en sécurité. Revenez en arrière, actualisez-la, puis renvoyez-la.
ui-refused-malformed = La demande est arrivée incomplète. Revenez en arrière et réessayez.
ui-refused-too-often = Trop d’essais en peu de temps. Attendez quelques minutes, puis réessayez.

error-page-unknown = L’adresse est peut-être incomplète, ou le lien trop ancien. Rien n’est perdu : reprenez depuis le début.
error-request-malformed = La demande est arrivée incomplète. Revenez en arrière et réessayez.
error-body-too-large = Un envoi pèse au plus { $megabytes } Mo. Envoyez moins de photos, ou des photos plus petites.
error-nul-byte = La demande contient un caractère invisible qui ne peut pas être enregistré. Effacez le texte collé et saisissez-le à nouveau.
ui-scale-1 = Très mal
ui-scale-2 = Mal
ui-scale-3 = Moyen
ui-scale-4 = Bien
ui-scale-5 = Très bien
