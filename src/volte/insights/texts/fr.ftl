error-insights-not-written = Les chiffres se préparent : quelques secondes pour une petite boutique, quelques minutes pour des millions de commandes.

insights-question-products = Quels produits reviennent le plus, et pourquoi ?
insights-question-reasons = Quels motifs, et à quel moment de l'année ?
insights-question-costs = Que coûtent vraiment les retours ?
insights-question-timing = Combien de temps après la livraison ?
insights-question-customers = Quels clients renvoient ?
insights-question-comments = Qu'écrivent vos clients ?
insights-question-places = D'où viennent les retours ?
insights-question-channels = Le canal d'achat change-t-il quelque chose ?

insights-nothing-ripe = Il est trop tôt pour conclure : toutes les commandes de cette sélection peuvent encore revenir.

# Combien de fois, aussi sûrement qu’on le sait.
insights-as-often = { $sure ->
    [yes] { $times } fois plus
    [no] au moins { $times } fois plus
   *[hardly] plus
}
insights-as-much = { insights-as-often }
insights-as-many = { insights-as-often }
insights-of-few = { $few ->
    [0] {""}
   *[other] , sur { $few } articles vendus seulement
}

insights-products-found = { $product } revient { insights-as-often } que la moyenne ({ $rate } contre { $mean }{ insights-of-few }){ $others ->
    [0] .
    [one] , et un autre produit revient nettement plus, lui aussi.
   *[other] , et { $others } autres produits reviennent nettement plus, eux aussi.
}
insights-products-found-why = { $product } revient { insights-as-often } que la moyenne ({ $rate } contre { $mean }{ insights-of-few }), surtout pour « { $reason } »{ $others ->
    [0] .
    [one] {" "}; un autre produit revient nettement plus, lui aussi.
   *[other] {" "}; { $others } autres produits reviennent nettement plus, eux aussi.
}
insights-products-even = Aucun produit ne revient nettement plus que votre moyenne de { $mean }. Celui qui s’en détache le plus est { $product } : { $back } revenus sur { $sold } vendus.
insights-products-small = Aucun produit ne s'est assez vendu pour être jugé seul ; tous ensemble, { $mean } reviennent.
insights-customers-found = { $key ->
    [first] Les premières commandes reviennent { insights-as-often } que la moyenne ({ $rate } contre { $mean }{ insights-of-few }) : regardez ce que l'on promet aux nouveaux clients.
    [loyal] De la 2e à la 4e commande, vos clients renvoient { insights-as-often } que la moyenne ({ $rate } contre { $mean }{ insights-of-few }).
    [frequent] Vos clients les plus fidèles renvoient { insights-as-often } que la moyenne ({ $rate } contre { $mean }{ insights-of-few }).
   *[guest] Les clients sans compte renvoient { insights-as-often } que la moyenne ({ $rate } contre { $mean }{ insights-of-few }).
}
insights-customers-below = { $key ->
    [first] Les premières commandes reviennent moins que la moyenne ({ $rate } contre { $mean }).
    [loyal] De la 2e à la 4e commande, vos clients renvoient moins que la moyenne ({ $rate } contre { $mean }).
    [frequent] Vos clients les plus fidèles renvoient moins que la moyenne ({ $rate } contre { $mean }) : ils savent ce qui leur va.
   *[guest] Les clients sans compte renvoient moins que la moyenne ({ $rate } contre { $mean }).
}
insights-customers-even = Nouveaux et fidèles renvoient autant, environ { $mean } : aucun groupe n'appelle de règle à part.
insights-customers-one = Un seul groupe de clients a assez acheté pour être jugé ; { $mean } de ce qui a été vendu est revenu.
insights-channels-found = Ce qui est acheté par « { $group } » revient { insights-as-often } que la moyenne ({ $rate } contre { $mean }{ insights-of-few }).
insights-channels-below = Ce qui est acheté par « { $group } » revient moins ({ $rate } contre { $mean } en moyenne).
insights-channels-even = Le canal d’achat n’y change rien de net : partout, environ { $mean } de ce qui est vendu revient.
insights-channels-one = Tout a été acheté au même endroit : { $mean } en est revenu.
insights-places-found = { $group } : { insights-as-often } de retours que la moyenne ({ $rate } contre { $mean }{ insights-of-few }).
insights-places-below = { $group } : moins de retours que la moyenne ({ $rate } contre { $mean }).
insights-places-even = Aucun lieu ne se détache de votre moyenne de { $mean } : l’adresse des clients n’explique pas grand-chose.
insights-places-one = Presque tout part au même endroit : { $mean } en est revenu.

