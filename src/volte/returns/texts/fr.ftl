# Ce que dit le parcours d'un retour. Les refus d'abord, puis les étapes.

error-no-items = Choisissez au moins un article à renvoyer.
error-too-many-items = Un retour compte { $most } articles au plus. Faites-en un second pour les autres.
error-line-unknown = « { $line } » ne figure pas dans cette commande. Ses lignes sont : { $known }.
error-line-is-no-goods = « { $title } » ne se renvoie pas seul. Indiquez ce qui doit revenir : { $instead }.
error-quantity-invalid = La quantité de « { $line } » doit être comprise entre 1 et { $most }.
error-reason-unknown = « { $reason } » n'est pas un motif de la boutique. Choisissez parmi : { $known }. Vous pouvez aussi ne rien indiquer.
error-comment-too-long = Un commentaire compte { $most } caractères au plus. Raccourcissez le vôtre, ou complétez-le ensuite par un message.
error-exchange-needs-sku = Indiquez ce que vous souhaitez à la place de « { $line } ».
error-exchange-sku-without-exchange = Une variante est choisie pour « { $line } », mais pas l'échange. Choisissez l'échange, ou retirez la variante.
error-exchange-sku-unknown = « { $sku } » n'est pas proposé en échange de cet article. Choisissez une autre taille ou une autre couleur.
error-exchange-other-article = « { $sku } » est un autre article, et cette boutique n'échange que contre une autre version du même article. Choisissez l'une d'elles.
error-exchange-currency = « { $sku } » n'a pas de prix en { $currency } : impossible de dire ce que coûterait l'échange. Choisissez un autre article, ou un remboursement.
error-exchange-out-of-stock = Il ne reste que { $left } exemplaire(s) de « { $sku } » pour { $asked } demandé(s). Choisissez une autre taille ou couleur, ou un remboursement.
error-resolution-not-offered = « { $resolution } » n'est pas possible pour cet article. Sont possibles : { $offered }.
error-method-not-offered = « { $method } » n'est pas possible pour ces articles. Sont possibles : { $offered }.
error-store-unknown = Aucune boutique « { $store } » ne reprend les retours.
error-return-unknown = Ce retour n'existe pas. Vérifiez son numéro, par exemple R7K2X-M4QX.
error-return-without-order = Le retour { $number } vient de l'historique de la boutique et ne correspond à aucun achat : on peut le consulter, rien de plus.
error-item-unknown = Cet article ne figure pas dans ce retour.
error-return-not-possible-now = Le retour { $number } est « { $status } » : « { $act } » n'est plus possible. Rechargez la page pour voir où il en est.
error-return-already-under-way = Le retour { $number } est déjà en route ou remboursé : il ne peut plus être arrêté. Écrivez-nous si quelque chose ne va pas.
error-refusal-needs-reason = Indiquez le motif : le client le lira.
error-giving-up-needs-reason = Dites pourquoi l’échange est abandonné : cela reste au dossier.
error-goodwill-needs-reason = Indiquez la raison de ce geste : elle reste au dossier.
error-goodwill-needs-amount = Indiquez un montant supérieur à zéro, en { $currency }.
error-goodwill-above-paid = Il reste au plus { $ceiling } à rendre sur cette commande.
error-deduction-not-allowed = Aucune retenue n'est possible sur cet article : il n'était pas conforme, ou il s'agit d'une rétractation pour laquelle la loi n'en prévoit pas, ou le client n'avait pas été informé de son droit.
error-deduction-needs-reason = Dites ce qui a été constaté : le client le lira.
error-deduction-needs-amount = Indiquez un montant supérieur à zéro, en { $currency }.
error-deduction-above-worth = La retenue ne peut pas dépasser { $worth }, ce qui est remboursé pour ces articles.
error-wear-stray = Aucune retenue n'est possible : on ne sait pas de quel retour vient cet article.
error-wear-in-kind = Aucune retenue n'est possible : le client reçoit un article, pas d'argent.
error-wear-needs-photo = Ajoutez une photo de ce que vous avez constaté : le client voudra la voir.
error-wear-too-many-photos = { $most } photos au plus.
error-wear-not-proposed = Rien n'a été proposé pour cet article.
error-wear-decided-elsewhere = Le service client s'en occupe désormais. Dans les dix secondes, vous pouvez d'abord annuler votre contrôle.
error-objection-unknown = Le retour { $number } n'a plus de contestation de retenue en attente.
error-deduction-too-late = Il ne reste rien à régler de cet article chez nous : plus rien ne peut en être retenu. Rechargez le retour { $number } pour voir où il en est.
error-reduction-needs-amount = Indiquez la réduction : un montant supérieur à zéro en { $currency }, ou un pourcentage.
error-reduction-needs-reason = Dites ce qui a été convenu : le client le lira.
error-reduction-above-paid = Il reste au plus { $most } à rendre pour ces articles.
error-reduction-too-late = Cet article du retour { $number } est en route, réglé ou clos : son prix ne peut plus être réduit.
error-reduction-after-withdrawal = Le client s'est rétracté : le retour { $number } est dû en entier et ne peut pas devenir une réduction de prix.
error-reduction-first = Dans le retour { $number }, le client garde un article à prix réduit. Fixez d'abord la réduction, ou refusez le retour.
error-difference-needs-reason = Indiquez comment la différence a été réglée : cela reste au dossier.
error-box-as-announced = Le colis du retour { $number } n'a rien d'inattendu, ou quelqu'un s'en est occupé entre-temps. Rechargez la page.
error-box-needs-reason = Indiquez pourquoi : le client le lira.
error-evidence-not-asked = Plus rien n'est attendu pour cet article du retour { $number }.
error-evidence-empty = Ajoutez une photo ou quelques mots.
error-photo-too-large = Cette photo dépasse { $most } Mo. Envoyez-en une plus légère.
error-photo-not-a-picture = Ce fichier n'est pas une image que nous savons ouvrir. Envoyez une photo JPEG, PNG ou WebP.
error-link-expired = Ce lien a expiré. Retrouvez votre commande avec son numéro et votre adresse e-mail.
error-link-forged = Ce lien ne fonctionne pas. Retrouvez votre commande avec son numéro et votre adresse e-mail.
error-order-not-found = Ce numéro ne correspond pas à cette adresse e-mail ou à ce code postal. Vérifiez le numéro dans votre e-mail de confirmation.

