# Files d’attente
staff-queue-review = À décider
staff-queue-evidence = Au client
staff-queue-money = Argent
staff-queue-deadlines = Échéances
staff-queue-arrivals = Arrivés
staff-queue-travelling = En route
staff-queue-open = Tout en cours
staff-queue-all = Tous les retours
staff-queue-search = Numéro, commande, e-mail ou nom
staff-queue-found = Recherche : { $words }
staff-queue-clear = Quitter la recherche
staff-queue-status = État
staff-queue-any-status = Tous les états
staff-queue-method = Mode de retour
staff-queue-any-method = Tous les modes
staff-queue-filter = Afficher
staff-queue-more = Suite
staff-queue-first = Revenir au début
staff-queue-choose = Choisissez un dossier dans la liste.
staff-queue-choose-more = Les règles traitent les cas ordinaires. Voici ceux qui ont besoin de vous.
staff-queue-nothing = Rien ici.
staff-queue-nothing-more = Ce qui aura besoin de vous apparaîtra tout seul.
staff-queue-nothing-found = Aucun résultat.
staff-queue-nothing-found-more = Aucun retour n’a « { $words } » pour numéro, commande, code de colis, e-mail ou début de nom.
staff-queue-why-money = Remboursement non abouti
staff-queue-why-evidence = Photo ou commentaire demandé
staff-queue-why-pay = { $amount } à régler
staff-queue-why-box-incomplete = Colis incomplet
staff-queue-why-box-wrong-item = Un autre article dans le colis
staff-queue-why-box-extra = Un article de trop dans le colis
staff-queue-why-box-exchange = Échange impossible
staff-queue-why-rule = Règle « { $rule } »
staff-queue-why-doubt = Cas à examiner
staff-queue-why-otherwise = Revenu autrement que prévu
staff-queue-why-question = Le client pose une question

staff-since-day = { $day }
staff-since-days = { $count } jours
staff-since-hours =
    { $count ->
        [one] { $count } heure
       *[other] { $count } heures
    }
staff-since-minutes =
    { $count ->
        [0] à l’instant
        [one] une minute
       *[other] { $count } minutes
    }

staff-waits-days = en attente depuis { $count } jours
staff-waits-hours =
    { $count ->
        [one] en attente depuis une heure
       *[other] en attente depuis { $count } heures
    }
staff-waits-minutes =
    { $count ->
        [0] en attente depuis quelques instants
        [one] en attente depuis une minute
       *[other] en attente depuis { $count } minutes
    }
staff-oldest-days = depuis { $count } jours
staff-oldest-hours =
    { $count ->
        [one] depuis une heure
       *[other] depuis { $count } heures
    }
staff-oldest-minutes =
    { $count ->
        [0] depuis quelques instants
        [one] depuis une minute
       *[other] depuis { $count } minutes
    }

staff-status-requested = demandé
staff-status-approved = accepté
staff-status-refused = refusé
staff-status-in-transit = en route
staff-status-arrived = arrivé
staff-status-inspected = vérifié
staff-status-settled = traité
staff-status-closed = clos
staff-status-cancelled = annulé
staff-status-expired = expiré

staff-verdict-accepted = accepté
staff-verdict-needs-evidence = photo ou commentaire demandé
staff-verdict-needs-review = à vous de décider
staff-verdict-refused = refusé
staff-verdict-cancelled = annulé
staff-verdict-expired = expiré
staff-outcome-refunded = remboursé
staff-outcome-money-failed = remboursement échoué
staff-outcome-money-by-hand = à payer à la main
staff-outcome-money-moving = remboursement en route
staff-outcome-credited = avoir émis
staff-outcome-exchanged = échangé
staff-outcome-replaced = remplacé
staff-outcome-repaired = réparé
staff-outcome-reduced = prix réduit

staff-resolution-refund = Remboursement
staff-resolution-exchange = Échange
staff-resolution-credit = Avoir
staff-resolution-replacement = Remplacement
staff-resolution-repair = Réparation
staff-resolution-price-reduction = Réduction de prix
staff-condition-unworn = jamais porté, comme neuf
staff-condition-tried = essayé
staff-condition-used = utilisé
staff-condition-damaged = abîmé
staff-condition-opened = ouvert

