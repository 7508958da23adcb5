# Cadeaux : pourquoi un code ou un retour est refusé
error-gift-unknown = Nous ne connaissons pas ce code cadeau. Vérifiez-le sur le ticket cadeau.
error-gift-expired = Ce code cadeau n’est plus valable : sa date est passée.
error-gift-revoked = Ce code cadeau n’est plus valable : il a été désactivé.
error-gift-units-gone = { $left ->
    [0] Il ne reste rien à renvoyer de « { $title } » avec ce code.
    [one] Avec ce code, il ne reste qu’un exemplaire de « { $title } » à renvoyer.
   *[other] Avec ce code, il reste { $left } exemplaires de « { $title } » à renvoyer.
}
error-gift-worth-nothing = Il ne resterait rien à mettre sur un avoir pour cela.
error-gift-needs-name = Indiquez votre nom.
error-gift-needs-email = Indiquez une adresse e-mail à laquelle nous pouvons vous écrire.
error-gift-needs-address = Pour un retrait à domicile, indiquez la rue, le code postal et la ville.
error-gift-needs-way = Choisissez une façon de renvoyer.
error-gift-business = Une commande d’entreprise n’a pas de code cadeau : tout retour y figure sur une facture rectificative.
error-gift-without-units = Il ne reste aucun article qui puisse recevoir un code cadeau.
error-gift-units-covered = { $left ->
    [0] « { $title } » a déjà un code cadeau, ou ne peut plus en recevoir.
    [one] Un seul exemplaire de « { $title } » peut encore recevoir un code cadeau.
   *[other] { $left } exemplaires de « { $title } » peuvent encore recevoir un code cadeau.
}
error-gift-too-many = Cette commande a déjà { $most } codes cadeau, le maximum.
error-gift-days = Choisissez une date à partir d’aujourd’hui, et dans { $most } jours au plus tard.
