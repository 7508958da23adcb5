"""Finance: where the payment providers' books and ours disagree, and what to do about it."""
