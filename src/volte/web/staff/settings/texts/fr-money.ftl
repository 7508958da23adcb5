# Comment l'argent est rendu
staff-settings-money = Argent
staff-money-lead = Ce que la loi vous laisse décider. Ces choix valent pour les promesses à venir : ce qui a déjà été promis ne change pas.
staff-money-order = Quel paiement d'abord
staff-money-order-help = Quand seule une partie d'une commande revient et qu'elle a été payée de plusieurs façons, le remboursement sert d'abord le premier moyen, puis le suivant. Si tout revient, chacun retrouve son dû. Un avoir choisi par le client est pris par la fin de la liste.
staff-money-outbound = Frais de livraison, tant qu'une partie est gardée
staff-money-outbound-help = Une fois tout revenu, la loi veut que la livraison soit remboursée au tarif standard. D'ici là, c'est à vous de choisir.
staff-money-outbound-pro-rata = Au prorata de ce qui est revenu
staff-money-outbound-full = En totalité, dès le premier retour
staff-money-outbound-nothing = Rien, tant que le reste n'est pas revenu
staff-money-months = Durée de validité d'un avoir (mois)
staff-money-months-help = Comptée à partir du jour où il est émis. Un avoir qui remplace une carte cadeau ou un avoir plus ancien n'expire pas.
staff-money-accounts = Numéros de compte pour les exports
staff-money-accounts-help = Les comptes de votre plan comptable.
staff-need-money-place = Donnez à chaque moyen de paiement une place de 1 à { $last }.
staff-need-money-place-twice = Deux moyens de paiement occupent la place { $place }. Donnez à chacun la sienne.
staff-need-money-account = Un numéro de compte ne contient que des lettres et des chiffres, 20 au plus.
staff-need-money-months = Choisissez de 1 à 120 mois.
