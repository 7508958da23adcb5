error-order-invalid = The order cannot be taken in: “{ $field }” { $reason }.
error-product-invalid = The product cannot be taken in: “{ $field }” { $reason }.
error-order-id-mismatch = The address names order { $order }, the document another one. Make them the same.
error-product-id-mismatch = The address names product { $product }, the document another one. Make them the same.
error-order-currency-changed = Order { $order } is kept in { $known } and cannot become { $sent }. Send it under a new id.
error-customer-unknown = There is no such customer.
error-order-unknown = There is no such order.
error-units-not-left = { $left ->
    [0] Nothing of this item is left to return: all of it was returned or cancelled already.
    [one] Only one of this item is left to return; you asked for { $asked }.
   *[other] Only { $left } of this item are left to return; you asked for { $asked }.
}
error-units-not-claimed = These units are not part of a return, so they cannot be let go.
error-quantity-not-positive = The quantity must be at least 1.
error-page-mark-invalid = “after” is not a mark of ours. Use the value of “next” from the page before.
error-import-header = The first line must name the columns. Missing: { $missing }.
error-import-not-readable = { $file } cannot be read as a table: { $reason }. Give a Parquet or CSV file.
error-import-no-rows = { $file } holds no rows: there is nothing to import.
error-import-column = No row has a readable { $column }; the first says “{ $found }”. Is this the right file, and the right format?
error-import-elsewhere = The same file is being imported by somebody else. Wait for that import to end.

document-missing = is missing
document-not-text = must be text
document-not-unicode = is not valid UTF-8
document-too-long = is too long: at most { $limit } characters
document-empty = is empty
document-malformed = is not written as expected
document-not-whole = must be a whole number
document-too-large = is too large: at most { $limit }
document-too-small = is too small: at least { $limit }
document-too-many = has too many entries: at most { $limit }
document-not-yes-or-no = must be true or false
document-unknown-word = is a word we do not know
document-not-a-list = must be a list
document-not-an-object = must be an object
document-nul-byte = contains a NUL byte
document-not-a-moment = must be a date and time with its zone, such as 2026-11-02T09:30:00Z
document-not-a-day = must be a day, such as 2026-11-02
document-not-a-rate = must be a percentage, such as “20 %”
document-cancelled-above-quantity = has more units cancelled than ordered
document-bundle-two-terms = gives the prices of bundle “{ $value }” partly with tax and partly without: say them all the same way
document-total-too-large = comes to more than { NUMBER($limit) } minor units in all
document-id-twice = uses the id “{ $value }” twice
document-unknown-line = speaks of line “{ $value }”, which the order does not have
document-not-json = is not JSON
document-too-deep = is nested too deeply
document-line-too-long = is too long for one order
document-rows-apart = appeared before: the rows of one order must stand together
document-too-many-cells = has more cells than the first line has columns
document-not-a-row = cannot be read as a row: check its quotation marks
document-not-money = must be an amount, such as 49.99
document-not-pairs = must be written name=value; name=value

flag-payments-do-not-add-up = The payments do not add up to what the order cost.
flag-quantity-below-claimed = The shop lowered a quantity below what is already being returned.
flag-claimed-line-gone = The shop removed a line of which units are being returned.
flag-forgotten = The data of this order’s customer were erased.
flag-price-changed-after-claim = The shop changed a price or a tax rate after units were claimed for a return.

history-invoice-unreadable = has no invoice number of letters, digits, points and hyphens
history-code-unreadable = has no stock code
history-quantity-unreadable = is not a whole number of units, ten million at most
history-at-unreadable = is not a date and time between 1970 and 2200, such as 2011-03-04 15:20
history-price-unreadable = is not a price below a million
history-not-a-name = must be printable and at most { $longest } characters long
history-price-too-fine = is finer than a penny: goods have prices in whole pence
history-price-negative = is below zero: write-offs of goods have a negative quantity, not a negative price
history-credit-not-negative = must be negative on a credit invoice (C…), where goods come back
