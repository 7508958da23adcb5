"""The mails of the shop: what was written to whom, whether it left, and how it looked."""