insights-timing-found = La moitié des retours sont demandés { $half ->
    [0] le jour même de la livraison
    [one] dans la journée qui suit la livraison
   *[other] dans les { $half } jours qui suivent la livraison
}, neuf sur dix { $most ->
    [0] le jour même
    [one] en un jour
   *[other] en { $most } jours
} ; { $late } arrivent après deux semaines.
insights-timing-unknown = Personne ne sait quand ces commandes ont été livrées : on ne peut rien dire du délai avant un retour.
insights-timing-few = Trop peu de retours pour parler de leur délai ({ $units }).

insights-costs-found = Un article renvoyé vous coûte { $each }, soit { $whole } en tout ; le plus lourd : { $largest } ({ $amount }).
insights-costs-at-least = Un article renvoyé vous coûte au moins { $each }, soit { $whole } en tout ; encore inconnu : { $unknown }.
insights-costs-unknown = Le coût de ces retours n'est pas encore connu : indiquez dans les réglages { $unknown }.
insights-costs-foreign = Ces retours ont été payés dans d'autres monnaies que { $currency }, celle de vos réglages : leur coût n'est pas additionné.
insights-costs-few = Trop peu de retours pour parler de leur coût ({ $units }).
insights-cost-label = Étiquettes
insights-cost-handling = Traitement
insights-cost-lost = Valeur perdue
insights-cost-outbound = Livraison remboursée
insights-cost-goodwill = Gestes commerciaux
insights-cost-bonus = Bonus des avoirs
insights-cost-fees = Frais retenus
insights-cost-whole = Ensemble
insights-source-label = Réglages : { $each } l'étiquette, { $count ->
    [one] { $count } prise en charge par un transporteur
   *[other] { $count } prises en charge par un transporteur
}
insights-source-label-unknown = Inconnu : les réglages ne donnent pas le prix d'une étiquette ({ $count ->
    [one] { $count } prise en charge par un transporteur
   *[other] { $count } prises en charge par un transporteur
})
insights-source-handling = Réglages : { $each } l'article, { $count ->
    [one] { $count } examiné
   *[other] { $count } examinés
}
insights-source-handling-unknown = Inconnu : les réglages ne donnent pas le coût du traitement ({ $count ->
    [one] { $count } article examiné
   *[other] { $count } articles examinés
})
insights-source-lost = Réglages : part du prix payé selon la destination de { $units ->
    [one] { $units } article
   *[other] { $units } articles
}{ $unknown ->
    [0] {""}
   *[other] {" "}; inconnue pour { $unknown }
}
insights-source-promises = Vos remboursements, tels que promis aux clients
insights-source-credits = Vos avoirs, tels qu'émis
insights-source-fees = Vos remboursements : retenus pour remise en stock et port retour
insights-source-whole = { $unknown ->
    [0] Somme des lignes ci-dessus
   *[other] Au moins : sans { $names }
}

insights-reasons-found = « { $reason } » est votre premier motif : { $share } des articles renvoyés.
insights-reasons-season = « { $seasonal } » est un motif { $season } : { $in_season } des articles renvoyés à cette saison, { $otherwise } les autres mois.
insights-reasons-unknown = Aucun motif n'est connu pour ces retours ({ $units } articles).
insights-reasons-few = Trop peu de retours pour comparer leurs motifs ({ $units }).
insights-reasons-others = Autres motifs
insights-reason-none = sans motif
insights-in-winter = d'hiver
insights-in-spring = de printemps
insights-in-summer = d'été
insights-in-autumn = d'automne

insights-comments-found = { $small ->
    [yes] Encore peu de commentaires : pour « { $reason } », { $comments } sur { $whole } disent { $term }.
   *[no] Pour « { $reason } », les clients écrivent souvent { $term } : { $comments } commentaires sur { $whole }.
}
insights-comments-terms = { $count ->
    [1] « { $one } »
    [2] « { $one } » ou « { $two } »
   *[other] « { $one } », « { $two } » ou « { $three } »
}
insights-comments-scattered = { $comments ->
    [one] Un seul client a laissé un commentaire.
   *[other] { $comments } commentaires, et aucun mot que plusieurs clients partagent.
}
insights-comments-none = Personne n'a laissé de commentaire sur ces retours.

