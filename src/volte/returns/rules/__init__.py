"""The journey's rules, pure: may it begin, where does it stand, what follows."""
