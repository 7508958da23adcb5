# La finance d'une période
staff-finance-part-finance = Vue d'ensemble
staff-finance-part-differences = Écarts
staff-finance-part-notes = Avoirs
staff-finance-part-credits = Avoirs clients
staff-finance-question = Qu'avons-nous rendu du { $since } au { $until } ?
staff-finance-finding = { $sums } rendus aux clients
staff-finance-nothing = Rien n'a été rendu pendant cette période
staff-finance-periods = Périodes usuelles
staff-finance-period-week = 7 jours
staff-finance-period-thirty = 30 jours
staff-finance-period-month = Ce mois
staff-finance-period-last-month = Le mois dernier
staff-finance-period-year = Cette année
staff-finance-other-days = Choisir d'autres dates
staff-finance-show = Afficher
staff-finance-balanced = Les journées de la période sont équilibrées : débits et crédits sont égaux, au centime près.
staff-finance-unbalanced = { $count ->
    [one] Une journée ne s'équilibre pas
   *[other] { $count } journées ne s'équilibrent pas
}
staff-finance-unbalanced-more = Débits et crédits y diffèrent. Ne clôturez rien : demandez à qui s'occupe de votre serveur de lancer « volte ledger verify », qui désigne chaque écriture en cause.
staff-finance-times = Nombre
staff-finance-amount = Montant
staff-finance-open = Remboursements en cours
staff-finance-open-what = Ce qu'ils attendent
staff-finance-open-none = Rien n'est en attente
staff-finance-open-none-more = Tous les remboursements promis sont arrivés.
staff-finance-waiting = À traiter, les plus urgents d'abord
staff-finance-needs-decision = Refusés par le prestataire
staff-finance-needs-meaning = Réponse incomprise
staff-finance-needs-paying = À virer ou à verser
staff-finance-needs-account = En attente d'un IBAN
staff-finance-needs-provider = Chez le prestataire
staff-finance-differences = Écarts avec les prestataires
staff-finance-do-decision = Échoué : relancez-le depuis le retour, ou versez-le autrement. Depuis le
staff-finance-do-meaning = Vérifiez sur les pages du prestataire ce qu'il en est. Depuis le
staff-finance-do-paying = Faites le virement, puis notez sa référence sur le retour. En attente depuis le
staff-finance-do-account = Le client doit encore indiquer son compte ; la page de son retour le lui demande. Depuis le
staff-finance-do-provider = En route. Depuis le
staff-finance-no-return = hors retour
staff-finance-more = { $count ->
    [one] et un autre
   *[other] et { $count } autres
}
staff-finance-late = { $count ->
    [0] Aucun remboursement en retard
    [one] Un remboursement en retard
   *[other] { $count } remboursements en retard
}
staff-finance-late-none = Tout ce qui est dû a été versé à temps, ou peut encore l'être.
staff-finance-late-costs = Ces retards coûtent déjà { $costs } selon la loi, en plus des remboursements.
staff-finance-return = Retour
staff-finance-late-what = Échéance dépassée
staff-finance-late-days = Jours
staff-finance-late-owed = Encore dû
staff-finance-late-cost = Coût légal à ce jour
staff-finance-by-day = Par jour
staff-finance-chart = Montants rendus, en { $currency }
staff-finance-day = Jour
staff-finance-given-back = Rendu
staff-finance-debit = Débits
staff-finance-credit = Crédits
staff-finance-state = Écritures
staff-finance-day-balances = équilibrées
staff-finance-day-closed = équilibrées, closes
staff-finance-day-differs = déséquilibrées
staff-finance-by-way = Par moyen de paiement
staff-finance-way = Moyen de paiement
staff-finance-credit-issued = Avoir émis
staff-finance-by-reason = Par motif
staff-finance-reason = Motif
staff-finance-reason-gesture = Geste commercial
staff-finance-reason-other = Sans motif connu
staff-finance-given-away = Offert avec les échanges
staff-finance-given-away-lead = L’article plus cher est parti et la différence a été offerte au client : aucune somme n’a bougé. Par motif de retour du premier article.
staff-finance-share = Part
staff-finance-percent = { $share } %
staff-finance-definition = Comment ces sommes sont comptées
staff-finance-counted-moved = Une somme compte le jour où elle est partie : versée par le prestataire ou par vous, ou inscrite sur un avoir (sans son bonus). Si elle revient, parce qu'un compte est clos par exemple, elle est déduite le jour de son retour. Les jours sont ceux de la boutique, et chaque devise a ses propres totaux.
staff-finance-counted-reason = Quand un remboursement couvre plusieurs articles, il est réparti entre leurs motifs au prorata de leur valeur ; la livraison et les frais suivent. Les parts font exactement le total.
staff-finance-counted-balance = Chaque mouvement est écrit deux fois, au débit et au crédit. La base de données refuse une écriture qui ne s'équilibre pas ; cette page refait l'addition.
staff-finance-credits = Avoirs non dépensés
staff-finance-credits-count = { $count ->
    [one] Un avoir
   *[other] { $count } avoirs
}
staff-finance-credits-ending = dont { $amount } expirent dans les 30 jours
staff-finance-credits-none = Aucun avoir n'attend d'être dépensé.
staff-finance-files = Exports
staff-finance-files-lead = Pour la période affichée, du { $since } au { $until } inclus.
staff-finance-file-postings = Journal (CSV)
staff-finance-file-sums = Remboursements par jour (CSV)
staff-finance-file-fec = FEC
staff-finance-file-reporting = E-reporting (CSV)
staff-finance-file-day = jour
staff-finance-file-currency = devise
staff-finance-file-times = nombre
staff-finance-file-amount = montant
staff-finance-fec-closed = Le FEC ne contient que des journées closes.
staff-finance-fec-company = Pour le FEC, il manque le SIREN de la société.
staff-finance-closing = Clôture
staff-finance-closed-until = Les livres sont clos jusqu'au { $day } inclus.
staff-finance-closed-never = Aucune journée n'a encore été close.
staff-finance-close-until = Clôturer jusqu'au, inclus
staff-finance-close-help = Les écritures de ces journées reçoivent leur numéro définitif et plus rien ne peut s'y ajouter. Une clôture ne s'annule pas.
staff-finance-close = Clôturer définitivement
staff-finance-close-day = Choisissez le dernier jour à clôturer.
staff-finance-closed-done = { $entries ->
    [0] Les livres sont clos jusqu'au { $day } : aucune écriture ces jours-là.
    [one] Les livres sont clos jusqu'au { $day } : une écriture numérotée.
   *[other] Les livres sont clos jusqu'au { $day } : { $entries } écritures numérotées.
}
