# Un brouillon de la politique, mis à l'essai sur les retours que la boutique a vraiment eus.
staff-policy-part-backtest = Essai sur le passé
staff-policy-backtest-lead = Chaque retour que vous avez vraiment eu est décidé deux fois : par la politique en vigueur et par le brouillon. Aucun dossier n'est modifié, et personne n'en est informé.
staff-policy-backtest-there =
    { $count ->
        [one] Un article a été demandé en retour jusqu'ici. Il sera décidé par la version { $number } et par le brouillon.
       *[other] { $count } articles ont été demandés en retour jusqu'ici. Ils seront décidés par la version { $number } et par le brouillon.
    }
staff-policy-backtest-since = Demandés à partir du
staff-policy-backtest-until = jusqu'au
staff-policy-backtest-no-day = Choisissez un jour, par exemple 2026-01-31, ou laissez vide.
staff-policy-backtest-go = Lancer l'essai
staff-policy-backtest-see = Voir où il en est
staff-policy-backtest-busy = En cours
staff-policy-backtest-done = Terminé
staff-policy-backtest-failed = Un problème est survenu
staff-policy-backtest-stopped = Arrêté
staff-policy-backtest-stopped-more = L'essai a été arrêté avant la fin. Il n'a rien donné.
staff-policy-backtest-before = Essais précédents
staff-policy-backtest-run = { $at }, { $name }
staff-policy-backtest-no-policy = Il n'y a rien à quoi comparer le brouillon.
staff-policy-backtest-no-history = Personne n'a encore rien renvoyé
staff-policy-backtest-no-history-more = Il n'y a pas de passé sur lequel essayer le brouillon. Des commandes et des retours anciens peuvent être importés (voir la documentation, « Import a history »). Une commande seule peut déjà être essayée.
staff-policy-backtest-no-draft = Il n'y a pas de brouillon à essayer
staff-policy-backtest-unread = Le brouillon n'est pas encore lisible : il ne décide de rien.
staff-policy-backtest-title = Le brouillon face à la version { $number }, sur vos retours passés
staff-policy-backtest-asked = Lancé par { $name }, { $at }.
staff-policy-backtest-ever = Tous les retours.
staff-policy-backtest-between = Retours demandés du { $since } au { $until }.
staff-policy-backtest-from = Retours demandés à partir du { $since }.
staff-policy-backtest-to = Retours demandés jusqu'au { $until }.
staff-policy-backtest-stale = Le brouillon a été modifié depuis. Ce résultat porte sur ce qu'il disait alors.
staff-policy-backtest-waiting = L'essai commence dès que le programme de fond est libre.
staff-policy-backtest-reading = { $read } articles lus sur { $of }.
staff-policy-backtest-deciding = Les { $of } articles sont lus. Les deux politiques en décident.
staff-policy-backtest-by-itself = Cette page se met à jour toute seule, et vous pouvez la quitter.
staff-policy-backtest-stop = Arrêter
staff-policy-backtest-answer = Le résultat
staff-policy-backtest-nothing-there = Rien n'a été demandé en retour pendant cette période.
staff-policy-backtest-refused =
    { $count ->
        [0] Avec ce brouillon, aucun des { $of } articles que vous reprenez aujourd'hui ne serait refusé.
        [one] Avec ce brouillon, un des { $of } articles que vous reprenez aujourd'hui serait refusé.
       *[other] Avec ce brouillon, { $count } des { $of } articles que vous reprenez aujourd'hui seraient refusés.
    }
staff-policy-backtest-opened =
    { $count ->
        [one] Un des { $of } articles refusés aujourd'hui serait repris.
       *[other] { $count } des { $of } articles refusés aujourd'hui seraient repris.
    }
staff-policy-backtest-alike = Les { $items } articles seraient traités exactement comme aujourd'hui.
staff-policy-backtest-treated =
    { $better ->
        [0] Sur { $items } articles en tout, { $worse } seraient traités moins bien sur au moins un point, aucun mieux.
       *[other] Sur { $items } articles en tout, { $worse } seraient traités moins bien sur au moins un point et { $better } mieux.
    }
staff-policy-backtest-refund-more = { $amount } de plus seraient promis en remboursements ({ $then } au lieu de { $now }).
staff-policy-backtest-refund-less = { $amount } de moins seraient promis en remboursements ({ $then } au lieu de { $now }).
staff-policy-backtest-fees-more = Vous retiendriez { $amount } de plus en frais de remise en stock ({ $then } au lieu de { $now }).
staff-policy-backtest-fees-less = Vous retiendriez { $amount } de moins en frais de remise en stock ({ $then } au lieu de { $now }).
staff-policy-backtest-ways-more = Vos clients paieraient { $amount } de plus pour renvoyer ({ $then } au lieu de { $now }).
staff-policy-backtest-ways-less = Vos clients paieraient { $amount } de moins pour renvoyer ({ $then } au lieu de { $now }).
staff-policy-backtest-bonuses-more = Vous ajouteriez { $amount } de plus aux avoirs ({ $then } au lieu de { $now }).
staff-policy-backtest-bonuses-less = Vous ajouteriez { $amount } de moins aux avoirs ({ $then } au lieu de { $now }).
staff-policy-backtest-later = Les remboursements devraient partir { $days } jours plus tard en moyenne.
staff-policy-backtest-sooner = Les remboursements devraient partir { $days } jours plus tôt en moyenne.
staff-policy-backtest-breached =
    { $items ->
        [one] Pour un article, une condition du brouillon était en dessous de la loi. La loi a été appliquée quand même.
       *[other] Pour { $items } articles, une condition du brouillon était en dessous de la loi. La loi a été appliquée quand même.
    }
