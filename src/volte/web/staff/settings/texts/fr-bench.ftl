# Settings: the bench
staff-settings-bench = Contrôle
staff-bench-lead = Ce que la personne qui contrôle les articles décide sans le service client.
staff-bench-alone = Retenue pour usage sans demander, par article
staff-bench-alone-help = Jusqu’à ce montant, une retenue proposée au contrôle, photos à l’appui, est définitive et le reste est payé aussitôt. Au-delà, ou tant que ce champ est vide, un agent décide. Dans tous les cas, le client peut contester.
