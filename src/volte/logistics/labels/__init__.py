"""Paper for a parcel: the label of the manual carrier.

`return_label.typ` is the whole look; `sheet.py` sets it in type, `barcodes.py` draws what scanners read, `manual.py`
is the carrier that needs no carrier's account. Knows no rows.
"""