# Touches
staff-key-approve = Accepter
staff-key-refuse = Refuser
staff-key-goodwill = Faire un geste
staff-key-message = Écrire au client
staff-key-cancel = Annuler le retour
staff-key-leave = Fermer, ou quitter un champ

# Le dossier
staff-case-back = La liste
staff-case-return = Retour
staff-case-no-order = sans commande connue
staff-case-imported = reprise de l’historique
staff-case-order = commande { $number }
staff-case-value = Valeur
staff-case-the-customer = Le client
staff-case-items =
    { $count ->
        [one] L’article
       *[other] { $count } articles
    }
staff-case-quantity = { $count } exemplaires
staff-case-exchange-for = Échange contre { $sku }
staff-case-comment = { $name } écrit :
staff-case-as-sold = Tel que vendu
staff-case-as-shown = Photo de { $name }
staff-case-picture-sold = { $title }, la photo de la boutique
staff-case-photo-of = { $title }, photo { $count } du client
staff-case-attachment = Photo { $count }
staff-case-timeline = Le fil du dossier
staff-case-who-shopper = Le client
staff-case-who-system = Automatique
staff-case-who-key = Un programme relié
staff-case-who-member = Quelqu’un de la boutique
staff-case-conversation = Conversation
staff-case-conversation-none = Rien n’a encore été dit.
staff-case-note = note interne
staff-case-money = Le compte
staff-case-refunds = Remboursements
staff-case-credits = Avoirs
staff-case-customer = Client
staff-case-others =
    { $count ->
        [0] Aucun autre retour ici.
        [one] Un autre retour.
       *[other] { $count } autres retours.
    }
staff-case-others-ended =
    { $count ->
        [one] L’un d’eux a été refusé, annulé ou a expiré.
       *[other] { $count } d’entre eux ont été refusés, annulés ou ont expiré.
    }
staff-case-rate =
    { $orders ->
        [one] { $rate } de ses achats sont revenus, défauts et erreurs non comptés (une commande en { $months } mois).
       *[other] { $rate } de ses achats sont revenus, défauts et erreurs non comptés ({ $orders } commandes en { $months } mois).
    }
staff-case-parcel = Colis
staff-case-looked-at = { $title } : ce qui est revenu
staff-case-strays = Revenu avec, sans être annoncé
staff-parcel-tracking = { $carrier } · { $tracking }
staff-parcel-label = Ouvrir l’étiquette (PDF)
staff-case-the-order = Commande { $number }
staff-case-ordered = passée le { $day }
staff-case-units-left =
    { $count ->
        [one] un reste chez le client
       *[other] { $count } restent chez le client
    }
staff-case-units-none = tout revient
staff-case-came-in-replacement = renvoyé neuf, retour
staff-case-came-in-repair = réparé, retour
staff-case-came-in-exchange = reçu en échange, retour
staff-case-mails = E-mails
staff-case-mails-none = Aucun e-mail n’a encore été écrit.

