"""Everything that can be killed is killed while refunds are on their way; afterwards every one was paid exactly once.

`make test-crash RUNS=300` is the whole storm; tests/faults/test_crashes.py holds one run of each kind.
"""
