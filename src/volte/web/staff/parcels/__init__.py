"""Parcels nobody announced: what lies here without a return, and saying to which one it belongs."""
