# Ce que lit le client.
policy-open-until = Vous pouvez retourner « { $item } » jusqu'au { $last_day }.
policy-open-after-delivery = Vous pouvez retourner « { $item } » dans les { $days } jours qui suivent sa réception.
policy-accepted-claim = Nous sommes désolés pour « { $item } ». Renvoyez-nous l'article : le retour ne vous coûte rien.
policy-needs-photo = Ajoutez une photo de « { $item } » : elle nous permet de voir ce qui ne va pas et de vous répondre aussitôt.
policy-needs-comment = Dites-nous en quelques mots ce qui ne va pas avec « { $item } » : nous pourrons vous répondre aussitôt.
policy-needs-serial = Indiquez-nous le numéro de série de « { $item } » : il nous sert à vérifier la garantie.
policy-needs-several = Donnez-nous quelques précisions sur « { $item } » : nous pourrons vous répondre aussitôt.
policy-review = Notre équipe examine votre demande pour « { $item } » et vous écrira.
policy-review-doubt = Nous ne pouvons pas dire seuls si « { $item } » peut être repris : notre équipe examine votre demande et vous écrira.
policy-refused-late = L'article « { $item } » ne peut plus être repris : le délai s'est terminé le { $last_day }.
policy-refused-because = L'article « { $item } » ne peut pas être repris : { $because_fr }.
policy-refused-all = L'article « { $item } » ne peut pas être repris : cette boutique ne reprend pas ses articles.
policy-refused-rule = L'article « { $item } » ne peut pas être repris aux conditions de cette boutique.
policy-refused-item = L'article « { $item } » ne peut pas être repris : il fait partie de ceux que cette boutique ne reprend pas.
policy-refused-discount = L'article « { $item } » ne peut pas être repris : il a été vendu à prix réduit, en vente définitive.
policy-refused-condition = L'article « { $item } » ne peut pas être repris dans son état actuel.
policy-refused-exception-b = L'article « { $item } » ne peut pas être repris : son prix suit le marché financier.
policy-refused-exception-c = L'article « { $item } » ne peut pas être repris : il a été fabriqué pour vous.
policy-refused-exception-d = L'article « { $item } » ne peut pas être repris : il se conserve trop peu de temps.
policy-refused-exception-e = L'article « { $item } » ne peut pas être repris : la protection d'hygiène a été retirée.
policy-refused-exception-f = L'article « { $item } » ne peut pas être repris : une fois livré, il s'est mélangé à ce que vous aviez.
policy-refused-exception-g = L'article « { $item } » ne peut pas être repris : son prix a suivi le marché jusqu'à la livraison.
policy-refused-exception-i = L'article « { $item } » ne peut pas être repris : il a été descellé.
policy-refused-exception-j = L'article « { $item } » ne peut pas être repris : il a été vendu au numéro.
policy-refused-exception-k = L'article « { $item } » ne peut pas être repris : il a été vendu aux enchères publiques.
policy-refused-exception-l = L'article « { $item } » ne peut pas être repris : il a été réservé pour une date précise.
policy-refused-exception-m = L'article « { $item } » ne peut pas être repris : le téléchargement a commencé, avec votre accord.
policy-hint-defect = Si l'article a un défaut, dites-le-nous ici.

# Ce que lit l'agent : le détail de la décision.
policy-step-holds = La règle « { $rule } » s'applique ({ $fact } : { $value }).
policy-step-sets = Elle fixe { $field } : { $value }.
policy-step-fails = La règle « { $rule } » ne s'applique pas ({ $fact } : { $value }).
policy-step-missing = La règle « { $rule } » ne s'applique pas : donnée inconnue ({ $fact }).
policy-step-cannot-tell = La règle « { $rule } » ne s'applique pas : on en sait trop peu pour juger ({ $fact } : { $value }).
policy-step-right = { $right } : { $why }
policy-step-cites = Sources : { $citations }.
policy-step-lifts = { $right } : la loi donne au client plus que les conditions de la boutique ({ $fields }).
policy-verdict-accepted = Accepté.
policy-verdict-refused = Refusé.
policy-verdict-needs-evidence = Un justificatif est nécessaire.
policy-verdict-needs-review = Une personne doit décider.
policy-right-withdrawal = Droit de rétractation
policy-right-conformity = Garantie légale de conformité
policy-joined = { $first }, { $rest }
policy-nothing = aucun
policy-yes = oui
policy-no = non
policy-own-postage = affranchissement par le client
policy-method = { $method } ({ $price })
policy-option = { $name } : { $value }
policy-return-rate =
    { $orders ->
        [one] { $rate } des articles, sur une commande en { $months } mois
       *[other] { $rate } des articles, sur { $orders } commandes en { $months } mois
    }
