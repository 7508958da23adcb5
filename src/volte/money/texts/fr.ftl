# Les lignes d'un remboursement, telles que le client les lit
money-line-items = { $title }{ $count ->
    [one] {""}
   *[other] {" "}× { $count }
}
money-line-wrapping = Papier cadeau{ $count ->
    [one] {""}
   *[other] {" "}× { $count }
}
money-line-units-cap = { $not_accepted ->
    [0] Déjà remboursé ou annulé : { $title }{ $count ->
        [one] {""}
       *[other] {" "}× { $count }
    }
   *[other] { $settled ->
        [0] Non accepté : { $title }{ $count ->
            [one] {""}
           *[other] {" "}× { $count }
        }
       *[other] { $title } × { $count } (déjà remboursé ou annulé : { $settled } ; non accepté : { $not_accepted })
    }
}
money-line-reduced-before = Réduction déjà accordée sur { $title }
money-line-deduction = Retenue pour usage de { $title } : { $why }
money-line-price-reduction = Réduction du prix : { $title }{ $count ->
    [one] {""}
   *[other] {" "}× { $count }
} ({ $why })
money-line-restocking-fee = Frais de remise en stock de { $rate } ({ $title })
money-line-outbound-all = Livraison, au tarif standard de { $standard }
money-line-outbound-part = Livraison, au prorata de ce que vous renvoyez
money-line-outbound-rest = Livraison, le reste du tarif standard de { $standard }
money-line-undelivered-rest = Livraison, le reste
money-line-undelivered-all = Livraison, en totalité
money-line-undelivered-part = Livraison, au prorata de ce que vous n’avez pas reçu
money-line-goodwill = Un geste de notre part : { $why }
money-line-return-shipping = Frais de retour
money-line-fees-cap = Les frais ne dépassent jamais le remboursement
money-line-ceiling = Il ne reste que { $ceiling } de ce que vous avez payé pour cette commande

# À regarder avant de rembourser
money-flag-basis-changed = La boutique a renvoyé cette commande avec d'autres prix, remises ou taux de TVA après la promesse d'un remboursement. Ce qui a été convenu en premier reste valable.
money-flag-payments-unknown = Aucun paiement connu pour cette commande. Elle est considérée comme payée { $total }, et le remboursement sera versé à la main.
money-flag-payments-below = Seuls { $captured } ont été encaissés pour une commande de { $total }. Les remboursements s'arrêtent à ce qui a été encaissé.
money-flag-payments-above = La boutique a encaissé { $captured } pour une commande de { $total } seulement. Vérifiez les paiements avant de rembourser plus que les articles.

# Les mots
money-status-planned = Prévu
money-status-sending = En cours d'envoi
money-status-pending = En cours à la banque
money-status-succeeded = Remboursé
money-status-failed = Échoué
money-status-manual = À verser à la main
money-status-replaced = Versé autrement
money-status-unknown = Réponse incomprise

money-route-gateway = Sur le moyen de paiement d'origine
money-route-store-credit = Avoir
money-route-bank-transfer = Virement
money-route-by-hand = Versé à la main

money-kind-card = Carte bancaire
money-kind-wallet = Portefeuille électronique
money-kind-transfer = Virement
money-kind-cash-on-delivery = Paiement à la livraison
money-kind-gift-card = Carte cadeau
money-kind-credit = Avoir
money-kind-pay-later = Paiement différé

# Les comptes, et ce qui y est inscrit
money-account-sales-returns = Ventes retournées
money-account-tax = Taxe sur les ventes
money-account-shipping-returned = Frais de livraison rendus
money-account-goodwill = Gestes commerciaux
money-account-fees-income = Frais retenus
money-account-refunds-payable = Remboursements dus
money-account-gateway-clearing = Payé par le prestataire de paiement
money-account-bank-clearing = Payé par la banque ou à la main
money-account-credit-liability = Avoirs dus
money-account-credit-bonus-liability = Bonus restant sur avoirs
money-account-credit-bonus = Bonus sur avoirs
money-account-credit-lapsed = Avoirs périmés
money-account-credit-redeemed = Avoirs dépensés
money-account-customer-receivable = À payer par le client
money-account-differences-paid = Différences encaissées
money-account-exchange-sales = Ventes par échange
money-entry-promised = Remboursement promis
money-entry-exchanged = Articles échangés
money-entry-difference-given = Différence offerte
money-entry-difference-paid = Différence payée par le client
money-entry-paid-twice = Différence payée deux fois
money-entry-paid-out = Remboursement versé
money-entry-credit-issued = Avoir émis
money-entry-credit-given = Avoir offert
money-entry-credit-spent = Avoir dépensé
money-entry-credit-unspent = Paiement par avoir annulé
money-entry-credit-refilled = Remboursement recrédité sur l'avoir
money-entry-credit-lapsed = Avoir périmé
money-entry-taken-back = Annulé : { $entry }