# La suite
staff-next-decide = { $name } attend votre décision.
staff-next-otherwise = Ce qui est revenu n’est pas ce qui était convenu. Reprenez-le en l’état, ou dites pourquoi non.
staff-next-question = { $name } a posé une question et attend votre réponse.
staff-next-evidence = Une photo ou un commentaire a été demandé à { $name }. Rien à faire d’ici là.
staff-next-pay = { $name } doit encore régler { $amount } pour son échange. L’article est réservé et part ensuite de lui-même.
staff-next-box-incomplete = Le colis est arrivé sans { $missing }. Écrivez à { $name }, attendez la suite, ou clôturez avec ce qui est revenu : cela seul est remboursé.
staff-next-box-wrong-item = Un autre article est arrivé à la place de { $missing }. Demandez à { $name } ce qui s’est passé, attendez le bon article, ou clôturez avec ce qui est revenu.
staff-next-box-extra = Le colis contient un article que personne n’attendait. Demandez à { $name } s’il le voulait rendre, puis rangez la question.
staff-next-box-exchange = L’échange ne peut pas être fait : ces articles ont déjà été remboursés ou annulés autrement. Vérifiez la commande et parlez-en à { $name }, puis réessayez, ou clôturez.
staff-next-refund-failed = Un remboursement de { $amount } n’a pas abouti. Relancez-le, ou payez-le à la main.
staff-next-refund-manual = { $amount } sont à payer à la main.
staff-next-hand-over = { $name } remet le colis au plus tard le { $last_day }.
staff-next-travelling = En route vers nous. Rien à faire avant son arrivée.
staff-next-due = L’argent est dû au plus tard le { $day }.
staff-next-overdue = L’argent était dû au plus tard le { $day }.
staff-next-inspect = Le colis est là : il reste à le vérifier.
staff-next-inspected = Tout est vérifié. L’argent suit de lui-même.
staff-next-refund-moving = Tout est décidé, { $amount } sont en route vers le client.
staff-next-settled = Tout est réglé.
staff-next-approved = Accepté. L’argent suit de lui-même.
staff-next-requested = Demandé.
staff-next-refused = Ce retour a été refusé. Vous pouvez encore l’accepter.
staff-next-cancelled = { $name } garde les articles. Rien à faire.
staff-next-expired = Rien n’a été remis à temps. Vous pouvez encore accepter ce retour.

# L’argent
staff-account-refund = Remboursement
staff-account-credit = Avoir
staff-account-exchange = Échange
staff-account-replacement = Remplacement
staff-account-repair = Réparation
staff-account-price-reduction = Réduction de prix
staff-account-outside = Remboursé avant Volte
staff-account-goodwill = Geste commercial
staff-account-total = En tout
staff-account-given = Différence offerte
staff-account-instead = Article envoyé à la place
staff-account-customer-pays = À payer par le client
staff-account-bonus = Bonus offert par la boutique
staff-account-tax = dont TVA à { $rate }
staff-ways = Répartition entre les moyens de paiement
staff-ways-drawn = Imputé sur ce qui a été payé par
staff-way-gateway = { $kind }, par { $provider }
staff-way-store-credit = { $kind }, rendu sous forme d’avoir
staff-way-bank-transfer = { $kind }, remboursé par virement
staff-way-by-hand = { $kind }, à rembourser à la main
staff-account-in-kind = Réglé en nature : aucun argent ne bouge.
staff-account-to-come = À venir : { $kind }
staff-account-none = Aucun argent n’a bougé, et rien n’est dû pour l’instant.
staff-account-ceiling = { $amount } peuvent encore être rendus sur ce qui a été payé pour cette commande.
staff-refund-again = Relancer { $amount }
staff-refund-by-hand = Payé à la main
staff-refund-failure = Réponse du prestataire de paiement : { $code }
staff-credit-code = Avoir { $code }
staff-refund-refilled = De nouveau sur { $kind ->
    [gift_card] la carte cadeau qui avait payé, se terminant par { $ending }
   *[credit] l’avoir qui avait payé, se terminant par { $ending }
}
staff-refund-new-credit = Un nouvel avoir : ce qui avait payé n’est pas de chez nous, n’est plus valable ou ne pouvait le reprendre
staff-credit-until = valable jusqu’au { $until }

# Les actes
staff-act-approval = Accepter
staff-act-refusal = Refuser
staff-act-goodwill = Geste
staff-act-message = Écrire
staff-act-cancellation = Annuler
staff-act-difference = Réglé autrement
staff-act-waiver = Offrir la différence
staff-act-instead = Renoncer à l’échange
staff-sheet-waiver = Offrir la différence à { $name }
staff-sheet-instead = Renoncer à l’échange de { $name }
staff-sheet-difference = La différence de { $name }
staff-act-awaiting = Attendre la suite
staff-act-box-seen = C’est vu
staff-act-exchange-again = Réessayer l’échange
staff-act-closing = Clôturer avec ce qui est revenu
staff-sheet-awaiting = Attendre la suite de { $name }
staff-sheet-closing = Clôturer le retour de { $name }
staff-sheet-approval = Accepter le retour de { $name }
staff-sheet-refusal = Refuser le retour de { $name }
staff-sheet-goodwill = Un geste pour { $name }
staff-sheet-cancellation = Annuler le retour de { $name }
staff-sheet-attempt = Relancer le remboursement
staff-sheet-payout = Remboursement payé à la main
staff-sheet-transfer = Vers le compte de { $name }
staff-sheet-back = Revenir à { $number }
staff-sheet-leave = Ne rien changer

