"""The pictures of the shop, drawn by code: one flat illustration per product and colour, the same every time."""
