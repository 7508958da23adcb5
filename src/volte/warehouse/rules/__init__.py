"""Pure rules of the warehouse: no Django, no clock, no network."""
