# La semaine, échéance par échéance
staff-deadlines = La semaine
staff-deadlines-question = Quelles échéances seront manquées cette semaine ?
staff-deadlines-late =
    { $count ->
        [0] Rien n'est en retard
        [one] Une est en retard
       *[other] { $count } sont en retard
    }
staff-deadlines-today =
    { $count ->
        [0] Rien pour aujourd'hui
        [one] Une pour aujourd'hui
       *[other] { $count } pour aujourd'hui
    }
staff-deadlines-within =
    { $count ->
        [0] Rien dans les sept jours suivants
        [one] Une dans les sept jours suivants
       *[other] { $count } dans les sept jours suivants
    }
staff-deadlines-late-costs = Les retards coûtent déjà { $costs } de majoration légale.
staff-deadlines-late-interest = Des intérêts au taux légal courent sur { $sums }.
staff-deadlines-late-interest-so-far = Ils en sont à { $sums }, au dernier taux connu de Volte.
staff-forecast-key = Le point : combien d'échéances seront manquées en moyenne. Le trait : leur nombre, huit fois sur dix.
staff-forecast-by-day = Jour par jour
staff-forecast-in-danger = Les échéances les plus menacées
staff-forecast-more = Les { $count } autres sont dans le fichier.
staff-forecast-costs = Coût légal à prévoir de ces retards : { $costs }.
staff-forecast-unknown =
    { $count ->
        [one] D'une échéance on ne peut rien dire : l'historique de cette étape est trop court.
       *[other] De { $count } échéances on ne peut rien dire : l'historique de cette étape est trop court.
    }
staff-forecast-rough = ≈ : ce dossier attend déjà plus longtemps que presque tous les autres ; il est comparé à ceux qui ont attendu le plus.
staff-forecast-nothing = Aucune échéance cette semaine
staff-forecast-nothing-more = Quand quelqu'un attendra une réponse ou un remboursement, la date limite paraîtra ici.
staff-forecast-column-day = Jour
staff-forecast-column-due = Échéances
staff-forecast-column-unknown = Sans prévision
staff-forecast-column-mean = Manquées, en moyenne
staff-forecast-column-between = Huit fois sur dix
staff-forecast-column-low = Au moins
staff-forecast-column-high = Au plus
staff-forecast-column-cost = Coût légal à prévoir
staff-forecast-column-currency = Devise
staff-forecast-column-number = Retour
staff-forecast-column-what = À faire
staff-forecast-column-waited = Attend depuis
staff-forecast-column-waited-hours = Heures d'attente
staff-forecast-column-allowed-hours = Heures accordées
staff-forecast-column-chance = Risque
staff-forecast-between = de { $low } à { $high }
staff-forecast-days =
    { $count ->
        [one] un jour
       *[other] { $count } jours
    }
staff-forecast-hours =
    { $count ->
        [0] moins d'une heure
        [one] une heure
       *[other] { $count } heures
    }
staff-forecast-no-chance = on ne sait pas
staff-forecast-definition = Comment on prévoit
staff-forecast-counted-history = Lu dans vos propres dossiers des douze derniers mois : combien de temps ont réellement pris les réponses, et les remboursements à partir de la demande, de l'accord, de la remise, de l'arrivée ou du contrôle. Ce qui est encore ouvert compte pour le temps déjà passé. Les historiques importés ne comptent pas.
staff-forecast-counted-chance = Le risque d'une échéance : parmi les dossiers semblables qui ont attendu aussi longtemps, la part de ceux qui étaient encore ouverts à la date limite. Un dossier qui attend déjà plus longtemps que presque tous est comparé à ceux qui ont attendu le plus (≈) ; avec moins de { $fewest } dossiers en tout, rien n'est dit.
staff-forecast-counted-interval = Le nombre prévu est la somme des risques. L'intervalle suppose que chaque dossier suit son cours ; l'absence d'un collègue n'y est pas.
staff-forecast-counted-cost = Le coût légal à prévoir suit la majoration de chaque loi pendant { $days } jours de retard, avec la probabilité que le dossier soit encore ouvert. Les intérêts au taux légal, fixés par l'État, n'y sont pas.
staff-forecast-days-file = Télécharger les jours (CSV)
staff-forecast-each-file = Télécharger les échéances (CSV)