insights-customers-first = Première commande
insights-customers-loyal = 2e à 4e commande
insights-customers-frequent = Dès la 5e commande
insights-customers-guest = Sans compte
insights-place-unknown = inconnu
insights-channel-online = En ligne
insights-channel-store = Boutique
insights-channel-phone = Téléphone
insights-channel-marketplace = Place de marché

insights-note-unripe = { $units ->
    [one] Un article vendu récemment peut encore revenir : il n'est pas compté.
   *[other] { $units } articles vendus récemment peuvent encore revenir : ils ne sont pas comptés.
}
insights-note-small = { $groups ->
    [one] Un groupe de moins de { $smallest } achats distincts n'est pas montré seul ; il compte dans la moyenne.
   *[other] { $groups } groupes de moins de { $smallest } achats distincts ne sont pas montrés seuls ; ils comptent dans la moyenne.
}
insights-note-orphans = { $units ->
    [one] Un article est revenu sans commande connue : aucun taux ne peut le compter.
   *[other] { $units } articles sont revenus sans commande connue : aucun taux ne peut les compter.
}
insights-note-no-delivery = { $units ->
    [one] Pour un article de plus, personne ne sait quand il a été livré.
   *[other] Pour { $units } articles de plus, personne ne sait quand ils ont été livrés.
}
insights-note-currency = { $units ->
    [one] Un article dans une autre monnaie que { $currency } est laissé de côté.
   *[other] { $units } articles dans d'autres monnaies que { $currency } sont laissés de côté.
}
insights-note-no-reason = { $units ->
    [one] Pour un article de plus, aucun motif n'a été donné.
   *[other] Pour { $units } articles de plus, aucun motif n'a été donné.
}
insights-note-languages = { $comments ->
    [one] Un commentaire est dans une langue que nous ne lisons pas.
   *[other] { $comments } commentaires sont dans des langues que nous ne lisons pas.
}

insights-column-product = Produit
insights-column-group = Clients
insights-column-channel = Canal
insights-column-country = Pays
insights-column-region = Région
insights-column-sold = Vendus
insights-column-back = Revenus
insights-column-rate = Taux
insights-column-estimate = Estimation
insights-column-low = Au moins
insights-column-high = Au plus
insights-column-main-reason = Premier motif
insights-column-reason-share = Part des motifs
insights-column-days = Jours après la livraison
insights-column-share = Part
insights-column-up-to = Jusqu'ici
insights-column-cost = Coût
insights-column-amount = Montant
insights-column-per-unit = Par article renvoyé
insights-column-source = D'où vient ce chiffre
insights-column-reason = Motif
insights-column-season-winter = Hiver
insights-column-season-spring = Printemps
insights-column-season-summer = Été
insights-column-season-autumn = Automne
insights-column-term = Mot
insights-column-comments = Commentaires
insights-column-of-comments = Sur

insights-counted-rate = On compte des articles. Au dénominateur : les articles vendus, hors annulations, des commandes qui ne peuvent plus revenir : livrées depuis plus de { $days } jours, ou passées depuis plus de { $after_order } jours quand la livraison n'est pas connue (le délai de votre politique). Au numérateur : ceux dont un client a demandé le retour ; ce qui a été refusé, annulé ou jamais envoyé ne compte pas. Les dates choisies sont celles de la commande.
insights-counted-estimate = L'estimation rapproche le taux d'un groupe de votre moyenne, d'autant plus qu'il compte peu d'articles : trois retours sur quatre ventes ne disent pas grand-chose, et cent articles d'une même commande pas plus qu'un seul. Neuf fois sur dix, le vrai taux se trouve entre « au moins » et « au plus ». Un groupe se détache quand même son « au moins » dépasse la moyenne. Les groupes de moins de { $smallest } achats distincts ne sont pas montrés.
insights-counted-products = Le premier motif est celui qui a été donné pour le plus grand nombre d'articles renvoyés du produit.
insights-counted-customers = Le groupe d'un client est celui où il était en passant la commande : première commande, 2e à 4e, dès la 5e. « Sans compte » : les commandes dont on ne peut reconnaître le client.
insights-counted-places = Le lieu est celui de la livraison, sinon celui de la commande. Les régions apparaissent quand presque tout part dans un seul pays, ou quand vous en choisissez un.
insights-counted-channels = Le canal est celui de la commande, sous le nom que lui donne votre boutique.
insights-counted-timing = On compte les articles dont un client a demandé le retour, selon les jours entiers écoulés entre la livraison complète de la ligne et la demande. Seules comptent les livraisons de plus de { $days } jours, pour que les demandes tardives ne manquent pas. Les dates choisies sont celles de la demande.
insights-counted-costs = On compte les articles dont un client a demandé le retour, en { $currency } ; ce qui a été refusé, annulé ou jamais envoyé ne compte pas. Ce que vous avez promis aux clients est connu au centime ; le prix des étiquettes et du traitement, et la part de valeur perdue selon la destination, viennent de vos réglages. Ce que personne n'a indiqué est inconnu et laissé de côté, pas nul. Le prix remboursé n'est pas un coût : la marchandise revient. Les dates choisies sont celles de la demande.
insights-counted-reasons = On compte les articles pour lesquels un motif a été donné, selon le mois de la demande. Un motif appartient à une saison quand sa part y est nettement plus forte (neuf chances sur dix) que le reste de l'année ; l'hiver commence en décembre. Les dates choisies sont celles de la demande.
insights-counted-comments = On compte les commentaires qui contiennent le mot, chacun une fois, selon le motif donné. Les mots de toutes les phrases sont laissés de côté ; les formes d'un même mot (manche, manches) comptent ensemble. Un mot écrit par moins de { $fewest } clients n'est pas montré. Les commentaires en français et en anglais sont lus.

