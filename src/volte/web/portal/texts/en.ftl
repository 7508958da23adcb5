# The shopper’s portal: find, choose, understand, send back, follow.

portal-step-what = Items
portal-step-why = Reason
portal-step-instead = Instead
portal-step-way = Way back
portal-step-check = Check
portal-plain = { $words }
portal-go-on = Continue
portal-go-on-one = Continue with one item
portal-go-on-many = Continue with %n items
portal-sending = One moment…
portal-change = Change
portal-back-order = See the whole order
portal-quantity-of = { $count ->
    [one] { $item }
   *[other] { $count } × { $item }
}

# Find the order
portal-find-title = Send something back
portal-find-lead = It takes two minutes and no account. You see what you get back before you decide.
portal-find-first = Please find your order first: your visit ended a while ago, or has not begun yet.
portal-find-number = Order number
portal-find-number-help = For example 1001. With or without #.
portal-find-number-missing = Enter the number of your order.
portal-find-proof = E-mail address or postcode
portal-find-proof-help = The e-mail address of the order, or the postcode it was delivered to.
portal-find-proof-missing = Enter the e-mail address of the order or the delivery postcode.
portal-find-button = Show my order
portal-find-where = Where do I find my order number?
portal-find-where-mail = At the top of the confirmation e-mail you got on the day you ordered.
portal-find-where-parcel = On the delivery note inside the parcel.
portal-find-where-account = In your customer account, if you have one.
portal-find-where-lost = Cannot find it? Write to { $email } and we will look it up for you.
portal-find-how = How it works
portal-find-how-choose = You choose the items, and what you would like instead.
portal-find-how-hand = You hand them over: a code on your phone is often enough.
portal-find-how-get = You follow every step, down to the money.

# The order
portal-order-title = What would you like to send back?
portal-order-about = Order no. { $number }, placed on { $day }
portal-order-about-unnumbered = Order placed on { $day }
portal-order-legend = Items of the order
portal-order-choose-one = Choose at least one item.
portal-order-count = How many?
portal-order-count-of = How many of “{ $item }”
portal-order-count-wrong = For “{ $item }”, choose a number from 1 to { $most }.
portal-order-nothing = Nothing in this order can be sent back from here. A question? { $email }
portal-order-nothing-unwritten = Nothing in this order can be sent back from here.
portal-order-returns = Your returns for this order
portal-order-return-of = { $units ->
    [one] One item, requested on { $day }
   *[other] { $units } items, requested on { $day }
}
portal-order-leave = Close this order
portal-order-leave-help = Do others use this computer too? Then close it before you leave.
portal-item-until = Can come back until { $day }
portal-item-taken = Nothing of this item is left to send back.
portal-item-of-kit = Part of “{ $kit }”. It can come back on its own, for its share of the price.
portal-item-replacement = The new one you received for it
portal-item-repair = Repaired and sent back to you
portal-item-exchanged = Received instead of { $item }

# Why
portal-why-title = Why is it coming back?
portal-why-lead = Answer if you like: it helps us suggest something better.
portal-why-legend = The reason
portal-why-rather-not = I would rather not say
portal-why-fault-legend = What is wrong with it?
portal-why-fault-help = It is too late, or not possible, to return it for a change of mind. A fault can still be reported.
portal-why-fault-needed = Tell us what is wrong with “{ $item }”: without a fault it can no longer come back.
portal-why-seal = Is its original seal intact?
portal-why-seal-help = Once it is removed, hygiene no longer lets us take the item back, unless it is faulty.
portal-why-seal-whole = Yes, it is in place
portal-why-seal-broken = No, I opened it
portal-why-seal-needed = Tell us whether the seal of “{ $item }” is intact.
portal-why-comment-open = Add a few words
portal-why-comment = A few words about “{ $item }”
portal-comment-too-long = This text has { $length } characters, { $most } at most. Please shorten it a little.

