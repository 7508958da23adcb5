# Le portail du client : retrouver, choisir, comprendre, renvoyer, suivre.

portal-step-what = Articles
portal-step-why = Motif
portal-step-instead = En échange
portal-step-way = Renvoi
portal-step-check = Vérification
portal-plain = { $words }
portal-go-on = Continuer
portal-go-on-one = Continuer avec un article
portal-go-on-many = Continuer avec %n articles
portal-sending = Un instant…
portal-change = Modifier
portal-back-order = Voir toute la commande
portal-quantity-of = { $count ->
    [one] { $item }
   *[other] { $count } × { $item }
}

# Retrouver sa commande
portal-find-title = Faire un retour
portal-find-lead = Deux minutes suffisent, sans compte à créer. Vous voyez ce qui vous revient avant de décider.
portal-find-first = Retrouvez d’abord votre commande : votre visite est terminée depuis un moment, ou n’a pas encore commencé.
portal-find-number = Numéro de commande
portal-find-number-help = Par exemple 1001. Avec ou sans #.
portal-find-number-missing = Indiquez le numéro de votre commande.
portal-find-proof = Adresse e-mail ou code postal
portal-find-proof-help = L’adresse e-mail de la commande, ou le code postal de livraison.
portal-find-proof-missing = Indiquez l’adresse e-mail de la commande ou le code postal de livraison.
portal-find-button = Voir ma commande
portal-find-where = Où trouver mon numéro de commande ?
portal-find-where-mail = En haut de l’e-mail de confirmation, reçu le jour de l’achat.
portal-find-where-parcel = Sur le bon de livraison, glissé dans le colis.
portal-find-where-account = Dans votre compte client, si vous en avez un.
portal-find-where-lost = Introuvable ? Écrivez-nous à { $email }, nous le cherchons pour vous.
portal-find-how = Comment cela se passe
portal-find-how-choose = Vous choisissez les articles, et ce que vous voulez à la place.
portal-find-how-hand = Vous les remettez : un code sur votre téléphone suffit souvent.
portal-find-how-get = Vous suivez chaque étape, jusqu’à l’argent.

# La commande
portal-order-title = Que souhaitez-{"\u2060"}vous renvoyer ?
portal-order-about = Commande n° { $number }, passée le { $day }
portal-order-about-unnumbered = Commande passée le { $day }
portal-order-legend = Articles de la commande
portal-order-choose-one = Choisissez au moins un article.
portal-order-count = Combien ?
portal-order-count-of = Combien de « { $item } »
portal-order-count-wrong = Pour « { $item } », choisissez un nombre de 1 à { $most }.
portal-order-nothing = Aucun article de cette commande ne peut être renvoyé d’ici. Une question ? { $email }
portal-order-nothing-unwritten = Aucun article de cette commande ne peut être renvoyé d’ici.
portal-order-returns = Vos retours pour cette commande
portal-order-return-of = { $units ->
    [one] Un article, demandé le { $day }
   *[other] { $units } articles, demandés le { $day }
}
portal-order-leave = Fermer cette commande
portal-order-leave-help = D’autres utilisent cet ordinateur ? Fermez-la avant de partir.
portal-item-until = Retour possible jusqu’au { $day }
portal-item-taken = Il ne reste rien à renvoyer de cet article.
portal-item-of-kit = Vendu avec « { $kit } ». Vous pouvez le rendre seul, pour sa part du prix.
portal-item-replacement = L’article neuf reçu en remplacement
portal-item-repair = Réparé et renvoyé chez vous
portal-item-exchanged = Reçu à la place de { $item }

# Pourquoi
portal-why-title = Pourquoi ce retour ?
portal-why-lead = Répondez si vous voulez : cela nous aide à mieux vous proposer la suite.
portal-why-legend = Le motif
portal-why-rather-not = Je préfère ne pas le dire
portal-why-fault-legend = Qu’est-ce qui ne va pas ?
portal-why-fault-help = Pour un changement d’avis, c’est trop tard ou exclu. Un défaut, lui, se signale encore.
portal-why-fault-needed = Dites-nous ce qui ne va pas avec « { $item } » : sans défaut, il ne peut plus être repris.
portal-why-seal = La protection d’origine est-elle intacte ?
portal-why-seal-help = Une fois retirée, l’hygiène ne permet plus de reprendre l’article, sauf s’il a un défaut.
portal-why-seal-whole = Oui, elle est en place
portal-why-seal-broken = Non, je l’ai ouverte
portal-why-seal-needed = Dites-nous si la protection de « { $item } » est intacte.
portal-why-comment-open = Ajouter un mot
portal-why-comment = Votre mot sur « { $item } »
portal-comment-too-long = Ce texte compte { $length } caractères, { $most } au plus. Raccourcissez-le un peu.

