error-insights-not-written = The figures are being prepared. This takes some seconds for a small shop, some minutes for millions of orders.

insights-question-products = Which products come back most, and why?
insights-question-reasons = Which reasons, and when in the year?
insights-question-costs = What do returns cost in full?
insights-question-timing = How long after delivery do people ask?
insights-question-customers = Which customers send back?
insights-question-comments = What do customers write?
insights-question-places = Where do returns come from?
insights-question-channels = Does it matter where it was bought?

insights-nothing-ripe = Nothing can be said yet: every order in this selection may still come back.

# How many times, as surely as it is known.
insights-as-often = { $sure ->
    [yes] { $times } times as often as
    [no] at least { $times } times as often as
   *[hardly] more often than
}
insights-as-much = { $sure ->
    [yes] { $times } times as much as
    [no] at least { $times } times as much as
   *[hardly] more than
}
insights-as-many = { $sure ->
    [yes] { $times } times as many returns as
    [no] at least { $times } times as many returns as
   *[hardly] more returns than
}
insights-of-few = { $few ->
    [0] {""}
   *[other] , with only { $few } units sold
}

insights-products-found = { $product } comes back { insights-as-often } your average ({ $rate } against { $mean }{ insights-of-few }){ $others ->
    [0] .
    [one] , and one more product is clearly above it.
   *[other] , and { $others } more products are clearly above it.
}
insights-products-found-why = { $product } comes back { insights-as-often } your average ({ $rate } against { $mean }{ insights-of-few }), mostly for “{ $reason }”{ $others ->
    [0] .
    [one] ; one more product is clearly above it.
   *[other] ; { $others } more products are clearly above it.
}
insights-products-even = No product is clearly above your average of { $mean } yet. { $product } comes closest: { $back } of { $sold } came back.
insights-products-small = No product has sold often enough to be judged by itself; over all of them { $mean } come back.
insights-customers-found = { $key ->
    [first] First orders come back { insights-as-often } your average ({ $rate } against { $mean }{ insights-of-few }): look at what newcomers are promised.
    [loyal] Customers on their 2nd to 4th order send back { insights-as-much } your average ({ $rate } against { $mean }{ insights-of-few }).
    [frequent] Your most loyal customers send back { insights-as-much } your average ({ $rate } against { $mean }{ insights-of-few }).
   *[guest] Guests send back { insights-as-much } your average ({ $rate } against { $mean }{ insights-of-few }).
}
insights-customers-below = { $key ->
    [first] First orders come back less than your average ({ $rate } against { $mean }).
    [loyal] Customers on their 2nd to 4th order send back less than your average ({ $rate } against { $mean }).
    [frequent] Your most loyal customers send back less than your average ({ $rate } against { $mean }): they know what suits them.
   *[guest] Guests send back less than your average ({ $rate } against { $mean }).
}
insights-customers-even = New and loyal customers send back alike, about { $mean }: no group needs rules of its own.
insights-customers-one = Only one group of customers has bought enough to be judged; { $mean } of what was sold came back.
insights-channels-found = What is bought through “{ $group }” comes back { insights-as-often } your average ({ $rate } against { $mean }{ insights-of-few }).
insights-channels-below = What is bought through “{ $group }” comes back less ({ $rate } against { $mean } on average).
insights-channels-even = It makes no clear difference where it was bought: about { $mean } come back everywhere.
insights-channels-one = Everything was bought in one place: { $mean } of it came back.
insights-places-found = { $group }: { insights-as-many } your average ({ $rate } against { $mean }{ insights-of-few }).
insights-places-below = { $group }: fewer returns than your average ({ $rate } against { $mean }).
insights-places-even = No place is clearly above your average of { $mean }: where customers live explains little.
insights-places-one = Almost everything was sold to one place: { $mean } of it came back.

insights-timing-found = Half of all returns are asked for within { $half ->
    [0] a day
    [one] one day
   *[other] { $half } days
} of delivery, nine in ten within { $most ->
    [0] a day
    [one] one day
   *[other] { $most } days
}; { $late } come after two weeks.
insights-timing-unknown = Nobody knows when these orders were delivered, so nothing can be said about the time to a return.
insights-timing-few = Too few returns to say anything about their time ({ $units }).

