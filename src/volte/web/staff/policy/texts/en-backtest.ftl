# A draft of the policy, tried on the returns the shop really had.
staff-policy-part-backtest = Try it on the past
staff-policy-backtest-lead = Every return you really had is decided twice: by what holds and by the draft. Nothing is saved in any return, and nobody hears of it.
staff-policy-backtest-there =
    { $count ->
        [one] One item was asked back so far. It will be decided by version { $number } and by the draft.
       *[other] { $count } items were asked back so far. They will be decided by version { $number } and by the draft.
    }
staff-policy-backtest-since = Asked for from
staff-policy-backtest-until = to
staff-policy-backtest-no-day = Choose a day, such as 2026-01-31, or leave it empty.
staff-policy-backtest-go = Start
staff-policy-backtest-see = See how far it is
staff-policy-backtest-busy = Under way
staff-policy-backtest-done = Done
staff-policy-backtest-failed = Something went wrong
staff-policy-backtest-stopped = Stopped
staff-policy-backtest-stopped-more = It was stopped before its end. Nothing came out.
staff-policy-backtest-before = Tried before
staff-policy-backtest-run = { $at }, { $name }
staff-policy-backtest-no-policy = There is nothing to compare the draft with.
staff-policy-backtest-no-history = Nobody has sent anything back yet
staff-policy-backtest-no-history-more = There is no past to try the draft on. Past orders and returns can be imported; see the documentation, “Import a history”. A single order can be tried already.
staff-policy-backtest-no-draft = There is no draft to try
staff-policy-backtest-unread = The draft cannot be read yet, so it decides nothing.
staff-policy-backtest-title = The draft against version { $number }, on your past returns
staff-policy-backtest-asked = Started by { $name }, { $at }.
staff-policy-backtest-ever = All returns.
staff-policy-backtest-between = Returns asked for from { $since } to { $until }.
staff-policy-backtest-from = Returns asked for from { $since }.
staff-policy-backtest-to = Returns asked for until { $until }.
staff-policy-backtest-stale = The draft has been changed since. This is about what it said then.
staff-policy-backtest-waiting = It begins as soon as the worker is free.
staff-policy-backtest-reading = { $read } of { $of } items are read.
staff-policy-backtest-deciding = All { $of } items are read. Both policies decide them now.
staff-policy-backtest-by-itself = This page comes back by itself, and you may leave it.
staff-policy-backtest-stop = Stop
staff-policy-backtest-answer = What came out
staff-policy-backtest-nothing-there = Nothing was asked back in that time.
staff-policy-backtest-refused =
    { $count ->
        [0] With this draft, none of the { $of } items you take back today would be refused.
        [one] With this draft, one of the { $of } items you take back today would be refused.
       *[other] With this draft, { $count } of the { $of } items you take back today would be refused.
    }
staff-policy-backtest-opened =
    { $count ->
        [one] One of the { $of } items refused today would be taken back.
       *[other] { $count } of the { $of } items refused today would be taken back.
    }
staff-policy-backtest-alike = All { $items } items would be treated exactly as today.
staff-policy-backtest-treated =
    { $better ->
        [0] Of { $items } items in all, { $worse } would be treated worse in some way, and none better.
       *[other] Of { $items } items in all, { $worse } would be treated worse in some way and { $better } better.
    }
staff-policy-backtest-refund-more = Customers would be promised { $amount } more in refunds ({ $then } instead of { $now }).
staff-policy-backtest-refund-less = Customers would be promised { $amount } less in refunds ({ $then } instead of { $now }).
staff-policy-backtest-fees-more = You would keep { $amount } more in restocking fees ({ $then } instead of { $now }).
staff-policy-backtest-fees-less = You would keep { $amount } less in restocking fees ({ $then } instead of { $now }).
staff-policy-backtest-ways-more = Customers would pay { $amount } more for sending back ({ $then } instead of { $now }).
staff-policy-backtest-ways-less = Customers would pay { $amount } less for sending back ({ $then } instead of { $now }).
staff-policy-backtest-bonuses-more = You would add { $amount } more to store credit ({ $then } instead of { $now }).
staff-policy-backtest-bonuses-less = You would add { $amount } less to store credit ({ $then } instead of { $now }).
staff-policy-backtest-later = Refunds would have to leave { $days } days later on average.
staff-policy-backtest-sooner = Refunds would have to leave { $days } days sooner on average.
staff-policy-backtest-breached =
    { $items ->
        [one] For one item, a term of the draft was below the law. The law was applied all the same.
       *[other] For { $items } items, a term of the draft was below the law. The law was applied all the same.
    }