insights-backtest-behaviour = Ce que les clients auraient fait : d’autres conditions changent ce qu’on achète, garde ou renvoie.
insights-backtest-never-asked = Les retours que personne n’a demandés : { $lines } lignes de commande sur { $all } n’ont jamais fait l’objet d’une demande, et un client découragé ne laisse pas de trace.
insights-backtest-young = Les commandes qui peuvent encore revenir : { $lines } lignes sont aussi récentes.
insights-backtest-no-order = { $items } articles retournés dont la commande est inconnue : ils ne sont pas comptés.
insights-backtest-currency = { $items } articles payés dans une autre devise : la décision est prise, mais leurs montants ne sont pas additionnés.
insights-backtest-missing = { $fact } : information absente pour { $items } articles ({ $share } %). Les règles qui la regardent ne s’y appliquent pas.
insights-backtest-undelivered =
    { $items ->
        [one] Le jour de livraison d’un article ({ $share } %). Un délai qui court à partir de la livraison n’y commence jamais, et ne finit donc jamais.
       *[other] Le jour de livraison de { $items } articles ({ $share } %). Un délai qui court à partir de la livraison n’y commence jamais, et ne finit donc jamais.
    }
insights-backtest-buyers =
    { $items ->
        [one] Si un article a été acheté par un particulier ou un professionnel. Là où la loi peut jouer, le doute profite au client : aucuns frais ne sont retenus.
       *[other] Si { $items } articles ont été achetés par des particuliers ou des professionnels. Là où la loi peut jouer, le doute profite au client : aucuns frais ne sont retenus.
    }
insights-backtest-undated = La date de certains remboursements : { $now } articles aux conditions d’aujourd’hui et { $then } avec le brouillon n’ont jamais été renvoyés, sont encore en route, ou n’avaient pas été repris.
insights-backtest-unscanned =
    { $items ->
        [one] La date à laquelle un article a été remis au transporteur : le jour de son arrivée en tient lieu, l’argent pourrait donc devoir partir plus tôt.
       *[other] La date à laquelle { $items } articles ont été remis au transporteur : le jour de leur arrivée en tient lieu, l’argent pourrait donc devoir partir plus tôt.
    }
insights-backtest-uninspected =
    { $items ->
        [one] La date à laquelle un article a été contrôlé : le jour de son règlement en tient lieu.
       *[other] La date à laquelle { $items } articles ont été contrôlés : le jour de leur règlement en tient lieu.
    }
error-insights-backtest-days = Le dernier jour précède le premier.
error-insights-backtest-under-way = Un brouillon est déjà à l'essai sur le passé. Attendez la fin, ou arrêtez-le.
error-insights-backtest-ended = L'essai est déjà terminé.
error-insights-backtest-unknown = Cet essai n'existe pas. Seuls les derniers sont conservés.
error-insights-backtest-failed = Un problème est survenu de notre côté. Relancez l'essai ; s'il échoue encore, le journal dit pourquoi.
