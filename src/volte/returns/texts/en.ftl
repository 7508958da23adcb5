# What the journey says. Errors first, then the steps of the timeline.

error-no-items = Choose at least one item to send back.
error-too-many-items = One return holds up to { $most } items. Split the rest into a second one.
error-line-unknown = “{ $line }” is not a line of this order. Its lines are: { $known }.
error-line-is-no-goods = “{ $title }” does not come back by itself. Name what is to come back: { $instead }.
error-quantity-invalid = The quantity of “{ $line }” must be between 1 and { $most }.
error-reason-unknown = “{ $reason }” is not one of the shop's reasons. Choose one of: { $known }. Or leave it out.
error-comment-too-long = Comments have up to { $most } characters. Shorten yours, or add the rest later as a message.
error-exchange-needs-sku = Say which variant you would like instead of “{ $line }”.
error-exchange-sku-without-exchange = A variant was chosen for “{ $line }”, but not an exchange. Choose “exchange”, or take the variant out.
error-exchange-sku-unknown = “{ $sku }” is not offered in exchange for this item. Choose another size or colour.
error-exchange-other-article = “{ $sku }” is another article, and this shop exchanges for other versions of the same article only. Choose one of those.
error-exchange-currency = “{ $sku }” has no price in { $currency }, so we cannot say what the exchange would cost. Choose another article, or a refund.
error-exchange-out-of-stock = There are only { $left } of “{ $sku }” left, and { $asked } were asked for. Choose another size or colour, or a refund.
error-resolution-not-offered = “{ $resolution }” is not possible for this item. Possible are: { $offered }.
error-method-not-offered = “{ $method }” is not possible for these items. Possible are: { $offered }.
error-store-unknown = There is no shop called “{ $store }” that takes returns.
error-return-unknown = There is no such return. Check the number, for example R7K2X-M4QX.
error-return-without-order = Return { $number } came with the shop's history and fits no purchase: it can be looked at, and nothing more.
error-item-unknown = There is no such item in this return.
error-return-not-possible-now = Return { $number } is “{ $status }”, so “{ $act }” is not possible any more. Reload the page to see where it stands.
error-return-already-under-way = Return { $number } is already on its way or settled, so it cannot be stopped. Write to us if something is wrong.
error-refusal-needs-reason = Give the reason: the customer will read it.
error-giving-up-needs-reason = Say why the exchange is given up: it stays on file.
error-goodwill-needs-reason = Give the reason for this gesture: it stays with the case.
error-goodwill-needs-amount = Give an amount above zero, in { $currency }.
error-goodwill-above-paid = At most { $ceiling } can still be given back on this order.
error-deduction-not-allowed = Nothing may be taken off for this item: it was not as agreed, or the customer withdrew where the law knows no deduction, or was never told of the right to withdraw.
error-deduction-needs-reason = Say what was found: the customer will read it.
error-deduction-needs-amount = Give an amount above zero, in { $currency }.
error-deduction-above-worth = At most { $worth } can be taken off: that is what is paid back for these units.
error-wear-stray = Nothing can be taken off this: nobody knows which return it belongs to.
error-wear-in-kind = Nothing can be taken off this: the customer gets goods for it, not money.
error-wear-needs-photo = Add a photo of what you found: the customer will want to see it.
error-wear-too-many-photos = { $most } photos at most.
error-wear-not-proposed = Nothing was proposed for this item.
error-wear-decided-elsewhere = This is with the desk now. Within ten seconds you can undo your inspection first.
error-objection-unknown = Return { $number } has no objection to what was taken off that is still open.
error-deduction-too-late = None of this item is here and unpaid, so nothing can be taken off it. Reload return { $number } to see where it stands.
error-reduction-needs-amount = Say by how much the price is reduced: an amount above zero in { $currency }, or a percentage.
error-reduction-needs-reason = Say what was agreed: the customer will read it.
error-reduction-above-paid = At most { $most } can be given back for these units.
error-reduction-too-late = This item of return { $number } is on its way, settled or closed, so its price cannot be reduced any more.
error-reduction-after-withdrawal = The customer has withdrawn: return { $number } is owed in full, and cannot become a price reduction.
error-reduction-first = In return { $number } the customer keeps an item at a lower price. Name the reduction first, or refuse the return.
error-difference-needs-reason = Say how the difference was paid: it stays on file.
error-box-as-announced = There is nothing unexpected about the box of return { $number }, or somebody has seen to it meanwhile. Reload the page.
error-box-needs-reason = Say why: the customer will read it.
error-evidence-not-asked = Nothing more is needed for this item of return { $number }.
error-evidence-empty = Add a photo or a few words.
error-photo-too-large = This photo is larger than { $most } MB. Send a smaller one.
error-photo-not-a-picture = This file is not a picture we can open. Send a JPEG, PNG or WebP photo.
error-link-expired = This link has expired. Find your order with its number and your e-mail address.
error-link-forged = This link does not work. Find your order with its number and your e-mail address.
error-order-not-found = This number and this e-mail address or postcode do not belong together. Check the number in your confirmation e-mail.

