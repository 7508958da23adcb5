# Queues
staff-queue-review = To decide
staff-queue-evidence = With the customer
staff-queue-money = Money
staff-queue-deadlines = Deadlines
staff-queue-arrivals = Arrived
staff-queue-travelling = On their way
staff-queue-open = Everything open
staff-queue-all = All returns
staff-queue-search = Number, order, e-mail or name
staff-queue-found = Search: { $words }
staff-queue-clear = Leave the search
staff-queue-status = Status
staff-queue-any-status = Any status
staff-queue-method = Way back
staff-queue-any-method = Any way back
staff-queue-filter = Show
staff-queue-more = Next
staff-queue-first = Back to the beginning
staff-queue-choose = Choose a case from the list.
staff-queue-choose-more = The rules settle the ordinary ones. Here is what needs you.
staff-queue-nothing = Nothing here.
staff-queue-nothing-more = Whatever needs you will show up by itself.
staff-queue-nothing-found = Nothing found.
staff-queue-nothing-found-more = No return has “{ $words }” as its number, order, parcel code, e-mail or the beginning of its name.
staff-queue-why-money = Refund did not go through
staff-queue-why-evidence = Photo or comment asked for
staff-queue-why-pay = { $amount } to pay
staff-queue-why-box-incomplete = Box incomplete
staff-queue-why-box-wrong-item = Another article in the box
staff-queue-why-box-extra = One article too many in the box
staff-queue-why-box-exchange = Exchange not possible
staff-queue-why-rule = Rule “{ $rule }”
staff-queue-why-doubt = Not clear-cut
staff-queue-why-otherwise = Came back differently
staff-queue-why-question = The customer has a question

staff-since-day = { $day }
staff-since-days = { $count } days
staff-since-hours =
    { $count ->
        [one] one hour
       *[other] { $count } hours
    }
staff-since-minutes =
    { $count ->
        [0] just now
        [one] one minute
       *[other] { $count } minutes
    }

staff-waits-days = waiting for { $count } days
staff-waits-hours =
    { $count ->
        [one] waiting for an hour
       *[other] waiting for { $count } hours
    }
staff-waits-minutes =
    { $count ->
        [0] waiting for a few moments
        [one] waiting for a minute
       *[other] waiting for { $count } minutes
    }
staff-oldest-days = for { $count } days
staff-oldest-hours =
    { $count ->
        [one] for an hour
       *[other] for { $count } hours
    }
staff-oldest-minutes =
    { $count ->
        [0] for a few moments
        [one] for a minute
       *[other] for { $count } minutes
    }

staff-status-requested = requested
staff-status-approved = accepted
staff-status-refused = refused
staff-status-in-transit = on its way
staff-status-arrived = arrived
staff-status-inspected = inspected
staff-status-settled = dealt with
staff-status-closed = closed
staff-status-cancelled = cancelled
staff-status-expired = expired

staff-verdict-accepted = accepted
staff-verdict-needs-evidence = photo or comment asked for
staff-verdict-needs-review = for you to decide
staff-verdict-refused = refused
staff-verdict-cancelled = cancelled
staff-verdict-expired = expired
staff-outcome-refunded = refunded
staff-outcome-money-failed = refund failed
staff-outcome-money-by-hand = to be paid by hand
staff-outcome-money-moving = refund on its way
staff-outcome-credited = store credit issued
staff-outcome-exchanged = exchanged
staff-outcome-replaced = replaced
staff-outcome-repaired = repaired
staff-outcome-reduced = price reduced

staff-resolution-refund = Refund
staff-resolution-exchange = Exchange
staff-resolution-credit = Store credit
staff-resolution-replacement = Replacement
staff-resolution-repair = Repair
staff-resolution-price-reduction = Price reduction
staff-condition-unworn = unworn, as new
staff-condition-tried = tried on
staff-condition-used = used
staff-condition-damaged = damaged
staff-condition-opened = opened

