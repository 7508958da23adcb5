# The week, deadline by deadline
staff-deadlines = This week
staff-deadlines-question = Which deadlines will be missed this week?
staff-deadlines-late =
    { $count ->
        [0] Nothing is late
        [one] One is late
       *[other] { $count } are late
    }
staff-deadlines-today =
    { $count ->
        [0] Nothing for today
        [one] One for today
       *[other] { $count } for today
    }
staff-deadlines-within =
    { $count ->
        [0] Nothing in the seven days after
        [one] One in the seven days after
       *[other] { $count } in the seven days after
    }
staff-deadlines-late-costs = Being late costs { $costs } in statutory penalties so far.
staff-deadlines-late-interest = Legal interest is running on { $sums }.
staff-deadlines-late-interest-so-far = It has come to { $sums }, at the last rate Volte knows.
staff-forecast-key = The point: how many deadlines are missed in the mean. The line: their number, eight times out of ten.
staff-forecast-by-day = Day by day
staff-forecast-in-danger = The deadlines most in danger
staff-forecast-more = The other { $count } are in the file.
staff-forecast-costs = Legal cost to expect of these delays: { $costs }.
staff-forecast-unknown =
    { $count ->
        [one] Of one deadline nothing can be said: the history of this step is too short.
       *[other] Of { $count } deadlines nothing can be said: the history of this step is too short.
    }
staff-forecast-rough = ≈: this case has already waited longer than almost all others, and is compared with those that waited longest.
staff-forecast-nothing = No deadlines this week
staff-forecast-nothing-more = When somebody waits for an answer or a refund, its deadline stands here.
staff-forecast-column-day = Day
staff-forecast-column-due = Deadlines
staff-forecast-column-unknown = Without forecast
staff-forecast-column-mean = Missed, in the mean
staff-forecast-column-between = Eight times out of ten
staff-forecast-column-low = At least
staff-forecast-column-high = At most
staff-forecast-column-cost = Legal cost to expect
staff-forecast-column-currency = Currency
staff-forecast-column-number = Return
staff-forecast-column-what = To do
staff-forecast-column-waited = Waiting for
staff-forecast-column-waited-hours = Hours waited
staff-forecast-column-allowed-hours = Hours allowed
staff-forecast-column-chance = Risk
staff-forecast-between = { $low } to { $high }
staff-forecast-days =
    { $count ->
        [one] one day
       *[other] { $count } days
    }
staff-forecast-hours =
    { $count ->
        [0] less than an hour
        [one] one hour
       *[other] { $count } hours
    }
staff-forecast-no-chance = not known
staff-forecast-definition = How it is foreseen
staff-forecast-counted-history = Read from your own cases of the last twelve months: how long answers really took, and refunds from the request, approval, hand-over, arrival or inspection. What is still open counts for the time it has been. Imported histories do not count.
staff-forecast-counted-chance = The risk of a deadline: of similar cases that waited as long, the share that were still open when theirs would have been due. A case that has waited longer than almost all is compared with those that waited longest (≈); with fewer than { $fewest } cases in all, nothing is said.
staff-forecast-counted-interval = The number foreseen is the sum of the risks. Its interval takes each case to go its own way; a colleague's absence is not in it.
staff-forecast-counted-cost = The legal cost to expect follows the penalty of each law for { $days } days late, with the chance that the case is still open. Legal interest, whose rate the state sets, is not in it.
staff-forecast-days-file = Download the days (CSV)
staff-forecast-each-file = Download the deadlines (CSV)