history-customer-unknown = The customer is not named
history-never-bought = This customer never bought the article
history-bought-later = This customer bought the article only later
history-all-returned = Everything this customer had bought of it had come back already
history-taken-meanwhile = The units were returned another way meanwhile
history-write-off = Written off in the warehouse, not sold
history-bad-debt = Bad debt adjusted
history-service = Fees, samples, vouchers and entries by hand, not goods
history-given-back = { $count } × { $title }, given back before Volte

step-imported = { $units ->
    [one] One item came back before Volte
   *[other] { $units } items came back before Volte
}
step-imported-without-order = { $why ->
    [customer_unknown] Came back before Volte; no purchase is known: the customer is not named
    [never_bought] Came back before Volte; no purchase is known: this customer never bought the article
    [bought_later] Came back before Volte; no purchase is known: this customer bought the article only later
    [all_returned] Came back before Volte; no purchase is known: all that was bought had come back already
   *[other] Came back before Volte; no purchase is known
}
step-requested = { $units ->
    [one] Return requested for one item
   *[other] Return requested for { $units } items
}
step-refused-by-rules = Not accepted by the shop's return policy
step-waits-for-shop = Waiting for a person at the shop
step-waits-for-customer = Waiting for a photo or a comment
step-withdrawn = Withdrawal { $number } declared
step-way-chosen = Another way of sending chosen
step-approved = Accepted
step-approved-by-staff = Accepted by { $who }
step-approved-as-it-is = Taken back as it is by { $who }
step-refused-by-staff = Not accepted: { $reason }
step-cancelled = Cancelled
step-expired = Expired: nothing was handed over in time
step-evidence-sent = Photo or comment received
step-scan-dropped-off = Handed over
step-scan-in-transit = On its way to us
step-scan-delivered = Delivered to us
step-scan-lost = The carrier lost the parcel
step-arrived = { $units ->
    [0] A parcel arrived without the announced items
    [one] One item arrived
   *[other] { $units } items arrived
}
step-inspected = { $title }: looked at
step-inspection-undone = The last look was taken back
step-settled-refund = Refund started
step-settled-credit = Store credit issued
step-settled-exchange = Exchange prepared
step-settled-replacement = Replacement agreed
step-settled-repair = Repair agreed
step-settled-price-reduction = Price reduction agreed
step-settled = Everything decided
step-goodwill = A gesture by { $who }
step-deduction-proposed = { $amount } proposed to be taken off { $title } for use: { $reason }
step-deduction-taken-back = Nothing is to be taken off { $title } after all
step-deduction-given-back = What was taken off for use is given back
step-deduction-upheld = What was taken off for use stays
step-deducted = { $amount } taken off { $title } for use: { $reason }
step-price-reduced = { $title } kept at a lower price, { $amount } given back: { $reason }
step-appealed = A person was asked to look again
step-question = Question asked
step-answer = Answer sent
step-note = Note by { $who }
step-refund-succeeded = { $amount } refunded
step-refund-failed = A refund of { $amount } did not go through
step-refund-redirected = { $way ->
    [store_credit] { $amount } kept as store credit, as asked for
   *[other] { $amount } to be sent by bank transfer, as asked for
}
step-account-given = Bank account given for { $amount }
returns-consent-store-credit = I would rather have { $amount } as store credit than as money. I know that I may have the money.
returns-consent-bank-transfer = I would like { $amount } by bank transfer, to the account below.
step-closed = Closed
returns-difference-title = Exchange, return { $number }
step-difference-paid = Difference of { $amount } paid
step-difference-noted = Difference noted as paid by { $who }
step-difference-given = Difference of { $amount } given away by { $who }
step-exchange-given-up = Exchange given up, { $amount } not paid: paid back instead
step-difference-paid-twice = { $amount } paid a second time, to be given back
step-box-seen-to = Box seen to by { $who }
step-box-closed = Closed with what came back
step-exchange-not-possible = Exchange not possible for now: somebody is looking into it
error-feedback-too-early = Return { $number } is not finished yet. We ask once everything is done.
error-feedback-given = An answer can be changed for { $days } days, and that time is over.
error-feedback-over = The question can be answered for { $days } days after a return has ended, and that time is over.
error-feedback-score-invalid = The score must be a whole number from { $least } to { $most }.
error-feedback-comment-too-long = A comment can be { $most } characters long at most; yours has { $length }. Please shorten it.
error-feedback-seen-to = Somebody has seen to the answer about return { $number } already. Reload the page.
step-feedback = Feedback given: { $score } out of 5
step-feedback-changed = Feedback changed: { $score } out of 5
step-feedback-seen = Feedback seen to by { $who }

