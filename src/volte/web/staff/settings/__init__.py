"""What people set for their shop: brand, reasons, locations, packing advice, members, keys."""