insights-costs-found = A returned unit costs you { $each }, { $whole } altogether; { $most ->
    [yes] most of it is
   *[no] the largest part is
} { $largest } ({ $amount }).
insights-costs-at-least = A returned unit costs you at least { $each }, { $whole } altogether; not known yet: { $unknown }.
insights-costs-unknown = What these returns cost is not known yet: name { $unknown } in the settings.
insights-costs-foreign = These returns were paid in other currencies than { $currency }, the one of your settings: their cost is not added up.
insights-costs-few = Too few returns to speak of their cost ({ $units }).
insights-cost-label = Labels
insights-cost-handling = Handling
insights-cost-lost = Value lost
insights-cost-outbound = Delivery given back
insights-cost-goodwill = Gestures
insights-cost-bonus = Credit bonus
insights-cost-fees = Fees kept back
insights-cost-whole = Together
insights-source-label = Settings: { $each } a label, { $count ->
    [one] one taken by a carrier
   *[other] { $count } taken by a carrier
}
insights-source-label-unknown = Unknown: the settings name no price for a label ({ $count ->
    [one] one was taken by a carrier
   *[other] { $count } were taken by a carrier
})
insights-source-handling = Settings: { $each } a unit, { $count ->
    [one] one looked at
   *[other] { $count } looked at
}
insights-source-handling-unknown = Unknown: the settings name no price for handling ({ $count ->
    [one] one unit looked at
   *[other] { $count } units looked at
})
insights-source-lost = Settings: shares of the price paid, by where { $units ->
    [one] one unit
   *[other] { $units } units
} went{ $unknown ->
    [0] {""}
   *[other] ; unknown for { $unknown }
}
insights-source-promises = Your refunds, as promised to customers
insights-source-credits = Your store credits, as issued
insights-source-fees = Your refunds: kept back for restocking and return postage
insights-source-whole = { $unknown ->
    [0] Sum of the lines above
   *[other] At least: without { $names }
}

insights-reasons-found = “{ $reason }” is your main reason: { $share } of returned units.
insights-reasons-season = “{ $seasonal }” belongs to { $season }: { $in_season } of returned units then, { $otherwise } in the other months.
insights-reasons-unknown = No reasons are known for these returns ({ $units } units).
insights-reasons-few = Too few returns to compare their reasons ({ $units }).
insights-reasons-others = Other reasons
insights-reason-none = no reason named
insights-in-winter = winter
insights-in-spring = spring
insights-in-summer = summer
insights-in-autumn = autumn

insights-comments-found = { $small ->
    [yes] Few comments so far: for “{ $reason }”, { $comments } of { $whole } say { $term }.
   *[no] For “{ $reason }”, customers often write { $term }: { $comments } of { $whole } comments.
}
insights-comments-terms = { $count ->
    [1] “{ $one }”
    [2] “{ $one }” or “{ $two }”
   *[other] “{ $one }”, “{ $two }” or “{ $three }”
}
insights-comments-scattered = { $comments ->
    [one] Only one customer left a comment.
   *[other] { $comments } comments, and no word that several customers share.
}
insights-comments-none = Nobody has left a comment on these returns.

insights-customers-first = First order
insights-customers-loyal = 2nd to 4th order
insights-customers-frequent = From the 5th order on
insights-customers-guest = Guests
insights-place-unknown = not known
insights-channel-online = Online
insights-channel-store = Store
insights-channel-phone = Telephone
insights-channel-marketplace = Marketplace

insights-note-unripe = { $units ->
    [one] One unit was sold so lately that it may still come back: it is not counted.
   *[other] { $units } units were sold so lately that they may still come back: they are not counted.
}
insights-note-small = { $groups ->
    [one] One group with fewer than { $smallest } separate purchases is not shown by itself; it counts in the average.
   *[other] { $groups } groups with fewer than { $smallest } separate purchases are not shown by themselves; they count in the average.
}
insights-note-orphans = { $units ->
    [one] One unit came back without an order we know: no rate can count it.
   *[other] { $units } units came back without an order we know: no rate can count them.
}
insights-note-no-delivery = { $units ->
    [one] Of one more unit nobody knows when it was delivered.
   *[other] Of { $units } more units nobody knows when they were delivered.
}
insights-note-currency = { $units ->
    [one] One unit in another currency than { $currency } is left out.
   *[other] { $units } units in other currencies than { $currency } are left out.
}
insights-note-no-reason = { $units ->
    [one] For one more unit no reason was given.
   *[other] For { $units } more units no reason was given.
}
insights-note-languages = { $comments ->
    [one] One comment is in a language we cannot read.
   *[other] { $comments } comments are in languages we cannot read.
}

insights-column-product = Product
insights-column-group = Customers
insights-column-channel = Channel
insights-column-country = Country
insights-column-region = Region
insights-column-sold = Units sold
insights-column-back = Came back
insights-column-rate = Rate
insights-column-estimate = Estimate
insights-column-low = At least
insights-column-high = At most
insights-column-main-reason = Main reason
insights-column-reason-share = Share of reasons
insights-column-days = Days after delivery
insights-column-share = Share
insights-column-up-to = Up to here
insights-column-cost = Cost
insights-column-amount = Amount
insights-column-per-unit = A returned unit
insights-column-source = Where it comes from
insights-column-reason = Reason
insights-column-season-winter = Winter
insights-column-season-spring = Spring
insights-column-season-summer = Summer
insights-column-season-autumn = Autumn
insights-column-term = Word
insights-column-comments = Comments
insights-column-of-comments = Out of