policy-days =
    { $count ->
        [one] un jour
       *[other] { $count } jours
    }
policy-months =
    { $count ->
        [one] un mois
       *[other] { $count } mois
    }
policy-years =
    { $count ->
        [one] un an
       *[other] { $count } ans
    }
policy-days-or-years = { $days } (environ { $years })
policy-window-delivery = { $span } après la livraison
policy-window-shipment = { $span } après l'expédition
policy-window-order = { $span } après la commande
policy-window-until = jusqu'au { $last_day }
policy-window-later = { $days }, et en tout cas jusqu'au { $last_day }

policy-field-accept = la reprise de l'article
policy-field-window = le délai
policy-field-resolutions = ce que reçoit le client
policy-field-credit-bonus = le bonus sur l'avoir
policy-field-methods = les modes de retour et leur prix
policy-field-restocking-fee = les frais de remise en stock
policy-field-exchange-fee = les frais d'un échange
policy-same-fee = comme les frais de remise en stock
policy-field-approval = l'approbation
policy-field-refund-at = ce qui déclenche le remboursement
policy-field-refund-within = le délai de remboursement
policy-field-refund-shipping = le remboursement de la livraison
policy-field-send-within = le délai d'envoi
policy-field-evidence = le justificatif demandé

policy-fact-category = catégorie
policy-fact-tags = étiquettes
policy-fact-sku = référence
policy-fact-gtin = code-barres
policy-fact-lot = lot
policy-fact-options = options
policy-fact-traits = nature de l'article
policy-fact-price-paid = prix payé
policy-fact-discount = remise
policy-fact-weight = poids en grammes
policy-fact-size = plus grand côté en millimètres
policy-fact-seller = vendeur
policy-fact-ordered = jour de la commande
policy-fact-channel = canal de vente
policy-fact-country = pays
policy-fact-order-total = total de la commande
policy-fact-payment = moyen de paiement
policy-fact-promotion = promotion
policy-fact-customer-kind = type de client
policy-fact-customer-tier = palier du client
policy-fact-customer-tags = étiquettes du client
policy-fact-customer-orders = nombre de commandes
policy-fact-customer-return-rate = taux de retour
policy-fact-requested = jour de la demande
policy-fact-reason = motif
policy-fact-fault = responsabilité
policy-fact-condition = état déclaré
policy-fact-seal-broken = scellé
policy-fact-quantity = quantité
policy-fact-answers = réponses
policy-fact-delivered = jour de livraison
policy-fact-partial = commande livrée en partie

