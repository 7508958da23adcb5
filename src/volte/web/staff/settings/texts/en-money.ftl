# How money goes back
staff-settings-money = Money
staff-money-lead = What the law leaves to you. It holds for whatever is promised from now on; what was promised before stays as it is.
staff-money-order = Which payment first
staff-money-order-help = When only part of an order comes back and it was paid in several ways, the refund fills the first kind, then the next. A full return gives every payment its own. Store credit that the customer chose is taken from the end.
staff-money-outbound = Delivery, while part of the order stays
staff-money-outbound-help = Once everything has come back, delivery is paid back at the standard price: that is the law. Before, it is up to you.
staff-money-outbound-pro-rata = The share of what came back
staff-money-outbound-full = All of it, with the first return
staff-money-outbound-nothing = Nothing, until the rest comes back
staff-money-months = Store credit can be spent for (months)
staff-money-months-help = Counted from the day it is given. Credit that goes back to a gift card or an older credit does not expire.
staff-money-accounts = Account numbers for exports
staff-money-accounts-help = How your accountant calls each account.
staff-need-money-place = Give each kind of payment a place from 1 to { $last }.
staff-need-money-place-twice = Two kinds of payment stand at place { $place }. Give each its own.
staff-need-money-account = An account number has letters and digits only, 20 at most.
staff-need-money-months = Choose from 1 to 120 months.
