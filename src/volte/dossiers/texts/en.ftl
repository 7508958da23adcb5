error-dossier-unreadable = This is no dossier that can be read: { $why }. Give the archive (.zip) as it was received, the folder it was unpacked to, or dossier.json.
error-dossier-not-one = There is no evidence dossier in it. Expected is the archive (.zip) made by Volte, or the dossier.json out of one.
error-dossier-newer = This dossier is of version { $version }, and this Volte reads up to version { $known }. Verify it with a newer Volte.
error-dossier-archive-broken = The archive cannot be unpacked: { $why }. It was damaged or changed; ask for it again.
error-dossier-archive-too-large = The archive would unpack to more than { $megabytes } megabytes or { $most } files: no dossier of ours is so large.
error-dossier-paper-alone = A paper alone cannot be verified. Give the archive (.zip) it came in, or dossier.json.
error-dossier-key-unreadable = This is no public key of a dossier. Expected are 64 letters and digits (as “volte dossier key” prints them), or a PEM file with an Ed25519 key.
error-dossier-language-unknown = There is no dossier in “{ $language }”. Choose one of: { $known }.

dossier-title = Evidence dossier of return { $number }
dossier-running = { $shop } · evidence dossier { $number }
dossier-page = Page
dossier-yes = yes
dossier-no = no
dossier-who-shopper = The customer
dossier-who-system = Volte, by the shop's rules
dossier-who-key = A connected program
dossier-who-member = Somebody of the shop
dossier-who-command = The command line

dossier-proof = What proves it
dossier-chain-holds = { $count ->
    [0] No step of this return has been written down yet.
    [one] The one step of this return was written down when it happened.
    *[other] The { $count } steps of this return form an unbroken chain: each was written down when it happened and vouches for the one before it.
}
dossier-chain-broken = The chain of steps of this return is broken: what stands below is not all what was written down when it happened.
dossier-chain-adopted = { $count ->
    [one] One step is older than the chain, or came in from elsewhere; it was added to it later, on the day that stands with it in dossier.json.
    *[other] { $count } steps are older than the chain, or came in from elsewhere; they were added to it later, on the day that stands with them in dossier.json.
}
dossier-how-to-check = Anybody can verify the archive this paper came in with the free program Volte, without asking us: volte dossier verify FILE. It names every change, down to the single field or photo.
dossier-zone = Moments are in the time zone { $zone }.
dossier-erased = The personal data of this customer was erased. What was typed and the photos are gone; what happened, was decided and paid still stands in the chain.
dossier-customer-erased = erased

dossier-chapter-timeline = What happened
dossier-chapter-articles = What it is about
dossier-chapter-decisions = What was decided, and why
dossier-chapter-withdrawals = Withdrawal from the contract
dossier-chapter-transport = The way back
dossier-chapter-goods = What came back
dossier-chapter-money = Money
dossier-chapter-clocks = Deadlines
dossier-chapter-conversation = What was written to one another
dossier-chapter-mails = Mails to the customer
dossier-chapter-policy = The return policy as the customer could read it
dossier-chapter-files = Files in the archive

dossier-fact-return = Return
dossier-fact-order = Order
dossier-fact-customer = Customer
dossier-fact-shop = Shop
dossier-fact-status = Stands at
dossier-fact-value = Value
dossier-fact-requested = Asked for
dossier-fact-withdrawn = Withdrawal declared
dossier-fact-settled = Settled
dossier-fact-money = Money
dossier-fact-made = Dossier made
dossier-fact-digest = Digest (SHA-256)
dossier-fact-key = Public key (Ed25519)
dossier-fact-head = End of the chain
dossier-fact-placed = Ordered
dossier-fact-address = Sent to
dossier-fact-paid = Paid
dossier-fact-shipped = Shipped
dossier-fact-delivered = Delivered
dossier-fact-informed = Told of the right to withdraw
dossier-fact-sku = Article number
dossier-fact-price = Price of one
dossier-fact-reason = Reason given
dossier-fact-wish = Asked for instead
dossier-fact-verdict = Decision
dossier-fact-outcome = Outcome
dossier-fact-decided = Decided
dossier-fact-policy = Policy
dossier-fact-published = Published
dossier-fact-law = State of the law files
dossier-fact-replay = Decided again today
dossier-fact-declared = Declared
dossier-fact-standing = What followed
dossier-fact-receipt = Receipt
dossier-fact-parcel = Parcel
dossier-fact-method = Way
dossier-fact-carrier = Carrier
dossier-fact-label = Label
dossier-fact-parcel-status = Stands at
dossier-fact-received = Received
dossier-fact-location = At
dossier-fact-paid-with = Back to
dossier-fact-payment = Payment
dossier-fact-refund-status = Stands at
dossier-fact-gateway = Payment provider
dossier-fact-gateway-refund = Its reference
dossier-fact-failure = The provider's answer
dossier-fact-credit-base = Owed to the customer
dossier-fact-credit-bonus = Added by the shop
dossier-fact-issued = Issued
dossier-fact-expires = Valid until
dossier-fact-credit-code = Code
dossier-fact-to = To

dossier-column-place = No.
dossier-column-when = When
dossier-column-what = What
dossier-column-who = Who
dossier-column-digest = Digest
dossier-column-scan = Scan
dossier-column-look = Look
dossier-column-findings = Found
dossier-column-grade = Grade
dossier-column-disposition = Goes to
dossier-column-line = Line
dossier-column-amount = Amount
dossier-column-debit = Debit
dossier-column-credit = Credit
dossier-column-account = Account
dossier-column-entry = Entry
dossier-column-attempt = No.
dossier-column-outcome = Outcome
dossier-column-code = The provider's answer
dossier-column-key = Key sent along
dossier-column-last-day = Last day
dossier-column-state = Stands at
dossier-column-article = Under
dossier-column-file = File
dossier-column-bytes = Bytes