# Montrer
portal-proof-title = Montrez-nous
portal-proof-photos = Photos de « { $item } »
portal-proof-photos-help = Une de près, une d’ensemble. JPEG, PNG ou WebP, { $megabytes } Mo au plus. Nous effaçons le lieu et les autres données cachées.
portal-proof-thanks = Bien reçu : ces photos nous suffisent.
portal-proof-kept = Photos déjà reçues
portal-proof-kept-alt = Photo { $place } de « { $item } »
portal-proof-remove = Retirer la photo { $place }
portal-proof-comment = Ce qui ne va pas
portal-proof-comment-help = Quelques mots : où, depuis quand.
portal-proof-photo-missing = Ajoutez une photo de « { $item } », ou choisissez de l’envoyer plus tard.
portal-proof-words-missing = Écrivez quelques mots sur « { $item } », ou choisissez de le faire plus tard.
portal-photos-too-many = { $most } photos au plus : les suivantes n’ont pas été gardées.
portal-proof-later = Plus tard
portal-proof-later-help = Vous pourrez les ajouter à votre demande ; elle attendra jusque-là.

# En échange
portal-instead-title = Que souhaitez-{"\u2060"}vous à la place ?
portal-instead-legend = Pour { $item }
portal-instead-needed = Choisissez ce que vous souhaitez pour « { $item } ».
portal-instead-gone = Entre-temps, ce que vous aviez choisi n’est plus disponible. Voici ce qui reste possible.
portal-instead-exchange = L’échanger
portal-instead-exchange-reserved = Réservé pour vous dès votre demande.
portal-instead-more = Voir les autres modèles
portal-instead-others = Choisir un autre article
portal-instead-others-help = Avec la différence de prix exacte. Il part aux mêmes conditions.
portal-instead-same = Même prix
portal-instead-pays = + { $amount }
portal-instead-gets = { $amount } rendus
portal-instead-credit = Un avoir de { $amount }
portal-instead-credit-bonus = Soit { $bonus } offerts. Valable { $months } mois, sur toute la boutique.
portal-instead-credit-bonus-sooner = Soit { $bonus } offerts, à utiliser sous { $own } mois ; le reste est valable { $months } mois, sur toute la boutique.
portal-instead-credit-bonus-sooner-ever = Soit { $bonus } offerts, à utiliser sous { $own } mois ; le reste n’expire jamais et vaut sur toute la boutique.
portal-instead-credit-plain-ever = Sans date d’expiration, sur toute la boutique.
portal-instead-credit-plain = Valable { $months } mois, sur toute la boutique.
portal-instead-refund = Un remboursement de { $amount }
portal-instead-replacement = Le même, en bon état
portal-instead-repair = Une réparation, à nos frais
portal-instead-price-reduction = Le garder, avec une réduction
portal-instead-price-reduction-detail = Nous vous écrivons pour convenir du montant.
portal-instead-outbound = S’y ajoutent { $amount } pour la livraison, si vous êtes remboursé en argent ou en avoir.
portal-when-carrier-scan = Dans les { $days } jours qui suivent la remise de vos articles.
portal-when-receipt = Dans les { $days } jours qui suivent l’arrivée de vos articles.
portal-when-inspection = Dans les { $days } jours qui suivent la vérification de vos articles.
portal-when-carrier-scan-lawful = Dans les { $days } jours qui suivent la remise de vos articles, et au plus tard le { $day } si vous les remettez d’ici là.
portal-when-receipt-lawful = Dans les { $days } jours qui suivent l’arrivée de vos articles, et au plus tard le { $day } si vous les remettez d’ici là.
portal-when-inspection-lawful = Dans les { $days } jours qui suivent la vérification de vos articles, et au plus tard le { $day } si vous les remettez d’ici là.
portal-when-indexed = La loi y ajoute ce que l’argent aura perdu de sa valeur d’ici là.
portal-when-by = Au plus tard le { $day }.
portal-then-carrier-scan = Envoyé dès que vos articles sont remis.
portal-then-receipt = Envoyé dès que vos articles nous arrivent.
portal-then-inspection = Envoyé dès que vos articles sont vérifiés.

