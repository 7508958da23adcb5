"""Pure rules of logistics: no Django, no clock, no network."""
