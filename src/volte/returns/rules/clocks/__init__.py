"""By when must who do what in a return, under which article, and what does being late cost?

`table.table(case)` gives one row for each deadline of a case. Worked tables: docs/algorithms/clocks.md.
"""