# Keys
staff-key-approve = Approve
staff-key-refuse = Refuse
staff-key-goodwill = Make a gesture
staff-key-message = Write to the customer
staff-key-cancel = Cancel the return
staff-key-leave = Close, or leave a field

# The case
staff-case-back = The list
staff-case-return = Return
staff-case-no-order = no known order
staff-case-imported = from the shop’s history
staff-case-order = order { $number }
staff-case-value = Value
staff-case-the-customer = The customer
staff-case-items =
    { $count ->
        [one] The item
       *[other] { $count } items
    }
staff-case-quantity = { $count } of them
staff-case-exchange-for = Exchange for { $sku }
staff-case-comment = { $name } writes:
staff-case-as-sold = As sold
staff-case-as-shown = As { $name } shows it
staff-case-picture-sold = { $title }, the picture in the shop
staff-case-photo-of = { $title }, photo { $count } from the customer
staff-case-attachment = Photo { $count }
staff-case-timeline = What happened
staff-case-who-shopper = The customer
staff-case-who-system = By itself
staff-case-who-key = A connected program
staff-case-who-member = Somebody of the shop
staff-case-conversation = Conversation
staff-case-conversation-none = Nothing was said yet.
staff-case-note = note, staff only
staff-case-money = The account
staff-case-refunds = Refunds
staff-case-credits = Store credits
staff-case-customer = Customer
staff-case-others =
    { $count ->
        [0] No other return here.
        [one] One other return.
       *[other] { $count } other returns.
    }
staff-case-others-ended =
    { $count ->
        [one] One of them was refused, cancelled or expired.
       *[other] { $count } of them were refused, cancelled or expired.
    }
staff-case-rate =
    { $orders ->
        [one] { $rate } of what was bought came back, faults and mistakes not counted (one order in { $months } months).
       *[other] { $rate } of what was bought came back, faults and mistakes not counted ({ $orders } orders in { $months } months).
    }
staff-case-parcel = Parcel
staff-case-looked-at = { $title }: what came back
staff-case-strays = Came along, not announced
staff-parcel-tracking = { $carrier } · { $tracking }
staff-parcel-label = Open the label (PDF)
staff-case-the-order = Order { $number }
staff-case-ordered = ordered on { $day }
staff-case-units-left =
    { $count ->
        [one] one stays with the customer
       *[other] { $count } stay with the customer
    }
staff-case-units-none = all coming back
staff-case-came-in-replacement = sent anew, return
staff-case-came-in-repair = repaired, return
staff-case-came-in-exchange = received in exchange, return
staff-case-mails = Mails
staff-case-mails-none = No mail was written yet.

# What happens next
staff-next-decide = { $name } is waiting for your decision.
staff-next-otherwise = What came back is not what was agreed. Take it as it is, or say why not.
staff-next-question = { $name } asked something and is waiting for an answer.
staff-next-evidence = { $name } was asked for a photo or a comment. Nothing to do until it comes.
staff-next-pay = { $name } still has { $amount } to pay for the exchange. The item is set aside and leaves by itself afterwards.
staff-next-box-incomplete = The box came without { $missing }. Write to { $name }, wait for the rest, or close with what came back: only that is refunded.
staff-next-box-wrong-item = Another article came in the place of { $missing }. Ask { $name } what happened, wait for the right one, or close with what came back.
staff-next-box-extra = The box holds an article nobody expected. Ask { $name } whether it was meant to come back, then mark this as seen.
staff-next-box-exchange = The exchange cannot be made: these articles were refunded or cancelled another way. Check the order and talk to { $name }, then try again, or close.
staff-next-refund-failed = A refund of { $amount } did not go through. Send it again, or pay it by hand.
staff-next-refund-manual = { $amount } is waiting to be paid by hand.
staff-next-hand-over = { $name } hands the parcel over by { $last_day }.
staff-next-travelling = On its way to us. Nothing to do until it arrives.
staff-next-due = The money is due by { $day }.
staff-next-overdue = The money was due by { $day }.
staff-next-inspect = It is here and has to be looked at.
staff-next-inspected = It was looked at. The money follows by itself.
staff-next-refund-moving = Everything is decided, and { $amount } is on its way to the customer.
staff-next-settled = Everything is settled.
staff-next-approved = Accepted. The money follows by itself.
staff-next-requested = Requested.
staff-next-refused = This return was refused. You can still approve it.
staff-next-cancelled = { $name } keeps the items. Nothing to do.
staff-next-expired = Nothing was handed over in time. You can still approve it.

