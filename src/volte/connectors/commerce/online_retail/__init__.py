"""The UCI "Online Retail" table: a year of invoices of a British gift retailer, and what came back of them.

Chen, Sain, Guo (2012), UCI Machine Learning Repository, CC BY 4.0. docs/how-to/import-history.md says where to get it
and what each of its oddities becomes.
"""
