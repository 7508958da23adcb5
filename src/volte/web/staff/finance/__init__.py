"""Finance: what left and why, whether the books balance, where providers disagree with us, and the credit notes."""