# Comment
portal-way-title = Comment nous le renvoyez-{"\u2060"}vous ?
portal-way-legend = Façons de renvoyer
portal-way-needed = Choisissez une façon de renvoyer.
portal-way-gone = Entre-temps, cette façon de renvoyer n’est plus proposée. Voici les autres.
portal-way-none = Ces articles ne peuvent pas voyager ensemble. Faites un retour pour chacun.
portal-way-free = gratuit
portal-way-own = à vos frais
portal-way-price = { $amount }
portal-way-hours = { $hours }
portal-way-footprint = D’où viennent ces estimations ?
portal-another-way-title = Choisissez comment renvoyer vos articles
portal-another-way-why = Votre rétractation a ouvert ce retour d’elle-{"\u2060"}même, avec un mode de renvoi que nous avons supposé. Le vôtre est peut-{"\u2060"}être un autre : vous pouvez choisir tant que le colis n’est pas remis.
portal-another-way-open = Renvoyer autrement
portal-another-way-label = Vous recevrez un nouveau code et une nouvelle étiquette ; ceux que vous avez ne seront plus valables.
portal-another-way-take = Renvoyer ainsi
portal-another-way-back = Revenir au retour sans rien changer

# Vérifier
portal-check-title = Tout est juste ?
portal-check-title-refused = Nous ne pouvons pas reprendre cela
portal-check-items = Vous renvoyez
portal-check-back = Vous recevez
portal-check-way = Comment
portal-check-moved = Un montant ou un choix a changé depuis l’affichage de cette page. Relisez, puis confirmez.
portal-check-waits = Votre demande attendra la photo ou les précisions demandées. Vous pourrez les ajouter ensuite.
portal-check-reviewed = Une personne de notre équipe lit votre demande avant de l’accepter, et vous répond par e-mail.
portal-check-refused-some = Pas repris
portal-check-refused-help = Vous n’êtes pas d’accord, ou quelque chose nous échappe ? Ouvrez un dossier : une personne vous lira et vous répondra.
portal-check-button-refused = Demander l’avis d’une personne
portal-check-button-ask = { $count ->
    [one] Envoyer ma demande
   *[other] Envoyer ma demande pour { $count } articles
}
portal-check-button = { $count ->
    [one] Renvoyer cet article
   *[other] Renvoyer ces { $count } articles
}
portal-check-button-refund = { $count ->
    [one] Renvoyer cet article, recevoir { $amount }
   *[other] Renvoyer { $count } articles, recevoir { $amount }
}
portal-check-button-credit = { $count ->
    [one] Renvoyer cet article, recevoir un avoir de { $amount }
   *[other] Renvoyer { $count } articles, recevoir un avoir de { $amount }
}
portal-check-after = Rien n’est définitif : vous pouvez annuler tant que vous n’avez rien remis.
portal-account-refund = Remboursement
portal-account-credit = Avoir
portal-account-bonus = Bonus de { $rate }, offert
portal-account-bonus-given = Bonus offert
portal-account-swap = { $other ->
    [yes] { $count ->
        [one] { $item }, contre { $instead }
       *[other] { $count } × { $item }, contre { $instead }
    }
   *[no] { $count ->
        [one] { $item }, en { $instead }
       *[other] { $count } × { $item }, en { $instead }
    }
}
portal-account-even = Échange sans supplément
portal-account-due = Supplément à régler
portal-account-due-when = Rien à payer maintenant : nous vous écrivons quand l’échange est prêt. Il part une fois le supplément réglé.
portal-account-replacement = Remplacement
portal-account-repair = Réparation
portal-account-price-reduction = Réduction de prix, à convenir
portal-law-withdrawal = Droit de rétractation jusqu’au { $day } ({ $citations }).
portal-law-withdrawal-open = Droit de rétractation ouvert ({ $citations }).
portal-law-conformity = Garantie légale de conformité jusqu’au { $day } ({ $citations }).
portal-law-conformity-open = Garantie légale de conformité ({ $citations }).