staff-policy-backtest-figures = Les deux politiques en chiffres
staff-policy-backtest-figure-verdict-accepted = Articles repris
staff-policy-backtest-figure-verdict-refused = Articles refusés
staff-policy-backtest-figure-verdict-needs-evidence = Articles pour lesquels un justificatif est demandé
staff-policy-backtest-figure-verdict-needs-review = Articles dont une personne décide
staff-policy-backtest-figure-lifted = Repris seulement parce que la loi le veut
staff-policy-backtest-figure-refund = Remboursements promis
staff-policy-backtest-figure-fees = Frais de remise en stock retenus
staff-policy-backtest-figure-ways = Payé par les clients pour renvoyer
staff-policy-backtest-figure-bonuses = Ajouté aux avoirs
staff-policy-backtest-figure-all-days = Jours entre la demande et le remboursement, en moyenne
staff-policy-backtest-figure-days = Dont jours promis une fois le remboursement déclenché
staff-policy-backtest-figure-at-carrier-scan = Remboursements déclenchés au premier scan du transporteur
staff-policy-backtest-figure-at-receipt = Remboursements déclenchés à l'arrivée
staff-policy-backtest-figure-at-inspection = Remboursements déclenchés après contrôle
staff-policy-backtest-worse = Traités moins bien
staff-policy-backtest-better = Traités mieux
staff-policy-backtest-how = En quoi
staff-policy-backtest-items = Articles
staff-policy-backtest-examples = Commandes à regarder
staff-policy-backtest-how-refused = Refus
staff-policy-backtest-how-harder = Justificatif, ou décision humaine
staff-policy-backtest-how-shorter = Moins de temps pour demander
staff-policy-backtest-how-hurried = Moins de temps pour envoyer
staff-policy-backtest-how-lost = Moins de solutions
staff-policy-backtest-how-fee = Frais plus élevés
staff-policy-backtest-how-way = Renvoi plus cher
staff-policy-backtest-how-outbound = Livraison d'origine plus remboursée
staff-policy-backtest-how-bonus = Bonus plus petit
staff-policy-backtest-how-later = Argent plus tard
staff-policy-backtest-better-refused = Accepté au lieu d'être refusé
staff-policy-backtest-better-harder = Moins de justificatifs ou de décisions humaines
staff-policy-backtest-better-shorter = Plus de temps pour demander
staff-policy-backtest-better-hurried = Plus de temps pour envoyer
staff-policy-backtest-better-lost = Plus de solutions
staff-policy-backtest-better-fee = Frais plus bas
staff-policy-backtest-better-way = Renvoi moins cher
staff-policy-backtest-better-outbound = Livraison d'origine remboursée aussi
staff-policy-backtest-better-bonus = Bonus plus élevé
staff-policy-backtest-better-later = Argent plus tôt
staff-policy-backtest-chart-worse = Ce qui se dégrade le plus souvent : { $how } ({ $items })
staff-policy-backtest-chart-category = « { $name } » est le plus touché : { $items } articles sur { $of } sont traités moins bien
staff-policy-backtest-chart-leaving-later = Avec le brouillon, les remboursements devraient partir { $days } jours plus tard en moyenne
staff-policy-backtest-chart-leaving-sooner = Avec le brouillon, les remboursements devraient partir { $days } jours plus tôt en moyenne
staff-policy-backtest-chart-leaving-alike = Les remboursements devraient partir aussi vite qu'aujourd'hui
staff-policy-backtest-leaving = Les remboursements dans le temps
staff-policy-backtest-leaving-more = Chaque remboursement figure au dernier jour que la politique, ou la loi si elle est plus stricte, vous laisse. Il est compté à partir des jours réels de remise, d'arrivée et de contrôle des articles. L'argent peut partir plus tôt.
staff-policy-backtest-leaving-csv = Remboursements par période (CSV)
staff-policy-backtest-step-month = Mois
staff-policy-backtest-step-week = Semaine du
staff-policy-backtest-axis-month = Mois où l'argent doit partir
staff-policy-backtest-axis-week = Semaine où l'argent doit partir (son lundi)
staff-policy-backtest-axis-money = Remboursements ({ $currency })
staff-policy-backtest-axis-items = Articles
staff-policy-backtest-side-now = aujourd'hui
staff-policy-backtest-side-then = brouillon
staff-policy-backtest-undated = Jour inconnu
staff-policy-backtest-breaches = En dessous de la loi dans des cas réels
staff-policy-backtest-breaches-more = La loi a été appliquée quand même, mais le brouillon aurait promis moins.
staff-policy-backtest-breach =
    { $items ->
        [one] Un article, par la condition
       *[other] { $items } articles, par la condition
    }
staff-policy-backtest-by-category = Par catégorie
staff-policy-backtest-by-country = Par pays
staff-policy-backtest-by-customer-kind = Par type de client
staff-policy-backtest-by-customer-tags = Par mention du client
staff-policy-backtest-by-price = Par prix
staff-policy-backtest-unknown-group = inconnu
staff-policy-backtest-group = Groupe
staff-policy-backtest-refused-now = Refusés aujourd'hui
staff-policy-backtest-refused-then = Refusés par le brouillon
staff-policy-backtest-count-worse = Moins bien
staff-policy-backtest-count-better = Mieux
staff-policy-backtest-unknown = Ce que cet essai ne peut pas savoir
staff-policy-backtest-csv = Chaque article décidé autrement (CSV)
staff-policy-backtest-csv-more = { $most } articles au plus. « volte policy backtest --csv » les écrit tous.