# Deadlines, and what being late costs
clock-answer = Decide the request
clock-appeal = Answer the appeal
clock-question = Answer the customer
clock-evidence = Show what was asked for
clock-send-back = Send the goods back
clock-refund-promised = Refund, as promised
clock-refund-law = Refund, by law at the latest
clock-cure = Repair or replace
clock-conformity-refund = Refund of faulty goods
clock-withdrawal-period = Right to withdraw
clock-guarantee = Legal guarantee
clock-cost-interest = legal interest
clock-cost-interest-so-far = { $amount } of legal interest ({ $rate } a year)
clock-cost-interest-so-far-about = about { $amount } of legal interest, at { $rate } a year (Volte does not know the rate of the { $half ->
    [1] first
   *[2] second
} half of { $year } yet)
clock-cost-interest-at = legal interest ({ $rate } a year)
clock-cost-interest-at-about = legal interest, { $rate } a year (Volte does not know the rate of the { $half ->
    [1] first
   *[2] second
} half of { $year } yet)
clock-cost-extra = { $amount } more ({ $percent } %)
clock-cost-damages = plus damages

# The morning's mail and the week's forecast
morning-late =
    { $days ->
        [one] One day late
       *[other] { $days } days late
    }
morning-tonight = By tonight
morning-before = Before { $hour }
morning-by = By { $day }
morning-then = { $cost } from { $day }
morning-more =
    { $count ->
        [one] One more
       *[other] { $count } more
    }
morning-money-unbalanced = The books of { $day } do not balance: debits and credits differ. Close nothing, and have the ledger verified.
morning-money-broken = { $count ->
    [one] All books were added up again last night, and one thing does not add up.
   *[other] All books were added up again last night, and { $count } things do not add up.
} Close nothing; the page Finance, Proof says what it means and what to do.
morning-money-decision = { $count ->
    [one] One refund was refused by the payment provider: send it again, or pay it another way.
   *[other] { $count } refunds were refused by the payment provider: send them again, or pay them another way.
}
morning-money-meaning = { $count ->
    [one] The payment provider answers about one refund in words we do not understand: look on its pages.
   *[other] The payment provider answers about { $count } refunds in words we do not understand: look on its pages.
}
morning-money-paying = { $count ->
    [one] One refund waits for you to pay it.
   *[other] { $count } refunds wait for you to pay them.
}
morning-money-differences = { $count ->
    [one] One difference with a payment provider is still to be seen to.
   *[other] { $count } differences with payment providers are still to be seen to.
}
morning-policy-fallen = The return policy in force (version { $number }) has fallen below the law in { $terms ->
        [one] one term
       *[other] { $terms } terms
    }. Customers are treated by the law all the same; publish a better one.
morning-policy-will-fall = The return policy planned for { $day } (version { $number }) has fallen below the law in { $terms ->
        [one] one term
       *[other] { $terms } terms
    }. Take it back, or publish a better one.
forecast-nothing = Nothing is due in the coming seven days
forecast-unknown =
    { $due ->
        [one] One deadline this week; there is too little history to say whether it will be kept
       *[other] { $due } deadlines this week; there is too little history to say which will be missed
    }
forecast-kept =
    { $due ->
        [one] The one deadline of this week will very probably be kept
       *[other] All { $due } deadlines of this week will very probably be kept
    }
forecast-missed =
    { $due ->
        [one] The one deadline of this week, on { $day }, will probably be missed
       *[other] { $missed ->
            [one] One of { $due } deadlines will probably be missed this week (between { $low } and { $high }), most likely on { $day }
           *[other] About { $missed } of { $due } deadlines will probably be missed this week (between { $low } and { $high }), most of them on { $day }
        }
    }
error-units-already-left = “{ $title }”: { $most ->
    [0] all of it has left already, or was cancelled.
    [one] only one unit has not left; you asked for { $asked }.
   *[other] only { $most } units have not left; you asked for { $asked }.
} What has left can be returned once it has arrived.
error-units-not-shipped = “{ $title }”: { $most ->
    [0] nothing of it was sent, or it was dealt with already.
    [one] only one unit was sent; you asked for { $asked }.
   *[other] only { $most } units were sent; you asked for { $asked }.
}
error-replacement-out-of-stock = “{ $title }” cannot be sent again: { $left } in stock, { $asked } asked for. Choose a refund.
error-not-a-claim = { $number } is not about goods that never arrived.
situation-cancelled = It will not be sent, and you are paid back at once.
situation-cancel-asked = We check that it has not left, then we pay you back.
situation-we-ask-the-carrier = We are asking the carrier. Without news within { $days } days, what never arrived is taken for lost.
situation-we-look = Somebody in our team is looking into it.
situation-never-left = The shop knows that these units have not left
situation-may-have-left = These units may have left: the shop does not tell of every parcel
situation-claimed = The customer says that these units never arrived; nobody is asked to prove it
situation-said-delivered = The carrier says that they were delivered on { $day }
situation-risk-of-shop = Until the customer holds the goods, their loss is the shop's
situation-inquiry = The carrier has { $days } days to show the contrary; then they are taken for lost
situation-person-decides = A business, or a country whose law we do not know: a person decides
step-requested-claim = { $units ->
    [one] One item reported as never arrived
   *[other] { $units } items reported as never arrived
}
step-requested-cancellation = { $units ->
    [one] Cancellation asked for one item that had not left
   *[other] Cancellation asked for { $units } items that had not left
}
step-waits-for-carrier = The carrier is being asked
step-inquiry-over = The carrier found nothing: taken for lost
step-found-customer = It has turned up with the customer
step-found-returned = It has come back to us: nobody had taken it in
