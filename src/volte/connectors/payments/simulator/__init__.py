"""The payment simulator, spoken to in Stripe's language: what a real Stripe connector would be copied from."""
