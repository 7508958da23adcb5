# Files of bank transfers.
staff-transfers = Bank transfers
staff-transfers-lead = Refunds that go by bank transfer: gather them into a file, give it to your bank, and say when it has executed it.
staff-transfers-unnamed = Name the account your transfers leave from, and Volte writes the file for your bank.
staff-transfers-name = Name the account
staff-transfers-ready = Ready for the next file
staff-transfers-none = No transfer waits
staff-transfers-none-more = A refund comes here when somebody paid on delivery or by transfer, or when a card refused it and the customer named an account.
staff-transfers-day = Day of execution
staff-transfers-make = { $count ->
    [one] Make the file: one transfer, { $amount }
   *[other] Make the file: { $count } transfers, { $amount }
}
staff-transfers-by-hand = To pay by hand
staff-transfers-by-hand-lead = These cannot go into a file. Pay each one, and write down the reference it has on your statement.
staff-transfers-why-no-account = No account named yet: the customer is asked for one on the page of their return.
staff-transfers-why-currency = Not in euros
staff-transfers-why-area = An account outside the SEPA area
staff-transfers-why-letters = The holder’s name cannot be written in the letters banks take.
staff-transfers-reference = Reference on the statement
staff-transfers-paid = I have paid it
staff-transfers-files = Files
staff-transfers-file = File { $number }
staff-transfers-made = made on { $day }
staff-transfers-count = { $count ->
    [one] one transfer
   *[other] { $count } transfers
}
staff-transfers-status-made = with the bank
staff-transfers-status-executed = executed
staff-transfers-status-cancelled = cancelled
staff-transfers-open = Open
staff-transfers-get = Download the file for your bank
staff-transfers-get-help = The same file each time. It holds names and accounts: keep it no longer than you need it.
staff-transfers-gone = Its content was erased.
staff-transfers-executed = The bank has executed it
staff-transfers-executed-on = On which day?
staff-transfers-executed-go = Mark every refund in it as paid
staff-transfers-cancel = The bank does not get it
staff-transfers-cancel-help = Its transfers wait again, and the file is erased. Never once the bank has it.
staff-transfers-cancel-go = Cancel this file
staff-transfers-in-it = The transfers in it
staff-transfers-return = Return
staff-transfers-account = Account
staff-transfers-amount = Amount
staff-transfers-state = Where it stands
staff-transfers-from = From
staff-transfers-on = To be executed on
staff-transfers-done-on = Executed on
staff-transfers-rejected = Sent back by the bank
staff-transfers-rejected-why = Why
staff-transfers-reject-AC01 = Wrong account number (AC01)
staff-transfers-reject-AC04 = Account closed (AC04)
staff-transfers-reject-AC06 = Account blocked (AC06)
staff-transfers-reject-AG01 = Transfers not allowed on this account (AG01)
staff-transfers-reject-MS03 = No reason given (MS03)
staff-transfers-rejected-go = It came back
staff-transfers-said-made = File { $number } is made. Download it and give it to your bank.
staff-transfers-said-executed = File { $number } is executed: its refunds are paid.
staff-transfers-said-cancelled = File { $number } is cancelled: its transfers wait again.
staff-transfers-said-paid = Noted as paid.
staff-transfers-said-rejected = Noted: the money is owed again, and the customer is asked for another way.
staff-transfers-no-day = Write a day, such as 2026-12-01.
staff-finance-part-transfers = Bank transfers
