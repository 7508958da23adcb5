"""What does the shop promise, and what follows for this item? One typed document, published once, kept for ever.

`rules` read the document, run its ordered rules over facts, lay the law over the outcome and return a decision with its
trace. `operations.publish` keeps a version that nobody can change; `operations.record_decision` keeps what is needed to
decide again. Words: policy, terms, rule, fact, decision, verdict, basis, outlook, version.

Must never know: parcels, ledgers, pages, and the return a decision belongs to (only its id).
"""