dossier-timeline-lead = Each step keeps a digest of what it says and of the step before it. Shown are the first letters.
dossier-other-lines = { $count ->
    [one] One other line of the order is left out.
    *[other] { $count } other lines of the order are left out.
}
dossier-comment = In the customer's words:
dossier-wear = At the bench { $by } proposed to take { $amount } off for use ({ $standing }):
dossier-wear-proposed = not decided yet
dossier-wear-alone = decided at the bench
dossier-wear-taken = decided by the shop
dossier-wear-declined = not taken off
dossier-photo-gone = no longer held
dossier-decision-shown = The customer read:
dossier-decision-because = Because:
dossier-decision-passed-over = Rules of the shop that were looked at and changed nothing here:
dossier-policy-not-asked = not asked: no goods come back
dossier-policy-version = version { $number }, SHA-256 { $digest }
dossier-replay-same = comes out the same, from the same facts
dossier-replay-differs = comes out otherwise; dossier.json says where
dossier-appeal-said = On { $at } the customer asked a person to look at it again: { $standing }.
dossier-appeal-open = not answered yet
dossier-appeal-answered = answered
dossier-statement-erased = The words of this statement were removed for their age. Its digest still proves what somebody shows who kept the receipt.
dossier-ledger = In the books
dossier-ledger-lead = Each sum stands there twice: as the debit of one account and the credit of another.
dossier-refund = Refund of { $amount }
dossier-credit = Store credit of { $amount }
dossier-paid = { $amount }: { $status }, { $at }
dossier-policy-lead = In the language of the customer. The whole text as published, with the law of every country sold to, is { $file } in the archive.
dossier-law-shown = What it said of the law of their country
dossier-policy-said = The same in the language of this dossier
dossier-files-lead = Each as it was, with the digest that stands in the sealed manifest.
dossier-origin-law = the law
dossier-origin-promise = our promise

dossier-settled-refund = Refund
dossier-settled-credit = Store credit
dossier-settled-exchange = Exchange
dossier-settled-replacement = Replacement
dossier-settled-repair = Repair
dossier-settled-price-reduction = Price reduction
dossier-settled-goodwill = Gesture
dossier-settled-outside = Given back before Volte

dossier-status-requested = asked for
dossier-status-approved = accepted
dossier-status-in-transit = on its way
dossier-status-arrived = arrived
dossier-status-inspected = looked at
dossier-status-settled = settled
dossier-status-closed = closed
dossier-status-refused = not accepted
dossier-status-cancelled = cancelled
dossier-status-expired = expired
dossier-verdict-accepted = accepted
dossier-verdict-needs-evidence = a photo or comment was asked for
dossier-verdict-needs-review = waits for a person
dossier-verdict-refused = not accepted
dossier-verdict-cancelled = cancelled
dossier-verdict-expired = expired
dossier-outcome-pending = open
dossier-outcome-refunded = refunded
dossier-outcome-credited = store credit
dossier-outcome-exchanged = exchanged
dossier-outcome-replaced = replaced
dossier-outcome-repaired = repaired
dossier-outcome-reduced = price reduced
dossier-outcome-refused = nothing given back
dossier-outcome-cancelled = cancelled
dossier-clock-who-customer = customer
dossier-clock-who-shop = shop
dossier-clock-state-waiting = not running yet
dossier-clock-state-running = running
dossier-clock-state-met = kept
dossier-clock-state-used = used
dossier-clock-state-missed = missed
dossier-clock-state-over = over

dossier-found-field-changed = { $where }: this field was changed.
dossier-found-field-missing = { $where }: this field was taken out.
dossier-found-field-added = { $where }: this field was put in.
dossier-found-part-changed = { $where }: this section is not what was sealed.
dossier-found-file-changed = { $where }: this file was changed.
dossier-found-file-missing = { $where }: this file was taken out.
dossier-found-file-added = { $where }: this file was put in.
dossier-found-written-otherwise = { $where }: somebody wrote it anew; it is not byte for byte what was sealed.
dossier-found-manifest-changed = The seal does not fit: the list of what must be there was changed, or somebody else sealed it.
dossier-found-not-sealed = There is no seal on it.
dossier-found-other-key = It was sealed with another key than the one expected: { $where }.
dossier-found-step-changed = Step { $where }: this step, or the one before it, is not what was written down.
dossier-found-step-missing = Step { $where }: this step was taken out.
dossier-found-words-changed = Step { $where }: what somebody typed was changed.
dossier-found-end-differs = The timeline does not end where it should: after step { $where } steps were taken out or put in.
dossier-found-beside-changed = Step { $where }: what this step vouches for was changed.
dossier-found-timeline-unreadable = The timeline cannot be read as one of ours.

dossier-read-me =
    Evidence dossier of return { $number }, made by { $shop }.

    dossier.pdf    the dossier to read
    dossier.json   the same for programs, with the chain of steps, the list of all parts and the seal
    files/         photos, labels, receipts and the return policy as they were

    To verify it without asking anybody, with the free program Volte:

        volte dossier verify ARCHIVE.zip --public-key { $key }

    Take the public key from the shop itself ({ $place }), not from here: whoever changes a dossier could change this page too.
