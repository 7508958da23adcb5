# Files of bank transfers.
money-transfer-words = { $shop } refund
error-refund-in-batch = This refund is in a file of bank transfers. Say that the bank has executed it, or cancel the file first.
error-transfers-need-account = Name the account transfers leave from first, in Settings, Money.
error-transfers-day = The bank can execute the file from { $first } to { $last }.
error-transfers-executed-when = The bank has executed it between { $first } and { $last }.
error-transfers-none = No refund waits for a bank transfer that can go into a file.
error-transfer-not-ready = One of these refunds does not wait for a bank transfer any more, or cannot go into a file.
error-transfers-moved-on = Somebody has just paid one of these refunds, or put it into another file. Try again.
error-transfers-unknown = There is no such file of transfers.
error-transfers-not-open = This file was executed or cancelled already.
error-transfers-file-gone = The content of this file was erased, or was sealed with a key we no longer have.
error-transfer-not-sent = This refund is in no file of transfers, or was sent back already.