insights-counted-rate = Counted are units. Below the line: units sold, without cancelled ones, of orders that can no more come back: delivered more than { $days } days ago, or ordered more than { $after_order } days ago where no delivery is known (your policy's window). Above it: those of these units a customer asked to send back; what was refused, cancelled or never sent does not count. Days chosen above are days of the order.
insights-counted-estimate = The estimate draws the rate of a group towards your average, the more the fewer units it has: three returns of four sales say little, and a hundred units of one order no more than one. Nine times out of ten the true rate lies between “at least” and “at most”. A group stands out when even its “at least” is above the average. Groups with fewer than { $smallest } separate purchases are not shown.
insights-counted-products = The main reason is the one named for most of the returned units of the product.
insights-counted-customers = A customer's group is what they were when they placed the order: first order, 2nd to 4th, from the 5th on. Guests are orders by which nobody can be recognised.
insights-counted-places = The place is where the goods were sent, else where the order was placed. Regions are shown when almost everything goes to one country, or you choose one.
insights-counted-channels = The channel is the one the order came from, as your shop names it.
insights-counted-timing = Counted are units a customer asked to send back, by the whole days between the moment all of the line had been delivered and the request. Only deliveries more than { $days } days ago count, so that late requests are not missing. Days chosen above are days of the request.
insights-counted-costs = Counted are units a customer asked to send back, in { $currency }; what was refused, cancelled or never sent does not count. What you promised customers is known to the cent; prices of labels and handling, and the share of value lost by where goods go, come from your settings. What nobody has named is unknown and left out, not nothing. The refunded price itself is not a cost: the goods come back. Days chosen above are days of the request.
insights-counted-reasons = Counted are units for which a reason was named, by the month of the request. A reason belongs to a season when its share there is clearly (nine times out of ten) above its share in the rest of the year; winter begins in December. Days chosen above are days of the request.
insights-counted-comments = Counted are comments that contain the word, each once, by the reason named with it. Words that stand in every sentence are left out; forms of one word (sleeve, sleeves) count together. A word fewer than { $fewest } customers wrote is not shown. Comments in French and English are read.

insights-backtest-behaviour = How customers would have behaved: whoever knows other terms buys, keeps and sends back differently.
insights-backtest-never-asked = Returns nobody asked for: { $lines } of { $all } order lines were never announced, and who was discouraged left no trace.
insights-backtest-young = Orders that may still come back: { $lines } order lines are that young.
insights-backtest-no-order = { $items } returned items whose order nobody knows: they are left out.
insights-backtest-currency = { $items } items were paid in another currency: they are decided, and left out of the sums.
insights-backtest-missing = { $fact }: not written down for { $items } items ({ $share } %). Rules that look at it do not fire for them.
insights-backtest-undelivered =
    { $items ->
        [one] The day of delivery of one item ({ $share } %). A window that counts from it never begins there, and so never ends.
       *[other] The day of delivery of { $items } items ({ $share } %). A window that counts from it never begins there, and so never ends.
    }
insights-backtest-buyers =
    { $items ->
        [one] Whether one item was bought by a consumer or a business. Where the law may help, the doubt is for the customer: no fee is kept.
       *[other] Whether { $items } items were bought by consumers or businesses. Where the law may help, the doubt is for the customer: no fee is kept.
    }
insights-backtest-undated = When some refunds would leave: { $now } items under today's terms and { $then } under the draft were never sent back, are still on their way, or were not taken back then.
insights-backtest-unscanned =
    { $items ->
        [one] When one item was handed over: the day it arrived stands in, so that money may have to leave sooner.
       *[other] When { $items } items were handed over: the day they arrived stands in, so that money may have to leave sooner.
    }
insights-backtest-uninspected =
    { $items ->
        [one] When one item was inspected: the day it was settled stands in.
       *[other] When { $items } items were inspected: the day they were settled stands in.
    }
error-insights-backtest-days = The last day comes before the first.
error-insights-backtest-under-way = A draft is being tried on the past already. Wait for it, or stop it.
error-insights-backtest-ended = It has ended already.
error-insights-backtest-unknown = There is no such trial. Only the last few are kept.
error-insights-backtest-failed = Something went wrong on our side. Start it again; if it goes wrong again, the log says why.
