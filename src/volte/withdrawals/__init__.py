"""What people declared: that they withdraw from a contract. Each statement as it was made, with its receipt.

Words: a *statement* is what was declared, when and by whom, never changed again; its *digest* is the SHA-256 of it; a
*receipt* is the paper of it; *standing* is what follows for the shop (received, accepted, commercial, to look at,
settled). A statement sent twice is kept twice and counts once: the second *repeats* the first.

Must never know: returns, what a policy promises, refunds. Whoever joins them says what became of a statement.
"""
