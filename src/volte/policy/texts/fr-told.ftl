# La politique racontée au client : chaque règle en une phrase, « Si …, … ».
policy-told-rule = Si { $when }, { $then }
policy-told-next-if = { $first }, si { $last }
policy-told-and-if = { $first } et si { $last }
policy-told-besides = { $first } ; { $last }
policy-told-or = { $first } ou { $rest }
policy-told-and = { $first } et { $rest }
policy-told-quoted = « { $value } »
policy-told-in-language = { $fr }
policy-told-others =
    { $count ->
        [one] un autre
       *[other] { $count } autres
    }

# Ce qu'une règle regarde : une proposition qui suit « si ».
policy-told-category = l'article est de la catégorie { $values }
policy-told-tags = l'article porte la mention { $values }
policy-told-sku-is = la référence de l'article est { $values }
policy-told-sku-begins = la référence de l'article commence par { $values }
policy-told-sku-is-or-begins = la référence de l'article est { $values } ou commence par { $beginnings }
policy-told-gtin-is = le code-barres de l'article est { $values }
policy-told-gtin-begins = le code-barres de l'article commence par { $values }
policy-told-gtin-is-or-begins = le code-barres de l'article est { $values } ou commence par { $beginnings }
policy-told-lot-is = l'article vient du lot { $values }
policy-told-lot-begins = l'article vient d'un lot dont le numéro commence par { $values }
policy-told-lot-is-or-begins = l'article vient du lot { $values } ou d'un lot dont le numéro commence par { $beginnings }
policy-told-options = l'article a été choisi avec { $name } : { $values }
policy-told-option-size = la taille de l'article est { $values }
policy-told-option-colour = la couleur de l'article est { $values }
policy-told-traits = l'article { $values }
policy-told-traits-sealed = est scellé
policy-told-traits-hygiene = est un produit d'hygiène
policy-told-traits-media = est un enregistrement ou un logiciel
policy-told-traits-personalisable = peut être personnalisé
policy-told-traits-made-to-order = est fabriqué sur commande
policy-told-traits-perishable = est périssable
policy-told-traits-inseparable = ne peut plus être séparé une fois livré
policy-told-traits-market-priced = a un prix qui suit le marché
policy-told-traits-future-alcohol = est un vin ou un alcool livré plus tard
policy-told-traits-periodical = est un journal ou un magazine
policy-told-traits-regular-delivery = est livré régulièrement
policy-told-traits-public-auction = a été vendu aux enchères publiques
policy-told-traits-dated-leisure = est une sortie ou un séjour à date fixe
policy-told-traits-digital = est un contenu numérique
policy-told-traits-used = est d'occasion
policy-told-traits-lasting = est conçu pour durer
policy-told-traits-prescription = est vendu sur ordonnance
policy-told-price-paid = l'article a coûté { $range }
policy-told-discount = l'article a été vendu avec une remise de { $range }
policy-told-weight = l'article pèse { $range }
policy-told-size = le plus grand côté de l'article mesure { $range }
policy-told-seller = l'article est vendu par { $values }
policy-told-ordered-between = la commande a été passée entre le { $first_day } et le { $last_day } inclus
policy-told-ordered-on = la commande a été passée le { $first_day }
policy-told-ordered-from = la commande a été passée à partir du { $first_day }
policy-told-ordered-until = la commande a été passée le { $last_day } au plus tard
policy-told-channel = la commande a été passée { $values }
policy-told-channel-online = en ligne
policy-told-channel-phone = par téléphone
policy-told-channel-mail-order = par correspondance
policy-told-channel-off-premises = hors d'un magasin, en présence du vendeur
policy-told-channel-store = en magasin
policy-told-channel-other = sur « { $value } »
policy-told-country =
    { $count ->
        [one] la commande est livrée dans ce pays ({ $values })
       *[other] la commande est livrée dans l'un de ces pays ({ $values })
    }
