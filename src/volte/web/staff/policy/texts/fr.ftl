staff-policy-part-published = En vigueur
staff-policy-part-draft = Brouillon
staff-policy-part-publication = Publier
staff-policy-lead = Ce que vous promettez quand un article revient. Une commande garde la politique du jour où elle a été passée.
staff-policy-none = Aucune politique n'est encore publiée
staff-policy-none-more = Partez du texte proposé à toute nouvelle boutique, et changez ce que vous voulez.
staff-policy-begin = Commencer un brouillon
staff-policy-number = Version { $number }
staff-policy-since = En vigueur depuis
staff-policy-by = Publiée par
staff-policy-by-nobody = l'installation
staff-policy-hash = Empreinte du texte
staff-policy-customers = La lire comme vos clients
staff-policy-says = Ce qui vaut, sauf règle contraire
staff-policy-rules = { $count ->
    [0] Aucune règle : cela vaut pour tout.
    [one] Une règle dit où il en va autrement.
   *[other] { $count } règles disent où il en va autrement.
}
staff-policy-document = Le document tel qu'il a été écrit
staff-policy-versions = Toutes les versions
staff-policy-version = Version
staff-policy-published-on = Publiée
staff-policy-state = État
staff-policy-holds = En vigueur
staff-policy-past = Ancienne
staff-policy-differences = Ce qui a changé
staff-policy-draft-waits = Un brouillon est en cours
staff-policy-draft-saved = Enregistré par { $name }, { $at }.
staff-policy-draft-go = Reprendre le brouillon
staff-policy-draft-new = Modifier la politique
staff-policy-again = Repartir de cette version
staff-policy-again-lead = Son texte devient le brouillon. Rien ne change pour vos clients avant la publication.
staff-policy-again-taken = Un brouillon est en cours. Publiez-le ou abandonnez-le d'abord.
staff-policy-taken-up = Le texte de la version { $number } est maintenant le brouillon.
staff-policy-compare = Comparer deux versions
staff-policy-compare-title = De la version { $before } à la version { $after }
staff-policy-compare-from = De la version
staff-policy-compare-to = à la version
staff-policy-compare-go = Comparer
staff-policy-compare-same = Elles décident de la même façon : seuls des commentaires ou l'écriture diffèrent.
staff-policy-compare-field = Quoi
staff-policy-compare-before = Avant
staff-policy-compare-after = Après
staff-policy-compare-terms = Ce qui vaut pour tout
staff-policy-compare-rules = Règles
staff-policy-rule-added = Nouvelle
staff-policy-rule-removed = Supprimée
staff-policy-rule-changed = Modifiée
staff-policy-rule-moved = Lue à une autre place
staff-policy-rule-conditions = Elle s'applique désormais à autre chose : ses conditions ont changé.
staff-policy-draft-lead = Rien ne change pour vos clients avant la publication.
staff-policy-draft-behind = La version { $number } a été publiée depuis que ce brouillon a été commencé. Ses changements n'y figurent pas.
staff-policy-text = La politique sous forme de texte
staff-policy-text-help = Au format TOML. Toutes les conditions et tous les critères figurent dans la référence des politiques. Les commentaires sont conservés.
staff-policy-save = Enregistrer le brouillon
staff-policy-saved = Le brouillon est enregistré.
staff-policy-theirs = Le texte actuel, enregistré par { $name }
staff-policy-overwrite = Enregistrer le mien malgré tout
staff-policy-discard = Abandonner le brouillon
staff-policy-discard-lead = Ce qui est en vigueur aujourd'hui le reste. Le texte du brouillon est perdu.
staff-policy-discarded = Le brouillon est abandonné.
staff-policy-findings = Ce que dit la vérification
staff-policy-findings-none = Rien ne s'oppose à la publication.
staff-policy-problems = Ce n'est pas encore une politique
staff-policy-problems-lead = { $count ->
    [one] Un passage ne peut pas être lu.
   *[other] { $count } passages ne peuvent pas être lus.
}
staff-policy-blocked = { $count ->
    [one] Une condition est inférieure à la loi ou n'a pas de sens : elle doit changer avant la publication.
   *[other] { $count } conditions sont inférieures à la loi ou n'ont pas de sens : elles doivent changer avant la publication.
}
staff-policy-open = Elle peut être publiée.
staff-policy-level-blocks = À changer
staff-policy-level-warns = Sans doute involontaire
staff-policy-level-notes = Bon à savoir
staff-policy-line = ligne { $line } :
staff-policy-found = Il y est écrit : { $found }
staff-policy-unverified = personne n'a encore comparé cet article avec son texte
staff-policy-publish-lead = Ce que vous publiez vaut pour les commandes passées à partir de ce moment et ne peut plus être modifié : une version suivante prend le relais.
staff-policy-publish-nothing = Il n'y a pas de brouillon à publier
staff-policy-publish-same = Le brouillon décide comme ce qui est en vigueur aujourd'hui.
staff-policy-publish-first = Ce sera votre première politique.
staff-policy-publish-changes = Ce qui va changer
staff-policy-publish-now = Publier maintenant
staff-policy-published = La version { $number } est publiée.
staff-policy-notes = { $count ->
    [one] Bon à savoir : une remarque
   *[other] Bon à savoir : { $count } remarques
}
staff-policy-part-try = Essayer
staff-policy-try = Essayer sur une commande
staff-policy-try-lead = Une vraie commande, dont le retour serait demandé aujourd'hui pour un motif que vous supposez. Rien n'est enregistré, le client n'en sait rien.
staff-policy-try-order = Numéro de commande
staff-policy-try-reason = Motif
staff-policy-try-condition = État de l'article
staff-policy-try-none = Non précisé
staff-policy-try-go = Voir la réponse
staff-policy-try-placed = Commande { $number }, passée le { $at }.
staff-policy-try-keeps = Elle garde la version { $number } ; ici, on décide comme si elle relevait de chacune de ces politiques :
staff-policy-try-unread = Le brouillon ne peut pas encore être lu : il ne répond rien.
staff-policy-try-no-draft = Il n'y a pas de brouillon : voici ce qui vaut aujourd'hui.
staff-policy-try-other = Réponse différente
staff-policy-try-now = En vigueur, version { $number }