history-customer-unknown = Le client n'est pas nommé
history-never-bought = Ce client n'a jamais acheté l'article
history-bought-later = Ce client n'a acheté l'article que plus tard
history-all-returned = Tout ce que ce client en avait acheté était déjà revenu
history-taken-meanwhile = Les unités ont été retournées autrement entre-temps
history-write-off = Mis au rebut en entrepôt, non vendu
history-bad-debt = Créance douteuse régularisée
history-service = Frais, échantillons, bons et écritures manuelles, non des articles
history-given-back = { $count } × { $title }, rendu avant Volte

step-imported = { $units ->
    [one] Un article est revenu avant Volte
   *[other] { $units } articles sont revenus avant Volte
}
step-imported-without-order = { $why ->
    [customer_unknown] Revenu avant Volte, sans achat connu : le client n'est pas nommé
    [never_bought] Revenu avant Volte, sans achat connu : ce client n'a jamais acheté l'article
    [bought_later] Revenu avant Volte, sans achat connu : ce client n'a acheté l'article que plus tard
    [all_returned] Revenu avant Volte, sans achat connu : tout ce qui avait été acheté était déjà revenu
   *[other] Revenu avant Volte, sans achat connu
}
step-requested = { $units ->
    [one] Demande de retour pour un article
   *[other] Demande de retour pour { $units } articles
}
step-refused-by-rules = Non accepté d'après les conditions de retour
step-waits-for-shop = En attente d'un examen par la boutique
step-waits-for-customer = En attente d'une photo ou d'un commentaire
step-withdrawn = Rétractation { $number } déclarée
step-way-chosen = Autre mode de renvoi choisi
step-approved = Retour accepté
step-approved-by-staff = Accepté par { $who }
step-approved-as-it-is = Repris en l'état par { $who }
step-refused-by-staff = Non accepté : { $reason }
step-cancelled = Retour annulé
step-expired = Délai passé : rien n'a été remis à temps
step-evidence-sent = Photo ou commentaire reçu
step-scan-dropped-off = Colis remis
step-scan-in-transit = En route vers nous
step-scan-delivered = Livré chez nous
step-scan-lost = Colis perdu par le transporteur
step-arrived = { $units ->
    [0] Un colis est arrivé sans les articles annoncés
    [one] Un article bien reçu
   *[other] { $units } articles bien reçus
}
step-inspected = { $title } : vérifié
step-inspection-undone = La dernière vérification a été reprise
step-settled-refund = Remboursement lancé
step-settled-credit = Avoir émis
step-settled-exchange = Échange préparé
step-settled-replacement = Remplacement convenu
step-settled-repair = Réparation convenue
step-settled-price-reduction = Réduction de prix convenue
step-settled = Tout est décidé
step-goodwill = Geste commercial de { $who }
step-deduction-proposed = Retenue de { $amount } proposée pour l'usage de { $title } : { $reason }
step-deduction-taken-back = Finalement, rien n'est à retenir sur { $title }
step-deduction-given-back = La retenue pour usage est remboursée
step-deduction-upheld = La retenue pour usage est maintenue
step-deducted = { $amount } retenus pour l'usage de { $title } : { $reason }
step-price-reduced = { $title } gardé avec une réduction, { $amount } rendus : { $reason }
step-appealed = Une personne a été priée de regarder à nouveau
step-question = Question posée
step-answer = Réponse envoyée
step-note = Note de { $who }
step-refund-succeeded = { $amount } remboursés
step-refund-failed = Un remboursement de { $amount } n'a pas abouti
step-refund-redirected = { $way ->
    [store_credit] { $amount } gardés en avoir, comme demandé
   *[other] { $amount } à verser par virement, comme demandé
}
step-account-given = Compte bancaire indiqué pour { $amount }
returns-consent-store-credit = Je préfère recevoir { $amount } sous forme d'avoir plutôt qu'en argent. Je sais que je peux demander l'argent.
returns-consent-bank-transfer = Je souhaite recevoir { $amount } par virement, sur le compte ci-dessous.
step-closed = Dossier clos
returns-difference-title = Échange, retour { $number }
step-difference-paid = Différence de { $amount } réglée
step-difference-noted = Différence notée comme réglée par { $who }
step-difference-given = Différence de { $amount } offerte par { $who }
step-exchange-given-up = Échange abandonné, { $amount } non réglés : remboursement à la place
step-difference-paid-twice = { $amount } payés une seconde fois, à rendre
step-box-seen-to = Colis vu par { $who }
step-box-closed = Clôturé avec ce qui est revenu
step-exchange-not-possible = Échange impossible pour l'instant : une personne s'en occupe
error-feedback-too-early = Le retour { $number } n'est pas encore terminé. Nous vous poserons la question quand tout sera réglé.
error-feedback-given = Une réponse peut être modifiée pendant { $days } jours ; ce délai est passé.
error-feedback-over = La question se pose pendant { $days } jours après la fin du retour ; ce délai est passé.
error-feedback-score-invalid = La note doit être un nombre entier de { $least } à { $most }.
error-feedback-comment-too-long = Un commentaire compte { $most } caractères au plus ; le vôtre en compte { $length }. Raccourcissez-le.
error-feedback-seen-to = Quelqu'un s'est déjà occupé de l'avis sur le retour { $number }. Rechargez la page.
step-feedback = Avis donné : { $score } sur 5
step-feedback-changed = Avis modifié : { $score } sur 5
step-feedback-seen = Avis pris en compte par { $who }

