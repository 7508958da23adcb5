"""Pure arithmetic of money owed: no Django, no clock, no network."""
