# Ce que l'on regarde
warehouse-question-identity = Est-ce le bon article ?
warehouse-question-state = Dans quel état ?
warehouse-question-function = Fonctionne-t-il ?
warehouse-question-seal = La protection d’hygiène est-elle intacte ?
warehouse-question-tags = Les étiquettes sont-elles là ?
warehouse-question-packaging = Et l’emballage ?
warehouse-question-accessories = Les accessoires sont-ils complets ?

warehouse-fine-identity = C’est le bon
warehouse-fine-state = Comme neuf
warehouse-fine-function = Fonctionne
warehouse-fine-seal = Intacte
warehouse-fine-tags = En place
warehouse-fine-packaging = Complet, fermé
warehouse-fine-accessories = Complets

warehouse-finding-unworn = Jamais porté ni utilisé
warehouse-finding-worn = Porté ou utilisé
warehouse-finding-marked = Taché ou marqué
warehouse-finding-damaged = Abîmé
warehouse-finding-defective = En panne ou défectueux
warehouse-finding-unsafe = Dangereux
warehouse-finding-packaging-opened = Emballage ouvert
warehouse-finding-packaging-missing = Emballage absent
warehouse-finding-accessories-missing = Accessoires manquants
warehouse-finding-tags-removed = Étiquettes retirées
warehouse-finding-seal-broken = Protection d’hygiène retirée
warehouse-finding-wrong-item = Autre article
warehouse-finding-not-returned = Article absent du colis

warehouse-grade-a = A · comme neuf
warehouse-grade-b = B · à reconditionner
warehouse-grade-c = C · porté ou incomplet
warehouse-grade-d = D · invendable

warehouse-disposition-restock = Remettre en vente
warehouse-disposition-repack = Réemballer
warehouse-disposition-refurbish = Remettre en état
warehouse-disposition-repair = Réparer
warehouse-disposition-outlet = Vendre en déstockage
warehouse-disposition-second-hand = Vendre en seconde main
warehouse-disposition-supplier = Renvoyer au fournisseur
warehouse-disposition-liquidate = Céder à un soldeur
warehouse-disposition-donate = Donner
warehouse-disposition-recycle = Recycler
warehouse-disposition-destroy = Détruire

warehouse-reason-nothing-came = L’article n’était pas dans le colis : à vous de décider.
warehouse-reason-another-item = Un autre article est arrivé : à vous de décider.
warehouse-reason-unsafe = L’article est dangereux : il ne doit plus servir.
warehouse-reason-nobodys = Personne ne l’attendait et nous ne savons pas quel article c’est : mettez-le de côté, une personne décide.
warehouse-reason-uncounted = Aucune référence ne permet de le compter en stock : à vous de décider.
warehouse-reason-hygiene = Pour l’hygiène, il ne peut être ni revendu ni donné.
warehouse-reason-supplier = Le défaut vient du fournisseur, qui reprend l’article.
warehouse-reason-mend-defect = Le défaut se répare.
warehouse-reason-mend-damage = Ce genre d’article vaut une réparation.
warehouse-reason-end-of-life = Il ne peut plus être vendu tel quel.
warehouse-reason-give = Il n’est plus vendable, mais peut encore servir.
warehouse-reason-renew = Une remise en état lui rend sa valeur.
warehouse-reason-second-hand = Il a été porté : la seconde main lui va mieux que le rayon.
warehouse-reason-outlet-c = Il se vend encore, à prix réduit.
warehouse-reason-repack = L’article est comme neuf, seule sa présentation est à refaire.
warehouse-reason-outlet-b = Il est presque neuf, sans pouvoir être vendu comme tel.
warehouse-reason-as-new = Il est comme neuf.
warehouse-reason-law = La loi préfère le réemploi et le recyclage à la destruction ({ $source }).

warehouse-match-expected = Attendu
warehouse-match-extra = En plus
warehouse-match-wrong-item = Autre article
warehouse-match-unannounced = Non annoncé

warehouse-status-awaiting = À contrôler
warehouse-status-inspected = Contrôlé

warehouse-history-inspected = Contrôle
warehouse-history-redecided = Nouvelle destination
warehouse-history-undone = Annulé aussitôt

# Refus
error-unit-unknown = Nous ne trouvons pas cette pièce. Scannez son étiquette ou le colis dont elle vient.
error-arrival-unknown = Nous ne trouvons pas cette réception.
error-location-unknown = La boutique n’a pas de lieu « { $location } ». Choisissez-en un dans la liste, ou ajoutez-le dans les réglages.
error-unit-count-invalid = La quantité doit être un nombre entier d’au moins 1 (ou 0 pour un stock compté).
error-arrival-too-large = Un colis compte au plus { $most } pièces. Enregistrez le reste comme un autre colis.
error-unit-already-resolved = Cette pièce est déjà rattachée à un retour.
error-unit-already-inspected = Cette pièce vient d’être contrôlée. Pour changer sa destination, choisissez-en une autre.
error-unit-not-inspected = Cette pièce n’a pas encore été contrôlée.
error-finding-unknown = « { $finding } » n’est pas un constat connu.
error-findings-contradict = Ces deux constats ne vont pas ensemble : « { $first } » et « { $second } ».
error-grade-needs-reason = Les constats donnent { $proposed }, vous choisissez { $chosen } : dites en un mot pourquoi.
error-destruction-needs-reason = La loi protège cet article de la destruction : écrivez pourquoi il n’y a pas d’autre issue.
error-restock-needs-sku = Sans référence, cette pièce ne peut pas retourner en stock. Rattachez-la d’abord à un article.
error-disposition-needs-reason = Dites en un mot pourquoi la destination change.
error-disposition-same = Cette pièce y va déjà. Choisissez une autre destination.
error-nothing-to-undo = Il n’y a rien à annuler ici, ou quelqu’un d’autre est passé après vous.
error-undo-too-late = Les { $seconds } secondes sont passées. Changez la destination à la place.
error-stock-promised = Toutes les pièces « { $sku } » de ce lieu sont promises à des clients : celle-ci ne peut pas être retirée.
error-stock-unavailable = « { $sku } » n’est plus disponible. Proposez une autre taille, un avoir ou un remboursement.
error-reservation-unknown = Nous ne trouvons pas cette réservation.
error-reservation-ended = Cette réservation est déjà terminée.
