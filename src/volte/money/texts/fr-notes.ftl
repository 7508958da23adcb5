# Les avoirs, sur le papier
note-kind-credit-note = Avoir
note-kind-receipt = Reçu d'avoir
note-issued = Établi le
note-order = Commande
note-order-of = { $number } du { $day }
note-invoice = Facture d'origine
note-invoice-of = { $number } du { $day }
note-supplied = Livraison
note-buyer = Pour
note-vat = TVA { $number }
note-siren = SIREN { $number }
note-siret = SIRET { $number }
note-register = Registre { $number }
note-vat-id = N° TVA { $number }
note-head-name = Désignation
note-head-quantity = Quantité
note-head-rate = TVA
note-head-net = Montant HT
note-head-gross = Montant TTC
note-sum-net = Total HT
note-sum-tax = TVA { $rate } sur { $net }
note-sum-no-tax = Sans TVA sur { $net }
note-total = Total TTC
note-row-outbound-shipping = Livraison
note-row-goodwill = Geste commercial
note-row-restocking-fee = Frais de remise en stock
note-row-return-shipping-fee = Frais de retour
note-row-fees-cap = Frais ramenés au montant rendu
note-row-ceiling = Au-delà de ce qui a été payé
note-row-deduction = Dépréciation de l'article
note-row-price-reduction = Réduction du prix
note-row-reduced-before = Réduction déjà accordée
note-row-other = Autre montant
note-means-refund = Ce montant vous est remboursé.
note-means-credit = Ce montant est porté à votre crédit dans la boutique.
note-means-exchange = Ce montant est imputé sur votre échange ; s'il en reste, la différence vous est remboursée.
note-means-price-reduction = Ce montant vous est remboursé ; vous gardez l'article.
note-why-within-eu = Exonération de TVA, livraison intracommunautaire (art. 138 de la directive 2006/112/CE).
note-why-export = Exonération de TVA, exportation hors de l'Union européenne (art. 146 de la directive 2006/112/CE).
note-refers = Cet avoir rectifie la facture { $number }. La TVA correspondante est à régulariser (art. 272 du CGI).
note-attached = L'avoir au format Factur-X (EN 16931), pour votre logiciel comptable
note-has-file = Ce document contient l'avoir au format Factur-X : votre logiciel comptable le lit directement.
error-credit-note-unknown = Cet avoir n'existe pas dans cette boutique.
error-credit-note-without-file = Cet avoir n'a pas de fichier EN 16931 : { $why ->
    [consumer] seuls les avoirs d'entreprises en ont un.
    [decimals] la norme ne connaît que deux décimales.
    [rates] la norme ne connaît qu'un taux par ligne.
   *[other] l'arrondi de la TVA dépasse ce que la norme admet.
}
error-credit-notes-period = Choisissez une période d'un an au plus, dont le début précède la fin.
