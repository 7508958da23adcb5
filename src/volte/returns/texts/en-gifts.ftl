# Gifts: why a code or a return is refused
error-gift-unknown = We do not know this gift code. Please check it on the gift receipt.
error-gift-expired = This gift code is no longer good: its last day has passed.
error-gift-revoked = This gift code is no longer good: it was turned off.
error-gift-units-gone = { $left ->
    [0] Nothing of “{ $title }” is left to send back with this code.
    [one] Only one of “{ $title }” is left to send back with this code.
   *[other] { $left } of “{ $title }” are left to send back with this code.
}
error-gift-worth-nothing = Nothing would be left to put on shop credit for this.
error-gift-needs-name = Please tell us your name.
error-gift-needs-email = Please give an e-mail address we can write to.
error-gift-needs-address = For a collection at home we need the street, the postcode and the town.
error-gift-needs-way = Please choose how to send it back.
error-gift-business = An order of a business has no gift codes: whatever comes back stands on a corrected invoice.
error-gift-without-units = No item is left that could have a gift code.
error-gift-units-covered = { $left ->
    [0] “{ $title }” has a gift code already, or can have none any more.
    [one] Only one of “{ $title }” can still have a gift code.
   *[other] { $left } of “{ $title }” can still have a gift code.
}
error-gift-too-many = This order has { $most } gift codes already, the most there can be.
error-gift-days = Please choose a day from today on, at most { $most } days away.