policy-told-order-total = la commande s'élève à { $range }
policy-told-payment = la commande a été payée { $values }
policy-told-payment-card = par carte
policy-told-payment-wallet = par portefeuille électronique
policy-told-payment-transfer = par virement
policy-told-payment-cash-on-delivery = à la livraison
policy-told-payment-gift-card = avec une carte cadeau
policy-told-payment-credit = avec un avoir
policy-told-payment-pay-later = en différé
policy-told-promotion = le code promo { $values } a servi pour la commande
policy-told-customer-kind = vous achetez { $values }
policy-told-customer-kind-consumer = pour vous-même
policy-told-customer-kind-business = pour une entreprise
policy-told-customer-kind-sole-trader = comme entrepreneur individuel
policy-told-customer-tier = votre palier de fidélité est { $values }
policy-told-customer-tags = votre compte porte la mention { $values }
policy-told-customer-orders = le nombre de vos commandes est de { $range }
policy-told-customer-return-rate =
    { $orders ->
        [one] vous avez renvoyé plus de { $over } de vos articles ces { $months } derniers mois
       *[other] vous avez renvoyé plus de { $over } des articles d'au moins { $orders } commandes ces { $months } derniers mois
    }
policy-told-requested-between = vous demandez le retour entre le { $first_day } et le { $last_day } inclus
policy-told-requested-on = vous demandez le retour le { $first_day }
policy-told-requested-from = vous demandez le retour à partir du { $first_day }
policy-told-requested-until = vous demandez le retour le { $last_day } au plus tard
policy-told-reason = le motif est { $values }
policy-told-fault = { $values }
policy-told-fault-customer = l'article ne vous convient pas
policy-told-fault-merchant = l'erreur vient de nous
policy-told-fault-carrier = le transport est en cause
policy-told-fault-not-yours = l'erreur vient de nous ou du transporteur
policy-told-condition = vous déclarez l'article { $values }
policy-told-condition-unworn = comme neuf
policy-told-condition-tried = essayé
policy-told-condition-used = utilisé
policy-told-condition-damaged = abîmé
policy-told-condition-opened = ouvert
policy-told-seal-broken-yes = l'emballage scellé de l'article a été ouvert
policy-told-seal-broken-no = l'emballage scellé de l'article n'a pas été ouvert
policy-told-quantity = le nombre d'exemplaires renvoyés est de { $range }
policy-told-answers = à notre question « { $name } » vous répondez { $values }
policy-told-delivered-between = la dernière livraison a eu lieu entre le { $first_day } et le { $last_day } inclus
policy-told-delivered-on = la dernière livraison a eu lieu le { $first_day }
policy-told-delivered-from = la dernière livraison a eu lieu à partir du { $first_day }
policy-told-delivered-until = la dernière livraison a eu lieu le { $last_day } au plus tard
policy-told-partial-yes = une partie de la commande est encore en route
policy-told-partial-no = rien de la commande ne reste à livrer après une première livraison
policy-told-withdrawal-right-yes = la loi vous permet de changer d'avis
policy-told-withdrawal-right-no = la loi ne vous permet pas (ou plus) de changer d'avis
policy-told-range-over = plus de { $value }
policy-told-range-at-least = { $value } ou plus
policy-told-range-under = moins de { $value }
policy-told-range-at-most = { $value } ou moins
policy-told-kg = { $count } kg
policy-told-g = { $count } g
policy-told-m = { $count } m
policy-told-cm = { $count } cm
policy-told-mm = { $count } mm

# Ce qu'une règle change, et ce qui vaut pour tout.
policy-told-taken-back = nous reprenons l'article
policy-told-not-taken-back = nous ne reprenons pas l'article
policy-told-not-taken-back-because = nous ne reprenons pas l'article : { $because_fr }
policy-told-window-until = vous avez jusqu'au { $last_day } pour demander un retour
policy-told-window-delivery =
    { $days ->
        [0] vous pouvez demander un retour jusqu'au jour de la réception
        [one] vous avez un jour après la réception pour demander un retour
       *[other] vous avez { $span } après la réception pour demander un retour
    }
policy-told-window-delivery-later =
    { $days ->
        [0] vous pouvez demander un retour jusqu'au jour de la réception, et au moins jusqu'au { $last_day }
        [one] vous avez un jour après la réception pour demander un retour, et au moins jusqu'au { $last_day }
       *[other] vous avez { $span } après la réception pour demander un retour, et au moins jusqu'au { $last_day }
    }
policy-told-window-delivery-unknown =
    { $days ->
        [0] si nous ignorons la date de réception, vous pouvez le demander le jour de la commande
        [one] si nous ignorons la date de réception, vous avez un jour après la commande
       *[other] si nous ignorons la date de réception, vous avez { $span } après la commande
    }
policy-told-window-shipment =
    { $days ->
        [0] vous pouvez demander un retour jusqu'au jour de l'expédition
        [one] vous avez un jour après l'expédition pour demander un retour
       *[other] vous avez { $span } après l'expédition pour demander un retour
    }
