error-gateway-unknown = Aucun prestataire de paiement nommé « { $gateway } » n'est connecté ici.
error-reconciliation-days = Choisissez entre 1 et 400 jours.
error-reconciliation-unknown = Cette boutique ne connaît pas ce rapprochement.
error-reconciliation-finished = Ce rapprochement est déjà terminé. Lancez-en un nouveau.
error-discrepancy-unknown = Cette boutique ne connaît pas cet écart.
error-discrepancy-closed = Cet écart a été clos entre-temps. Rechargez la page pour voir comment.
error-discrepancy-not-taken-over = Reprendre la réponse du prestataire ne changerait rien ici : comparez les deux côtés, puis marquez l'écart comme traité.
error-discrepancy-not-asked = Ce remboursement n'attend aucune réponse ; il n'y a rien à demander.