staff-approval-travel = { $name } reçoit par e-mail de quoi renvoyer son colis. Le remboursement part de lui-même quand tout est arrivé comme convenu.
staff-approval-keep = { $name } garde les articles. L’argent part maintenant.
staff-approval-otherwise = Vous reprenez les articles tels qu’ils sont revenus. Ce qui était convenu est payé maintenant.
staff-approval-reopen = Le retour est rouvert et ses articles sont de nouveau réservés. { $name } reçoit par e-mail de quoi renvoyer son colis.
staff-approval-now = Part maintenant
staff-approval-later = Part quand les articles sont là
staff-approval-reason = Pourquoi
staff-approval-reason-help = Pour vos collègues : cela reste au dossier.
staff-approval-go = Accepter
staff-refusal-lead = { $name } reçoit votre motif par e-mail. Les articles redeviennent libres et peuvent être demandés de nouveau.
staff-refusal-otherwise = { $name } reçoit votre motif par e-mail. Rien n’est payé pour ce qui est revenu autrement ; le reste se fait comme convenu.
staff-refusal-right-title = Ici, la loi est du côté du client
staff-refusal-right = Le droit de rétractation de { $name } est ouvert, sans motif à donner. Un refus ne tiendrait pas.
staff-refusal-reason = Ce que { $name } lira
staff-refusal-reason-help = { $theirs ->
    [fr] Une phrase claire. Dites ce qui reste possible.
   *[other] Une phrase claire, en anglais. Dites ce qui reste possible.
}
staff-refusal-go = Refuser ce retour
staff-cancellation-lead = { $name } garde les articles. L’étiquette n’est plus valable, rien n’est payé, et les articles pourront être renvoyés plus tard.
staff-cancellation-go = Annuler ce retour
staff-goodwill-lead = Un montant en plus de ce qui est dû. Il reste au plus { $amount } à rendre sur cette commande.
staff-goodwill-amount = Montant
staff-goodwill-reason = La phrase que { $name } lira
staff-goodwill-reason-help = { $theirs ->
    [fr] Elle figure sur le remboursement : « Un geste de notre part : … ».
   *[other] En anglais. Elle figure sur le remboursement : « A gesture from us: … ».
}
staff-goodwill-see = Voir ce que cela fait
staff-goodwill-consequence = Ce que fait ce geste
staff-goodwill-now = Rendu à { $name }
staff-goodwill-after = Pourra encore être rendu ensuite
staff-goodwill-cut = Une commande ne rend jamais plus que ce qu’elle a coûté : le remboursement encore à venir sera réduit de { $amount }.
staff-goodwill-sure = L’argent part tout de suite, vers le paiement utilisé par { $name }, qui reçoit un e-mail. Il ne pourra pas être repris.
staff-goodwill-go = Rendre { $amount } maintenant
staff-act-deduction = Retenir pour usage
staff-act-reduction = Garder avec une réduction
staff-sheet-deduction = Usage d’un article de { $name }
staff-sheet-reduction = { $name } garde un article
staff-deduction-lead = { $title } est revenu plus utilisé que ne le demande un simple essai. Le montant indiqué est retenu ; le reste part tout de suite vers { $name } si l’article est vérifié, sinon après sa vérification.
staff-deduction-amount = Retenu
staff-deduction-amount-help = Au plus ce qui a été payé pour l’article. La livraison reste due en entier.
staff-deduction-reason-help = { $theirs ->
    [fr] Ce qui a été constaté, pour que cela puisse se comprendre et se vérifier.
   *[other] Dans la langue du client. Ce qui a été constaté, pour que cela puisse se comprendre et se vérifier.
}
staff-deduction-go = Retenir ce montant
staff-reduction-lead = Vous avez convenu avec { $name } de lui laisser { $title } à un prix réduit. Le montant part tout de suite, rien n’est renvoyé, et { $name } reçoit un e-mail.
staff-reduction-amount = Rendu
staff-reduction-amount-help = Un montant, ou un pourcentage du prix, par exemple « 20 % ».
staff-reduction-reason-help = { $theirs ->
    [fr] Ce qui a été convenu, et pourquoi.
   *[other] Dans la langue du client. Ce qui a été convenu, et pourquoi.
}
staff-reduction-go = Rendre ce montant
staff-attempt-lead = { $amount } repartent vers le prestataire de paiement, par une nouvelle demande. Ce qui a échoué n’est pas payé deux fois.
staff-transfer-lead = { $amount } ne sont pas arrivés à { $name } par le moyen de paiement d’origine. Avec son accord, ils partent vers son compte et attendent parmi les virements à faire.
staff-transfer-lead-account = { $amount } attendent d’être virés à { $name }. Le compte n’est lisible que par qui paie, et reste scellé jusque-là.
staff-transfer-holder = Titulaire du compte
staff-transfer-iban-help = Il commence par deux lettres, par exemple FR76. Les espaces ne comptent pas.
staff-transfer-words = Comment l’accord a été donné
staff-transfer-words-help = Ses mots, et quand : « au téléphone le 3 novembre, préfère un virement ». Cela reste avec le remboursement.
staff-transfer-go = Virer { $amount } sur ce compte
staff-refund-to-account = Vers un compte bancaire
staff-payout-lead = Vous avez payé { $amount } à { $name } en dehors de Volte, par virement par exemple. Le remboursement sera noté comme fait.
staff-payout-account = Sur le compte de { $holder }
staff-payout-no-account = Aucun compte indiqué pour l'instant. Le client peut le faire sur la page de son retour, depuis le lien de nos e-mails.
staff-refund-agreed = { $by ->
    [customer] Accepté par le client le { $at } :
   *[other] Accord du client noté par l'équipe le { $at } :
}
staff-payout-reference = Référence du paiement
staff-payout-reference-help = Telle qu’elle figure sur le relevé bancaire, pour le retrouver.
staff-payout-go = { $amount } sont payés

