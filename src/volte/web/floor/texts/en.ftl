# The scan screens. Short sentences: they are read at arm's length.
floor-name = Floor
floor-pile = Pile
floor-sound-on = Sound on
floor-sound-off = Sound off
floor-keyboard = Type with the keyboard
floor-camera = Scan with the camera
floor-camera-fault = The camera is not available. Type the code instead.
floor-open = Open
floor-opening = Opening…
floor-back = Back
floor-back-start = Back to scanning
floor-scan-next = Scan the next box
floor-nameless = Unknown item
floor-refused = Stop

floor-age-minutes =
    { $count ->
        [0] just now
        [one] one minute
       *[other] { $count } minutes
    }
floor-age-hours =
    { $count ->
        [one] one hour
       *[other] { $count } hours
    }
floor-age-days =
    { $count ->
        [one] one day
       *[other] { $count } days
    }

# Start
floor-start-title = Scan a box
floor-start-field = Parcel code, return number, or number put aside
floor-waiting =
    { $count ->
        [one] item to inspect
       *[other] items to inspect
    }
floor-oldest = the oldest: { $age }
floor-nothing-waits = Nothing waits.
floor-aside-count =
    { $count ->
        [one] item put aside
       *[other] items put aside
    }
floor-aside-lead = No return known for them yet.

# Shift
floor-shift-title = Start of shift
floor-shift-change = Change person or station
floor-shift-lead = Once a shift: who works, and where.
floor-shift-field = Scan your badge, then the station
floor-shift-who = Who works?
floor-shift-where = Where?
floor-shift-nowhere = The shop has no location yet. Add one in the settings.
floor-shift-begin = Start
floor-shift-end = End of shift
floor-said-where = Choose where you work.
floor-said-station = Station: { $name }
floor-said-person = Hello { $name }
floor-badges = Badges and station signs
floor-badges-lead = Print them, cut them out. A badge says who works; it opens nothing by itself.
floor-badges-print = Print
floor-badge-code = Code of { $name }

# A box
floor-box-field = Scan an item to count it, or press Enter
floor-box-title =
    { $count ->
        [0] Nothing more is expected
        [one] One item in this box
       *[other] { $count } items in this box
    }
floor-box-several = { $count } returns in this box
floor-order = Order { $number }
floor-of = of { $count }
floor-line-refused = Refused: it is not expected, put it aside.
floor-line-came =
    { $count ->
        [one] One came before.
       *[other] { $count } came before.
    }
floor-note-refused = This return was refused, and the box came anyway. Count what is in it; customer service decides.
floor-note-cancelled = This return was cancelled, and the box came anyway. Count what is in it; customer service decides.
floor-note-expired = This return had expired, and the box came anyway. Count what is in it; customer service decides.
floor-note-requested = Nobody has decided about this return yet. Count it; customer service decides.
floor-note-settled = This return is settled already. Just count what is in the box.
floor-receive-all = All there
floor-receive = Receive
floor-receive-none = Nothing in the box
floor-receiving = Receiving…
floor-else = Something else is in the box
floor-else-lead = Scan it, or describe it here. Nothing is sent back today.
floor-else-what = What is it?
floor-else-what-help = Its code, or a few words: brown coat, size M.
floor-else-instead = Does it take the place of an item?
floor-else-extra = No, it is one more
floor-else-instead-of = Instead of: { $title }
floor-else-count = How many?
floor-else-add = Add it
floor-extras = Also in the box
floor-extras-alone = In the box
floor-extra-drop = Take out: { $title }
floor-with = Another return is in the same box
floor-with-number = Its number
floor-with-help = On the slip: for example R7K2X-M4QX.
floor-with-add = Add its items
floor-unknown = Nobody knows “{ $code }”.
floor-unknown-lead = Is it an item of this box, or the next box?
floor-unknown-inside = An item of this box
floor-unknown-box = Another box
floor-earlier =
    { $count ->
        [one] Already received: one item
       *[other] Already received: { $count } items
    }
floor-done-title = This box was received already
floor-done-lead = All of it came, and was inspected.
floor-done-waiting =
    { $count ->
        [one] One item still has to be inspected.
       *[other] { $count } items still have to be inspected.
    }
floor-done-look = Inspect
floor-done-next = Next box
floor-done-more = There is something else in it
floor-blind-title = Nobody announced this box
floor-blind-lead = No return is known for “{ $code }”. Receive it all the same: each item gets a number.
floor-blind-count = How many items are in it?
floor-blind-what = What is it?
floor-blind-what-help = A code, or a few words: brown coat, size M.
floor-blind-receive = Receive and put aside
floor-said-received =
    { $count ->
        [0] Empty box received
        [one] One item received
       *[other] { $count } items received
    }
floor-said-missing =
    { $count ->
        [one] One item is missing; the return waits for it.
       *[other] { $count } items are missing; the return waits for them.
    }

# Put aside
floor-aside-title = Put aside
floor-aside-do = Write the number on the item, and put it on the pile.
floor-aside-field = Scan the next box, or press Enter
floor-aside-go = It is written
floor-loose-lead = No return is known for this item. Number { $number } is on it.
floor-loose-box = In box { $code }
floor-loose-field = Return number or label found
floor-loose-find = Find the return
floor-loose-none = No return is known under “{ $code }”. Look for another number in the box.
floor-loose-which = Which item of { $number } is it?
floor-loose-belongs = It belongs to this return
floor-loose-look = Inspect it all the same
floor-loose-later = Leave it aside
floor-label-print = Print the number
floor-label-code = Code of this item
floor-said-belongs = Belongs to { $number }

