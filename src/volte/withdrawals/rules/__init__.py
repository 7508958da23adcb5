"""Pure rules of withdrawals."""