staff-difference-lead = { $name } doit { $amount } pour son échange. Si c’est réglé en dehors de Volte, l’article part maintenant et la page de paiement est fermée.
staff-difference-reason = Comment
staff-difference-reason-help = Par exemple « payé en boutique, ticket 4512 ». Pour vos collègues : cela reste au dossier.
staff-difference-go = { $amount } sont réglés
staff-waiver-lead = L’article part maintenant, au prix de celui qui est revenu. La page de paiement est fermée et { $name } reçoit un e-mail. Si { $name } est justement en train de payer, ce paiement lui est rendu.
staff-waiver-consequence = Ce que cela change
staff-waiver-now = Offert à { $name }
staff-waiver-pays = Reste à payer pour { $name }
staff-waiver-worth = Ce que vaut alors l’article, s’il revient
staff-waiver-reason-help = { $theirs ->
    [fr] Elle figure dans l’e-mail, après « nous vous offrons la différence ».
   *[other] En anglais. Elle figure dans l’e-mail, après « that is a gesture from us ».
}
staff-waiver-go = Offrir { $amount }
staff-instead-lead = { $amount } n’ont pas été réglés : rien ne part, ce qui était réservé redevient libre et la page de paiement est fermée. { $name } reçoit ceci à la place, tout de suite, et un e-mail pour le dire :
staff-instead-gets = { $name } reçoit
staff-instead-reason = Pourquoi
staff-instead-reason-help = Par exemple « préfère l’argent, dit par téléphone ». Pour vos collègues : cela reste au dossier.
staff-instead-go = Renoncer à l’échange
staff-awaiting-lead = Le retour reste ouvert pour { $missing }, et le dossier quitte votre file. Ce qui est arrivé suit son cours.
staff-awaiting-lead-extra = Le dossier quitte votre file. Ce qui est arrivé suit son cours.
staff-awaiting-lead-exchange = L’échange est tenté de nouveau. S’il ne peut toujours pas être fait, le dossier revient ici.
staff-closing-lead = Rien n’est dû pour { $missing } : { $name } le garde et pourra en redemander le retour. Ce qui est revenu est payé comme convenu.
staff-closing-lead-extra = Ce qui est revenu est payé comme convenu, et plus rien n’est attendu de { $name }.
staff-closing-lead-exchange = Rien de plus n’est dû à { $name } pour ces articles, et ce qui était réservé redevient libre.
staff-closing-go = Clôturer
staff-message-label = Écrire à { $name }
staff-message-help = { $theirs ->
    [fr] Un message part aussi par e-mail ; une note reste ici.
   *[other] Le client lit l’anglais. Un message part aussi par e-mail ; une note reste ici.
}
staff-message-templates = Phrases toutes prêtes
staff-message-send = Envoyer à { $name }
staff-message-sending = Envoi…
staff-message-note = Garder en note

