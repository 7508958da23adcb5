risk-high-return-rate = This customer sent back { $rate } of what they bought: { $returned } of { $bought } units in { $orders } orders over { $months } months, faulty goods not counted.
