# Corriger et clôturer les comptes
error-entry-unknown = Cette écriture n'existe pas dans cette boutique.
error-entry-reversed = Cette écriture a déjà été annulée. Pour la rétablir, annulez son annulation.
error-reversal-needs-reason = Écrivez pourquoi cette écriture est annulée : la raison reste dans les comptes.
