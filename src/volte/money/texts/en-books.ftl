# Correct and close the books
error-entry-unknown = There is no such entry in this shop.
error-entry-reversed = This entry has been taken back before. To have it again, take back what took it back.
error-reversal-needs-reason = Write why this entry is taken back: the reason stays in the books.
