# Withdrawing online: what is declared, its receipt, and the model form of the law.
withdrawal-sentence-whole = I hereby give notice that I withdraw from the contract { $contract }, for the whole order.
withdrawal-sentence-part = I hereby give notice that I withdraw from the contract { $contract }, for the following articles:

withdrawal-receipt-title = Receipt of your withdrawal
withdrawal-receipt-lead = { $shop } has received the statement below. Keep this document: it proves what you declared, on which day and at what time.
withdrawal-receipt-number = Number
withdrawal-receipt-at = Received on
withdrawal-receipt-name = Name
withdrawal-receipt-contract = Order or contract
withdrawal-receipt-email = Receipt sent to
withdrawal-receipt-statement = What you declared
withdrawal-receipt-next = You need do nothing more to withdraw. We now look at your order, then write to you how to send your articles back and when you will have your money.
withdrawal-receipt-digest = Fingerprint of the statement (SHA-256)
withdrawal-receipt-verify = This is the fingerprint of the file { $file } attached to our e-mail, to the letter. To verify it, work out the SHA-256 of that file (with the command sha256sum, for example) and compare.

withdrawal-form-title = Model withdrawal form
withdrawal-form-lead = (complete and return this form only if you wish to withdraw from the contract)
withdrawal-form-to = To:
withdrawal-form-notice = I/We (*) hereby give notice that I/We (*) withdraw from my/our (*) contract of sale of the following goods (*)/for the provision of the following service (*),
withdrawal-form-line-ordered = Ordered on (*)/received on (*),
withdrawal-form-line-name = Name of consumer(s),
withdrawal-form-line-address = Address of consumer(s),
withdrawal-form-line-signature = Signature of consumer(s) (only if this form is notified on paper),
withdrawal-form-line-date = Date
withdrawal-form-footnote = (*) Delete as appropriate.

withdrawal-standing-received = Received
withdrawal-standing-accepted = Accepted
withdrawal-standing-commercial = No legal right
withdrawal-standing-to-look-at = To look at
withdrawal-standing-settled = Done
withdrawal-standing-repeated = Sent a second time

withdrawal-why-unknown-order = No order has this number.
withdrawal-why-other-person = The order exists, but the name or the e-mail address is not the buyer's.
withdrawal-why-in-words = The articles are told in words: somebody has to say which are meant.
withdrawal-why-nothing-left = Everything it is about has come back already, or was cancelled.
withdrawal-why-in-doubt = For one article at least, the law cannot be applied without a person.
withdrawal-why-not-delivered = Not everything is delivered yet: stop the parcel if you can, or wait for it to come back.
withdrawal-why-joined = A return asked for before still waits for a decision; this withdrawal joins it.
withdrawal-why-unconfirmed = Sent with many others from the same connection, and not yet confirmed by a second click.

error-withdrawal-unknown = This withdrawal does not exist.
error-withdrawal-moved-on = Withdrawal { $number } has been dealt with already. Reload the page.
error-withdrawal-incomplete = Something is missing ({ $fields }).
error-withdrawal-too-long = This text is too long ({ $field }: { $most } characters at most). Nothing was cut: make it shorter, then send it.
error-withdrawal-email-invalid = This e-mail address is not valid. Check it: the receipt is sent there.
error-withdrawal-article-unknown = This article is not part of that order. Begin again, or describe it in your own words.
withdrawal-receipt-through = Received
withdrawal-through-letter = By letter, written down on { $at }
withdrawal-through-mail = By e-mail, written down on { $at }
withdrawal-through-phone = By telephone, written down on { $at }
withdrawal-through-store = In store, written down on { $at }
error-withdrawal-moment-invalid = A statement counts from the day it was sent or made: not one ahead, nor one further back than a year and fourteen days.