staff-policy-backtest-figures = Both policies in figures
staff-policy-backtest-figure-verdict-accepted = Items taken back
staff-policy-backtest-figure-verdict-refused = Items refused
staff-policy-backtest-figure-verdict-needs-evidence = Items for which proof is asked
staff-policy-backtest-figure-verdict-needs-review = Items a person decides
staff-policy-backtest-figure-lifted = Taken back only because the law wants it
staff-policy-backtest-figure-refund = Refunds promised
staff-policy-backtest-figure-fees = Restocking fees kept
staff-policy-backtest-figure-ways = Paid by customers for sending back
staff-policy-backtest-figure-bonuses = Added to store credit
staff-policy-backtest-figure-all-days = Days from the request to the refund, on average
staff-policy-backtest-figure-days = Of these promised once the refund starts
staff-policy-backtest-figure-at-carrier-scan = Refunds that start with the carrier's first scan
staff-policy-backtest-figure-at-receipt = Refunds that start on arrival
staff-policy-backtest-figure-at-inspection = Refunds that start after inspection
staff-policy-backtest-worse = Treated worse
staff-policy-backtest-better = Treated better
staff-policy-backtest-how = How
staff-policy-backtest-items = Items
staff-policy-backtest-examples = Orders to look at
staff-policy-backtest-how-refused = Refused
staff-policy-backtest-how-harder = Proof, or a person decides
staff-policy-backtest-how-shorter = Less time to ask
staff-policy-backtest-how-hurried = Less time to send it
staff-policy-backtest-how-lost = Fewer remedies
staff-policy-backtest-how-fee = A higher fee
staff-policy-backtest-how-way = A dearer way back
staff-policy-backtest-how-outbound = First delivery no longer refunded
staff-policy-backtest-how-bonus = A smaller bonus
staff-policy-backtest-how-later = Money later
staff-policy-backtest-better-refused = Taken back instead of refused
staff-policy-backtest-better-harder = Less proof, or fewer decisions by a person
staff-policy-backtest-better-shorter = More time to ask
staff-policy-backtest-better-hurried = More time to send it
staff-policy-backtest-better-lost = More remedies
staff-policy-backtest-better-fee = A lower fee
staff-policy-backtest-better-way = A cheaper way back
staff-policy-backtest-better-outbound = First delivery refunded too
staff-policy-backtest-better-bonus = A larger bonus
staff-policy-backtest-better-later = Money sooner
staff-policy-backtest-chart-worse = What gets worse most often: { $how } ({ $items })
staff-policy-backtest-chart-category = “{ $name }” is hit most: { $items } of its { $of } items are treated worse
staff-policy-backtest-chart-leaving-later = With the draft, refunds would have to leave { $days } days later on average
staff-policy-backtest-chart-leaving-sooner = With the draft, refunds would have to leave { $days } days sooner on average
staff-policy-backtest-chart-leaving-alike = Refunds would have to leave as soon as today
staff-policy-backtest-leaving = By when refunds have to leave
staff-policy-backtest-leaving-more = Each refund stands on the last day that the policy, or the law before it, leaves you. It is counted from the real days on which goods were handed over, arrived and were inspected. It may leave sooner.
staff-policy-backtest-leaving-csv = Refunds by the calendar (CSV)
staff-policy-backtest-step-month = Month
staff-policy-backtest-step-week = Week from
staff-policy-backtest-axis-month = Month in which the money has to leave
staff-policy-backtest-axis-week = Week in which the money has to leave (its Monday)
staff-policy-backtest-axis-money = Refunds ({ $currency })
staff-policy-backtest-axis-items = Items
staff-policy-backtest-side-now = today
staff-policy-backtest-side-then = draft
staff-policy-backtest-undated = No day known
staff-policy-backtest-breaches = Below the law in real cases
staff-policy-backtest-breaches-more = The law was applied all the same, but the draft would have promised less.
staff-policy-backtest-breach =
    { $items ->
        [one] One item, by the term
       *[other] { $items } items, by the term
    }
staff-policy-backtest-by-category = By category
staff-policy-backtest-by-country = By country
staff-policy-backtest-by-customer-kind = By kind of customer
staff-policy-backtest-by-customer-tags = By customer tag
staff-policy-backtest-by-price = By price
staff-policy-backtest-unknown-group = not known
staff-policy-backtest-group = Group
staff-policy-backtest-refused-now = Refused today
staff-policy-backtest-refused-then = Refused by the draft
staff-policy-backtest-count-worse = Worse
staff-policy-backtest-count-better = Better
staff-policy-backtest-unknown = What this cannot know
staff-policy-backtest-csv = Each item decided otherwise (CSV)
staff-policy-backtest-csv-more = At most { $most } items. “volte policy backtest --csv” writes them all.