# Les mots de la politique.
policy-word-fault-customer = le client
policy-word-fault-merchant = la boutique
policy-word-fault-carrier = le transporteur
policy-word-resolution-refund = remboursement
policy-word-resolution-exchange = échange
policy-word-resolution-credit = avoir
policy-word-resolution-replacement = remplacement
policy-word-resolution-repair = réparation
policy-word-resolution-price-reduction = réduction de prix
policy-word-method-drop-off = point de dépôt
policy-word-method-store = en magasin
policy-word-method-pickup = retrait à domicile
policy-word-method-mail = envoi par le client
policy-word-method-keep = le client garde l'article
policy-word-customer-consumer = particulier
policy-word-customer-business = professionnel
policy-word-customer-sole-trader = entrepreneur individuel
policy-word-payment-card = carte
policy-word-payment-wallet = portefeuille électronique
policy-word-payment-transfer = virement
policy-word-payment-cash-on-delivery = contre remboursement
policy-word-payment-gift-card = carte cadeau
policy-word-payment-credit = avoir
policy-word-payment-pay-later = paiement différé
policy-word-trigger-carrier-scan = la prise en charge par le transporteur
policy-word-trigger-receipt = la réception
policy-word-trigger-inspection = la vérification de l'article
policy-word-approval-automatic = automatique
policy-word-approval-manual = par une personne
policy-word-shipping-by-law = quand la loi le demande
policy-word-shipping-when-at-fault = en cas d'erreur de la boutique ou du transporteur
policy-word-shipping-always = toujours
policy-word-evidence-photo = photo
policy-word-evidence-comment = commentaire
policy-word-evidence-serial = numéro de série
policy-word-trait-sealed = scellé
policy-word-trait-hygiene = hygiène
policy-word-trait-media = enregistrement ou logiciel
policy-word-trait-personalisable = personnalisable
policy-word-trait-made-to-order = fabriqué sur commande
policy-word-trait-perishable = périssable
policy-word-trait-inseparable = indissociable une fois livré
policy-word-trait-market-priced = au cours du marché
policy-word-trait-future-alcohol = alcool livré plus tard
policy-word-trait-periodical = périodique
policy-word-trait-regular-delivery = livraison régulière
policy-word-trait-public-auction = enchères publiques
policy-word-trait-dated-leisure = loisir à date fixe
policy-word-trait-digital = numérique
policy-word-trait-used = occasion
policy-word-trait-lasting = conçu pour durer
policy-word-trait-prescription = sur ordonnance
policy-word-condition-unworn = jamais porté, comme neuf
policy-word-condition-tried = essayé
policy-word-condition-used = utilisé
policy-word-condition-damaged = abîmé
policy-word-condition-opened = ouvert
policy-word-channel-online = en ligne
policy-word-channel-phone = par téléphone
policy-word-channel-mail-order = par correspondance
policy-word-channel-off-premises = hors établissement
policy-word-channel-store = en magasin

# Ce que lit la boutique quand son document ne peut pas servir.
error-policy-document-invalid = La politique ne peut pas encore servir. À { $path } : { $expected } ; on y trouve { $found }{ $count ->
    [one] .
   *[other] . En tout, { $count } endroits sont à corriger.
}
error-policy-not-readable = Le document n'est ni un TOML ni un JSON valide : { $why }.
error-policy-too-large = Le document est trop long : { $most } octets au plus.
error-policy-unknown = Cette version de la politique n'existe pas.
error-policy-none-in-force = Aucune politique n'est encore publiée. Publiez-en une d'abord.
error-policy-unchanged = La version { $number } dit exactement cela, et sera de toute façon en vigueur ce jour-là.
error-policy-day-not-ahead = Une politique programmée entre en vigueur un jour compris entre le { $first } et le { $last }. Pour qu’elle vaille dès aujourd’hui, publiez-la maintenant.
error-policy-first-is-now = Votre première politique entre en vigueur tout de suite : d’ici là, vos clients n’en auraient aucune. Publiez-la maintenant.
error-policy-day-taken = La version { $number } est déjà programmée pour le { $day }. Annulez-la d’abord, ou choisissez un autre jour.
error-policy-in-force-already = La version { $number } est en vigueur : elle ne peut plus être annulée. Publiez-en une autre, qui la remplacera.
error-policy-taken-back = La version { $number } a déjà été annulée.
error-policy-none-planned = Aucune autre politique n’est programmée.
error-policy-published-meanwhile = Une autre version vient d'être publiée à l'instant. Regardez-la, puis publiez de nouveau la vôtre.
error-policy-decision-unknown = Il n'y a pas de trace de cette décision.
error-policy-currency-differs = La politique est écrite en { $written }, la boutique vend en { $wanted }.
policy-found-nothing = rien
policy-expects-table = une table est attendue ici
policy-expects-key = ce nom est inconnu ici ; sont connus { $words }
policy-expects-present = cet élément est nécessaire et manque
policy-expects-text = un texte de 1 à { $longest } caractères est attendu
policy-expects-texts = un texte, ou une liste de 1 à { $most } textes, est attendu
policy-expects-yes-no = true ou false est attendu
policy-expects-whole = un nombre entier entre { $least } et { $most } est attendu
policy-expects-day = un jour tel que 2026-12-25 est attendu
policy-expects-percent = un pourcentage tel que "10 %" est attendu
policy-expects-span = une durée telle que "14 days" ou "12 months" est attendue, de dix ans au plus
policy-expects-months = une durée en mois ou en années est attendue
policy-expects-money = un montant en { $currency } tel que "4.90" est attendu, entre guillemets
policy-expects-weight = un poids en grammes entiers tel que "15 kg" ou "800 g" est attendu
policy-expects-length = une longueur en millimètres entiers, telle que "120 cm" ou "1.2 m", est attendue
policy-expects-one-of = l'un de ces mots est attendu : { $words }
policy-expects-currency = une monnaie telle que "EUR" est attendue
policy-expects-country = des pays tels que ["FR", "DE"] sont attendus
policy-expects-language = des langues telles que ["fr", "en"] sont attendues
policy-expects-id = un nom court, de lettres minuscules, chiffres et traits d'union, est attendu
policy-expects-unique = le nom « { $id } » est déjà celui d'une autre règle
policy-expects-rules = une liste de { $most } règles au plus est attendue
policy-expects-window = `days` ou `until` est attendu
policy-expects-trait = ces mots ne décrivent aucun article : { $words } ; sont connus { $known }
policy-expects-option = une seule option, telle que size = ["XL"], est attendue
policy-expects-order = `until` vient avant `from`

