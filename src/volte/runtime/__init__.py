"""What every area stands on: shops kept apart, people and permissions, operations, outbox, jobs, clock, files.

This is the Django below everything. It knows no order, no return and no page.
"""
