"""What does a policy say of a million purchases? The same rules as `evaluate`, `window` and `overlay`, as columns.

`table` is the shape: one row a purchase, one column a fact, NULL where it is missing, and what the law gives, which is
asked of the law and joined. `sheet` names the columns that are worked out; `conditions`, `effective` and `laid` write
them as Ibis expressions, for several policies at once. Row by row and by columns must come to the same: a property test
holds both together. Loads Ibis, so only who needs it imports it.
"""
