# The way of a return, at the top of a mail
mail-stage-request = Request
mail-stage-travel = On its way
mail-stage-check = Check
mail-stage-done = Done

# Where money goes
mail-way-card = { $known ->
    [yes] To your card ending in { $ending }
   *[no] To your card
}
mail-way-wallet = To your wallet
mail-way-transfer = To your account, by transfer
mail-way-cash-on-delivery = By transfer, as you paid on delivery
mail-way-gift-card = { $known ->
    [yes] Back on your gift card ending in { $ending }
   *[no] To your gift card
}
mail-way-credit = { $known ->
    [yes] Back on your shop credit ending in { $ending }
   *[no] As shop credit
}
mail-way-new-credit = { $known ->
    [yes] As a new shop credit with the code { $code }
   *[no] As a new shop credit
}
mail-way-pay-later = To your pay-later provider

# Mails in the workspace
mail-occasion-requested-received = Request received
mail-occasion-evidence-asked = Evidence asked for
mail-occasion-approved = Return accepted
mail-occasion-refused = Return refused
mail-occasion-scanned = Parcel with the carrier
mail-occasion-arrived = Parcel arrived
mail-occasion-inspected-difference = Difference found
mail-occasion-refund-on-its-way = Refund on its way
mail-occasion-refund-failed-manual = Refund needs a person
mail-occasion-credit-issued = Credit issued
mail-occasion-credit-ending = Credit ends soon
mail-occasion-exchange-on-its-way = Exchange on its way
mail-occasion-difference-due = Difference to pay
mail-occasion-exchange-sent-first = Exchange sent first
mail-occasion-cancelled = Return cancelled
mail-occasion-expiring-soon = Last day is near
mail-occasion-expired = Last day passed
mail-occasion-parcel-lost = Parcel lost
mail-occasion-goodwill-made = Gesture made
mail-occasion-answer = Answer
mail-occasion-question-received = Message received
mail-occasion-endpoint-paused = Webhook paused
mail-occasion-withdrawal-receipt = Receipt of a withdrawal
mail-occasion-withdrawal-commercial = Withdrawal without a legal right
mail-occasion-withdrawal-answer = Answer to a withdrawal
mail-occasion-endpoint-failing = Webhook failing

mail-status-queued = Waiting to be sent
mail-status-sent = Sent
mail-status-failed = Not delivered

# Refusals
error-message-empty = The message is empty. Write a few words before sending it.
error-message-too-long = The message has { $length } characters, { $longest } at most. Shorten it, or send it in two parts.
error-message-attachments-too-many = { $most } attachments at most per message. Send the others in a second one.
error-mail-unknown = This mail does not exist, or no longer.
error-mail-not-failed = This mail is not waiting to be sent again.
error-mail-address-invalid = This e-mail address is not valid. Please check it.
mail-occasion-deadlines-due = The morning’s deadlines
mail-occasion-privacy-link = Link to one's own data
