# Personal data: what is kept, why, and what is not any more.

error-person-unknown = Nothing is held under this address or number. Check the spelling, or search by order number.
error-erasure-blocked = Not everything is settled for this person (returns { $numbers }). They can be erased afterwards; you can ask for it now, and it happens by itself.
error-erasure-unknown = There is no such erasure, or it has been done already.
error-erasure-not-confirmed = What you typed is not this person's address. Copy it as it is shown.
error-own-data-address-invalid = Enter a whole e-mail address, for example camille@example.com.

privacy-kind-photos = Photos
privacy-kind-words = Comments and messages
privacy-kind-mails = Mails sent
privacy-kind-addresses = Postal addresses and labels
privacy-kind-names = Names and e-mail addresses
privacy-kind-looks = Looks by the team
privacy-kind-audit = Record of actions
privacy-kind-events = Technical events
privacy-kind-answers = Answers kept for repeated requests, and mails with a link to one’s data
privacy-from-photos = after the return has ended
privacy-from-words = after the return has ended, or since they were written
privacy-from-mails = since they were sent
privacy-from-addresses = since the order; for labels, since they were made
privacy-from-names = since the order; on a return, since it ended
privacy-from-looks = since the last look
privacy-from-audit = since the action
privacy-from-events = since the event
privacy-from-answers = since the request
privacy-why-photos = A photo serves to decide about a return and to answer for it. Once that is over it serves nothing.
privacy-why-words = What was said helps as long as a complaint is likely.
privacy-why-mails = The customer has the mails; here their words mainly prove that they were sent.
privacy-why-addresses = The legal guarantee lasts two years from delivery: until then the customer may come back with the order.
privacy-why-names = Claims between a consumer and a trader lapse after five years in France, and three in Germany, counted from the end of the year.
privacy-why-looks = The French authority (CNIL) advises keeping access logs for six months to a year.
privacy-why-audit = Who did what: ids and counts, never words. Useful in a dispute.
privacy-why-events = Ids and amounts, no names. They tell statistics what has changed; the figures come from orders and returns themselves.
privacy-why-answers = So that a request sent twice counts once. A few days are enough. The link to one’s data is good for a day, and whoever asked for it may be no customer.
privacy-days = { $days ->
    [one] one day
   *[other] { $days } days
}

privacy-held-customers = Customer records
privacy-held-orders = Orders
privacy-held-returns = Returns
privacy-held-comments = Comments
privacy-held-photos = Photos
privacy-held-files = Files removed from the disk
privacy-held-mails = Mails
privacy-held-messages = Messages and notes
privacy-held-inspections = Reasons written at the bench
privacy-held-decisions = Decisions, for what they knew of the customer
privacy-held-counts = Months of return statistics
privacy-held-refusals = Import refusals that quoted the person
privacy-held-events = Events
privacy-held-answers = Answers to repeated requests
privacy-held-webhooks = Answers of webhook receivers
privacy-held-desk = Saved searches
privacy-held-drafts = Returns begun
privacy-kept-refunds = Refunds
privacy-kept-credits = Store credits
privacy-kept-credits-open = of which can still be spent
privacy-kept-statements = Statements of withdrawal, kept as proof for legal claims as long as names (GDPR art. 17(3)(e))
privacy-kept-entries = Entries in the books

privacy-summary-title = Your data at { $shop }
privacy-summary-made = Made on { $at }
privacy-summary-head-who = You
privacy-summary-head-orders = Your orders
privacy-summary-head-returns = Your returns
privacy-summary-head-kept = How long we keep it
privacy-summary-head-files = In this archive
privacy-summary-email = E-mail address
privacy-summary-names = Names
privacy-summary-shop-ids = Ids in the shop
privacy-summary-country = Country
privacy-summary-order = Order { $number } of { $day }
privacy-summary-return = Return { $number } of { $day }
privacy-summary-none = Nothing.
privacy-summary-files = This page is a summary. The JSON files hold everything: person (you), orders, returns (with messages, mails and refunds), withdrawals, looks (when your data was looked at). Your photos and labels are in the folders photos and labels.
privacy-summary-rights = You may ask for these data to be corrected or erased, and turn to the data protection authority of your country. To write to us: { $contact }.
privacy-look-case = opened the case
privacy-look-order = opened the order
privacy-look-search = searched
privacy-look-person = saw what is held
privacy-look-export = took the data out
privacy-look-dossier = took the evidence dossier out