# Money
staff-account-refund = Refund
staff-account-credit = Store credit
staff-account-exchange = Exchange
staff-account-replacement = Replacement
staff-account-repair = Repair
staff-account-price-reduction = Price reduction
staff-account-outside = Given back before Volte
staff-account-goodwill = Gesture
staff-account-total = In all
staff-account-given = Difference given away
staff-account-instead = What is sent instead
staff-account-customer-pays = The customer pays
staff-account-bonus = Bonus from the shop
staff-account-tax = of which VAT at { $rate }
staff-ways = Shared over the payments
staff-ways-drawn = Counted against what was paid by
staff-way-gateway = { $kind }, through { $provider }
staff-way-store-credit = { $kind }, given back as store credit
staff-way-bank-transfer = { $kind }, by bank transfer
staff-way-by-hand = { $kind }, to be paid by hand
staff-account-in-kind = Settled in goods: no money moves.
staff-account-to-come = Still to come: { $kind }
staff-account-none = No money has moved, and none is owed as things stand.
staff-account-ceiling = { $amount } of what was paid for this order can still be given back.
staff-refund-again = Send { $amount } again
staff-refund-by-hand = Paid by hand
staff-refund-failure = The payment provider says: { $code }
staff-credit-code = Store credit { $code }
staff-refund-refilled = Back on the { $kind ->
    [gift_card] gift card
   *[credit] store credit
} that had paid, ending in { $ending }
staff-refund-new-credit = A new store credit: what had paid is not one of ours, has lapsed, or could not hold it
staff-credit-until = valid until { $until }

# Acts
staff-act-approval = Approve
staff-act-refusal = Refuse
staff-act-goodwill = Gesture
staff-act-message = Write
staff-act-cancellation = Cancel
staff-act-difference = Paid another way
staff-act-waiver = Give it away
staff-act-instead = Give up the exchange
staff-sheet-waiver = Give { $name } the difference
staff-sheet-instead = Give up the exchange of { $name }
staff-sheet-difference = { $name }’s difference
staff-act-awaiting = Wait for the rest
staff-act-box-seen = Seen
staff-act-exchange-again = Try the exchange again
staff-act-closing = Close with what came back
staff-sheet-awaiting = Wait for the rest from { $name }
staff-sheet-closing = Close the return of { $name }
staff-sheet-approval = Approve the return of { $name }
staff-sheet-refusal = Refuse the return of { $name }
staff-sheet-goodwill = A gesture for { $name }
staff-sheet-cancellation = Cancel the return of { $name }
staff-sheet-attempt = Send the refund again
staff-sheet-payout = Refund paid by hand
staff-sheet-transfer = To { $name }’s bank account
staff-sheet-back = Back to { $number }
staff-sheet-leave = Change nothing

