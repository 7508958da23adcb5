"""The faces people see: portal, staff workspace, floor, and the published pages. Asks areas, decides nothing."""
