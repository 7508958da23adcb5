"""The words every area shares: money, rates, time, ids, text, refusals.

Pure: no Django, no clock, no network, no files. Knows nothing of returns.
"""