# Quelqu’un a été plus rapide
portal-overtaken-title = Il n’en reste rien à renvoyer
portal-overtaken-lead = Il ne reste rien à renvoyer de ces articles : peut-être venez-vous de le demander dans une autre fenêtre. Rien n’a été compté deux fois.

# Un retour
portal-return-title = Retour { $number }
portal-status-requested = à l’étude
portal-status-requested-customer = à compléter
portal-status-approved = à remettre
portal-status-in-transit = en route
portal-status-arrived = arrivé
portal-status-inspected = vérifié
portal-status-settled = traité
portal-status-done = réglé
portal-status-refund-failed = remboursement retardé
portal-status-refund-by-hand = versement en cours
portal-status-refund-moving = remboursement en route
portal-status-closed = clos
portal-status-refused = non accepté
portal-status-cancelled = annulé
portal-status-expired = délai passé
portal-then-title-requested = Nous lisons votre demande
portal-then-title-requested-customer = Montrez-nous ce qui ne va pas
portal-then-title-approved-drop-off = Déposez votre colis au plus tard le { $day }
portal-then-title-approved-store = Apportez-nous { $count ->
    [one] l’article
   *[other] les articles
} au plus tard le { $day }
portal-then-title-approved-pickup = Préparez votre colis au plus tard le { $day }
portal-then-title-approved-mail = Envoyez votre colis au plus tard le { $day }
portal-then-title-approved-keep = C’est accepté : gardez l’article
portal-then-title-in-transit = Votre colis est en route
portal-then-title-arrived = Votre colis est arrivé
portal-then-title-inspected = Votre colis est vérifié
portal-then-title-settled = C’est réglé
portal-then-title-refund-failed = Votre remboursement a du retard, nous nous en occupons
portal-then-title-refund-by-hand = Nous préparons votre remboursement
portal-then-title-refund-moving = Votre remboursement est en route
portal-then-title-closed = Ce dossier est clos
portal-then-title-refused = Ce retour n’est pas possible
portal-then-title-cancelled = Ce retour est annulé
portal-then-title-expired = Le délai est passé
portal-then-lead-requested = Une personne de notre équipe s’en occupe et vous répond par e-mail. Gardez l’article jusque-là.
portal-then-lead-requested-customer = C’est à vous : ajoutez ce qui manque ci-dessous, et nous vous répondons.
portal-then-lead-approved-drop-off = Votre retour est accepté. Emballez, puis montrez ce code au point de dépôt : il remplace l’étiquette.
portal-then-lead-approved-store = Votre retour est accepté. Montrez ce code en caisse : ni carton ni étiquette.
portal-then-lead-approved-pickup = Votre retour est accepté. Collez l’étiquette ; nous vous écrivons pour fixer le passage.
portal-then-lead-approved-mail = Votre retour est accepté. Collez l’étiquette et confiez le colis au transporteur de votre choix. Gardez la preuve d’envoi.
portal-then-lead-approved-keep = Rien à renvoyer.
portal-then-lead-in-transit = Rien à faire de votre côté. Nous vous écrivons dès qu’il arrive.
portal-then-lead-arrived = Nous vérifions son contenu. Rien à faire de votre côté.
portal-then-lead-inspected = Nous préparons ce qui vous revient. Rien à faire de votre côté.
portal-then-lead-settled = Tout ce qui vous revenait est parti. Voici le détail.
portal-then-lead-refund-failed = Le versement n’est pas arrivé. La somme vous reste due : une personne de notre équipe s’en occupe.
portal-then-lead-refund-by-hand = Une personne de notre équipe prépare votre versement.
portal-then-lead-refund-moving = Tout est décidé. Les banques prennent parfois quelques jours : vous voyez ci-dessous où en est votre argent.
portal-then-lead-cancelled = Vous gardez vos articles. Vous pouvez refaire une demande tant que le délai court.
portal-then-lead-expired = Rien ne nous a été remis à temps. Si c’est une erreur, écrivez-nous plus bas.
portal-code-label = Code QR de votre colis : { $code }
portal-label-get = Étiquette (PDF)
portal-label-also = Vous préférez imprimer ? Voici l’étiquette.
portal-code-also = Votre code, au cas où
portal-pack = Comment emballer
portal-place = Où
portal-place-hours = Ouvert
portal-destination = Adresse de retour
portal-last-day = Dernier jour
portal-number = Numéro du retour
portal-for-refund = remboursement
portal-for-exchange = échange
portal-for-exchange-of = { $other ->
    [yes] échange contre { $instead }
   *[no] échange, en { $instead }
}
portal-for-credit = avoir
portal-for-replacement = remplacement
portal-for-repair = réparation
portal-for-price-reduction = réduction de prix
portal-back = Ce qui vous revient
portal-note-credit-note = Avoir { $number } (PDF)
portal-note-receipt = Reçu d'avoir { $number } (PDF)
portal-back-if = Si c’est accepté
portal-expected-refund = { $known ->
    [yes] Un remboursement de { $amount }
   *[no] Un remboursement
}
portal-expected-credit = { $known ->
    [yes] Un avoir de { $amount }
   *[no] Un avoir
}
portal-expected-exchange = L’article d’échange, réservé pour vous
portal-expected-replacement = Un article de remplacement
portal-expected-repair = Votre article, réparé
portal-expected-price-reduction = Une réduction de prix
portal-result-refund = Remboursement
portal-result-credit = Avoir
portal-result-exchange = Échange
portal-result-replacement = Remplacement convenu
portal-result-repair = Réparation convenue
portal-result-price-reduction = Réduction de prix convenue
portal-result-outside = Remboursé auparavant
portal-result-goodwill = Un geste de notre part
portal-refund-done = versé
portal-refund-on-credit = disponible
portal-refund-on-its-way = en route vers votre banque
portal-refund-late = retardé, nous nous en occupons
portal-refund-by-hand = versement en préparation
portal-refund-replaced = non abouti, versé autrement
error-money-way-unagreed = Cochez la case si vous préférez un avoir, ou choisissez le virement.
error-money-way-missing = Choisissez comment recevoir la somme.
portal-money-title = Comment vous verser { $amount } ?
portal-money-failed = Nous n’avons pas pu rendre { $amount } sur votre moyen de paiement. Cet argent est à vous : choisissez un autre moyen, sans frais.
portal-money-transfer = { $amount } vous reviennent par virement. Dites-nous sur quel compte.
portal-money-link = Ouvrez cette page depuis l’un de nos e-mails
portal-money-link-why = Nous n’acceptons des coordonnées bancaires que d’une personne qui peut lire vos e-mails. Suivez le lien d’un e-mail reçu au sujet de ce retour : vous reviendrez ici.
portal-money-known = Nous versons la somme sur votre compte { $account }.
portal-money-change = Indiquer un autre compte
portal-money-choose = Choisir un autre moyen
portal-money-name = Indiquer mon compte
portal-money-legend = Comment souhaitez-vous recevoir cette somme ?
portal-money-bank = Par virement
portal-money-bank-detail = { $amount } sur votre compte
portal-money-credit = En avoir
portal-money-credit-detail = Un code de { $amount }, tout de suite et sans date limite
portal-money-account = Votre compte, pour un virement
portal-money-holder = Titulaire du compte
portal-money-iban = IBAN
portal-money-iban-help = Il commence par deux lettres, par exemple FR76. Les espaces ne comptent pas.
portal-money-consent = Votre accord, pour un avoir
portal-money-go = Confirmer
portal-money-safe = Votre compte est conservé chiffré, ne sert qu’à ce remboursement, puis est effacé. Nous ne vous demandons jamais votre numéro de carte.
portal-credit-code = Code de votre avoir
portal-credit-left = Il reste { $balance }, valable jusqu’au { $day }.
portal-credit-left-always = Il reste { $balance }.
portal-status-to-pay = à régler
portal-then-title-to-pay = Il reste { $amount } à régler pour votre échange
portal-then-lead-to-pay = C’est à vous : votre article est réservé et part dès que la différence est réglée.
portal-ahead-pay = Vous réglez la différence
portal-ahead-send = Votre article d’échange part
portal-account-due-paid = Supplément réglé
portal-account-due-given = Supplément, que nous vous offrons
portal-payment-given = Vous n’avez plus rien à régler : nous vous offrons le supplément. Si vous venez de le payer, il vous est rendu.
portal-payment = Régler la différence
portal-payment-why = L’article que vous avez choisi coûte { $amount } de plus que celui que vous rendez.
portal-payment-go = Régler { $amount }
portal-payment-how = Vous passez par la page de notre prestataire de paiement, puis vous revenez ici.
portal-payment-until = L’article reste réservé pour vous jusqu’au { $day }. Sans paiement d’ici là, l’article que vous avez rendu vous est remboursé.
portal-payment-until-credit = L’article reste réservé pour vous jusqu’au { $day }. Sans paiement d’ici là, vous recevez un avoir pour celui que vous avez rendu.
portal-payment-instead-credit = Vous préférez un avoir ?
portal-payment-instead-what-credit = L’échange est annulé et l’article réservé remis en vente. Pour celui que vous avez rendu, vous recevez un avoir, comme le prévoient nos conditions pour ce retour.
portal-payment-instead-go-credit = Annuler l’échange et recevoir un avoir
portal-payment-instead = Vous préférez être remboursé ?
portal-payment-instead-what = L’échange est annulé et l’article réservé remis en vente. L’article que vous avez rendu vous est remboursé comme lors d’un retour.
portal-payment-instead-go = Annuler l’échange et être remboursé
portal-payment-done = Merci, la différence est réglée. Votre échange part.
portal-payment-waits = Votre banque ne nous a pas encore confirmé le paiement. Inutile de payer une seconde fois : rechargez cette page dans un instant.
portal-payment-left = Le paiement n’a pas eu lieu, et rien n’a été débité. Vous pouvez réessayer, avec une autre carte par exemple.
portal-status-box = à éclaircir
portal-then-title-box-incomplete = Il manque quelque chose dans votre colis
portal-then-title-box-wrong-item = Votre colis contenait un autre article
portal-then-title-box-extra = Votre colis contenait un article de plus
portal-then-lead-box-incomplete = Nous l’avons ouvert, et ceci n’y était pas : { $missing }. Une personne de notre équipe s’en occupe et vous écrit. Si vous l’avez envoyé à part, ou gardé, dites-le-nous plus bas. Le reste suit son cours.
portal-then-lead-box-wrong-item = Nous l’avons ouvert, et il n’y avait pas ce qui était annoncé : { $missing }. Une personne de notre équipe s’en occupe et vous écrit. Une erreur au moment d’emballer ? Dites-le-nous plus bas.
portal-then-lead-box-extra = Un article que vous n’aviez pas annoncé s’y trouvait. Nous le gardons de côté et vous écrivons. Le reste suit son cours.
portal-then-title-box-exchange = Votre échange demande encore un peu de temps
portal-then-lead-box-exchange = Nous n’avons pas pu le préparer tout de suite. Une personne de notre équipe s’en occupe et vous écrit.
portal-moment-done = Tout est réglé
portal-moment-refund-failed = Remboursement de { $amount } retardé : nous nous en occupons
portal-ahead-refund-failed = Nous vous remboursons autrement
portal-ahead-refund-by-hand = Nous vous versons la somme
portal-ahead-refund-moving = L’argent vous parvient
portal-ahead-box = Nous éclaircissons ce qui manque
portal-timeline = Le chemin de votre retour
portal-ahead-show = Vous ajoutez ce qui manque
portal-ahead-answer = Notre réponse
portal-ahead-hand-over = Vous remettez vos articles
portal-ahead-travel = En route vers nous
portal-ahead-check = Nous vérifions vos articles
portal-ahead-money = Nous vous envoyons ce qui vous revient
portal-items = Les articles
portal-photo-alt = Votre photo { $place }
portal-evidence-send = Envoyer pour « { $item } »
portal-evidence-title = À ajouter pour « { $item } »
portal-appeal = Ce n’est pas la réponse que vous attendiez ?
portal-appeal-lead = Cette réponse vient de nos règles. Demandez, et une personne de notre équipe reprendra votre dossier avec un regard neuf. Vous n’y perdez rien, et les droits que la loi vous donne restent entiers.
portal-appeal-why = Que devons-nous savoir ?
portal-appeal-send = Demander à une personne
portal-appeal-open = Une personne de notre équipe réexamine votre demande. Vous aurez une réponse au plus tard le { $day }.
portal-talk = Une question ?
portal-talk-help = Une personne vous lit et vous répond ici et par e-mail.
portal-talk-field = Votre message
portal-talk-send = Envoyer le message
portal-talk-you = Vous
portal-talk-list = Vos échanges avec nous
portal-cancel = Annuler ce retour
portal-cancel-title = Annuler le retour { $number } ?
portal-cancel-means = Vous gardez ces articles, et l’étiquette ou le code ne servira plus. Vous pourrez refaire une demande tant que le délai court.
portal-cancel-keep = Ne rien changer
portal-cancel-do = Annuler ce retour
portal-foot-policy = Conditions de retour

