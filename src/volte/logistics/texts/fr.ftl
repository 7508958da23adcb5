# Façons de renvoyer
logistics-carrier-manual = Étiquette établie par la boutique
logistics-method-drop-off = Point de dépôt
logistics-method-store = En magasin
logistics-method-pickup = Retrait à domicile
logistics-method-mail = Envoi par vos soins
logistics-method-keep = Vous gardez l’article

logistics-effort-drop-off = Vous emballez, vous déposez. Pas d’imprimante : montrez le code sur votre téléphone.
logistics-effort-store = Ni carton ni étiquette : apportez l’article et montrez votre code.
logistics-effort-pickup = Vous emballez et collez l’étiquette ; on passe chez vous, il faut quelqu’un à la maison.
logistics-effort-mail = Vous emballez, collez l’étiquette et confiez le colis au transporteur de votre choix.
logistics-effort-keep = Rien à faire, rien à renvoyer.

logistics-step-pack = Emballer
logistics-step-print = Imprimer l’étiquette
logistics-step-go-out = Se déplacer
logistics-step-be-home = Être présent au passage

logistics-need-nothing = Rien à imprimer
logistics-need-code = Un code sur votre téléphone suffit
logistics-need-printed = Étiquette à imprimer

logistics-cheapest = Le moins cher
logistics-easiest = Le plus simple
logistics-co2e = Entre { $low } et { $high } g de CO₂e (estimation)
logistics-co2e-none = Aucun transport
logistics-co2e-source = Estimation d’après { $source }. L’essentiel dépend de votre trajet : à pied ou en chemin, presque rien ; en voiture exprès, l’essentiel du total. Emballage non compté.

# L’étiquette
logistics-label-title = Retour
logistics-label-from = Expéditeur
logistics-label-to = Destinataire
logistics-label-number = Retour
logistics-label-order = Commande
logistics-label-by = À remettre jusqu’au
logistics-label-advice = Collez l’étiquette à plat et masquez l’ancienne.
logistics-label-bars = Code-barres du colis : { $code }
logistics-label-square = Code QR du colis : { $code }
logistics-code-title = Votre code de retour : { $code }

# Où est le colis ?
logistics-parcel-expected = En attente de remise
logistics-parcel-dropped-off = Déposé
logistics-parcel-in-transit = En chemin
logistics-parcel-delivered = Livré
logistics-parcel-lost = Perdu
logistics-parcel-cancelled = Annulé

logistics-scan-dropped-off = Colis déposé
logistics-scan-in-transit = Colis pris en charge par le transporteur
logistics-scan-delivered = Colis livré
logistics-scan-lost = Colis déclaré perdu

# Refus
error-parcel-unknown = Nous ne trouvons pas ce colis. Vérifiez le code imprimé sous le code-barres.
error-parcel-not-needed = Rien à renvoyer ici : aucun colis n’est nécessaire.
error-parcel-already-travelling = Ce colis est déjà parti : il ne peut plus être annulé.
error-parcel-cancelled = Ce colis a été annulé : il n’a plus d’étiquette.
error-destination-unknown = Aucun lieu de la boutique ne peut recevoir ce colis. Ajoutez un lieu dans les réglages.
error-scan-in-future = Ce passage est daté du { $at }, qui n’est pas encore arrivé. Vérifiez l’heure du lecteur.
error-tracking-unknown = Le transporteur ne suit pas ce colis sous un numéro à lui.
