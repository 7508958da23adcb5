# All books added up again, every night
staff-finance-part-books = Proof
staff-books = Do the books hold together?
staff-books-lead = Every night, from three o’clock where the shop is, every entry is derived a second time from what it was written for: promises, refunds, store credits, exchanges, credit notes. What differs is listed here until it no longer does.
staff-books-in-order = Books checked { $when }: in order
staff-books-in-order-more = { $entries ->
    [0] There are no entries yet.
    [one] One entry was derived again, and it is as it should be.
   *[other] { $entries } entries were derived again, and each is as it should be.
}
staff-books-broken = { $count ->
    [one] Books checked { $when }: one thing does not add up
   *[other] Books checked { $when }: { $count } things do not add up
}
staff-books-broken-more = Close no day before somebody has looked. Each is listed with what it means and what to do.
staff-books-missed = Books checked { $when }, but not all of them
staff-books-missed-more = { $count ->
    [one] One check came to nothing
   *[other] { $count } checks came to nothing
}: { $names }. They are made again next night; if that does not help, the log of the worker says why.
staff-books-silent = The books have not been checked since { $when }
staff-books-silent-more = That happens every night while a worker runs. Ask whoever looks after your server for “volte doctor”.
staff-books-never = The books have not been checked yet
staff-books-never-more = That happens by itself, for the first time within minutes of the worker’s start.
staff-books-running = They are being checked right now. Load this page again in a while.
staff-books-last-night = last night at { $hour }
staff-books-on = on { $moment }
staff-books-see = See each finding
staff-books-check = Check the books now
staff-books-begun = The books are being checked. Load this page again in a while.
staff-books-findings = { $count ->
    [one] One finding
   *[other] { $count } findings
}
staff-books-do = What to do
staff-books-where = Where
staff-books-books = The books say
staff-books-rows = Should be
staff-books-since = Since
staff-books-more = { $count ->
    [one] and one more, found once these are mended
   *[other] and { $count } more, listed once these are mended
}
staff-books-closed = Mended
staff-books-closed-what = What it was
staff-books-closed-at = Closed
staff-books-looks = The last nights
staff-books-look = Checked
staff-books-look-entries = Entries
staff-books-look-result = Result
staff-books-look-good = in order
staff-books-look-missed = not complete
staff-books-look-found = { $count ->
    [one] one finding
   *[other] { $count } findings
}

staff-books-do-entries = Either somebody took an entry back by hand, and what should stand instead has not been booked yet: finish that. Or rows were changed in the database itself, past Volte. Then close no day, keep your backups, and have whoever looks after your server hold these rows against the last backup in which they were in order.
staff-books-do-payments = Refund nothing more on this order for now. Hold it against the pages of your payment provider: what was taken, what went back. Then have whoever looks after your server put the row right that differs; if money left twice, ask the customer or the provider for it.
staff-books-do-credits = Block this store credit until it is clear what is on it (Store credits, by its last four characters), so that nobody spends what is not theirs. Its page shows every movement. What was changed in the database itself is put back by whoever looks after your server, from the last backup in which it was in order.
staff-books-do-sums = This usually follows from a finding above: mend that first, then check the books again. If it stands alone, postings were added or changed in the database itself: see “An entry is not what it was written for”.
staff-books-do-notes = Change no credit note and use no number twice: what a customer was sent stays as it is. Have whoever looks after your server hold these rows against the last backup, and tell your accountant which numbers it is about.
staff-books-do-missing = Open Credit notes: it says which ones wait and for what. They are written by themselves once nothing stands in the way; if nothing does, ask whoever looks after your server for “volte doctor”.

staff-books-what-entry-postings = An entry is not what it was written for
staff-books-what-entry-unbalanced = An entry does not sum to zero
staff-books-what-entry-about = An entry is not about what caused it, or was written at another time
staff-books-what-entry-reversal = What takes an entry back does not mirror it
staff-books-what-entry-number = Numbers of closed days are missing, or not in order
staff-books-what-exchange-sold = What left in exchange is not what came back and the difference
staff-books-what-difference-paid = A difference paid on a page is not the one that was due
staff-books-what-promise-outbound = Delivery given back is not what the promise says
staff-books-what-refund-order = A refund belongs to another order or currency than its promise
staff-books-what-refund-payment = Refunds are not what their promise drew from the payment
staff-books-what-refund-carried = A refund does not carry the amount of the one it replaces
staff-books-what-refund-on-credit = A refund put on a store credit is not there
staff-books-what-page-paid = More was paid on a payment page than is booked
staff-books-what-transfers-batched = A file of transfers is not the sum of the refunds in it
staff-books-what-hold-taken = What was charged of a hold on a card is not what its card paid for
staff-books-what-payment-committed = What is set aside of a payment is not what its promises draw from it
staff-books-what-payment-above-captured = More goes back on a payment than was taken
staff-books-what-promise-without-means = A promise is not covered by its refunds and credits
staff-books-what-credit-movement = A movement of a store credit has no entry, or the wrong sign
staff-books-what-credit-balance = A store credit does not hold what its movements sum to
staff-books-what-credit-books = A store credit does not hold what is booked about it
staff-books-what-refunds-payable = Refunds still owed: the account differs from the refunds
staff-books-what-gateway-paid = Paid by providers: the account differs from the refunds
staff-books-what-bank-paid = Paid by transfer or by hand: the account differs from the refunds
staff-books-what-credit-liability = Store credit still owed: the account differs from the credits
staff-books-what-credit-bonus-liability = Bonus still owed: the account differs from the credits
staff-books-what-customer-receivable = Differences customers still owe: the account differs from the promises
staff-books-what-credit-note-numbers = The numbers of credit notes have a gap
staff-books-what-credit-note-days = A credit note is dated before the one in front of it
staff-books-what-credit-note-total = A credit note is not what was promised
staff-books-what-credit-note-rows = A credit note does not sum to its own lines
staff-books-what-credit-note-missing = A credit note is due and was not written
