error-order-invalid = La commande ne peut pas être prise en compte : « { $field } » { $reason }.
error-product-invalid = Le produit ne peut pas être pris en compte : « { $field } » { $reason }.
error-order-id-mismatch = L'adresse désigne la commande { $order }, le document une autre. Indiquez la même des deux côtés.
error-product-id-mismatch = L'adresse désigne le produit { $product }, le document un autre. Indiquez le même des deux côtés.
error-order-currency-changed = La commande { $order } est tenue en { $known } et ne peut pas passer en { $sent }. Envoyez-la sous un nouvel identifiant.
error-customer-unknown = Ce client n'existe pas.
error-order-unknown = Cette commande n'existe pas.
error-units-not-left = { $left ->
    [0] Il ne reste rien à retourner pour cet article : tout a déjà été retourné ou annulé.
    [one] Il ne reste qu'un exemplaire de cet article à retourner ; vous en demandez { $asked }.
   *[other] Il ne reste que { $left } exemplaires de cet article à retourner ; vous en demandez { $asked }.
}
error-units-not-claimed = Ces exemplaires ne font partie d'aucun retour : il n'y a rien à libérer.
error-quantity-not-positive = La quantité doit être d'au moins 1.
error-page-mark-invalid = « after » n'est pas un repère valable. Reprenez la valeur « next » de la page précédente.
error-import-header = La première ligne doit nommer les colonnes. Il manque : { $missing }.
error-import-not-readable = { $file } n'est pas un tableau lisible : { $reason }. Donnez un fichier Parquet ou CSV.
error-import-no-rows = { $file } ne contient aucune ligne : il n'y a rien à importer.
error-import-column = Aucune ligne n'a de { $column } lisible ; la première contient « { $found } ». Est-ce le bon fichier, et le bon format ?
error-import-elsewhere = Le même fichier est déjà en cours d'import ailleurs. Attendez que cet import se termine.

document-missing = manque
document-not-text = doit être du texte
document-not-unicode = n'est pas de l'UTF-8 valable
document-too-long = est trop long : { $limit } caractères au plus
document-empty = est vide
document-malformed = n'est pas écrit comme attendu
document-not-whole = doit être un nombre entier
document-too-large = est trop grand : { $limit } au plus
document-too-small = est trop petit : { $limit } au moins
document-too-many = compte trop d'éléments : { $limit } au plus
document-not-yes-or-no = doit être vrai ou faux
document-unknown-word = est un mot inconnu ici
document-not-a-list = doit être une liste
document-not-an-object = doit être un objet
document-nul-byte = contient un octet nul
document-not-a-moment = doit être une date et une heure avec leur fuseau, comme 2026-11-02T09:30:00Z
document-not-a-day = doit être un jour, comme 2026-11-02
document-not-a-rate = doit être un pourcentage, comme « 20 % »
document-cancelled-above-quantity = a plus d'exemplaires annulés que commandés
document-bundle-two-terms = donne les prix du lot « { $value } » tantôt avec taxe, tantôt sans : indiquez-les tous de la même façon
document-total-too-large = dépasse au total { NUMBER($limit) } unités mineures
document-id-twice = emploie deux fois l'identifiant « { $value } »
document-unknown-line = parle de la ligne « { $value } », que la commande n'a pas
document-not-json = n'est pas du JSON
document-too-deep = est trop imbriqué
document-line-too-long = est trop long pour une seule commande
document-rows-apart = est déjà apparue plus haut : les lignes d'une même commande doivent se suivre
document-too-many-cells = a plus de cellules que la première ligne n'a de colonnes
document-not-a-row = ne se lit pas comme une ligne : vérifiez les guillemets
document-not-money = doit être un montant, comme 49,99
document-not-pairs = doit s'écrire nom=valeur; nom=valeur

flag-payments-do-not-add-up = Le total des paiements ne correspond pas au prix de la commande.
flag-quantity-below-claimed = La boutique a baissé une quantité sous ce qui est déjà en cours de retour.
flag-claimed-line-gone = La boutique a retiré une ligne dont des exemplaires sont en cours de retour.
flag-forgotten = Les données du client de cette commande ont été effacées.
flag-price-changed-after-claim = La boutique a changé un prix ou un taux de TVA alors que des exemplaires étaient déjà en cours de retour.

history-invoice-unreadable = n'a pas de numéro de facture en lettres, chiffres, points et tirets
history-code-unreadable = n'a pas de référence d'article
history-quantity-unreadable = n'est pas un nombre entier d'unités, dix millions au plus
history-at-unreadable = n'est pas une date avec son heure, entre 1970 et 2200, comme 2011-03-04 15:20
history-price-unreadable = n'est pas un prix inférieur à un million
history-not-a-name = doit être imprimable et compter au plus { $longest } caractères
history-price-too-fine = est plus fin que le penny : les articles ont un prix en pence entiers
history-price-negative = est inférieur à zéro : une mise au rebut a une quantité négative, pas un prix négatif
history-credit-not-negative = doit être négatif sur un avoir (C…), où la marchandise revient