# Show
portal-proof-title = Show us
portal-proof-photos = Photos of “{ $item }”
portal-proof-photos-help = One close up, one of the whole. JPEG, PNG or WebP, { $megabytes } MB at most. We remove the place and other hidden data.
portal-proof-thanks = Got it: these photos are all we need.
portal-proof-kept = Photos we already have
portal-proof-kept-alt = Photo { $place } of “{ $item }”
portal-proof-remove = Remove photo { $place }
portal-proof-comment = What is wrong
portal-proof-comment-help = A few words: where, and since when.
portal-proof-photo-missing = Add a photo of “{ $item }”, or choose to send it later.
portal-proof-words-missing = Write a few words about “{ $item }”, or choose to do so later.
portal-photos-too-many = { $most } photos at most: the ones after that were not kept.
portal-proof-later = Later
portal-proof-later-help = You can add them to your request; it will wait until then.

# Instead
portal-instead-title = What would you like instead?
portal-instead-legend = For { $item }
portal-instead-needed = Choose what you would like for “{ $item }”.
portal-instead-gone = Meanwhile, what you chose is no longer available. Here is what is still possible.
portal-instead-exchange = Exchange it
portal-instead-exchange-reserved = Held for you as soon as you ask.
portal-instead-more = See other versions
portal-instead-others = Choose another article
portal-instead-others-help = With the exact difference in price. It leaves under the same conditions.
portal-instead-same = Same price
portal-instead-pays = + { $amount }
portal-instead-gets = { $amount } back
portal-instead-credit = Store credit of { $amount }
portal-instead-credit-bonus = With { $bonus } on top from us. Valid for { $months } months, on everything.
portal-instead-credit-bonus-sooner = With { $bonus } on top from us, to be spent within { $own } months; the rest is valid for { $months } months, on everything.
portal-instead-credit-bonus-sooner-ever = With { $bonus } on top from us, to be spent within { $own } months; the rest never ends, and is valid on everything.
portal-instead-credit-plain-ever = It never ends, and is valid on everything.
portal-instead-credit-plain = Valid for { $months } months, on everything.
portal-instead-refund = A refund of { $amount }
portal-instead-replacement = The same again, in good order
portal-instead-repair = A repair, on us
portal-instead-price-reduction = Keep it, at a lower price
portal-instead-price-reduction-detail = We will write to you to agree on the amount.
portal-instead-outbound = { $amount } for the delivery comes on top, with a refund or with credit.
portal-when-carrier-scan = Within { $days } days of handing over your items.
portal-when-receipt = Within { $days } days of your items reaching us.
portal-when-inspection = Within { $days } days of our looking at your items.
portal-when-carrier-scan-lawful = Within { $days } days of handing over your items, and by { $day } at the latest if you hand them over before then.
portal-when-receipt-lawful = Within { $days } days of your items reaching us, and by { $day } at the latest if you hand them over before then.
portal-when-inspection-lawful = Within { $days } days of our looking at your items, and by { $day } at the latest if you hand them over before then.
portal-when-indexed = The law adds what money has lost in value by then.
portal-when-by = By { $day } at the latest.
portal-then-carrier-scan = Sent as soon as your items are handed over.
portal-then-receipt = Sent as soon as your items reach us.
portal-then-inspection = Sent as soon as we have looked at your items.

# How
portal-way-title = How will you send it back?
portal-way-legend = Ways to send it back
portal-way-needed = Choose a way to send it back.
portal-way-gone = Meanwhile, this way is no longer offered. Here are the others.
portal-way-none = These items cannot travel together. Please make a return for each.
portal-way-free = free
portal-way-own = you pay the post
portal-way-price = { $amount }
portal-way-hours = { $hours }
portal-way-footprint = Where do these estimates come from?
portal-another-way-title = Choose how you send it back
portal-another-way-why = Your withdrawal opened this return by itself, with a way of sending we supposed. Yours may be another one: you can choose until your parcel is handed over.
portal-another-way-open = Send it back another way
portal-another-way-label = You get a new code and a new label; those you have will no longer be good.
portal-another-way-take = Send it back this way
portal-another-way-back = Back to the return without changing anything