policy-told-window-shipment-later =
    { $days ->
        [0] vous pouvez demander un retour jusqu'au jour de l'expédition, et au moins jusqu'au { $last_day }
        [one] vous avez un jour après l'expédition pour demander un retour, et au moins jusqu'au { $last_day }
       *[other] vous avez { $span } après l'expédition pour demander un retour, et au moins jusqu'au { $last_day }
    }
policy-told-window-shipment-unknown =
    { $days ->
        [0] si nous ignorons la date d'expédition, vous pouvez le demander le jour de la commande
        [one] si nous ignorons la date d'expédition, vous avez un jour après la commande
       *[other] si nous ignorons la date d'expédition, vous avez { $span } après la commande
    }
policy-told-window-order =
    { $days ->
        [0] vous pouvez demander un retour le jour de la commande
        [one] vous avez un jour après la commande pour demander un retour
       *[other] vous avez { $span } après la commande pour demander un retour
    }
policy-told-window-order-later =
    { $days ->
        [0] vous pouvez demander un retour le jour de la commande, et au moins jusqu'au { $last_day }
        [one] vous avez un jour après la commande pour demander un retour, et au moins jusqu'au { $last_day }
       *[other] vous avez { $span } après la commande pour demander un retour, et au moins jusqu'au { $last_day }
    }
policy-told-gets = nous vous proposons { $values }
policy-told-gets-nothing = nous n'offrons rien de plus que ce que veut la loi
policy-told-get-refund = un remboursement
policy-told-get-exchange = un échange selon le stock
policy-told-get-credit = un avoir
policy-told-get-replacement = un article neuf identique
policy-told-get-repair = une réparation
policy-told-get-price-reduction = une réduction de prix
policy-told-bonus = vous recevez { $bonus } de plus si vous choisissez un avoir
policy-told-no-bonus = un avoir vaut autant que le remboursement
policy-told-way-drop-off = le dépôt dans un point relais
policy-told-way-store = le retour en magasin
policy-told-way-pickup = le retrait chez vous
policy-told-way-mail = l'envoi par vos soins
policy-told-way-keep = garder l'article
policy-told-way-free =
    { $count ->
        [one] { $ways } est gratuit
       *[other] { $ways } sont gratuits
    }
policy-told-way-price =
    { $count ->
        [one] { $ways } coûte { $price }
       *[other] { $ways } coûtent chacun { $price }
    }
policy-told-way-own =
    { $count ->
        [one] { $ways } est à vos frais
       *[other] { $ways } sont à vos frais
    }
policy-told-way-nothing-sent = vous gardez l'article, rien n'est à renvoyer
policy-told-fee = { $fee } du prix sont retenus pour remettre l'article en vente
policy-told-no-fee = rien n'est retenu pour remettre l'article en vente
policy-told-exchange-fee = { $fee } du prix sont retenus si vous choisissez un échange
policy-told-no-exchange-fee = rien n'est retenu si vous choisissez un échange
policy-told-approval-automatic = votre demande est acceptée sans attendre
policy-told-approval-manual = une personne de notre équipe regarde votre demande avant de vous répondre
policy-told-refund-carrier-scan = le remboursement part dans un délai de { $span } après la remise du colis au transporteur ou en magasin
policy-told-refund-receipt = le remboursement part dans un délai de { $span } après l'arrivée de l'article chez nous
policy-told-refund-inspection = le remboursement part dans un délai de { $span } après la vérification de l'article
policy-told-refund-carrier-scan-at-once = le remboursement part dès que le colis est remis au transporteur ou en magasin
policy-told-refund-receipt-at-once = le remboursement part dès que l'article nous arrive
policy-told-refund-inspection-at-once = le remboursement part dès que l'article est vérifié
policy-told-refund-at-carrier-scan = le remboursement part une fois le colis remis au transporteur ou en magasin
policy-told-refund-at-receipt = le remboursement part une fois l'article arrivé chez nous
policy-told-refund-at-inspection = le remboursement part une fois l'article vérifié
policy-told-refund-within = le remboursement part dans un délai de { $span }
policy-told-refund-within-at-once = le remboursement part aussitôt
policy-told-shipping-by-law = les frais de livraison vous sont rendus quand la loi le veut
policy-told-shipping-when-at-fault = les frais de livraison standard vous sont rendus si l'erreur vient de nous ou du transporteur
policy-told-shipping-always = les frais de livraison standard vous sont rendus
policy-told-send-within = vous avez { $span } après votre demande pour renvoyer l'article
policy-told-send-at-once = vous renvoyez l'article le jour même de votre demande
policy-told-evidence = nous vous demandons { $values }
policy-told-no-evidence = nous ne vous demandons aucune preuve
policy-told-show-photo = une photo
policy-told-show-comment = quelques mots d'explication
policy-told-show-serial = le numéro de série
policy-told-stop = les cas suivants ne comptent plus
policy-told-stop-only = aucun des cas suivants ne compte
policy-told-no-change = rien ne change

