staff-parcels = Colis sans retour
staff-parcels-lead = Ils sont arrivés sans que personne ne les annonce. Dites à quel retour chacun appartient : la suite se fait toute seule.
staff-parcels-nameless = Un article que personne n’a su nommer
staff-parcels-code = Code { $code }
staff-parcels-code-label = Code sur le colis
staff-parcels-place = Où
staff-parcels-received = Reçu
staff-parcels-none = Chaque colis a son retour.
staff-parcels-none-more = Les colis que personne n’a annoncés apparaissent ici.
staff-parcels-whose = À qui est-ce ?
staff-parcels-find = Retrouver le retour
staff-parcels-which = Quel article de { $number }, { $name } ?
staff-parcels-left =
    { $count ->
        [0] on n’en attend plus
        [one] on en attend encore un
       *[other] on en attend encore { $count }
    }
staff-parcels-choose-item = Choisissez l’article dont il s’agit.
staff-parcels-go = Il appartient à cet article
staff-parcels-other = Un autre retour
staff-parcels-done = L’article appartient maintenant au retour { $number }.