# Ce qu'une vérification dit d'une politique : ce qui ne va pas, pourquoi, ce qui est permis.
error-policy-below-law = Cette politique ne peut pas être publiée : { $said } (à { $path } ; { $count } termes de ce genre en tout)
policy-check-not-covered =
    { $countries ->
        [one] Nous ne connaissons pas la loi de ce pays ({ $country }) : ce qui est dû aux clients de ce pays est tranché par une personne, jamais automatiquement.
       *[other] Nous ne connaissons pas la loi de chacun de ces pays ({ $country }) : ce qui est dû aux clients de ces pays est tranché par une personne, jamais automatiquement.
    }
policy-check-window =
    { $countries ->
        [one] { $days } jours, c'est moins que les { $least } jours après la livraison que donne la loi de ce pays ({ $country }). Écrivez au moins { $least }.
       *[other] { $days } jours, c'est moins que les { $least } jours après la livraison que donne la loi de chacun de ces pays ({ $country }). Écrivez au moins { $least }.
    }
policy-check-window-start =
    { $countries ->
        [one] { $days } jours à partir de la commande ou de l'expédition peuvent finir avant les { $least } jours après la livraison que donne la loi de ce pays ({ $country }). Comptez à partir de la livraison.
       *[other] { $days } jours à partir de la commande ou de l'expédition peuvent finir avant les { $least } jours après la livraison que donne la loi de chacun de ces pays ({ $country }). Comptez à partir de la livraison.
    }
policy-check-exchange-fee =
    { $countries ->
        [one] Dans ce pays ({ $country }), qui peut encore se rétracter ne paie rien non plus pour un échange ({ $fee } est écrit ici).
       *[other] Dans ces pays ({ $country }), qui peut encore se rétracter ne paie rien non plus pour un échange ({ $fee } est écrit ici).
    }
policy-check-fee =
    { $countries ->
        [one] Aucuns frais de remise en stock ({ $fee }) ne peuvent être retenus à qui se rétracte dans ce pays ({ $country }). Écrivez 0 %, ou déplacez-les dans une règle avec withdrawal_right = false.
       *[other] Aucuns frais de remise en stock ({ $fee }) ne peuvent être retenus à qui se rétracte dans ces pays ({ $country }). Écrivez 0 %, ou déplacez-les dans une règle avec withdrawal_right = false.
    }
policy-check-no-refund =
    { $countries ->
        [one] La loi de ce pays ({ $country }) rend l'argent : ajoutez refund aux solutions, ou fixez ceci dans une règle avec withdrawal_right = false.
       *[other] La loi de chacun de ces pays ({ $country }) rend l'argent : ajoutez refund aux solutions, ou fixez ceci dans une règle avec withdrawal_right = false.
    }
policy-check-no-free-way =
    { $countries ->
        [one] Dans ce pays ({ $country }), le retour est ici à la charge de la boutique : au moins un mode de retour doit être gratuit.
       *[other] Dans ces pays ({ $country }), le retour est ici à la charge de la boutique : au moins un mode de retour doit être gratuit.
    }
policy-check-refund-late =
    { $countries ->
        [one] La loi de ce pays ({ $country }) veut que l'argent soit rendu sous { $most } jours : écrivez { $most } jours ou moins.
       *[other] La loi de chacun de ces pays ({ $country }) veut que l'argent soit rendu sous { $most } jours : écrivez { $most } jours ou moins.
    }