# A unit
floor-unit-field = Fine? Press Enter, or scan the next box
floor-unit-of = item { $at } of { $of }
floor-customer-says = The customer says:
floor-quote = “{ $words }”
floor-match-expected = Expected
floor-match-extra = Not expected in this return
floor-match-wrong-item = Came in the place of another item
floor-match-unannounced = Nobody announced it
floor-grade = Grade
floor-grade-a = as new
floor-grade-b = repack
floor-grade-c = used
floor-grade-d = unsaleable
floor-goes = Goes to
floor-put-aside = Put aside: a person decides
floor-confirm = Confirm
floor-confirming = Confirming…
floor-proposed = (proposed)
floor-elsewhere = Send it somewhere else
floor-elsewhere-send = Change where it goes
floor-where = Where to?
floor-why = Why? One tap is enough
floor-why-smell = It smells
floor-why-stain = Stain or hair
floor-why-hidden = Hidden fault
floor-why-better = Better than it looks
floor-why-worse = Worse than it looks
floor-why-manager = Agreed with the manager
floor-why-words = Or in your words
floor-history = What happened
floor-said-surprise = Look: this changes where it goes. Enter confirms.
floor-said-unit = { $title } · { $grade }
floor-said-aside = Put aside: { $number }
floor-said-undone = Taken back: { $title }
floor-undo = Undo

# Used more than trying needs
floor-wear-open = Used or damaged? Take something off
floor-wear-change = Change what is taken off
floor-wear-title = What is taken off for use
floor-wear-field = Or scan the next box
floor-wear-most = { $amount } at most: that is what was paid for it.
floor-wear-alone = Up to { $amount } you decide; above that, the desk does.
floor-wear-desk = The desk decides on what you propose.
floor-wear-found = What did you find? The customer will read it
floor-wear-found-worn = Worn, with traces of use
floor-wear-found-stain = Stained
floor-wear-found-smell = Smells of perfume, smoke or sweat
floor-wear-found-damaged = Damaged after delivery
floor-wear-found-incomplete = Part or accessory missing
floor-wear-found-cleaning = Needs cleaning
floor-wear-words =
    { $language ->
        [fr] In your words, in French
       *[other] In your words, in English
    }
floor-wear-less = How much is it worth less?
floor-wear-share = { $percent }% · { $amount }
floor-wear-amount = Another amount, { $currency }
floor-wear-photos = Photos
floor-wear-photos-help = At least one, close up. The customer sees them.
floor-wear-kept =
    { $count ->
        [one] One photo is kept.
       *[other] { $count } photos are kept.
    }
floor-wear-go = Propose it
floor-wear-sending = Sending the photos…
floor-wear-leave = Take nothing off
floor-wear-unsent = No network: nothing was sent, and nothing is lost. Press again when it is back.
floor-wear-proposed = { $amount } proposed to be taken off
floor-wear-taken = { $amount } taken off
floor-wear-declined = { $amount } was proposed; the desk paid in full
floor-wear-back = Take nothing off after all
floor-wear-not-stray = Nothing can be taken off: nobody knows yet which return it belongs to.
floor-wear-not-in-kind = Nothing can be taken off: the customer gets goods for it, not money.
floor-wear-not-not-as-agreed = Nothing can be taken off for use: it comes back because it was not as it should have been.
floor-wear-not-law = Nothing can be taken off for use: the customer was not told of the right to withdraw, or the law knows no deduction.
floor-wear-not-paid = Nothing can be taken off any more: it was paid before it got here.
floor-wear-not-decided = It is decided already what is taken off.
floor-said-wear = { $amount } proposed
floor-said-wear-then = { $title }: now grade it.
floor-said-wear-back = Nothing is taken off
error-wear-not-here = { $why }

# The pile
floor-pile-field = Enter takes the oldest
floor-pile-title =
    { $count ->
        [0] Nothing to inspect
        [one] One item to inspect
       *[other] { $count } items to inspect
    }
floor-pile-empty = Nothing waits
floor-pile-empty-more = Scan the next box.
floor-aside-list =
    { $count ->
        [0] Nothing put aside
        [one] One item put aside
       *[other] { $count } items put aside
    }
floor-aside-none = Items without a return appear here with their number.

# No network
floor-kept-title = No network: kept on this device
floor-kept-lead = Put the item with the others to check, and go on. It is sent as soon as the network is back.
floor-queue-title = Not sent yet
floor-queue-lead = These acts are kept on this device only.
floor-queue-counting = Scanned without network, to be counted
floor-queue-send = Send now
floor-queue-drop = Discard
floor-queue-open = Open
floor-queue-scanned = Scanned, to be counted
floor-queue-login = Log in again to send them.
floor-queue-refused = Refused. Open the box again.

error-badge-unknown = This badge belongs to nobody who works here.
error-disposition-needs-choice = Choose where it goes.
error-box-received-meanwhile = Somebody received this box in the meantime. Look again.
