# Credit notes
staff-notes = Credit notes
staff-notes-lead = Each refund, store credit and exchange has its note, numbered without gaps.
staff-notes-unnamed = No credit notes are written yet: nobody has said which company sells.
staff-notes-name = Name the company
staff-notes-waiting = { $count ->
    [one] One note waits
   *[other] { $count } notes wait
}
staff-notes-settled = Settled
staff-notes-why = What it waits for
staff-notes-waits-invoice = The number of the invoice: a credit note to a business refers to it. Send the order again with it.
staff-notes-waits-buyer = The name and country of the business on the order.
staff-notes-waits-order = The order, which is not here.
staff-notes-waits-prefix = Another company of this shop begins its numbers the same way: choose another beginning in the settings.
staff-notes-waits-soon = Nothing: it is written within the hour. If it stays here, another shop of the same company uses this beginning of numbers.
staff-notes-issued = Issued
staff-notes-number = Number
staff-notes-day = Day
staff-notes-order = Order
staff-notes-for = For
staff-notes-consumer = a consumer
staff-notes-tax = Of it VAT
staff-notes-amount = Amount
staff-notes-files = Files
staff-notes-paper-of = Paper of { $number } (PDF)
staff-notes-file-of = Accounting file of { $number } (XML)
staff-notes-older = Older ones
staff-notes-none = None yet. The first is written with the next refund.
staff-notes-report = For e-reporting
staff-notes-report-lead = Notes to consumers and abroad, added up by day and rate. This is what the report says, not its official file.
staff-notes-since = From
staff-notes-until = To, included
staff-notes-report-get = Get the table (CSV)
staff-notes-period = Choose both days of the period.
staff-case-notes = Credit notes of this return