# Les échéances, et ce que coûte un retard
clock-answer = Décider de la demande
clock-appeal = Répondre à la demande de réexamen
clock-question = Répondre au client
clock-evidence = Montrer ce qui est demandé
clock-send-back = Renvoyer les articles
clock-refund-promised = Rembourser, selon notre promesse
clock-refund-law = Rembourser, au plus tard selon la loi
clock-cure = Réparer ou remplacer
clock-conformity-refund = Rembourser l’article défectueux
clock-withdrawal-period = Délai de rétractation
clock-guarantee = Garantie légale de conformité
clock-cost-interest = intérêts au taux légal
clock-cost-interest-so-far = { $amount } d’intérêts au taux légal ({ $rate } l’an)
clock-cost-interest-so-far-about = environ { $amount } d’intérêts au taux légal, à { $rate } l’an (Volte ne connaît pas encore le taux du { $half ->
    [1] premier
   *[2] second
} semestre { $year })
clock-cost-interest-at = intérêts au taux légal ({ $rate } l’an)
clock-cost-interest-at-about = intérêts au taux légal, { $rate } l’an (Volte ne connaît pas encore le taux du { $half ->
    [1] premier
   *[2] second
} semestre { $year })
clock-cost-extra = { $amount } de plus ({ $percent } %)
clock-cost-damages = et des dommages et intérêts

# Le message du matin et la prévision de la semaine
morning-late =
    { $days ->
        [one] Un jour de retard
       *[other] { $days } jours de retard
    }
morning-tonight = D'ici ce soir
morning-before = Avant { $hour }
morning-by = Au plus tard le { $day }
morning-then = { $cost } dès le { $day }
morning-more =
    { $count ->
        [one] Une autre à voir
       *[other] Les { $count } autres
    }