policy-check-send-within =
    { $countries ->
        [one] La loi de ce pays ({ $country }) laisse { $least } jours pour renvoyer les articles : écrivez au moins { $least } jours.
       *[other] La loi de chacun de ces pays ({ $country }) laisse { $least } jours pour renvoyer les articles : écrivez au moins { $least } jours.
    }
policy-check-evidence =
    { $countries ->
        [one] Qui se rétracte dans ce pays ({ $country }) n'a ni motif ni preuve à donner. Ne demandez de preuve que dans une règle sur les défauts, par exemple avec fault = "merchant".
       *[other] Qui se rétracte dans ces pays ({ $country }) n'a ni motif ni preuve à donner. Ne demandez de preuve que dans une règle sur les défauts, par exemple avec fault = "merchant".
    }
policy-check-approval =
    { $countries ->
        [one] Dans ce pays ({ $country }), une rétractation n'attend l'accord de personne : elle est acceptée d'elle-même, quoi qu'il soit écrit ici.
       *[other] Dans ces pays ({ $country }), une rétractation n'attend l'accord de personne : elle est acceptée d'elle-même, quoi qu'il soit écrit ici.
    }
policy-check-accept =
    { $countries ->
        [one] Dans ce pays ({ $country }), les clients peuvent tout de même se rétracter sous { $days } jours, hors exceptions de la loi. La page publiée le dit.
       *[other] Dans ces pays ({ $country }), les clients peuvent tout de même se rétracter sous { $days } jours, hors exceptions de la loi. La page publiée le dit.
    }
policy-check-stopped = La règle « { $rule } » ne s'applique jamais : « { $other } » la précède, vaut partout où elle vaudrait, et arrête la lecture.
policy-check-impossible = La règle « { $rule } » ne s'applique jamais : ses conditions ne peuvent pas être réunies.
policy-check-over = La règle « { $rule } » ne s'applique plus aux nouvelles commandes : elle a pris fin le { $last_day }.
policy-check-undone = La règle « { $rule } » ne change rien : chaque fois qu'elle s'applique, « { $other } » vient après elle et fixe les mêmes termes.
policy-check-contradicts = Les règles « { $rule } » et « { $other } » ont les mêmes conditions et donnent à « { $field } » des valeurs différentes : la dernière l'emporte.
policy-check-no-way = Aucun chemin de retour : nommez au moins un mode de retour.
policy-check-no-resolution = Les clients n'obtiennent rien : nommez au moins une solution.
policy-check-more-than-all = { $rate }, c'est plus que le prix entier.
policy-check-because = La règle « { $rule } » refuse sans dire pourquoi en { $languages } : ajoutez une phrase sous because.
policy-check-reason = La règle « { $rule } » porte sur un motif que votre boutique n'a pas ({ $reasons }) : personne ne peut le choisir. Ajoutez-le dans Réglages, Motifs, ou retirez-le.
policy-check-long = { $days } jours, c'est plus de deux ans : est-ce voulu ?
policy-check-past = Ce jour est passé : { $last_day }.
policy-fact-withdrawal-right = droit de rétractation
policy-otherwise = La réponse différente la plus proche : { $changes }. Alors : { $verdict }
policy-otherwise-change = { $fact } : { $would_be } au lieu de { $was }
policy-otherwise-unknown = inconnu

# Ce qui diffère entre deux politiques.
policy-head-name = nom de la boutique
policy-head-sells-to = pays de vente
policy-head-languages = langues
policy-head-currency = devise
policy-head-informs = la boutique informe du droit de rétractation
policy-plain = { $value }
policy-unsaid = non précisé
policy-part-stop = arrête la lecture
policy-part-because = motif donné au client ({ $language })
policy-window-unknown = { $window } ({ $span } après la commande si cette date n'est pas connue)
error-policy-draft-changed = Ce brouillon a été enregistré ou publié entre-temps par quelqu'un d'autre. Rien n'a été écrasé ; votre texte est ci-dessous.
error-policy-draft-unreadable = Le texte contient un caractère interdit dans un document (NUL).
error-policy-rule-unknown = Cette règle n'existe pas dans le brouillon.
