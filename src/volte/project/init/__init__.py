"""`volte init`: from an empty machine to a shop that takes returns.

`questions` asks (or takes flags), `environment` writes what must be kept, `opening` makes shop, owner and policy in the
database, `command` puts them in order. Each step looks first whether it was done: beginning again is safe.
"""
