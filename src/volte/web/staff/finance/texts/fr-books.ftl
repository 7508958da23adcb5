# Toute la comptabilité refaite, chaque nuit
staff-finance-part-books = Preuve
staff-books = Les livres tiennent-ils ensemble ?
staff-books-lead = Chaque nuit, à partir de trois heures à l'heure de la boutique, chaque écriture est recalculée à partir de ce qui l'a causée : promesses, remboursements, avoirs, échanges, factures d'avoir. Ce qui diffère reste affiché ici tant que cela diffère.
staff-books-in-order = Livres vérifiés { $when } : en ordre
staff-books-in-order-more = { $entries ->
    [0] Il n'y a pas encore d'écriture.
    [one] Une écriture a été recalculée, et elle est telle qu'elle doit être.
   *[other] { $entries } écritures ont été recalculées, et toutes sont telles qu'elles doivent être.
}
staff-books-broken = { $count ->
    [one] Livres vérifiés { $when } : une anomalie
   *[other] Livres vérifiés { $when } : { $count } anomalies
}
staff-books-broken-more = Ne clôturez rien avant que quelqu'un ait regardé. Chaque anomalie est listée avec ce qu'elle signifie et ce qu'il faut faire.
staff-books-missed = Livres vérifiés { $when }, mais pas entièrement
staff-books-missed-more = { $count ->
    [one] Un contrôle n'a pas abouti
   *[other] { $count } contrôles n'ont pas abouti
} : { $names }. Ils seront refaits la nuit prochaine ; si cela ne suffit pas, le journal du worker dit pourquoi.
staff-books-silent = Les livres n'ont pas été vérifiés depuis le { $when }
staff-books-silent-more = Ils le sont chaque nuit quand un worker tourne. Demandez un « volte doctor » à qui s'occupe de votre serveur.
staff-books-never = Les livres n'ont pas encore été vérifiés
staff-books-never-more = Cela se fait tout seul, une première fois dans les minutes qui suivent le démarrage du worker.
staff-books-running = La vérification est en cours. Rechargez cette page dans un moment.
staff-books-last-night = cette nuit à { $hour }
staff-books-on = le { $moment }
staff-books-see = Voir chaque anomalie
staff-books-check = Vérifier les livres maintenant
staff-books-begun = La vérification est lancée. Rechargez cette page dans un moment.
staff-books-findings = { $count ->
    [one] Une anomalie
   *[other] { $count } anomalies
}
staff-books-do = Que faire
staff-books-where = Où
staff-books-books = Les livres disent
staff-books-rows = Devrait être
staff-books-since = Depuis
staff-books-more = { $count ->
    [one] et une autre, affichée une fois celles-ci réglées
   *[other] et { $count } autres, affichées une fois celles-ci réglées
}
staff-books-closed = Réglées
staff-books-closed-what = Ce que c'était
staff-books-closed-at = Réglée le
staff-books-looks = Les dernières nuits
staff-books-look = Vérification
staff-books-look-entries = Écritures
staff-books-look-result = Résultat
staff-books-look-good = en ordre
staff-books-look-missed = incomplète
staff-books-look-found = { $count ->
    [one] une anomalie
   *[other] { $count } anomalies
}