staff-approval-travel = { $name } gets a mail with the way to send it back. The refund follows by itself once the goods have arrived as agreed.
staff-approval-keep = { $name } keeps the goods. The money leaves now.
staff-approval-otherwise = You take the goods as they came. What was agreed is paid now.
staff-approval-reopen = The return is opened again and its units are taken out of the order once more. { $name } gets a mail with the way to send it back.
staff-approval-now = Leaves now
staff-approval-later = Leaves when the goods are here
staff-approval-reason = Why
staff-approval-reason-help = For your colleagues: it stays with the case.
staff-approval-go = Approve
staff-refusal-lead = { $name } gets your reason by mail. The items are free again and can be asked for once more.
staff-refusal-otherwise = { $name } gets your reason by mail. Nothing is paid for what came back differently; the rest stays as agreed.
staff-refusal-right-title = The law is on the customer’s side here
staff-refusal-right = The right to withdraw is open for { $name }, and needs no reason. A refusal would not hold.
staff-refusal-reason = What { $name } will read
staff-refusal-reason-help = { $theirs ->
    [fr] One clear sentence, in French. Say what is still possible.
   *[other] One clear sentence. Say what is still possible.
}
staff-refusal-go = Refuse this return
staff-cancellation-lead = { $name } keeps the items. The label stops working, nothing is paid, and the items can be returned later.
staff-cancellation-go = Cancel this return
staff-goodwill-lead = An amount on top of what is owed. At most { $amount } can still be given back on this order.
staff-goodwill-amount = Amount
staff-goodwill-reason = The sentence { $name } will read
staff-goodwill-reason-help = { $theirs ->
    [fr] In French. It stands on the refund as “Un geste de notre part : …”.
   *[other] It stands on the refund as “A gesture from us: …”.
}
staff-goodwill-see = See what it does
staff-goodwill-consequence = What the gesture does
staff-goodwill-now = Goes back to { $name }
staff-goodwill-after = Can still be given back afterwards
staff-goodwill-cut = An order never gives back more than was paid for it: the refund still to come will be { $amount } lower.
staff-goodwill-sure = It leaves at once, to the payment { $name } used, and { $name } gets a mail. It cannot be taken back.
staff-goodwill-go = Give { $amount } now
staff-act-deduction = Take off for use
staff-act-reduction = Keep at a lower price
staff-sheet-deduction = Use of an article of { $name }
staff-sheet-reduction = { $name } keeps an article
staff-deduction-lead = { $title } came back more used than trying it needs. The amount you name is taken off; the rest is paid to { $name } at once where the article has been looked at, otherwise after that.
staff-deduction-amount = Taken off
staff-deduction-amount-help = At most what was paid for the article. Delivery stays owed in full.
staff-deduction-reason-help = { $theirs ->
    [fr] In French. What was found, so that it can be understood and checked.
   *[other] What was found, so that it can be understood and checked.
}
staff-deduction-go = Take it off
staff-reduction-lead = You have agreed with { $name } that { $title } stays, at a lower price. The amount leaves at once, nothing is sent back, and { $name } gets a mail.
staff-reduction-amount = Given back
staff-reduction-amount-help = An amount, or a percentage of the price, such as “20 %”.
staff-reduction-reason-help = { $theirs ->
    [fr] In French. What was agreed, and why.
   *[other] What was agreed, and why.
}
staff-reduction-go = Give it back now
staff-attempt-lead = { $amount } is sent to the payment provider once more, as a new request. What failed before is not paid twice.
staff-transfer-lead = { $amount } did not reach { $name } the way it was paid. With their agreement it goes to their account instead; it then waits among the transfers to make.
staff-transfer-lead-account = { $amount } waits to be transferred to { $name }. Whoever pays sees the account; it is kept sealed until then.
staff-transfer-holder = Account holder
staff-transfer-iban-help = It begins with two letters, for example FR76. Spaces do not matter.
staff-transfer-words = How they agreed
staff-transfer-words-help = Their words, and when: “by phone on 3 November, would rather have a transfer”. It stays with the refund.
staff-transfer-go = Transfer { $amount } there
staff-refund-to-account = To a bank account
staff-payout-lead = You paid { $amount } to { $name } outside Volte, by bank transfer for instance. The refund counts as done.
staff-payout-account = To the account of { $holder }
staff-payout-no-account = No account was named yet. The customer can do it on the page of their return, from the link in our mails.
staff-refund-agreed = { $by ->
    [customer] Agreed to by the customer on { $at }:
   *[other] Agreed to on { $at }, written down by the team:
}
staff-payout-reference = Reference of the payment
staff-payout-reference-help = As it stands on the bank statement, so that it can be found.
staff-payout-go = { $amount } is paid

