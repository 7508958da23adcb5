# Correct and close the books
error-entry-unknown = There is no such entry in this shop.
error-entry-reversed = This entry has been taken back before. To have it again, take back what took it back.
error-reversal-needs-reason = Write why this entry is taken back: the reason stays in the books.
error-day-closed = The books are closed up to { $day } already. A closed day stays closed.
error-day-not-over = { $day } can be closed an hour after midnight.
error-verification-under-way = The books are being checked right now. Look again in a while.
error-verification-moved-on = Another worker has gone on with this check of the books meanwhile.
error-books-moved-on = An entry came in while the day was being closed. Try again.
error-days-out-of-order = The first day comes after the last. Swap them.
error-fec-needs-company = The FEC bears the company's SIREN. Enter it under Settings, Company.
error-fec-day-open = { $day } is not closed yet. Close it first: the FEC holds entries that are final.
error-fec-other-currency = There are entries in { $currency }. The FEC is kept in euros: choose days without another currency.
error-period-too-long = A period has at most { $days } days. Choose days closer together.
