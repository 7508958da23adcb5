# Corriger et clôturer les comptes
error-entry-unknown = Cette écriture n'existe pas dans cette boutique.
error-entry-reversed = Cette écriture a déjà été annulée. Pour la rétablir, annulez son annulation.
error-reversal-needs-reason = Écrivez pourquoi cette écriture est annulée : la raison reste dans les comptes.
error-day-closed = Les comptes sont déjà clos jusqu'au { $day }. Un jour clos ne se rouvre pas.
error-day-not-over = Le { $day } peut être clos une heure après minuit.
error-verification-under-way = La vérification des livres est déjà en cours. Revenez dans un moment.
error-verification-moved-on = Un autre worker a poursuivi cette vérification des livres entre-temps.
error-books-moved-on = Une écriture est arrivée pendant la clôture. Recommencez.
error-days-out-of-order = Le premier jour vient après le dernier. Inversez-les.
error-fec-needs-company = Le FEC porte le SIREN de la société. Indiquez-le dans Réglages, Société.
error-fec-day-open = Le { $day } n'est pas encore clos. Clôturez-le d'abord : le FEC ne contient que des écritures définitives.
error-fec-other-currency = Des écritures sont en { $currency }. Le FEC se tient en euros : choisissez des jours sans autre devise.
error-period-too-long = La période compte au plus { $days } jours. Choisissez des dates plus proches.