staff-difference-lead = { $name } owes { $amount } for the exchange. If it was paid outside Volte, the item leaves now and the payment page is closed.
staff-difference-reason = How
staff-difference-reason-help = For example “paid in store, receipt 4512”. For your colleagues: it stays on file.
staff-difference-go = { $amount } is paid
staff-waiver-lead = The item leaves now, at the price of the one that came back. The payment page is closed, and { $name } gets a mail. If { $name } is paying at this very moment, that payment goes back.
staff-waiver-consequence = What it does
staff-waiver-now = Given to { $name }
staff-waiver-pays = { $name } still pays
staff-waiver-worth = What the item is worth then, should it come back
staff-waiver-reason-help = { $theirs ->
    [fr] In French. It stands in the mail, after “nous vous offrons la différence”.
   *[other] It stands in the mail, after “that is a gesture from us”.
}
staff-waiver-go = Give { $amount } away
staff-instead-lead = { $amount } was not paid, so nothing leaves: what was held is free again, and the payment page is closed. { $name } gets this instead, at once, and a mail about it:
staff-instead-gets = { $name } gets
staff-instead-reason = Why
staff-instead-reason-help = For example “would rather have the money, by phone”. For your colleagues: it stays on file.
staff-instead-go = Give up the exchange
staff-awaiting-lead = The return stays open for { $missing }, and the case leaves your queue. What came goes its way.
staff-awaiting-lead-extra = The case leaves your queue. What came goes its way.
staff-awaiting-lead-exchange = The exchange is tried again. If it still cannot be made, the case comes back here.
staff-closing-lead = Nothing is owed for { $missing }: { $name } keeps it and may ask to return it again. What came back is paid as agreed.
staff-closing-lead-extra = What came back is paid as agreed, and nothing more is expected of { $name }.
staff-closing-lead-exchange = Nothing more is owed to { $name } for these articles, and what was reserved is free again.
staff-closing-go = Close
staff-message-label = Write to { $name }
staff-message-help = { $theirs ->
    [fr] The customer reads French. A message also goes out by mail; a note stays here.
   *[other] A message also goes out by mail; a note stays here.
}
staff-message-templates = Ready sentences
staff-message-send = Send to { $name }
staff-message-sending = Sending…
staff-message-note = Keep as a note

staff-done-approval = Return { $number } is approved. The customer has been told.
staff-done-refusal = Return { $number } is refused. The customer has been told why.
staff-done-cancellation = Return { $number } is cancelled.
staff-done-goodwill = { $amount } is on its way.
staff-done-deduction = { $amount } is taken off { $title }.
staff-done-reduction = { $title } stays with the customer. The amount is on its way.
staff-done-attempt = { $amount } is being sent again.
staff-done-payout = { $amount } is noted as paid.
staff-done-transfer = { $amount } waits to be transferred to this account.
staff-done-difference = { $amount } is noted as paid. The exchange is leaving.
staff-done-waiver = { $amount } is given away. The exchange is leaving.
staff-done-instead = The exchange is given up, and { $name } gets a mail.
staff-done-awaiting = Return { $number } waits for the rest.
staff-done-closing = Return { $number } ends with what came back.
staff-done-message = Your message to { $name } is on its way.
staff-done-note = The note is kept.

# Ready sentences, in the customer’s language
staff-snippet-hello = Hello { $name },
staff-snippet-hello-nobody = Hello,
staff-snippet-bye = Kind regards,
    { $author }, { $shop }
