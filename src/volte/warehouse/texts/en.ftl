# What is looked at
warehouse-question-identity = Is it the right item?
warehouse-question-state = What state is it in?
warehouse-question-function = Does it work?
warehouse-question-seal = Is the hygiene seal whole?
warehouse-question-tags = Are the tags on?
warehouse-question-packaging = And the packaging?
warehouse-question-accessories = Are all accessories there?

warehouse-fine-identity = The right one
warehouse-fine-state = As new
warehouse-fine-function = Works
warehouse-fine-seal = Whole
warehouse-fine-tags = On
warehouse-fine-packaging = Complete and closed
warehouse-fine-accessories = All there

warehouse-finding-unworn = Never worn or used
warehouse-finding-worn = Worn or used
warehouse-finding-marked = Stained or marked
warehouse-finding-damaged = Damaged
warehouse-finding-defective = Broken or defective
warehouse-finding-unsafe = Dangerous
warehouse-finding-packaging-opened = Packaging opened
warehouse-finding-packaging-missing = Packaging missing
warehouse-finding-accessories-missing = Accessories missing
warehouse-finding-tags-removed = Tags removed
warehouse-finding-seal-broken = Hygiene seal broken
warehouse-finding-wrong-item = Another item
warehouse-finding-not-returned = Not in the parcel

warehouse-grade-a = A · as new
warehouse-grade-b = B · needs new packing
warehouse-grade-c = C · used or incomplete
warehouse-grade-d = D · not fit for sale

warehouse-disposition-restock = Back on sale
warehouse-disposition-repack = Repack
warehouse-disposition-refurbish = Refurbish
warehouse-disposition-repair = Repair
warehouse-disposition-outlet = Sell in the outlet
warehouse-disposition-second-hand = Sell second-hand
warehouse-disposition-supplier = Send to the supplier
warehouse-disposition-liquidate = Sell to a liquidator
warehouse-disposition-donate = Donate
warehouse-disposition-recycle = Recycle
warehouse-disposition-destroy = Destroy

warehouse-reason-nothing-came = The item was not in the parcel, so it is for you to decide.
warehouse-reason-another-item = Another item came, so it is for you to decide.
warehouse-reason-unsafe = It is dangerous and must not be used again.
warehouse-reason-nobodys = Nobody expected it and nobody knows what it is: keep it aside until a person decides.
warehouse-reason-uncounted = No SKU is known for it, so no stock can count it: it is for you to decide.
warehouse-reason-hygiene = For hygiene it can be neither sold nor given away.
warehouse-reason-supplier = The defect is the supplier's, who takes it back.
warehouse-reason-mend-defect = The defect can be repaired.
warehouse-reason-mend-damage = This kind of item is worth repairing.
warehouse-reason-end-of-life = It cannot be sold as it is.
warehouse-reason-give = It cannot be sold any more, but it can still be used.
warehouse-reason-renew = Some work gives it its value back.
warehouse-reason-second-hand = It was worn, and sells better second-hand than on the shelf.
warehouse-reason-outlet-c = It still sells, for less.
warehouse-reason-repack = The item is as new; only its packing needs redoing.
warehouse-reason-outlet-b = It is nearly new, but cannot be sold as new.
warehouse-reason-as-new = It is as new.
warehouse-reason-law = The law prefers reuse and recycling to destruction ({ $source }).

warehouse-match-expected = Expected
warehouse-match-extra = Extra
warehouse-match-wrong-item = Another item
warehouse-match-unannounced = Not announced

warehouse-status-awaiting = To be inspected
warehouse-status-inspected = Inspected

warehouse-history-inspected = Inspection
warehouse-history-redecided = New destination
warehouse-history-undone = Undone at once

# Refusals
error-unit-unknown = We cannot find this unit. Scan its label, or the parcel it came in.
error-arrival-unknown = We cannot find this arrival.
error-location-unknown = The shop has no location called “{ $location }”. Choose one from the list, or add it in the settings.
error-unit-count-invalid = The quantity has to be a whole number of at least 1 (or 0 for stock that was counted).
error-arrival-too-large = One parcel holds at most { $most } units. Receive the rest as another parcel.
error-unit-already-resolved = This unit already belongs to a return.
error-unit-already-inspected = This unit has just been inspected. To send it elsewhere, choose another destination.
error-unit-not-inspected = This unit has not been inspected yet.
error-finding-unknown = “{ $finding }” is not a finding we know.
error-findings-contradict = These two findings exclude one another: “{ $first }” and “{ $second }”.
error-grade-needs-reason = The findings give { $proposed } and you chose { $chosen }: say in a word why.
error-destruction-needs-reason = The law protects this item from being destroyed: write down why there is no other way.
error-restock-needs-sku = Without a product code this unit cannot go back on sale. Say first which item it is.
error-disposition-needs-reason = Say in a word why it goes somewhere else.
error-disposition-same = This unit is going there already. Choose another destination.
error-nothing-to-undo = There is nothing to undo here, or somebody else acted after you.
error-undo-too-late = The { $seconds } seconds are over. Change the destination instead.
error-stock-promised = All units of “{ $sku }” here are promised to customers, so this one cannot be taken off.
error-stock-unavailable = “{ $sku }” is no longer available. Offer another size, credit or a refund.
error-reservation-unknown = We cannot find this reservation.
error-reservation-ended = This reservation has already ended.