# Ce que la loi donne, pays par pays, pour un achat à distance.
policy-told-business-days =
    { $count ->
        [one] un jour ouvré
       *[other] { $count } jours ouvrés
    }
policy-told-law-unknown = Nous ne connaissons pas encore la loi de ce pays. Elle peut vous donner des droits : ils restent entiers.
policy-told-law-no-withdrawal = Pour un achat en ligne, la loi de ce pays ne donne pas de droit général de changer d'avis.
policy-told-law-window-possession = Vous pouvez vous rétracter dans un délai de { $days } après la réception du dernier article de la commande.
policy-told-law-window-conclusion = Vous pouvez vous rétracter dans un délai de { $days } après la commande.
policy-told-law-window-possession-terms-not-displayed = Si nos conditions de retour n'étaient pas affichées avant la commande, vous pouvez renvoyer l'article dans un délai de { $days } après sa réception.
policy-told-law-window-conclusion-terms-not-displayed = Si nos conditions de retour n'étaient pas affichées avant l'achat, vous pouvez renvoyer l'article dans un délai de { $days } après celui-ci.
policy-told-law-window-possession-not-informed = Si nous ne vous avons pas donné les informations que veut la loi, vous pouvez annuler l'achat dans un délai de { $days } après la réception.
policy-told-law-window-conclusion-not-informed = Si nous ne vous avons pas donné les informations que veut la loi, vous pouvez annuler l'achat dans un délai de { $days } après la commande.
policy-told-law-no-reason = Il suffit de nous le dire dans ce délai, ici ou par tout autre moyen, sans motif ni photo.
policy-told-law-unused = L'article ne doit pas avoir servi.
policy-told-law-paid-customer = Le renvoi est à vos frais, sauf quand l'un de nos modes de retour est gratuit.
policy-told-law-paid-merchant = Le renvoi est à nos frais.
policy-told-law-paid-customer-if-informed = Le renvoi n'est à vos frais que si nous vous l'avons annoncé avant l'achat.
policy-told-law-outbound-standard = Le prix de la livraison standard vous est rendu avec celui de l'article.
policy-told-law-outbound-all = Tout ce que vous avez payé vous est rendu, livraison comprise.
policy-told-law-outbound-none = La loi n'oblige pas à rendre le prix de la livraison.
policy-told-law-deduction = Rien n'est retenu pour remettre l'article en vente. Seul un usage qui va au-delà de l'essai peut réduire le remboursement.
policy-told-law-no-fee = Rien n'est retenu pour remettre l'article en vente.
policy-told-law-refund-notice = Le remboursement part au plus tard { $days } après votre rétractation.
policy-told-law-refund-goods-or-proof = Le remboursement part au plus tard { $days } après l'arrivée de l'article, ou après la preuve de son envoi.
policy-told-law-refund-goods = Le remboursement part au plus tard { $days } après l'arrivée de l'article.
policy-told-law-refund-at-once = Le remboursement part aussitôt.
policy-told-law-refund-no-term = La loi ne fixe pas de date pour le remboursement.
policy-told-law-withhold = Nous pouvons attendre d'avoir reçu l'article, ou la preuve de son envoi.
policy-told-law-send-back = Vous avez { $days } après votre rétractation pour renvoyer l'article.
policy-told-law-not-informed = Si nous ne vous avons pas informé de ce droit avant l'achat, il dure { $span } de plus.
policy-told-law-guarantee = Pendant { $span } après la livraison, nous répondons des défauts de l'article : réparation ou remplacement sans frais, sinon réduction du prix ou remboursement. Le renvoi ne vous coûte rien.
policy-told-law-guarantee-open = Nous répondons des défauts aussi longtemps qu'un tel article doit normalement durer, et pendant { $span } en tout cas : réparation ou remplacement sans frais, sinon réduction du prix ou remboursement.
policy-told-law-guarantee-unknown = Pour les défauts, nous ne connaissons pas encore la loi de ce pays. Vos droits restent entiers.
policy-told-law-refund-indexed = La loi y ajoute ce que l'argent aura perdu de sa valeur d'ici au remboursement.
policy-told-law-refund-if-major = Si le défaut est majeur, vous choisissez aussitôt entre le remboursement et le remplacement.
policy-told-law-guarantee-used = Pour un bien d'occasion, un contrat peut réduire cette garantie, sans descendre sous { $span }, si vous l'avez expressément accepté.
policy-told-law-guarantee-excludable = La loi permet qu'un contrat écarte cette garantie.
policy-told-law-reject = Pendant { $days } après la livraison, vous pouvez aussi rendre un article défectueux contre remboursement.
policy-told-law-exception-b = les biens dont le prix suit le marché financier
policy-told-law-exception-c = les biens faits sur mesure ou nettement personnalisés
policy-told-law-exception-d = les biens qui se détériorent ou se périment vite
policy-told-law-exception-e = les biens scellés pour l'hygiène ou la santé, une fois descellés
policy-told-law-exception-f = les biens qui, une fois livrés, sont mélangés à d'autres de manière indissociable
policy-told-law-exception-g = les vins et alcools livrés plus de trente jours après, à un prix qui suit le marché
policy-told-law-exception-i = les enregistrements et logiciels scellés, une fois descellés
policy-told-law-exception-j = les journaux et magazines vendus au numéro
policy-told-law-exception-k = les achats aux enchères publiques
policy-told-law-exception-l = l'hébergement, le transport, la restauration et les loisirs à une date fixée
policy-told-law-exception-m = les contenus numériques, une fois commencés avec votre accord exprès
policy-told-law-exception-n = les médicaments sur ordonnance
policy-told-law-minimum = C'est le minimum européen : la loi de ce pays peut donner davantage.

