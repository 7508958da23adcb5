"""Documents people and programs send us, and the ones we give back."""
