# La page publique des conditions de retour.
policy-page-title = Retours et remboursements
policy-page-start = Faire un retour
policy-page-from-shop = Ce que { $shop } vous offre
policy-page-promise = Notre engagement
policy-page-closed = Nous ne reprenons pas nos articles de notre propre initiative. Vos droits légaux, plus bas, restent entiers.
policy-page-how-long = Combien de temps
policy-page-windows = Pour certains articles ou certaines périodes, le délai est différent :
policy-page-window-delivery = Vous avez { $days } jours après la réception pour changer d’avis.
policy-page-window-shipment = Vous avez { $days } jours après l’expédition pour changer d’avis.
policy-page-window-order = Vous avez { $days } jours après la commande pour changer d’avis.
policy-page-window-until = Vous avez jusqu’au { $last_day } pour changer d’avis.
policy-page-window-delivery-later = Vous avez { $days } jours après la réception pour changer d’avis, et en tout cas jusqu’au { $last_day }.
policy-page-window-shipment-later = Vous avez { $days } jours après l’expédition pour changer d’avis, et en tout cas jusqu’au { $last_day }.
policy-page-window-order-later = Vous avez { $days } jours après la commande pour changer d’avis, et en tout cas jusqu’au { $last_day }.
policy-page-how = Comment renvoyer, et à quel prix
policy-page-cost-free = gratuit
policy-page-cost-own = à vos frais
policy-page-cost-price = payant
policy-page-cost-nothing = rien à renvoyer
policy-page-our-fault = Si l’article a un défaut, est arrivé abîmé ou n’est pas celui que vous aviez commandé, le retour ne vous coûte rien.
policy-page-gets = Ce que vous recevez
policy-page-gets-refund = un remboursement, sur le moyen de paiement de la commande
policy-page-gets-exchange = un échange contre une autre taille ou une autre couleur, selon le stock
policy-page-gets-credit = un avoir, à dépenser dans la boutique
policy-page-gets-credit-bonus = un avoir à dépenser dans la boutique, avec { $bonus } de plus
policy-page-gets-replacement = le même article, neuf
policy-page-gets-repair = une réparation
policy-page-gets-price-reduction = une réduction de prix, et vous gardez l’article
policy-page-refund-carrier-scan =
    { $days ->
        [0] Le remboursement part dès que le colis est remis au transporteur ou en magasin.
        [one] Le remboursement part au plus tard le lendemain de la remise du colis au transporteur ou en magasin.
       *[other] Le remboursement part dans les { $days } jours qui suivent la remise du colis au transporteur ou en magasin.
    }
policy-page-refund-receipt =
    { $days ->
        [0] Le remboursement part dès que vos articles nous arrivent.
        [one] Le remboursement part au plus tard le lendemain de l’arrivée de vos articles.
       *[other] Le remboursement part dans les { $days } jours qui suivent l’arrivée de vos articles.
    }
policy-page-refund-inspection =
    { $days ->
        [0] Le remboursement part dès que vos articles sont vérifiés.
        [one] Le remboursement part au plus tard le lendemain de la vérification de vos articles.
       *[other] Le remboursement part dans les { $days } jours qui suivent la vérification de vos articles.
    }
policy-page-fee = Des frais de remise en stock de { $fee } peuvent être retenus quand vous renvoyez au-delà du délai légal de rétractation. Ils sont indiqués avant que vous confirmiez.
policy-page-evidence = Pour un défaut ou une casse, nous vous demandons une photo ou quelques mots : cela nous permet de vous répondre aussitôt.
policy-page-exceptions = Ce que nous ne reprenons pas
policy-page-exceptions-lead = Un article ne peut pas être repris au titre de notre engagement dans ces cas :
policy-page-each = La page de votre commande dit pour chaque article jusqu’à quand il peut revenir, ou pourquoi il ne le peut pas, et ce que coûte chaque mode de retour.
policy-page-from-law = Ce que la loi vous donne, quoi que nous promettions
policy-page-law = Droit de rétractation : { $days } jours
policy-page-law-lead = Pour un achat à distance, vous pouvez vous rétracter sans donner de motif dans les { $days } jours qui suivent la réception du dernier article. Il suffit de nous le dire dans ce délai, ici ou par tout autre moyen. Aucune justification ni photo ne vous est demandée.
policy-page-law-paid-customer = Le renvoi est à vos frais, sauf quand l’un des modes de retour ci-dessus est gratuit.
policy-page-law-paid-merchant = Le renvoi est à nos frais.
policy-page-law-paid-told = Le renvoi n’est à vos frais que si nous vous l’avons annoncé avant votre achat.
policy-page-law-refund = Nous vous remboursons tout, livraison standard comprise, dans les { $days } jours qui suivent votre rétractation. Nous pouvons attendre d’avoir reçu l’article, ou la preuve de son envoi.
policy-page-law-send = Vous avez { $days } jours après votre rétractation pour renvoyer l’article.
policy-page-law-free = Aucuns frais de remise en stock ne peuvent être retenus. Seule une manipulation allant au-delà de l’essai peut réduire le remboursement.
policy-page-law-exceptions = Les exceptions prévues par la loi
policy-page-exception-b = les biens dont le prix suit le marché financier
policy-page-exception-c = les biens faits sur mesure ou nettement personnalisés
policy-page-exception-d = les biens qui se détériorent ou se périment vite
policy-page-exception-e = les biens scellés pour l’hygiène ou la santé, une fois descellés
policy-page-exception-f = les biens qui, une fois livrés, sont mélangés à d’autres de manière indissociable
policy-page-exception-g = les vins et alcools livrés plus de trente jours après, à un prix qui suit le marché
policy-page-exception-i = les enregistrements et logiciels scellés, une fois descellés
policy-page-exception-j = les journaux et magazines vendus au numéro
policy-page-exception-k = les achats aux enchères publiques
policy-page-exception-l = l’hébergement, le transport, la restauration et les loisirs à une date fixée
policy-page-exception-n = les médicaments sur ordonnance
policy-page-exception-m = les contenus numériques, une fois commencés avec votre accord exprès
policy-page-guarantee = Garantie légale de conformité
policy-page-guarantee-lead = Pendant { $months } mois après la réception, nous répondons des défauts de l’article : réparation ou remplacement sans frais, sinon réduction du prix ou remboursement. Le renvoi ne vous coûte rien.
policy-page-law-elsewhere = Si vous vivez dans un autre pays de l’Union européenne, la loi de ce pays peut vous donner davantage. Elle s’applique alors.
policy-page-version = Version { $number }, publiée le { $day }. Une commande garde la version en vigueur le jour où elle a été passée.
