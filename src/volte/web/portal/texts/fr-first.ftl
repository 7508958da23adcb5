# L'échange part d'abord, contre une somme bloquée sur une carte.
portal-first = Recevoir le nouvel article dès maintenant
portal-first-what = Nous envoyons tout de suite l’article choisi, sans attendre le retour de l’autre. En contrepartie, { $amount } sont bloqués sur votre carte : c’est une empreinte bancaire, pas un débit.
portal-first-released = L’empreinte est levée dès que votre autre article nous est parvenu et a été contrôlé. Si l’article choisi coûte plus cher, seule la différence est alors débitée.
portal-first-charged = Si l’autre article ne nous est pas parvenu à la fin du { $day }, { $amount } sont débités et vous gardez les deux.
portal-first-later = S’il arrive plus tard, il vous est remboursé aux conditions habituelles de votre retour.
portal-first-go = Accepter l’empreinte de { $amount }
portal-first-how = C’est facultatif : sinon, l’article choisi part quand le vôtre est revenu. Vous donnez votre accord sur la page de notre prestataire de paiement, puis vous revenez ici.
portal-first-held = Envoyé avant le retour de votre article
portal-first-held-until = Empreinte de { $amount } jusqu’au { $day }
portal-first-held-what = Votre nouvel article part. Renvoyez l’autre pour qu’il nous parvienne au plus tard le { $day } : l’empreinte est alors levée. Sinon, { $amount } sont débités.
portal-first-let-go = L’empreinte de { $amount } sur votre carte est levée. Votre banque peut l’afficher encore quelques jours.
portal-first-taken = { $amount } ont été débités de votre carte, sur la somme bloquée.
portal-first-looked-at = Nous vérifions l’empreinte sur votre carte. Vous n’avez rien à faire.
portal-first-waits = Votre banque ne nous a pas encore confirmé l’empreinte. Inutile de recommencer : rechargez cette page dans un instant.
portal-first-left = Aucune empreinte n’a été prise et rien n’a été débité. Votre échange suit son cours habituel ; vous pouvez aussi réessayer.
