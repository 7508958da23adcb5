# Réglages : le chemin vers le client
staff-settings-parcels = Livraisons
staff-way-out-lead = Avant le départ d’une commande, et quand un colis n’arrive jamais.
staff-way-out-told = Nous signalons à Volte chaque colis qui part
staff-way-out-told-help = Ce qui n’est dans aucun colis n’est donc pas parti : les clients l’annulent eux-mêmes et sont remboursés tout de suite. Sinon, l’un de vous vérifie d’abord.
staff-way-out-days = Délai laissé au transporteur pour retrouver un colis (jours)
staff-way-out-days-help = Passé ce délai, le consommateur qui n’a rien reçu est remboursé, ou livré à nouveau, sans autre démarche. Tant qu’il n’a pas les articles en main, leur perte est pour la boutique.
staff-need-way-out-days = Choisissez de 1 à 60 jours.