staff-snippet-photo = Ask for a photo
staff-snippet-photo-words = Could you send us a photo of “{ $item }” that shows what is wrong? With it we can answer you without waiting for the parcel.
staff-snippet-thanks = Thank you, it arrived
staff-snippet-thanks-words = Thank you, your return { $number } has arrived safely. We are looking at it and will write to you as soon as it is done.
staff-snippet-exchange = Offer an exchange
staff-snippet-exchange-words = Instead of a refund we can send you another size or colour of “{ $item }”, before your parcel has reached us. Tell us which one you would like.
staff-snippet-delay = It takes longer
staff-snippet-delay-words = Your return { $number } is taking longer than we told you, and we are sorry. { $known ->
    [yes] We will have settled it by { $until } at the latest.
   *[no] We will write to you again within two days.
}
staff-snippet-where = Ask about the parcel
staff-snippet-where-words = We have not seen the parcel of your return { $number } yet. Have you handed it over already? A photo of the receipt is enough for us to look for it.
staff-snippet-guarantee = If it is faulty
staff-snippet-guarantee-words = If “{ $item }” has a fault, you are covered for two years whatever our own terms say. Tell us what happened and we will repair it, replace it or refund you.
staff-snippet-sorry = Apologise
staff-snippet-sorry-words = We are sorry about “{ $item }”. This is not how it should have reached you. We are putting it right now.

# A return for a customer
staff-start = New return
staff-start-lead = Find the order, then fill in the form together with the customer.
staff-start-search = Order number or e-mail address
staff-start-none = No such order.
staff-start-none-more = Check the number or the address, letter by letter.
staff-start-open = Fill in the form

# Several at once
staff-together-choose = Choose the case of { $name }
staff-together-these = The cases ticked
staff-together-approval = Approve together
staff-together-refusal = Refuse together
staff-together-back = Back to the list
staff-together-leave = Do nothing
staff-together-question = The same question:
staff-together-chosen = Cases chosen
staff-together-total = Value of the articles
staff-together-title-approval =
    { $count ->
        [one] Approve this return
       *[other] Approve these { $count } returns
    }
staff-together-title-refusal =
    { $count ->
        [one] Refuse this return
       *[other] Refuse these { $count } returns
    }
staff-together-approval-lead = Each customer gets an answer and, where one is needed, a label. The money leaves later, as for any accepted return.
staff-together-approval-go =
    { $count ->
        [one] Approve this return
       *[other] Approve all { $count } returns
    }
staff-together-refusal-lead = Each customer gets your reason as it stands, so it should say nothing that is about one of them only.
staff-together-refusal-go =
    { $count ->
        [one] Refuse this return
       *[other] Refuse all { $count } returns
    }
staff-together-reason = Reason, as the customers will read it
staff-together-right = At least one of these customers may still withdraw. A refusal does not change that.
staff-together-languages = These customers do not all read the same language. Write for each of them, or answer separately.
staff-together-several = These cases do not ask the same question
staff-together-several-lead = One answer holds for one question. Choose which to begin with.
staff-together-only =
    { $count ->
        [one] Answer this case
       *[other] Answer these { $count } cases
    }
staff-together-none = None of the cases chosen waits for an answer any more. Tick some in the list.
staff-together-answered = Answered already, or to be looked at one by one:
staff-together-done-approval =
    { $count ->
        [0] No return approved
        [one] One return approved
       *[other] { $count } returns approved
    }
staff-together-done-refusal =
    { $count ->
        [0] No return refused
        [one] One return refused
       *[other] { $count } returns refused
    }
staff-together-went = Done
staff-together-stayed =
    { $count ->
        [one] One case is left to look at
       *[other] { $count } cases are left to look at
    }
staff-key-choose = Tick, in the list
error-return-answered-meanwhile = Case { $number } no longer waits for this answer: somebody dealt with it meanwhile, or it needs a look of its own.

# Saved views
staff-views = Your views
staff-view-save = Keep this view
staff-view-name = Name of the view
staff-view-keep = Keep
staff-view-remove = Stop keeping “{ $name }”
staff-view-saved = The view “{ $name }” is kept.
staff-view-needs-name = Give the view a name to keep it.
# What the customer said
staff-queue-why-appeal = The customer asks you to look again
staff-next-appeal = { $name } asks that a person looks at the refusal again. Accept it after all, or uphold it with a reason they will read.
staff-queue-why-unhappy = The customer is unhappy
staff-next-unhappy = { $name } says this return went badly. Write back, or note that you have seen it.
staff-case-feedback = What the customer said
staff-case-feedback-score = { $score } out of 5
staff-case-feedback-no-words = Without a comment.
staff-act-feedback = Seen to
staff-sheet-feedback = What { $name } said
staff-feedback-lead = The case leaves your queue. { $name } is not told; to reply, write a message instead.
staff-feedback-go = I have seen it
staff-done-feedback = The feedback on return { $number } has been seen to.

