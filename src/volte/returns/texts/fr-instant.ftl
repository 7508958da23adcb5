# Ce qui est échangé part d'abord, contre une somme bloquée sur une carte.
returns-hold-title = Empreinte bancaire pour l'échange { $number }

step-hold-agreed = Empreinte de { $amount } acceptée, avec le jour où elle serait débitée
step-exchange-sent-first = { $amount } bloqués sur la carte : l'échange est parti avant le retour de l'autre article
step-hold-not-needed = Empreinte de { $amount } devenue inutile, levée
step-hold-waits-for-look = Le délai de l'empreinte est passé ; ce qui est arrivé reste à contrôler, rien n'a été débité
step-hold-day-over = Pas revenu à temps : { $amount } à débiter de la carte
step-hold-release-wished = Empreinte levée par { $who }
step-hold-take-wished = { $amount } débités de la carte par { $who }
step-hold-prolonged = Délai prolongé par { $who } : tant que la carte garde la somme
step-hold-released = Empreinte de { $amount } levée, rien n'a été débité
step-hold-taken = { $amount } débités de la carte
step-hold-lost = La carte a libéré { $amount } avant le débit
step-hold-trouble = L'empreinte de { $amount } a été débitée chez le prestataire de paiement, pas par nous
step-hold-seen-to = Traité par { $who }

error-hold-not-offered = Votre choix ne peut pas partir d'abord : l'échange suit le chemin habituel.
error-hold-stands = Une somme est déjà bloquée pour cet échange.
error-hold-unknown = Cette empreinte n'existe pas.
error-hold-not-held = Plus rien n'est bloqué sur la carte, ou sa fin vient d'être demandée.
error-hold-nothing-owed = Tout ce qui est parti est revenu ou se trouve ici : il n'y a rien à débiter.
error-hold-amount = On peut débiter { $most } au plus, et plus que rien.
error-hold-at-its-end = La carte ne garde pas la somme plus longtemps.
error-hold-needs-reason = Dites pourquoi : cela reste au dossier.
error-hold-not-in-trouble = Il n'y a rien à traiter.
error-exchange-sent = Le nouvel article du retour { $number } est parti : celui qu'il remplace est attendu, sinon son prix est débité.
