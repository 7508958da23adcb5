# Les fichiers de virements.
staff-transfers = Virements
staff-transfers-lead = Les remboursements par virement : réunissez-les dans un fichier, confiez-le à votre banque, et indiquez quand elle l’a exécuté.
staff-transfers-unnamed = Indiquez le compte d’où partent vos virements, et Volte écrit le fichier pour votre banque.
staff-transfers-name = Indiquer le compte
staff-transfers-ready = Prêts pour le prochain fichier
staff-transfers-none = Aucun virement en attente
staff-transfers-none-more = Un remboursement arrive ici quand la commande a été payée à la livraison ou par virement, ou quand une carte l’a refusé et que le client a indiqué un compte.
staff-transfers-day = Jour d’exécution
staff-transfers-make = { $count ->
    [one] Créer le fichier : un virement, { $amount }
   *[other] Créer le fichier : { $count } virements, { $amount }
}
staff-transfers-by-hand = À verser à la main
staff-transfers-by-hand-lead = Ces sommes ne peuvent pas entrer dans un fichier. Versez-les une à une et notez la référence de votre relevé.
staff-transfers-why-no-account = Aucun compte indiqué pour l’instant : la page du retour le demande au client.
staff-transfers-why-currency = Pas en euros
staff-transfers-why-area = Compte hors de la zone SEPA
staff-transfers-why-letters = Le nom du titulaire ne peut pas s’écrire dans les lettres que les banques acceptent.
staff-transfers-reference = Référence sur le relevé
staff-transfers-paid = C’est versé
staff-transfers-files = Fichiers
staff-transfers-file = Fichier { $number }
staff-transfers-made = créé le { $day }
staff-transfers-count = { $count ->
    [one] un virement
   *[other] { $count } virements
}
staff-transfers-status-made = à la banque
staff-transfers-status-executed = exécuté
staff-transfers-status-cancelled = annulé
staff-transfers-open = Ouvrir
staff-transfers-get = Télécharger le fichier pour votre banque
staff-transfers-get-help = C’est chaque fois le même fichier. Il contient des noms et des comptes : ne le gardez pas plus longtemps que nécessaire.
staff-transfers-gone = Son contenu a été effacé.
staff-transfers-executed = La banque l’a exécuté
staff-transfers-executed-on = Quel jour ?
staff-transfers-executed-go = Marquer tous ses remboursements comme versés
staff-transfers-cancel = La banque ne le recevra pas
staff-transfers-cancel-help = Ses virements attendent de nouveau, et le fichier est effacé. Jamais une fois que la banque l’a reçu.
staff-transfers-cancel-go = Annuler ce fichier
staff-transfers-in-it = Les virements qu’il contient
staff-transfers-return = Retour
staff-transfers-account = Compte
staff-transfers-amount = Montant
staff-transfers-state = Où il en est
staff-transfers-from = Depuis
staff-transfers-on = À exécuter le
staff-transfers-done-on = Exécuté le
staff-transfers-rejected = Rejeté par la banque
staff-transfers-rejected-why = Pourquoi
staff-transfers-reject-AC01 = Numéro de compte erroné (AC01)
staff-transfers-reject-AC04 = Compte clos (AC04)
staff-transfers-reject-AC06 = Compte bloqué (AC06)
staff-transfers-reject-AG01 = Virement impossible sur ce compte (AG01)
staff-transfers-reject-MS03 = Sans motif (MS03)
staff-transfers-rejected-go = Il est revenu
staff-transfers-said-made = Le fichier { $number } est créé. Téléchargez-le et confiez-le à votre banque.
staff-transfers-said-executed = Le fichier { $number } est exécuté : ses remboursements sont versés.
staff-transfers-said-cancelled = Le fichier { $number } est annulé : ses virements attendent de nouveau.
staff-transfers-said-paid = Noté comme versé.
staff-transfers-said-rejected = Noté : la somme est de nouveau due, et un autre moyen est demandé au client.
staff-transfers-no-day = Indiquez un jour, comme 2026-12-01.
staff-finance-part-transfers = Virements