error-portal-page-stale = Cette page est trop ancienne pour être confirmée. Relisez-la, puis confirmez.
error-portal-value-moved = Un montant a changé entre-temps. Relisez la page, puis confirmez.
portal-feedback = Une dernière question
portal-feedback-question = Comment s’est passé ce retour ?
portal-feedback-comment = Qu’est-ce qui vous a plu, ou manqué ?
portal-feedback-send = Envoyer ma réponse
portal-feedback-send-again = Changer ma réponse
portal-feedback-change = Changer ma réponse
portal-feedback-choose = Choisissez l’une des cinq réponses.
portal-feedback-thanks = Merci d’avoir répondu. Nous ne vous poserons plus la question.
portal-feedback-thanks-low = Merci de nous l’avoir dit. Une personne de la boutique va lire votre réponse.

# Les dates à retenir
portal-clocks = Les dates à retenir
portal-clock-refund = Votre remboursement, au plus tard
portal-clock-answer = Notre décision, au plus tard
portal-clock-appeal = Notre nouvel examen, au plus tard
portal-clock-question = Notre réponse, au plus tard
portal-clock-evidence = Montrez-nous ce que nous demandons jusqu’au
portal-clock-send-back = Renvoyez vos articles jusqu’au
portal-clock-cure = La réparation ou le remplacement, au plus tard
portal-clock-withdrawal-period = Vous pouvez changer d’avis jusqu’au
portal-clock-guarantee = Garantie légale : nous répondons des défauts jusqu’au
portal-clock-awaits-goods-or-proof = Le jour s’affichera ici dès que vos articles seront remis au transporteur.
portal-clock-awaits-goods = Le jour s’affichera ici dès que vos articles nous seront parvenus.
portal-clock-awaits-hand-over = Le jour s’affichera ici dès que vos articles seront remis au transporteur.
portal-clock-awaits-arrival = Le jour s’affichera ici dès que vos articles nous seront parvenus.
portal-clock-awaits-inspection = Le jour s’affichera ici dès que nous aurons examiné vos articles.
portal-clock-awaits-approval = Le jour s’affichera ici dès que nous aurons accepté votre retour.
portal-clock-awaits-reasonable = Dans un délai raisonnable ; nous vous tenons au courant.
portal-clock-late = Nous sommes en retard et nous vous prions de nous en excuser. Écrivez-nous ci-dessous : une personne s’en occupera.
portal-clock-passed = Cette date est passée. Écrivez-nous ci-dessous si vous avez besoin d’aide.

# Retenue pour usage
portal-taken-off = Retenu pour usage
portal-taken-off-photo = Photo { $place } de ce que nous avons constaté sur { $item }
portal-taken-off-why = Un article s’essaie comme en magasin. Ce qui va au-delà peut être retenu sur son remboursement, dans la limite de son prix ; la livraison n’est jamais concernée.
portal-objection = Vous n’êtes pas d’accord ?
portal-objection-lead = Dites-nous pourquoi : une personne de notre équipe reprend le dossier, photos et explications en main. Vous n’y perdez rien, et les droits que la loi vous donne restent entiers.
