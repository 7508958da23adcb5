# Les fichiers de virements.
money-transfer-words = Remboursement { $shop }
error-refund-in-batch = Ce remboursement se trouve dans un fichier de virements. Indiquez que la banque l’a exécuté, ou annulez d’abord le fichier.
error-transfers-need-account = Indiquez d’abord le compte d’où partent les virements, dans Réglages, Argent.
error-transfers-day = La banque peut exécuter le fichier du { $first } au { $last }.
error-transfers-executed-when = La banque l’a exécuté entre le { $first } et le { $last }.
error-transfers-none = Aucun remboursement n’attend un virement qui puisse entrer dans un fichier.
error-transfer-not-ready = L’un de ces remboursements n’attend plus de virement, ou ne peut pas entrer dans un fichier.
error-transfers-moved-on = Quelqu’un vient de verser l’un de ces remboursements ou de le placer dans un autre fichier. Réessayez.
error-transfers-unknown = Ce fichier de virements n’existe pas.
error-transfers-not-open = Ce fichier a déjà été exécuté ou annulé.
error-transfers-file-gone = Le contenu de ce fichier a été effacé, ou scellé avec une clé que nous n’avons plus.
error-transfer-not-sent = Ce remboursement ne figure dans aucun fichier de virements, ou a déjà été rejeté.
