# Réglages : échanges qui partent d'abord
staff-exchanges-instant-title = Échange immédiat
staff-exchanges-instant = Envoyer d’abord le nouvel article, contre une empreinte bancaire
staff-exchanges-instant-help = Vos clients peuvent le choisir dès que leur retour est accepté. Le prix du nouvel article est bloqué sur leur carte et l’article part aussitôt. L’empreinte est levée quand l’autre article est revenu, débitée s’il ne revient pas.
staff-exchanges-up-to = Jusqu’à ({ $currency })
staff-exchanges-up-to-help = Le montant maximal bloqué pour un retour. Vide : sans limite. Avec une limite, les commandes dans une autre devise sont exclues.
staff-exchanges-instant-days = Jours pour que l’autre article revienne
staff-exchanges-instant-days-help = De 3 à 6 : une carte garde une somme bloquée sept jours, et le dernier sert à la débiter.
staff-exchanges-instant-remind = Premier rappel, jours avant l’échéance
staff-exchanges-instant-remind-help = Un second part la veille. Qui a déjà remis son colis n’en reçoit pas.
staff-need-exchanges-instant-days = Indiquez un nombre de jours entre 3 et 6.
staff-need-exchanges-instant-remind = Indiquez un nombre de jours entre 2 et 5.
staff-need-exchanges-up-to = Indiquez un montant en { $currency } supérieur à zéro, ou laissez vide.
