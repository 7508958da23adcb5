"""What the developers' own checks need; not part of the product."""