# Refus
error-unknown-line = La commande n'a pas de ligne « { $line } ».
error-unknown-unit = La ligne « { $line } » ne compte { $quantity ->
    [one] qu'un seul article
   *[other] que { $quantity } articles
}.
error-payment-exhausted = Il ne reste rien à rembourser sur ce paiement. Rechargez la page pour voir ce qui s'est passé entre-temps.
error-promise-unknown = Ce règlement n'existe pas dans cette boutique.
error-difference-not-due = Il ne reste aucune différence à payer pour cet échange.
error-payment-not-offered = Le paiement en ligne n'est pas disponible ici. Écrivez-nous : nous trouverons une autre façon.
error-payment-unreachable = La page de paiement ne répond pas pour le moment. Rien n'a été débité ; réessayez dans quelques minutes.
error-checkout-unknown = Ce paiement n'existe pas dans cette boutique.
error-exchange-price-missing = Le prix du nouvel article manque.
error-nothing-to-exchange = Rien n'est revenu qui puisse être échangé. Choisissez de nouveau les articles.
error-refund-unknown = Ce remboursement n'existe pas dans cette boutique.
error-refund-moved-on = Ce remboursement vient de changer. Rechargez la page pour voir où il en est.
error-refund-not-failed = Seul un remboursement refusé par le prestataire de paiement peut être renvoyé.
error-refund-not-by-hand = Ce remboursement n'attend pas d'être versé à la main.
error-payout-reference-missing = Indiquez la référence du versement, pour le retrouver sur le relevé bancaire.
error-redirect-unknown = Choisissez une autre voie pour ce remboursement : { $ways }.
error-redirect-needs-consent = L'argent ne peut prendre un autre chemin qu'avec l'accord du client. Cochez la case, ou dites comment il l'a donné.
error-redirect-needs-customer = Seul le client peut accepter un avoir à la place de son argent. Il le fait sur la page de son retour.
error-account-holder-missing = Indiquez le nom du titulaire du compte.
error-account-holder-too-long = Le nom peut comporter { $most } caractères au maximum.
error-iban-missing = Indiquez l'IBAN du compte.
error-iban-invalid = Cet IBAN n'est pas valable : il manque peut-être un chiffre, ou deux sont inversés. Recopiez-le depuis votre RIB ou votre application bancaire.
error-credit-unknown = Aucun avoir ne porte ce code. Vérifiez chaque lettre et chaque chiffre.
error-credit-needs-value = Un avoir a besoin d'un montant supérieur à zéro.
error-credit-spend-invalid = Indiquez un montant supérieur à zéro (il reste { $balance }).
error-credit-expired = Cet avoir était valable jusqu'au { $expired }.
error-credit-blocked = Cet avoir est bloqué. La personne qui tient les comptes de la boutique peut le débloquer.
error-credit-not-blocked = Cet avoir n'est pas bloqué.
error-credit-why-missing = Indiquez pourquoi : la prochaine personne qui ouvrira cette page en aura besoin.
error-credit-currency = Cet avoir est en { $currency }, le paiement en { $given }.
error-credit-above-issued = Seuls { $room } ont été dépensés sur cet avoir. On ne peut pas y remettre davantage.
error-credit-key-reused = Cette clé a déjà servi pour un autre paiement, ou ce paiement a été annulé. Prenez une nouvelle clé pour chaque paiement.
error-credit-spending-unknown = Aucun paiement portant cette clé n'a été fait avec cet avoir.
error-credit-too-small = Il reste { $balance } sur cet avoir, moins que { $wanted }.
error-credit-moved-on = Cet avoir vient d'être utilisé. Rechargez la page pour voir ce qu'il en reste.