staff-books-do-entries = Soit quelqu'un a annulé une écriture à la main, et celle qui doit la remplacer n'est pas encore passée : terminez cette correction. Soit des lignes ont été modifiées dans la base elle-même, sans passer par Volte. Dans ce cas, ne clôturez rien, gardez vos sauvegardes, et faites comparer ces lignes, par qui s'occupe de votre serveur, à la dernière sauvegarde où elles étaient en ordre.
staff-books-do-payments = Ne remboursez plus rien sur cette commande pour le moment. Comparez avec les pages de votre prestataire de paiement : ce qui a été encaissé, ce qui est reparti. Faites ensuite corriger la ligne fautive par qui s'occupe de votre serveur ; si de l'argent est parti deux fois, réclamez-le au client ou au prestataire.
staff-books-do-credits = Bloquez cet avoir tant qu'on ne sait pas ce qu'il contient (Avoirs clients, par ses quatre derniers caractères), pour que personne ne dépense ce qui ne lui revient pas. Sa page montre chaque mouvement. Ce qui a été modifié dans la base elle-même est rétabli par qui s'occupe de votre serveur, d'après la dernière sauvegarde où tout était en ordre.
staff-books-do-sums = C'est le plus souvent la suite d'une anomalie listée plus haut : réglez-la d'abord, puis vérifiez de nouveau. Si celle-ci est seule, des lignes d'écriture ont été ajoutées ou modifiées dans la base elle-même : voyez « Une écriture ne correspond pas à ce qui l'a causée ».
staff-books-do-notes = Ne modifiez aucune facture d'avoir et n'employez aucun numéro deux fois : ce qu'un client a reçu reste tel quel. Faites comparer ces lignes à la dernière sauvegarde par qui s'occupe de votre serveur, et signalez les numéros concernés à votre comptable.
staff-books-do-missing = Ouvrez Avoirs : la page dit lesquels attendent, et quoi. Ils sont rédigés d'eux-mêmes dès que rien ne s'y oppose ; si rien ne s'y oppose, demandez un « volte doctor » à qui s'occupe de votre serveur.

staff-books-what-entry-postings = Une écriture ne correspond pas à ce qui l'a causée
staff-books-what-entry-unbalanced = Une écriture n'est pas équilibrée
staff-books-what-entry-about = Une écriture porte sur autre chose que ce qui l'a causée, ou date d'un autre moment
staff-books-what-entry-reversal = Une annulation n'est pas le miroir de l'écriture annulée
staff-books-what-entry-number = Des numéros de journées closes manquent ou ne se suivent pas
staff-books-what-exchange-sold = Ce qui est parti en échange ne vaut pas ce qui est revenu plus la différence
staff-books-what-difference-paid = Une différence payée en ligne n'est pas celle qui était due
staff-books-what-promise-outbound = La livraison rendue n'est pas celle que dit la promesse
staff-books-what-refund-order = Un remboursement n'a pas la commande ou la devise de sa promesse
staff-books-what-refund-payment = Des remboursements ne font pas ce que leur promesse prélève sur le paiement
staff-books-what-refund-carried = Un remboursement ne reprend pas le montant de celui qu'il remplace
staff-books-what-refund-on-credit = Un remboursement porté sur un avoir client ne s'y trouve pas
staff-books-what-page-paid = Une page de paiement a encaissé plus que ce qui est écrit
staff-books-what-transfers-batched = Un fichier de virements ne fait pas la somme de ses remboursements
staff-books-what-hold-taken = Ce qui a été débité d’une empreinte bancaire n’est pas ce que sa carte a payé
staff-books-what-payment-committed = La part réservée d'un paiement n'est pas ce que ses promesses y prélèvent
staff-books-what-payment-above-captured = Il repart d'un paiement plus que ce qui a été encaissé
staff-books-what-promise-without-means = Une promesse n'est pas couverte par ses remboursements et avoirs
staff-books-what-credit-movement = Un mouvement d'avoir client n'a pas d'écriture, ou n'a pas le bon signe
staff-books-what-credit-balance = Un avoir client ne contient pas la somme de ses mouvements
staff-books-what-credit-books = Un avoir client ne contient pas ce que les livres en disent
staff-books-what-refunds-payable = Remboursements encore dus : le compte diffère des remboursements
staff-books-what-gateway-paid = Versé par les prestataires : le compte diffère des remboursements
staff-books-what-bank-paid = Versé par virement ou à la main : le compte diffère des remboursements
staff-books-what-credit-liability = Avoirs clients encore dus : le compte diffère des avoirs
staff-books-what-credit-bonus-liability = Bonus encore dus : le compte diffère des avoirs
staff-books-what-customer-receivable = Différences encore dues par des clients : le compte diffère des promesses
staff-books-what-credit-note-numbers = La numérotation des factures d'avoir a un trou
staff-books-what-credit-note-days = Une facture d'avoir est datée d'avant la précédente
staff-books-what-credit-note-total = Une facture d'avoir ne vaut pas ce qui a été promis
staff-books-what-credit-note-rows = Une facture d'avoir ne fait pas la somme de ses lignes
staff-books-what-credit-note-missing = Une facture d'avoir est due et n'a pas été rédigée