# Ce que schema.org et Google ne savent pas dire de la politique.
policy-unsaid-google-day = Google compte 24 heures par jour à partir de l'heure de livraison ; nous comptons des jours entiers : le dernier jour vaut jusqu'à minuit.
policy-unsaid-google-window = Google ne connaît que des jours après la livraison : ces conditions ne peuvent pas être transmises pour { $countries }.
policy-unsaid-law-only = Le vendeur ne reprend rien de lui-même ; ce qui est dit ici est ce que la loi donne.
policy-unsaid-start = Le délai se compte à partir d'un autre événement que la livraison.
policy-unsaid-later-of-both = Des jours et de la date fixe, c'est le plus favorable qui vaut ; un seul des deux peut être dit.
policy-unsaid-unknown-delivery = Le délai qui vaut quand la date de livraison est inconnue.
policy-unsaid-method = Ce mode de retour n'a pas d'équivalent : { $method }.
policy-unsaid-price = Un seul prix peut être dit, le plus bas ; ce mode en a un autre : { $method }.
policy-unsaid-resolution = Ce que le client peut aussi recevoir : { $resolution }.
policy-unsaid-bonus = Le bonus sur l'avoir.
policy-unsaid-fee = Rien n'est retenu pendant le délai légal de rétractation, ni pour un défaut.
policy-unsaid-exchange-fee = Les frais d'un échange, qui sont différents.
policy-unsaid-approval = Une personne examine chaque demande.
policy-unsaid-evidence = Un justificatif est demandé.
policy-unsaid-shipping = Quand la livraison est remboursée.
policy-unsaid-send = Le temps laissé pour renvoyer l'article après la demande.
policy-unsaid-refund = Le délai du remboursement.
policy-unsaid-refund-at = L'événement qui déclenche le remboursement.
policy-unsaid-rule = La règle « { $rule } » ne vaut que pour certains articles, commandes ou clients.
policy-unsaid-law = Les droits donnés par la loi : leurs délais propres, leurs exceptions, leurs articles.

# Les titres du texte entier.
policy-told-region = { $country }, { $region }
policy-told-cases = Quand il en va autrement
policy-told-order = Si plusieurs de ces cas vous concernent et se contredisent, le dernier l'emporte. La loi de votre pays passe avant tout.
policy-told-law-of = Ce que la loi vous donne : { $country }
policy-told-law-exceptions = La loi fait exception pour :
