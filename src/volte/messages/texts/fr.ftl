# Le chemin d’un retour, en tête des messages
mail-stage-request = Demande
mail-stage-travel = Envoi
mail-stage-check = Contrôle
mail-stage-done = Terminé

# Où va l’argent
mail-way-card = { $known ->
    [yes] Sur votre carte se terminant par { $ending }
   *[no] Sur votre carte bancaire
}
mail-way-wallet = Sur votre portefeuille électronique
mail-way-transfer = Par virement sur votre compte
mail-way-cash-on-delivery = Par virement, le paiement ayant eu lieu à la livraison
mail-way-gift-card = { $known ->
    [yes] De nouveau sur votre carte cadeau se terminant par { $ending }
   *[no] Sur votre carte cadeau
}
mail-way-credit = { $known ->
    [yes] De nouveau sur votre avoir se terminant par { $ending }
   *[no] En avoir
}
mail-way-new-credit = { $known ->
    [yes] Sous forme d’un nouvel avoir, avec le code { $code }
   *[no] Sous forme d’un nouvel avoir
}
mail-way-pay-later = Auprès de votre organisme de paiement différé

# Les messages dans l’espace de travail
mail-occasion-requested-received = Demande reçue
mail-occasion-evidence-asked = Précision demandée
mail-occasion-approved = Retour accepté
mail-occasion-refused = Retour refusé
mail-occasion-scanned = Colis pris en charge
mail-occasion-arrived = Colis arrivé
mail-occasion-inspected-difference = Différence constatée
mail-occasion-refund-on-its-way = Remboursement parti
mail-occasion-refund-failed-manual = Remboursement à reprendre
mail-occasion-credit-issued = Avoir émis
mail-occasion-credit-ending = Avoir bientôt périmé
mail-occasion-exchange-on-its-way = Échange parti
mail-occasion-difference-due = Différence à régler
mail-occasion-exchange-sent-first = Échange envoyé d'abord
mail-occasion-cancelled = Retour annulé
mail-occasion-expiring-soon = Dernier jour proche
mail-occasion-expired = Délai passé
mail-occasion-parcel-lost = Colis perdu
mail-occasion-goodwill-made = Geste commercial
mail-occasion-answer = Réponse
mail-occasion-question-received = Message reçu
mail-occasion-endpoint-paused = Webhook en pause
mail-occasion-withdrawal-receipt = Accusé de rétractation
mail-occasion-withdrawal-commercial = Rétractation sans droit légal
mail-occasion-withdrawal-answer = Réponse à une rétractation
mail-occasion-endpoint-failing = Webhook en échec

mail-status-queued = En attente d’envoi
mail-status-sent = Envoyé
mail-status-failed = Non distribué

# Refus
error-message-empty = Le message est vide. Écrivez quelques mots avant de l’envoyer.
error-message-too-long = Le message compte { $length } caractères, { $longest } au plus. Raccourcissez-le, ou envoyez-le en deux fois.
error-message-attachments-too-many = { $most } pièces jointes au plus par message. Envoyez les autres dans un second message.
error-mail-unknown = Ce message n’existe pas, ou n’existe plus.
error-mail-not-failed = Ce message n’attend pas de nouvel envoi.
error-mail-address-invalid = Cette adresse e-mail n’est pas valable. Vérifiez-la.
mail-occasion-deadlines-due = Échéances du matin
mail-occasion-privacy-link = Lien vers ses données