# Check
portal-check-title = Is everything right?
portal-check-title-refused = We cannot take this back
portal-check-items = You send back
portal-check-back = You get
portal-check-way = How
portal-check-moved = An amount or a choice changed since this page was shown. Please read it again, then confirm.
portal-check-waits = Your request will wait for the photo or words we asked for. You can add them afterwards.
portal-check-reviewed = Somebody in our team reads your request before accepting it, and answers by e-mail.
portal-check-refused-some = Not taken back
portal-check-refused-help = You disagree, or we are missing something? Open a case: a person will read it and answer.
portal-check-button-refused = Ask a person to look at it
portal-check-button-ask = { $count ->
    [one] Send my request
   *[other] Send my request for { $count } items
}
portal-check-button = { $count ->
    [one] Send this item back
   *[other] Send these { $count } items back
}
portal-check-button-refund = { $count ->
    [one] Send this item back, get { $amount }
   *[other] Send { $count } items back, get { $amount }
}
portal-check-button-credit = { $count ->
    [one] Send this item back, get { $amount } of credit
   *[other] Send { $count } items back, get { $amount } of credit
}
portal-check-after = Nothing is final: you can cancel until you hand anything over.
portal-account-refund = Refund
portal-account-credit = Store credit
portal-account-bonus = Bonus of { $rate }, on us
portal-account-bonus-given = Bonus, on us
portal-account-swap = { $other ->
    [yes] { $count ->
        [one] { $item }, for { $instead }
       *[other] { $count } × { $item }, for { $instead }
    }
   *[no] { $count ->
        [one] { $item }, in { $instead }
       *[other] { $count } × { $item }, in { $instead }
    }
}
portal-account-even = Exchange, nothing to pay
portal-account-due = To pay on top
portal-account-due-when = Nothing to pay now: we write to you when the exchange is ready. It leaves once this is paid.
portal-account-replacement = Replacement
portal-account-repair = Repair
portal-account-price-reduction = Price reduction, to be agreed
portal-law-withdrawal = Right to withdraw until { $day } ({ $citations }).
portal-law-withdrawal-open = Right to withdraw, still open ({ $citations }).
portal-law-conformity = Legal guarantee until { $day } ({ $citations }).
portal-law-conformity-open = Legal guarantee ({ $citations }).

# Somebody was faster
portal-overtaken-title = Nothing is left of it
portal-overtaken-lead = Nothing of these items is left to send back; perhaps you have just asked for it in another window. Nothing was counted twice.

