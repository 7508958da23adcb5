# What is exchanged leaves first, for money held on a card.
returns-hold-title = Hold for the exchange { $number }

step-hold-agreed = Hold of { $amount } agreed to, with the day on which it would be charged
step-exchange-sent-first = { $amount } held on the card: the exchange left before the other article came back
step-hold-not-needed = Hold of { $amount } not needed any more, let go
step-hold-waits-for-look = The day of the hold is over; what arrived is still to be looked at, so nothing was charged
step-hold-day-over = Not back in time: { $amount } to be charged to the card
step-hold-release-wished = Hold let go by { $who }
step-hold-take-wished = { $amount } charged to the card by { $who }
step-hold-prolonged = More time given by { $who }: as long as the card holds
step-hold-released = Hold of { $amount } let go, nothing charged
step-hold-taken = { $amount } charged to the card
step-hold-lost = The card let go of { $amount } before it was charged
step-hold-trouble = The hold of { $amount } was charged at the payment provider, not by us
step-hold-seen-to = Seen to by { $who }

error-hold-not-offered = What you chose cannot leave first: the exchange goes the ordinary way.
error-hold-stands = Money is held for this exchange already.
error-hold-unknown = This hold does not exist.
error-hold-not-held = Nothing is held on the card any more, or its end was asked for a moment ago.
error-hold-nothing-owed = Everything that left came back or is here: there is nothing to charge.
error-hold-amount = At most { $most } can be charged, and more than nothing.
error-hold-at-its-end = The card holds no longer than this.
error-hold-needs-reason = Say why: it stays with the case.
error-hold-not-in-trouble = There is nothing to see to.
error-exchange-sent = The new article of return { $number } has left: what it was exchanged for is awaited, or its price is charged.