staff-done-approval = Le retour { $number } est accepté. Le client est prévenu.
staff-done-refusal = Le retour { $number } est refusé. Le client sait pourquoi.
staff-done-cancellation = Le retour { $number } est annulé.
staff-done-goodwill = { $amount } sont en route.
staff-done-deduction = { $amount } sont retenus sur { $title }.
staff-done-reduction = Le client garde { $title }. Le montant est en route.
staff-done-attempt = { $amount } sont relancés.
staff-done-payout = { $amount } sont notés comme payés.
staff-done-transfer = { $amount } attendent d’être virés sur ce compte.
staff-done-difference = { $amount } sont notés comme réglés. L’échange part.
staff-done-waiver = { $amount } sont offerts. L’échange part.
staff-done-instead = L’échange est abandonné, et { $name } reçoit un e-mail.
staff-done-awaiting = Le retour { $number } attend la suite.
staff-done-closing = Le retour { $number } se termine avec ce qui est revenu.
staff-done-message = Votre message à { $name } est en route.
staff-done-note = La note est gardée.

# Phrases toutes prêtes, dans la langue du client
staff-snippet-hello = Bonjour { $name },
staff-snippet-hello-nobody = Bonjour,
staff-snippet-bye = Bien à vous,
    { $author }, { $shop }
staff-snippet-photo = Demander une photo
staff-snippet-photo-words = Pourriez-vous nous envoyer une photo de « { $item } » qui montre ce qui ne va pas ? Nous pourrons ainsi vous répondre sans attendre le colis.
staff-snippet-thanks = Bien reçu, merci
staff-snippet-thanks-words = Merci, nous avons bien reçu votre retour { $number }. Nous le vérifions et vous écrivons dès que c’est fait.
staff-snippet-exchange = Proposer un échange
staff-snippet-exchange-words = Plutôt qu’un remboursement, nous pouvons vous envoyer une autre taille ou une autre couleur de « { $item } », avant même d’avoir reçu votre colis. Dites-nous laquelle vous plairait.
staff-snippet-delay = C’est plus long que prévu
staff-snippet-delay-words = Votre retour { $number } prend plus de temps que prévu, et nous en sommes désolés. { $known ->
    [yes] Il sera réglé au plus tard le { $until }.
   *[no] Nous vous écrirons de nouveau d’ici deux jours.
}
staff-snippet-where = Demander où est le colis
staff-snippet-where-words = Nous n’avons pas encore vu le colis de votre retour { $number }. L’avez-vous déjà remis ? Une photo du reçu nous suffit pour le rechercher.
staff-snippet-guarantee = En cas de défaut
staff-snippet-guarantee-words = Si « { $item } » a un défaut, la garantie légale vous couvre pendant deux ans, quelles que soient nos conditions. Dites-nous ce qui s’est passé : nous réparons, remplaçons ou remboursons.
staff-snippet-sorry = S’excuser
staff-snippet-sorry-words = Nous sommes désolés pour « { $item } ». Cet article n’aurait pas dû vous parvenir ainsi. Nous nous en occupons tout de suite.

