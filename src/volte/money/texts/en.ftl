# Lines of a refund, as the customer reads them
money-line-items = { $title }{ $count ->
    [one] {""}
   *[other] {" "}× { $count }
}
money-line-wrapping = Gift wrap{ $count ->
    [one] {""}
   *[other] {" "}× { $count }
}
money-line-units-cap = { $not_accepted ->
    [0] Refunded or cancelled before: { $title }{ $count ->
        [one] {""}
       *[other] {" "}× { $count }
    }
   *[other] { $settled ->
        [0] Not accepted: { $title }{ $count ->
            [one] {""}
           *[other] {" "}× { $count }
        }
       *[other] { $title } × { $count } (refunded or cancelled before: { $settled }; not accepted: { $not_accepted })
    }
}
money-line-reduced-before = Given back of the price of { $title } before
money-line-deduction = Taken off for use of { $title }: { $why }
money-line-price-reduction = Price reduction: { $title }{ $count ->
    [one] {""}
   *[other] {" "}× { $count }
} ({ $why })
money-line-restocking-fee = Restocking fee of { $rate } for { $title }
money-line-outbound-all = Delivery, at the standard price of { $standard }
money-line-outbound-part = Delivery, the share of what you send back
money-line-outbound-rest = Delivery, the rest of the standard price of { $standard }
money-line-undelivered-rest = Delivery, the rest of it
money-line-undelivered-all = Delivery, all of it
money-line-undelivered-part = Delivery, the share of what you did not get
money-line-goodwill = A gesture from us: { $why }
money-line-return-shipping = Return shipping
money-line-fees-cap = Fees are never more than the refund
money-line-ceiling = { $ceiling } is all that is left of what you paid for this order

# What somebody should look at before paying back
money-flag-basis-changed = The shop sent this order again with other prices, discounts or tax rates after a refund was promised. What was agreed first still holds.
money-flag-payments-unknown = We know of no payment for this order. It is taken as paid at { $total }, and somebody has to pay the refund out by hand.
money-flag-payments-below = Only { $captured } was captured, but the order comes to { $total }. Refunds stop at what was captured.
money-flag-payments-above = The shop captured { $captured }, but the order comes to { $total } only. Check the payments before you refund more than the items.

# Words
money-status-planned = Planned
money-status-sending = On its way
money-status-pending = With the bank
money-status-succeeded = Paid back
money-status-failed = Failed
money-status-manual = To be paid by hand
money-status-replaced = Sent another way
money-status-unknown = Answer not understood

money-route-gateway = Back to the original payment
money-route-store-credit = Store credit
money-route-bank-transfer = Bank transfer
money-route-by-hand = Paid by hand

money-kind-card = Card
money-kind-wallet = Wallet
money-kind-transfer = Bank transfer
money-kind-cash-on-delivery = Cash on delivery
money-kind-gift-card = Gift card
money-kind-credit = Store credit
money-kind-pay-later = Pay later

# The accounts, and what is written in them
money-account-sales-returns = Sales returned
money-account-tax = Tax on sales
money-account-shipping-returned = Delivery charges paid back
money-account-goodwill = Goodwill
money-account-fees-income = Fees kept
money-account-refunds-payable = Refunds owed
money-account-gateway-clearing = Paid by the payment provider
money-account-bank-clearing = Paid by bank or by hand
money-account-credit-liability = Store credit owed
money-account-credit-bonus-liability = Bonus left on store credit
money-account-credit-bonus = Bonus on store credit
money-account-credit-lapsed = Store credit that expired
money-account-credit-redeemed = Store credit spent
money-account-customer-receivable = Owed by the customer
money-account-differences-paid = Differences received
money-account-exchange-sales = Sales by exchange
money-entry-promised = Refund promised
money-entry-exchanged = Goods exchanged
money-entry-difference-given = Difference given away
money-entry-difference-paid = Difference paid by the customer
money-entry-paid-twice = Difference paid twice
money-entry-paid-out = Refund paid out
money-entry-credit-issued = Store credit issued
money-entry-credit-given = Store credit given
money-entry-credit-spent = Store credit spent
money-entry-credit-unspent = Store credit payment called off
money-entry-credit-refilled = Refund back on store credit
money-entry-credit-lapsed = Store credit expired
money-entry-taken-back = Taken back: { $entry }

# Refusals
error-unknown-line = The order has no line “{ $line }”.
error-unknown-unit = Line “{ $line }” has { $quantity ->
    [one] one unit
   *[other] { $quantity } units
} only.
error-payment-exhausted = Nothing is left to refund on this payment. Reload to see what happened meanwhile.
error-promise-unknown = There is no such settlement in this shop.
error-difference-not-due = There is no difference left to pay for this exchange.
error-payment-not-offered = Online payment is not available here. Write to us and we will find another way.
error-payment-unreachable = The payment page does not answer at the moment. Nothing was charged; try again in a few minutes.
error-checkout-unknown = There is no such payment in this shop.
error-exchange-price-missing = The price of the new item is missing.
error-nothing-to-exchange = Nothing came back that could be exchanged. Choose the units again.
error-refund-unknown = There is no such refund in this shop.
error-refund-moved-on = This refund has just changed. Reload to see where it stands.
error-refund-not-failed = Only a refund that failed at the payment provider can be sent again.
error-refund-not-by-hand = This refund does not wait to be paid by hand.
error-payout-reference-missing = Enter the reference of the payment, so that it can be found on the bank statement.
error-redirect-unknown = Choose another way for this refund: { $ways }.
error-redirect-needs-consent = Money may only go another way when the customer has agreed to it. Tick the box, or say how they agreed.
error-redirect-needs-customer = Only the customer can say yes to store credit instead of money. They do it on the page of their return.
error-account-holder-missing = Enter the name of the account holder.
error-account-holder-too-long = The name may have { $most } characters at most.
error-iban-missing = Enter the IBAN of the account.
error-iban-invalid = This IBAN is not right: a digit may be missing, or two are swapped. Copy it from your bank card or your banking app.
error-credit-unknown = No store credit has this code. Check each letter and digit.
error-credit-needs-value = A store credit needs an amount above zero.
error-credit-spend-invalid = Enter an amount above zero ({ $balance } is left).
error-credit-expired = This store credit was valid until { $expired }.
error-credit-blocked = This store credit is blocked. Whoever looks after the shop's money can open it again.
error-credit-not-blocked = This store credit is not blocked.
error-credit-why-missing = Say why: whoever opens this page next needs to know.
error-credit-currency = This store credit is in { $currency }, the payment in { $given }.
error-credit-above-issued = Only { $room } was spent from this store credit. More cannot go back on it.
error-credit-key-reused = This key was used for another payment, or its payment was called off. Take a new key for each payment.
error-credit-spending-unknown = This store credit was never used for a payment with that key.
error-credit-too-small = This store credit has { $balance } left, less than { $wanted }.
error-credit-moved-on = This store credit has just been used. Reload to see what is left.