morning-money-unbalanced = Les livres du { $day } ne s'équilibrent pas : débits et crédits diffèrent. Ne clôturez rien et faites vérifier le grand livre.
morning-money-broken = { $count ->
    [one] La comptabilité a été refaite cette nuit, et une anomalie est apparue.
   *[other] La comptabilité a été refaite cette nuit, et { $count } anomalies subsistent.
} Ne clôturez rien : la page Finances, Preuve, dit ce que cela signifie et que faire.
morning-money-decision = { $count ->
    [one] Un remboursement a été refusé par le prestataire de paiement : relancez-le, ou versez-le autrement.
   *[other] { $count } remboursements ont été refusés par le prestataire de paiement : relancez-les, ou versez-les autrement.
}
morning-money-meaning = { $count ->
    [one] Le prestataire de paiement répond à propos d'un remboursement en des termes que nous ne comprenons pas : vérifiez sur ses pages.
   *[other] Le prestataire de paiement répond à propos de { $count } remboursements en des termes que nous ne comprenons pas : vérifiez sur ses pages.
}
morning-money-paying = { $count ->
    [one] Un remboursement attend que vous le versiez.
   *[other] { $count } remboursements attendent que vous les versiez.
}
morning-money-differences = { $count ->
    [one] Un écart avec un prestataire de paiement reste à régler.
   *[other] { $count } écarts avec les prestataires de paiement restent à régler.
}
morning-policy-fallen = La politique de retour en vigueur (version { $number }) est passée sous la loi pour { $terms ->
        [one] un terme
       *[other] { $terms } termes
    }. Vos clients sont tout de même traités selon la loi ; publiez-en une meilleure.
morning-policy-will-fall = La politique de retour programmée pour le { $day } (version { $number }) est passée sous la loi pour { $terms ->
        [one] un terme
       *[other] { $terms } termes
    }. Annulez-la, ou publiez-en une meilleure.
forecast-nothing = Rien n'est dû dans les sept jours qui viennent
forecast-unknown =
    { $due ->
        [one] Une échéance cette semaine ; l'historique est trop court pour dire si elle sera tenue
       *[other] { $due } échéances cette semaine ; l'historique est trop court pour dire lesquelles seront manquées
    }
forecast-kept =
    { $due ->
        [one] La seule échéance de la semaine sera très probablement tenue
       *[other] Les { $due } échéances de la semaine seront très probablement tenues
    }
forecast-missed =
    { $due ->
        [one] La seule échéance de la semaine, { $day }, sera probablement manquée
       *[other] { $missed ->
            [one] Une échéance sur { $due } sera probablement manquée cette semaine (de { $low } à { $high }), surtout { $day }
           *[other] Environ { $missed } échéances sur { $due } seront probablement manquées cette semaine (de { $low } à { $high }), surtout { $day }
        }
    }
error-units-already-left = « { $title } » : { $most ->
    [0] tout est déjà parti, ou annulé.
    [one] un seul exemplaire n'est pas encore parti ; vous en demandez { $asked }.
   *[other] { $most } exemplaires seulement ne sont pas encore partis ; vous en demandez { $asked }.
} Ce qui est parti pourra être renvoyé une fois arrivé.
error-units-not-shipped = « { $title } » : { $most ->
    [0] rien n'a été expédié, ou c'est déjà réglé.
    [one] un seul exemplaire a été expédié ; vous en demandez { $asked }.
   *[other] { $most } exemplaires seulement ont été expédiés ; vous en demandez { $asked }.
}
error-replacement-out-of-stock = « { $title } » ne peut pas être renvoyé : { $left } en stock, { $asked } demandés. Choisissez un remboursement.
error-not-a-claim = Le dossier { $number } ne porte pas sur un colis jamais arrivé.
situation-cancelled = L'article ne partira pas, et vous êtes remboursé tout de suite.
situation-cancel-asked = Nous vérifions qu'il n'est pas parti, puis nous vous remboursons.
situation-we-ask-the-carrier = Nous interrogeons le transporteur. Sans réponse de sa part sous { $days } jours, ce qui n'est pas arrivé est considéré comme perdu.
situation-we-look = Une personne de notre équipe s'en occupe.
situation-never-left = La boutique sait que ces exemplaires ne sont pas partis
situation-may-have-left = Ces exemplaires sont peut-être partis : la boutique ne signale pas chaque colis
situation-claimed = Le client dit que ces exemplaires ne sont jamais arrivés ; aucune preuve ne lui est demandée
situation-said-delivered = Le transporteur les dit livrés le { $day }
situation-risk-of-shop = Tant que le client n'a pas les articles en main, leur perte est pour la boutique
situation-inquiry = Le transporteur a { $days } jours pour montrer le contraire ; ensuite ils sont considérés comme perdus
situation-person-decides = Un professionnel, ou un pays dont nous ne connaissons pas la loi : une personne décide
step-requested-claim = { $units ->
    [one] Un article signalé comme jamais arrivé
   *[other] { $units } articles signalés comme jamais arrivés
}
step-requested-cancellation = { $units ->
    [one] Annulation demandée pour un article pas encore parti
   *[other] Annulation demandée pour { $units } articles pas encore partis
}
step-waits-for-carrier = Le transporteur est interrogé
step-inquiry-over = Le transporteur n'a rien trouvé : considéré comme perdu
step-found-customer = Retrouvé chez le client
step-found-returned = Revenu chez nous : personne ne l'avait reçu
