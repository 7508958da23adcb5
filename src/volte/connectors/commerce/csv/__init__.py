"""A table of orders, one row a line of an order, as spreadsheets save it. Columns: docs/how-to/import-orders.md."""