# One return
portal-return-title = Return { $number }
portal-status-requested = being read
portal-status-requested-customer = your turn
portal-status-approved = to hand over
portal-status-in-transit = on its way
portal-status-arrived = arrived
portal-status-inspected = looked at
portal-status-settled = dealt with
portal-status-done = all done
portal-status-refund-failed = refund delayed
portal-status-refund-by-hand = being paid
portal-status-refund-moving = refund on its way
portal-status-closed = closed
portal-status-refused = not accepted
portal-status-cancelled = cancelled
portal-status-expired = too late
portal-then-title-requested = We are reading your request
portal-then-title-requested-customer = Show us what is wrong
portal-then-title-approved-drop-off = Drop your parcel off by { $day }
portal-then-title-approved-store = Bring us the { $count ->
    [one] item
   *[other] items
} by { $day }
portal-then-title-approved-pickup = Have your parcel ready by { $day }
portal-then-title-approved-mail = Post your parcel by { $day }
portal-then-title-approved-keep = Accepted: keep the item
portal-then-title-in-transit = Your parcel is on its way
portal-then-title-arrived = Your parcel has arrived
portal-then-title-inspected = We have looked at your parcel
portal-then-title-settled = All done
portal-then-title-refund-failed = Your refund is delayed, and we are on it
portal-then-title-refund-by-hand = We are paying you back
portal-then-title-refund-moving = Your refund is on its way
portal-then-title-closed = This case is closed
portal-then-title-refused = This return is not possible
portal-then-title-cancelled = This return is cancelled
portal-then-title-expired = The last day has passed
portal-then-lead-requested = Somebody in our team is on it and will answer by e-mail. Please keep the item until then.
portal-then-lead-requested-customer = It is your turn: add what is missing below, and we will answer.
portal-then-lead-approved-drop-off = Your return is accepted. Pack it, then show this code at the drop-off point: it replaces the label.
portal-then-lead-approved-store = Your return is accepted. Show this code at the till: no box, no label.
portal-then-lead-approved-pickup = Your return is accepted. Stick the label on; we will write to you to agree on a time.
portal-then-lead-approved-mail = Your return is accepted. Stick the label on and hand the parcel to the carrier you like. Keep the proof of posting.
portal-then-lead-approved-keep = Nothing to send.
portal-then-lead-in-transit = Nothing for you to do. We will write as soon as it arrives.
portal-then-lead-arrived = We are looking at what is inside. Nothing for you to do.
portal-then-lead-inspected = We are preparing what you get. Nothing for you to do.
portal-then-lead-settled = Everything you were owed has left. Here are the details.
portal-then-lead-refund-failed = The payment did not arrive. What you are owed stays yours: somebody of our team is seeing to it.
portal-then-lead-refund-by-hand = Somebody of our team is preparing your payment.
portal-then-lead-refund-moving = Everything is decided. Banks can take a few days: below you see how far your money is.
portal-then-lead-cancelled = You keep your items. You can ask again as long as there is time.
portal-then-lead-expired = Nothing was handed over in time. If this is a mistake, write to us below.
portal-code-label = QR code of your parcel: { $code }
portal-label-get = Label (PDF)
portal-label-also = Would you rather print? Here is the label.
portal-code-also = Your code, just in case
portal-pack = How to pack
portal-place = Where
portal-place-hours = Open
portal-destination = Return address
portal-last-day = Last day
portal-number = Return number
portal-for-refund = refund
portal-for-exchange = exchange
portal-for-exchange-of = { $other ->
    [yes] exchange for { $instead }
   *[no] exchange, in { $instead }
}
portal-for-credit = store credit
portal-for-replacement = replacement
portal-for-repair = repair
portal-for-price-reduction = price reduction
portal-back = What you get
portal-note-credit-note = Credit note { $number } (PDF)
portal-note-receipt = Receipt { $number } (PDF)
portal-back-if = If it is accepted
portal-expected-refund = { $known ->
    [yes] A refund of { $amount }
   *[no] A refund
}
portal-expected-credit = { $known ->
    [yes] Store credit of { $amount }
   *[no] Store credit
}
portal-expected-exchange = The item in exchange, held for you
portal-expected-replacement = A replacement
portal-expected-repair = Your item, repaired
portal-expected-price-reduction = A lower price
portal-result-refund = Refund
portal-result-credit = Store credit
portal-result-exchange = Exchange
portal-result-replacement = Replacement agreed
portal-result-repair = Repair agreed
portal-result-price-reduction = Price reduction agreed
portal-result-outside = Given back earlier
portal-result-goodwill = A gesture from us
portal-refund-done = paid
portal-refund-on-credit = ready to spend
portal-refund-on-its-way = on its way to your bank
portal-refund-late = delayed, we are on it
portal-refund-by-hand = being paid by hand
portal-refund-replaced = did not arrive, sent another way
error-money-way-unagreed = Tick the box if you would rather have store credit, or choose the transfer.
error-money-way-missing = Choose how the money should reach you.
portal-money-title = How should { $amount } reach you?
portal-money-failed = { $amount } could not go back to what you paid with. The money is yours: choose another way, at no cost.
portal-money-transfer = { $amount } comes back to you by bank transfer. Tell us to which account.
portal-money-link = Please open this page from one of our mails
portal-money-link-why = We only take bank details from somebody who can read your mail. Open the link in a mail we sent you about this return, and you are back here.
portal-money-known = We send it to your account { $account }.
portal-money-change = Name another account
portal-money-choose = Choose another way
portal-money-name = Name your account
portal-money-legend = How should the money reach you?
portal-money-bank = By bank transfer
portal-money-bank-detail = { $amount } to your account
portal-money-credit = As store credit
portal-money-credit-detail = A code worth { $amount }, at once and without an end date
portal-money-account = Your account, for a transfer
portal-money-holder = Account holder
portal-money-iban = IBAN
portal-money-iban-help = It starts with two letters, such as FR76. Spaces do not matter.
portal-money-consent = Your agreement, for store credit
portal-money-go = Confirm
portal-money-safe = Your account is kept encrypted, used for this refund only, and deleted later. We never ask for your card number.
portal-credit-code = The code of your credit
portal-credit-left = { $balance } left, valid until { $day }.
portal-credit-left-always = { $balance } left.
portal-status-to-pay = to pay
portal-then-title-to-pay = { $amount } left to pay for your exchange
portal-then-lead-to-pay = Over to you: your item is set aside and leaves as soon as the difference is paid.
portal-ahead-pay = You pay the difference
portal-ahead-send = Your exchange leaves
portal-account-due-paid = Difference paid
portal-account-due-given = Difference, a gesture from us
portal-payment-given = You have nothing left to pay: the difference is on us. If you have just paid it, it goes back to you.
portal-payment = Pay the difference
portal-payment-why = The item you chose costs { $amount } more than the one you are giving back.
portal-payment-go = Pay { $amount }
portal-payment-how = You go to our payment provider’s page and then come back here.
portal-payment-until = The item stays reserved for you until { $day }. If it is not paid by then, we refund the one you gave back.
portal-payment-until-credit = The item stays reserved for you until { $day }. If it is not paid by then, you get store credit for the one you gave back.
portal-payment-instead-credit = Rather have store credit?
portal-payment-instead-what-credit = The exchange is called off and the item goes back on sale. For the one you gave back you get store credit, as our terms for this return say.
portal-payment-instead-go-credit = Call the exchange off and have store credit
portal-payment-instead = Rather have your money back?
portal-payment-instead-what = The exchange is called off and the item goes back on sale. The one you gave back is refunded like any return.
portal-payment-instead-go = Call the exchange off and be refunded
portal-payment-done = Thank you, the difference is paid. Your exchange is leaving.
portal-payment-waits = Your bank has not confirmed the payment yet. No need to pay again: reload this page in a moment.
portal-payment-left = The payment did not go through, and nothing was charged. You can try again, with another card for example.
portal-status-box = being looked into
portal-then-title-box-incomplete = Something is missing from your parcel
portal-then-title-box-wrong-item = Your parcel held another item
portal-then-title-box-extra = Your parcel held one item more
portal-then-lead-box-incomplete = We opened it, and this was not inside: { $missing }. Somebody of our team is looking into it and will write to you. If you sent it separately, or kept it, tell us below. The rest goes its way.
portal-then-lead-box-wrong-item = We opened it, and what you announced was not inside: { $missing }. Somebody of our team is looking into it and will write to you. A mix-up while packing? Tell us below.
portal-then-lead-box-extra = An item you had not announced was inside. We are keeping it safe and will write to you. The rest goes its way.
portal-then-title-box-exchange = Your exchange needs a little more time
portal-then-lead-box-exchange = We could not prepare it right away. Somebody of our team is looking into it and will write to you.
portal-moment-done = All done
portal-moment-refund-failed = Refund of { $amount } delayed: we are on it
portal-ahead-refund-failed = We send your refund another way
portal-ahead-refund-by-hand = We pay you back
portal-ahead-refund-moving = Your money arrives
portal-ahead-box = We look into what is missing
portal-timeline = Your return, step by step
portal-ahead-show = You add what is missing
portal-ahead-answer = Our answer
portal-ahead-hand-over = You hand over your items
portal-ahead-travel = On its way to us
portal-ahead-check = We look at your items
portal-ahead-money = We send you what is yours
portal-items = The items
portal-photo-alt = Your photo { $place }
portal-evidence-send = Send for “{ $item }”
portal-evidence-title = To add for “{ $item }”
portal-appeal = Not what you expected?
portal-appeal-lead = This answer was given by our rules. Ask, and a person of our team looks at it with fresh eyes. You lose nothing by it, and the rights the law gives you stay as they are.
portal-appeal-why = What should we know?
portal-appeal-send = Ask a person
portal-appeal-open = A person of our team is looking at it again. You get an answer by { $day } at the latest.
portal-talk = A question?
portal-talk-help = A person reads it and answers here and by e-mail.
portal-talk-field = Your message
portal-talk-send = Send the message
portal-talk-you = You
portal-talk-list = What we wrote to each other
portal-cancel = Cancel this return
portal-cancel-title = Cancel return { $number }?
portal-cancel-means = You keep these items, and the label or code will no longer work. You can ask again as long as there is time.
portal-cancel-keep = Change nothing
portal-cancel-do = Cancel this return
portal-foot-policy = Return policy

