"""How is the policy told to programs: our own complete document, and what of it schema.org and Google can carry?

A target is told less than is granted, never more; what it cannot carry at all is listed.
"""