# Un retour pour un client
staff-start = Nouveau retour
staff-start-lead = Retrouvez la commande, puis remplissez le formulaire avec le client.
staff-start-search = Numéro de commande ou adresse e-mail
staff-start-none = Aucune commande ne correspond.
staff-start-none-more = Vérifiez le numéro ou l’adresse, lettre par lettre.
staff-start-open = Remplir le formulaire

# Plusieurs à la fois
staff-together-choose = Choisir le dossier de { $name }
staff-together-these = Les dossiers cochés
staff-together-approval = Accepter ensemble
staff-together-refusal = Refuser ensemble
staff-together-back = Retour à la liste
staff-together-leave = Ne rien faire
staff-together-question = Même question :
staff-together-chosen = Dossiers choisis
staff-together-total = Valeur des articles
staff-together-title-approval =
    { $count ->
        [one] Accepter ce retour
       *[other] Accepter ces { $count } retours
    }
staff-together-title-refusal =
    { $count ->
        [one] Refuser ce retour
       *[other] Refuser ces { $count } retours
    }
staff-together-approval-lead = Chaque client reçoit sa réponse et, s’il y a lieu, son étiquette. L’argent part plus tard, comme pour tout retour accepté.
staff-together-approval-go =
    { $count ->
        [one] Accepter ce retour
       *[other] Accepter les { $count } retours
    }
staff-together-refusal-lead = Chaque client reçoit votre motif tel quel. Il ne doit donc rien dire qui ne concerne qu’un seul d’entre eux.
staff-together-refusal-go =
    { $count ->
        [one] Refuser ce retour
       *[other] Refuser les { $count } retours
    }
staff-together-reason = Motif, tel que les clients le liront
staff-together-right = Au moins un de ces clients peut encore se rétracter. Un refus n’y change rien.
staff-together-languages = Ces clients ne lisent pas tous la même langue. Écrivez pour chacun, ou répondez séparément.
staff-together-several = Ces dossiers ne posent pas la même question
staff-together-several-lead = Une réponse commune ne vaut que pour une même question. Choisissez par laquelle commencer.
staff-together-only =
    { $count ->
        [one] Répondre à ce dossier
       *[other] Répondre à ces { $count } dossiers
    }
staff-together-none = Aucun des dossiers choisis n’attend encore de réponse. Cochez-en dans la liste.
staff-together-answered = Déjà traités, ou à regarder un par un :
staff-together-done-approval =
    { $count ->
        [0] Aucun retour accepté
        [one] Un retour accepté
       *[other] { $count } retours acceptés
    }
staff-together-done-refusal =
    { $count ->
        [0] Aucun retour refusé
        [one] Un retour refusé
       *[other] { $count } retours refusés
    }
staff-together-went = C’est fait
staff-together-stayed =
    { $count ->
        [one] Un dossier reste à voir
       *[other] { $count } dossiers restent à voir
    }
staff-key-choose = Cocher, dans la liste
error-return-answered-meanwhile = Le dossier { $number } n’attend plus cette réponse : quelqu’un l’a traité entre-temps, ou il demande un regard à part.

# Vues enregistrées
staff-views = Vos vues
staff-view-save = Garder cette vue
staff-view-name = Nom de la vue
staff-view-keep = Garder
staff-view-remove = Ne plus garder « { $name } »
staff-view-saved = La vue « { $name } » est gardée.
staff-view-needs-name = Donnez un nom à la vue pour la garder.
# L’avis du client
staff-queue-why-appeal = Le client demande un nouvel examen
staff-next-appeal = { $name } demande qu’une personne réexamine le refus. Acceptez finalement, ou maintenez le refus avec un motif que le client lira.
staff-queue-why-unhappy = Le client n’est pas content
staff-next-unhappy = { $name } dit que ce retour s’est mal passé. Répondez, ou notez que vous en avez pris connaissance.
staff-case-feedback = L’avis du client
staff-case-feedback-score = { $score } sur 5
staff-case-feedback-no-words = Sans commentaire.
staff-act-feedback = Pris en compte
staff-sheet-feedback = L’avis de { $name }
staff-feedback-lead = Le dossier quitte votre file. { $name } n’en est pas informé ; pour répondre, écrivez plutôt un message.
staff-feedback-go = J’en ai pris connaissance
staff-done-feedback = L’avis sur le retour { $number } est pris en compte.

