# Les avoirs
staff-notes = Avoirs
staff-notes-lead = Chaque remboursement, crédit ou échange a son avoir, dans une numérotation continue.
staff-notes-unnamed = Aucun avoir n'est établi pour l'instant : la société qui vend n'est pas renseignée.
staff-notes-name = Renseigner la société
staff-notes-waiting = { $count ->
    [one] Un avoir en attente
   *[other] { $count } avoirs en attente
}
staff-notes-settled = Réglé
staff-notes-why = Ce qui manque
staff-notes-waits-invoice = Le numéro de la facture, auquel l'avoir d'une entreprise doit se référer. Renvoyez la commande avec ce numéro.
staff-notes-waits-buyer = Le nom et le pays de l'entreprise sur la commande.
staff-notes-waits-order = La commande, introuvable ici.
staff-notes-waits-prefix = Une autre société de cette boutique commence ses numéros de la même façon : choisissez un autre début dans les réglages.
staff-notes-waits-soon = Rien : il sera établi dans l'heure. S'il reste ici, une autre boutique de la même société utilise déjà ce début de numéro.
staff-notes-issued = Établis
staff-notes-number = Numéro
staff-notes-day = Date
staff-notes-order = Commande
staff-notes-for = Pour
staff-notes-consumer = un particulier
staff-notes-tax = Dont TVA
staff-notes-amount = Montant
staff-notes-files = Fichiers
staff-notes-paper-of = Avoir { $number } (PDF)
staff-notes-file-of = Fichier comptable de { $number } (XML)
staff-notes-older = Plus anciens
staff-notes-none = Aucun pour l'instant. Le premier sera établi avec le prochain remboursement.
staff-notes-report = Pour l'e-reporting
staff-notes-report-lead = Les avoirs de particuliers et de l'étranger, additionnés par jour et par taux. C'est le contenu de la déclaration, pas son fichier officiel.
staff-notes-since = Du
staff-notes-until = Au, inclus
staff-notes-report-get = Télécharger le tableau (CSV)
staff-notes-period = Choisissez les deux jours de la période.
staff-case-notes = Avoirs de ce retour