# Deadlines of a case
staff-clocks = Deadlines
staff-clocks-table = Deadlines, the most pressing first
staff-clocks-what = What
staff-clocks-due = By when
staff-clocks-who = Who
staff-clocks-law = Under, and the cost if late
staff-clock-who-customer = Customer
staff-clock-who-shop = Us
staff-clock-state-waiting = Not running yet
staff-clock-state-running = Running
staff-clock-state-met = Done
staff-clock-state-missed = Missed
staff-clock-state-over = Over
staff-clock-awaits-goods-or-proof = Once the goods are here or proof that they were sent
staff-clock-awaits-goods = Once the goods are here
staff-clock-awaits-hand-over = Once the parcel is handed over
staff-clock-awaits-arrival = Once the goods are here
staff-clock-awaits-inspection = Once the goods have been looked at
staff-clock-awaits-approval = Once the return is accepted
staff-clock-awaits-reasonable = Within a reasonable time; the law names no day
staff-clock-promise = Our promise
staff-clock-law = The law
staff-clock-unverified = Article not checked against the text yet
staff-clock-days-late =
    { $count ->
        [one] One day late
       *[other] { $count } days late
    }
staff-clock-cost-now = So far: { $cost }
staff-clock-cost-then = From { $day }: { $cost }
staff-queue-due = Due
staff-queue-any-due = Any deadline
staff-queue-due-late = Late
staff-queue-due-soon = Due in two days

staff-dossier = Evidence dossier
staff-dossier-lead = Everything that happened, was shown, decided and paid, with photos, labels and deadlines, sealed. For a payment dispute, a marketplace or a carrier claim. That you took it out is noted.
staff-dossier-language = Language
staff-dossier-language-fr = French
staff-dossier-language-en = English
staff-dossier-zip = Archive (ZIP)
staff-dossier-pdf = PDF alone

# What the bench found worn, and objections to what was taken off
staff-worn-proposed = { $by } proposes to take { $amount } off
staff-worn-alone = { $by } took { $amount } off at the bench
staff-worn-taken = { $by } proposed to take { $amount } off
staff-worn-declined = { $by } proposed to take { $amount } off; paid in full
staff-worn-photo-of = { $title }, photo { $count } from the bench
staff-worn-found = As it came back
staff-next-worn = The bench proposes to take { $amount } off for use. Look at the photos: take it off beside the article, or approve to pay in full.
staff-next-objection = { $name } objects to what was taken off for use. Give it back, or say why it stays.
staff-act-repayment = Give it back
staff-act-upholding = Keep it off
staff-sheet-repayment = Give back what was taken off
staff-sheet-upholding = What was taken off stays
staff-repayment-lead = { $name } gets { $amount } back, the way the rest was paid, and reads why in the mail.
staff-upholding-lead = { $amount } stay taken off. { $name } gets your answer by mail, and it stands in the conversation.
staff-repayment-go = Give it back
staff-upholding-go = Send the answer
staff-done-repayment = { $amount } is given back.
staff-done-upholding = The answer is sent. What was taken off stays.
staff-again-same = Decided on { $at }, kept with its facts and the state of the law ({ $law }, { $changed ->
        [0] the same today
       *[other] other today
    }). Decided again from them, it comes out the same.
staff-again-otherwise = Decided on { $at }, kept with its facts and the state of the law ({ $law }, { $changed ->
        [0] the same today
       *[other] other today
    }). Decided again from them, it comes out otherwise: tell whoever runs Volte.