# Les échéances d’un dossier
staff-clocks = Échéances
staff-clocks-table = Échéances, le plus pressant d’abord
staff-clocks-what = Quoi
staff-clocks-due = Pour quand
staff-clocks-who = Qui
staff-clocks-law = Fondement, et coût d’un retard
staff-clock-who-customer = Le client
staff-clock-who-shop = Nous
staff-clock-state-waiting = Pas encore en cours
staff-clock-state-running = En cours
staff-clock-state-met = Fait
staff-clock-state-missed = Dépassée
staff-clock-state-over = Terminé
staff-clock-awaits-goods-or-proof = Dès que les articles, ou la preuve de leur envoi, sont là
staff-clock-awaits-goods = Dès que les articles sont là
staff-clock-awaits-hand-over = Dès que le colis est remis
staff-clock-awaits-arrival = Dès que les articles sont là
staff-clock-awaits-inspection = Dès que les articles ont été examinés
staff-clock-awaits-approval = Dès que le retour est accepté
staff-clock-awaits-reasonable = Dans un délai raisonnable ; la loi ne fixe pas de jour
staff-clock-promise = Notre promesse
staff-clock-law = La loi
staff-clock-unverified = Article pas encore vérifié dans le texte
staff-clock-days-late =
    { $count ->
        [one] Un jour de retard
       *[other] { $count } jours de retard
    }
staff-clock-cost-now = À ce jour : { $cost }
staff-clock-cost-then = À partir du { $day } : { $cost }
staff-queue-due = Échéance
staff-queue-any-due = Toute échéance
staff-queue-due-late = En retard
staff-queue-due-soon = Sous deux jours

staff-dossier = Dossier de preuve
staff-dossier-lead = Tout ce qui s'est passé, a été montré, décidé et payé, avec photos, étiquettes et délais, sous scellé. Pour un litige de paiement, une place de marché ou une réclamation au transporteur. Son retrait est noté à votre nom.
staff-dossier-language = Langue
staff-dossier-language-fr = français
staff-dossier-language-en = anglais
staff-dossier-zip = Archive (ZIP)
staff-dossier-pdf = PDF seul

# Ce qui a été jugé usé au contrôle, et les contestations de retenue
staff-worn-proposed = { $by } propose de retenir { $amount }
staff-worn-alone = { $by } a retenu { $amount } au contrôle
staff-worn-taken = { $by } avait proposé de retenir { $amount }
staff-worn-declined = { $by } avait proposé de retenir { $amount } ; tout a été remboursé
staff-worn-photo-of = { $title }, photo { $count } du contrôle
staff-worn-found = Tel que revenu
staff-next-worn = Au contrôle, une retenue de { $amount } pour usage est proposée. Regardez les photos : retenez ce montant à côté de l’article, ou approuvez pour tout rembourser.
staff-next-objection = { $name } conteste la retenue pour usage. Remboursez-la, ou expliquez pourquoi elle reste.
staff-act-repayment = Rembourser la retenue
staff-act-upholding = Maintenir la retenue
staff-sheet-repayment = Rembourser la retenue
staff-sheet-upholding = Maintenir la retenue
staff-repayment-lead = { $name } récupère { $amount }, comme le reste a été remboursé, et lit votre explication dans l’e-mail.
staff-upholding-lead = Les { $amount } restent retenus. { $name } reçoit votre réponse par e-mail ; elle figure aussi dans la conversation.
staff-repayment-go = Rembourser
staff-upholding-go = Envoyer la réponse
staff-done-repayment = { $amount } sont remboursés.
staff-done-upholding = La réponse est envoyée. La retenue reste.
staff-again-same = Décidé le { $at }, conservé avec ses faits et l’état du droit ({ $law }, { $changed ->
        [0] inchangé
       *[other] modifié depuis
    }). Rejouée, la décision est la même.
staff-again-otherwise = Décidé le { $at }, conservé avec ses faits et l’état du droit ({ $law }, { $changed ->
        [0] inchangé
       *[other] modifié depuis
    }). Rejouée, la décision diffère : prévenez la personne qui exploite Volte.
