# The finance of a period
staff-finance-part-finance = Overview
staff-finance-part-differences = Differences
staff-finance-part-notes = Credit notes
staff-finance-part-credits = Store credits
staff-finance-question = What did we give back from { $since } to { $until }?
staff-finance-finding = { $sums } given back to customers
staff-finance-nothing = Nothing was given back in this period
staff-finance-periods = Usual periods
staff-finance-period-week = 7 days
staff-finance-period-thirty = 30 days
staff-finance-period-month = This month
staff-finance-period-last-month = Last month
staff-finance-period-year = This year
staff-finance-other-days = Choose other dates
staff-finance-show = Show
staff-finance-balanced = Every day of the period balances to zero: debits equal credits, to the cent.
staff-finance-unbalanced = { $count ->
    [one] One day does not balance
   *[other] { $count } days do not balance
}
staff-finance-unbalanced-more = Debits and credits differ there. Close nothing: ask whoever looks after your server to run “volte ledger verify”, which names each entry concerned.
staff-finance-times = Number
staff-finance-amount = Amount
staff-finance-open = Refunds under way
staff-finance-open-what = What they wait for
staff-finance-open-none = Nothing is waiting
staff-finance-open-none-more = Every refund that was promised has arrived.
staff-finance-waiting = To see to, the most pressing first
staff-finance-needs-decision = Refused by the provider
staff-finance-needs-meaning = Answer not understood
staff-finance-needs-paying = To be paid by you
staff-finance-needs-account = Waiting for bank details
staff-finance-needs-provider = With the provider
staff-finance-differences = Differences with providers
staff-finance-do-decision = Failed: send it again from its return, or pay it another way. Since
staff-finance-do-meaning = Look on the provider’s pages how it stands. Since
staff-finance-do-paying = Make the transfer, then note its reference on the return. Waiting since
staff-finance-do-account = The customer has yet to name an account; the page of the return asks for it. Since
staff-finance-do-provider = On its way. Since
staff-finance-no-return = no return
staff-finance-more = { $count ->
    [one] and one more
   *[other] and { $count } more
}
staff-finance-late = { $count ->
    [0] No refund is late
    [one] One refund is late
   *[other] { $count } refunds are late
}
staff-finance-late-none = Everything owed was paid in time, or still can be.
staff-finance-late-costs = By law this lateness costs { $costs } by now, on top of the refunds.
staff-finance-return = Return
staff-finance-late-what = Deadline missed
staff-finance-late-days = Days
staff-finance-late-owed = Still owed
staff-finance-late-cost = Legal cost by now
staff-finance-by-day = By day
staff-finance-chart = Given back, in { $currency }
staff-finance-day = Day
staff-finance-given-back = Given back
staff-finance-debit = Debits
staff-finance-credit = Credits
staff-finance-state = Entries
staff-finance-day-balances = balance
staff-finance-day-closed = balance, closed
staff-finance-day-differs = do not balance
staff-finance-by-way = By payment
staff-finance-way = Payment
staff-finance-credit-issued = Store credit issued
staff-finance-by-reason = By reason
staff-finance-reason = Reason
staff-finance-reason-gesture = Gesture
staff-finance-reason-other = No known reason
staff-finance-given-away = Given away with exchanges
staff-finance-given-away-lead = The dearer article left, and the customer was let have the difference: no money moved. By the reason the first article came back for.
staff-finance-share = Share
staff-finance-percent = { $share }%
staff-finance-definition = How these sums are counted
staff-finance-counted-moved = A sum counts on the day it left: paid by the provider or by you, or put on store credit (without its bonus). Where it comes back, because an account is closed, say, it is taken off on the day it came back. Days are those of the shop, and each currency has totals of its own.
staff-finance-counted-reason = A refund for several items is shared over their reasons by what each is worth; delivery and fees follow. The parts sum to the total exactly.
staff-finance-counted-balance = Each movement is written twice, as a debit and as a credit. The database refuses an entry that does not balance; this page adds it all up again.
staff-finance-credits = Store credit not spent yet
staff-finance-credits-count = { $count ->
    [one] One store credit
   *[other] { $count } store credits
}
staff-finance-credits-ending = of which { $amount } ends within 30 days
staff-finance-credits-none = No store credit waits to be spent.
staff-finance-files = Files
staff-finance-files-lead = For the period shown, { $since } to { $until }, both included.
staff-finance-file-postings = Journal (CSV)
staff-finance-file-sums = Refunds by day (CSV)
staff-finance-file-fec = FEC
staff-finance-file-reporting = E-reporting (CSV)
staff-finance-file-day = day
staff-finance-file-currency = currency
staff-finance-file-times = number
staff-finance-file-amount = amount
staff-finance-fec-closed = A FEC holds closed days only.
staff-finance-fec-company = For the FEC the company’s SIREN is missing.
staff-finance-closing = Closing
staff-finance-closed-until = The books are closed up to and with { $day }.
staff-finance-closed-never = No day has been closed yet.
staff-finance-close-until = Close up to and with
staff-finance-close-help = Entries of these days get their numbers for good, and nothing can be added to them any more. A closing cannot be undone.
staff-finance-close = Close for good
staff-finance-close-day = Choose the last day to close.
staff-finance-closed-done = { $entries ->
    [0] The books are closed up to { $day }: there were no entries.
    [one] The books are closed up to { $day }: one entry has its number.
   *[other] The books are closed up to { $day }: { $entries } entries have their numbers.
}
