"""The payment simulator: Stripe's language (`payments/stripe`) over a plain line of our own, which is faster."""
