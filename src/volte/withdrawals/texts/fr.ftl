# La rétractation en ligne : ce qui est déclaré, son accusé de réception, et le formulaire type de la loi.
withdrawal-sentence-whole = Je vous notifie par la présente ma rétractation du contrat { $contract }, pour la totalité de la commande.
withdrawal-sentence-part = Je vous notifie par la présente ma rétractation du contrat { $contract }, pour les articles suivants :

withdrawal-receipt-title = Accusé de réception de votre rétractation
withdrawal-receipt-lead = { $shop } a bien reçu la déclaration ci-dessous. Conservez ce document : il en prouve le contenu, la date et l'heure.
withdrawal-receipt-number = Numéro
withdrawal-receipt-at = Reçue le
withdrawal-receipt-name = Nom
withdrawal-receipt-contract = Commande ou contrat
withdrawal-receipt-email = Accusé envoyé à
withdrawal-receipt-statement = Ce que vous avez déclaré
withdrawal-receipt-next = Vous n'avez rien d'autre à faire pour vous rétracter. Nous vérifions maintenant votre commande, puis nous vous écrivons comment renvoyer vos articles et quand vous serez remboursé.
withdrawal-receipt-digest = Empreinte de la déclaration (SHA-256)
withdrawal-receipt-verify = Cette empreinte est celle du fichier { $file } joint à notre e-mail, au caractère près. Pour la vérifier, calculez le SHA-256 de ce fichier (par exemple avec la commande sha256sum) et comparez.

withdrawal-form-title = Modèle de formulaire de rétractation
withdrawal-form-lead = (Veuillez compléter et renvoyer le présent formulaire uniquement si vous souhaitez vous rétracter du contrat.)
withdrawal-form-to = À l'attention de :
withdrawal-form-notice = Je/nous (*) vous notifie/notifions (*) par la présente ma/notre (*) rétractation du contrat (*) portant sur la vente du bien (*)/pour la prestation de services (*) ci-dessous :
withdrawal-form-line-ordered = Commandé le (*)/reçu le (*) :
withdrawal-form-line-name = Nom du (des) consommateur(s) :
withdrawal-form-line-address = Adresse du (des) consommateur(s) :
withdrawal-form-line-signature = Signature du (des) consommateur(s) (uniquement en cas de notification du présent formulaire sur papier) :
withdrawal-form-line-date = Date :
withdrawal-form-footnote = (*) Rayez la mention inutile.

withdrawal-standing-received = Reçue
withdrawal-standing-accepted = Acceptée
withdrawal-standing-commercial = Sans droit légal
withdrawal-standing-to-look-at = À examiner
withdrawal-standing-settled = Terminée
withdrawal-standing-repeated = Envoyée une seconde fois

withdrawal-why-unknown-order = Aucune commande ne porte ce numéro.
withdrawal-why-other-person = La commande existe, mais le nom ou l'adresse e-mail n'est pas celui de l'acheteur.
withdrawal-why-in-words = Les articles sont décrits avec des mots : quelqu'un doit dire lesquels sont visés.
withdrawal-why-nothing-left = Tout ce qui est visé est déjà revenu ou annulé.
withdrawal-why-in-doubt = La loi ne permet pas de trancher seule pour un article au moins.
withdrawal-why-not-delivered = Tout n'est pas encore livré : arrêtez l'envoi si vous le pouvez, ou attendez le retour.
withdrawal-why-joined = Un retour déjà demandé attend encore une décision ; cette rétractation le rejoint.
withdrawal-why-unconfirmed = Envoyée avec beaucoup d'autres depuis la même connexion, et pas encore confirmée d'un second clic.

error-withdrawal-unknown = Cette rétractation n'existe pas.
error-withdrawal-moved-on = La rétractation { $number } a déjà été traitée. Rechargez la page.
error-withdrawal-incomplete = Il manque une indication ({ $fields }).
error-withdrawal-too-long = Ce texte est trop long ({ $field } : { $most } caractères au plus). Rien n'a été coupé : raccourcissez-le, puis envoyez-le.
error-withdrawal-email-invalid = Cette adresse e-mail n'est pas valable. Vérifiez-la : l'accusé de réception y est envoyé.
error-withdrawal-article-unknown = Cet article n'est pas dans cette commande. Reprenez depuis le début, ou décrivez-le avec vos mots.
withdrawal-receipt-through = Reçue
withdrawal-through-letter = Par courrier, saisie le { $at }
withdrawal-through-mail = Par e-mail, saisie le { $at }
withdrawal-through-phone = Par téléphone, saisie le { $at }
withdrawal-through-store = En magasin, saisie le { $at }
error-withdrawal-moment-invalid = Une déclaration compte du jour où elle a été envoyée ou faite : ni à venir, ni vieille de plus d'un an et quatorze jours.