error-portal-page-stale = This page is too old to be confirmed. Please read it again, then confirm.
error-portal-value-moved = An amount changed meanwhile. Please read the page again, then confirm.
portal-feedback = One last question
portal-feedback-question = How did this return go?
portal-feedback-comment = What was good, or missing?
portal-feedback-send = Send my answer
portal-feedback-send-again = Change my answer
portal-feedback-change = Change my answer
portal-feedback-choose = Choose one of the five answers.
portal-feedback-thanks = Thank you for your answer. We will not ask again.
portal-feedback-thanks-low = Thank you for telling us. Somebody at the shop will read your answer.

# By when: the deadlines of a return
portal-clocks = By when
portal-clock-refund = Your refund, at the latest
portal-clock-answer = Our decision, at the latest
portal-clock-appeal = Our second look, at the latest
portal-clock-question = Our answer, at the latest
portal-clock-evidence = Show us what we asked for by
portal-clock-send-back = Send your items back by
portal-clock-cure = Repair or replacement, at the latest
portal-clock-withdrawal-period = You may change your mind until
portal-clock-guarantee = Legal guarantee: faults are our concern until
portal-clock-awaits-goods-or-proof = As soon as your items are handed over, the day stands here.
portal-clock-awaits-goods = As soon as your items reach us, the day stands here.
portal-clock-awaits-hand-over = As soon as your items are handed over, the day stands here.
portal-clock-awaits-arrival = As soon as your items reach us, the day stands here.
portal-clock-awaits-inspection = As soon as we have looked at your items, the day stands here.
portal-clock-awaits-approval = As soon as we have said yes, the day stands here.
portal-clock-awaits-reasonable = Within a reasonable time; we keep you informed.
portal-clock-late = We are late, and we are sorry. Write to us below and a person will see to it.
portal-clock-passed = This day has passed. Write to us below if you need help.

# Taken off for use
portal-taken-off = Taken off for use
portal-taken-off-photo = Photo { $place } of what we found on { $item }
portal-taken-off-why = An article may be tried as in a shop. What goes beyond that can be taken off its refund, at most what it cost; delivery is never touched.
portal-objection = You see it differently?
portal-objection-lead = Tell us why: a person of our team looks at it with fresh eyes, photos and your words side by side. You lose nothing by it, and the rights the law gives you stay as they are.
