# What the customer reads.
policy-open-until = You can send “{ $item }” back until { $last_day }.
policy-open-after-delivery = You can send “{ $item }” back within { $days } days of receiving it.
policy-accepted-claim = We are sorry about “{ $item }”. Send it back to us: it costs you nothing.
policy-needs-photo = Please add a photo of “{ $item }”: it lets us see what is wrong and answer at once.
policy-needs-comment = Please tell us in a few words what is wrong with “{ $item }”: it lets us answer at once.
policy-needs-serial = Please give us the serial number of “{ $item }”: we check the guarantee with it.
policy-needs-several = Please show us a little more about “{ $item }”: it lets us answer at once.
policy-review = Somebody in our team is looking at “{ $item }” and will write to you.
policy-review-doubt = We cannot tell by ourselves whether “{ $item }” may come back: somebody in our team is looking at it and will write to you.
policy-refused-late = “{ $item }” can no longer be sent back: the last day was { $last_day }.
policy-refused-because = “{ $item }” cannot be sent back: { $because_en }.
policy-refused-all = “{ $item }” cannot be sent back: this shop takes nothing back.
policy-refused-rule = “{ $item }” cannot be sent back under this shop's terms.
policy-refused-item = “{ $item }” cannot be sent back: it is one of the items this shop does not take back.
policy-refused-discount = “{ $item }” cannot be sent back: it was sold at a reduced price as a final sale.
policy-refused-condition = “{ $item }” cannot be sent back in its present state.
policy-refused-exception-b = “{ $item }” cannot be sent back: its price follows the financial market.
policy-refused-exception-c = “{ $item }” cannot be sent back: it was made for you.
policy-refused-exception-d = “{ $item }” cannot be sent back: it does not keep.
policy-refused-exception-e = “{ $item }” cannot be sent back: its hygiene seal was removed.
policy-refused-exception-f = “{ $item }” cannot be sent back: once delivered, it is mixed with what you had.
policy-refused-exception-g = “{ $item }” cannot be sent back: its price followed the market until it was delivered.
policy-refused-exception-i = “{ $item }” cannot be sent back: its seal was broken.
policy-refused-exception-j = “{ $item }” cannot be sent back: it is a single issue.
policy-refused-exception-k = “{ $item }” cannot be sent back: it was sold at a public auction.
policy-refused-exception-l = “{ $item }” cannot be sent back: it was booked for a given date.
policy-refused-exception-m = “{ $item }” cannot be sent back: the download has begun, as you agreed.
policy-hint-defect = If something is wrong with it, tell us here.

# What the agent reads: the trace.
policy-step-holds = Rule “{ $rule }” applies ({ $fact }: { $value }).
policy-step-sets = It sets { $field }: { $value }.
policy-step-fails = Rule “{ $rule }” does not apply ({ $fact }: { $value }).
policy-step-missing = Rule “{ $rule }” does not apply: the { $fact } is not known.
policy-step-cannot-tell = Rule “{ $rule }” does not apply: too little is known to tell ({ $fact }: { $value }).
policy-step-right = { $right }: { $why }
# (?) marks an article whose text nobody has compared yet.
policy-step-cites = Sources: { $citations }.
policy-step-lifts = { $right } gives the customer more than the shop's terms: { $fields }.
policy-verdict-accepted = Accepted.
policy-verdict-refused = Refused.
policy-verdict-needs-evidence = Evidence is needed.
policy-verdict-needs-review = A person has to decide.
policy-right-withdrawal = Right to withdraw
policy-right-conformity = Legal guarantee
policy-joined = { $first }, { $rest }
policy-nothing = none
policy-yes = yes
policy-no = no
policy-own-postage = own postage
policy-method = { $method } ({ $price })
policy-option = { $name }: { $value }
policy-return-rate =
    { $orders ->
        [one] { $rate } of units, over one order in { $months } months
       *[other] { $rate } of units, over { $orders } orders in { $months } months
    }
policy-days =
    { $count ->
        [one] one day
       *[other] { $count } days
    }
policy-months =
    { $count ->
        [one] one month
       *[other] { $count } months
    }
policy-years =
    { $count ->
        [one] one year
       *[other] { $count } years
    }
policy-days-or-years = { $days } (about { $years })
policy-window-delivery = { $span } from delivery
policy-window-shipment = { $span } from shipment
policy-window-order = { $span } from the order
policy-window-until = until { $last_day }
policy-window-later = { $days }, and in any case until { $last_day }

policy-field-accept = whether it is taken back
policy-field-window = how long
policy-field-resolutions = what the customer gets
policy-field-credit-bonus = bonus on store credit
policy-field-methods = ways back and their price
policy-field-restocking-fee = restocking fee
policy-field-exchange-fee = fee of an exchange
policy-same-fee = the same as the restocking fee
policy-field-approval = approval
policy-field-refund-at = what starts the refund
policy-field-refund-within = how soon the refund leaves
policy-field-refund-shipping = refund of the delivery
policy-field-send-within = how soon it must be sent
policy-field-evidence = evidence asked for

policy-fact-category = category
policy-fact-tags = tags
policy-fact-sku = item number
policy-fact-gtin = barcode
policy-fact-lot = lot
policy-fact-options = options
policy-fact-traits = nature of the item
policy-fact-price-paid = price paid
policy-fact-discount = discount
policy-fact-weight = weight in grams
policy-fact-size = longest side in millimetres
policy-fact-seller = seller
policy-fact-ordered = day of the order
policy-fact-channel = sales channel
policy-fact-country = country
policy-fact-order-total = order total
policy-fact-payment = means of payment
policy-fact-promotion = promotion
policy-fact-customer-kind = kind of customer
policy-fact-customer-tier = customer tier
policy-fact-customer-tags = customer tags
policy-fact-customer-orders = number of orders
policy-fact-customer-return-rate = return rate
policy-fact-requested = day of the request
policy-fact-reason = reason
policy-fact-fault = fault
policy-fact-condition = declared condition
policy-fact-seal-broken = seal
policy-fact-quantity = quantity
policy-fact-answers = answers
policy-fact-delivered = day of delivery
policy-fact-partial = part of the order still on its way

# The words of the policy.
policy-word-fault-customer = the customer
policy-word-fault-merchant = the shop
policy-word-fault-carrier = the carrier
policy-word-resolution-refund = refund
policy-word-resolution-exchange = exchange
policy-word-resolution-credit = store credit
policy-word-resolution-replacement = replacement
policy-word-resolution-repair = repair
policy-word-resolution-price-reduction = price reduction
policy-word-method-drop-off = drop-off point
policy-word-method-store = in a shop
policy-word-method-pickup = collection from home
policy-word-method-mail = the customer's own post
policy-word-method-keep = the customer keeps the item
policy-word-customer-consumer = consumer
policy-word-customer-business = business
policy-word-customer-sole-trader = sole trader
policy-word-payment-card = card
policy-word-payment-wallet = wallet
policy-word-payment-transfer = transfer
policy-word-payment-cash-on-delivery = cash on delivery
policy-word-payment-gift-card = gift card
policy-word-payment-credit = store credit
policy-word-payment-pay-later = pay later
policy-word-trigger-carrier-scan = the carrier's first scan
policy-word-trigger-receipt = receipt
policy-word-trigger-inspection = inspection
policy-word-approval-automatic = automatic
policy-word-approval-manual = by a person
policy-word-shipping-by-law = when the law asks for it
policy-word-shipping-when-at-fault = when the shop or the carrier is at fault
policy-word-shipping-always = always
policy-word-evidence-photo = photo
policy-word-evidence-comment = comment
policy-word-evidence-serial = serial number
policy-word-trait-sealed = sealed
policy-word-trait-hygiene = hygiene
policy-word-trait-media = recording or software
policy-word-trait-personalisable = can be personalised
policy-word-trait-made-to-order = made to order
policy-word-trait-perishable = perishable
policy-word-trait-inseparable = inseparable once delivered
policy-word-trait-market-priced = priced by the market
policy-word-trait-future-alcohol = alcohol delivered later
policy-word-trait-periodical = periodical
policy-word-trait-regular-delivery = regular delivery
policy-word-trait-public-auction = public auction
policy-word-trait-dated-leisure = leisure on a fixed date
policy-word-trait-digital = digital
policy-word-trait-used = used
policy-word-trait-lasting = meant to last
policy-word-trait-prescription = on prescription
policy-word-condition-unworn = unworn, as new
policy-word-condition-tried = tried on
policy-word-condition-used = used
policy-word-condition-damaged = damaged
policy-word-condition-opened = opened
policy-word-channel-online = online
policy-word-channel-phone = by phone
policy-word-channel-mail-order = by mail order
policy-word-channel-off-premises = off premises
policy-word-channel-store = in a shop

# What a shop reads when its document cannot be used.
error-policy-document-invalid = The policy cannot be used yet. At { $path }: { $expected }, found is { $found }{ $count ->
    [one] .
   *[other] . { $count } places need a change in all.
}
error-policy-not-readable = The document is neither valid TOML nor valid JSON: { $why }.
error-policy-too-large = The document is too long: at most { $most } bytes.
error-policy-unknown = There is no such version of the policy.
error-policy-none-in-force = No policy was published yet. Publish one first.
error-policy-unchanged = Version { $number } says exactly this, and is in force then anyway.
error-policy-day-not-ahead = A planned policy begins on a day from { $first } to { $last }. To let it hold today, publish it now.
error-policy-first-is-now = Your first policy holds at once: until then customers would have none. Publish it now.
error-policy-day-taken = Version { $number } is planned for { $day } already. Take it back first, or choose another day.
error-policy-in-force-already = Version { $number } is in force and cannot be taken back. Publish another one: it takes its place.
error-policy-taken-back = Version { $number } has been taken back already.
error-policy-none-planned = No other policy is planned.
error-policy-published-meanwhile = Somebody published another version at this moment. Look at it, then publish yours again.
error-policy-decision-unknown = There is no record of this decision.
error-policy-currency-differs = The policy is written in { $written }, the shop sells in { $wanted }.
policy-found-nothing = nothing
policy-expects-table = a table is expected here
policy-expects-key = this name is not known here; known are { $words }
policy-expects-present = this is needed and missing
policy-expects-text = a text of 1 to { $longest } characters is expected
policy-expects-texts = one text, or a list of 1 to { $most } of them, is expected
policy-expects-yes-no = true or false is expected
policy-expects-whole = a whole number between { $least } and { $most } is expected
policy-expects-day = a day such as 2026-12-25 is expected
policy-expects-percent = a percentage such as "10 %" is expected
policy-expects-span = a length of time such as "14 days" or "12 months" is expected, ten years at most
policy-expects-months = a length in months or years is expected
policy-expects-money = an amount in { $currency } such as "4.90" is expected, between quotes
policy-expects-weight = a weight in whole grams such as "15 kg" or "800 g" is expected
policy-expects-length = a length in whole millimetres such as "120 cm" or "1.2 m" is expected
policy-expects-one-of = one of these words is expected: { $words }
policy-expects-currency = a currency such as "EUR" is expected
policy-expects-country = countries such as ["FR", "DE"] are expected
policy-expects-language = languages such as ["fr", "en"] are expected
policy-expects-id = a short name of small letters, digits and hyphens is expected
policy-expects-unique = the name "{ $id }" is taken by another rule
policy-expects-rules = a list of at most { $most } rules is expected
policy-expects-window = either `days` or `until` is expected
policy-expects-trait = these words describe no item: { $words }; known are { $known }
policy-expects-option = exactly one option such as size = ["XL"] is expected
policy-expects-order = `until` comes before `from`

# What a check says of a policy: what is wrong, why, what is allowed.
error-policy-below-law = This policy cannot be published: { $said } (at { $path }; { $count } such terms in all)
policy-check-not-covered =
    { $countries ->
        [one] We do not know the law of { $country }: what customers there are owed goes to a person, never by itself.
       *[other] We do not know the law of each of these countries ({ $country }): what customers in these countries are owed goes to a person, never by itself.
    }
policy-check-window =
    { $countries ->
        [one] { $days } days are fewer than the { $least } days after delivery the law of { $country } gives. Write at least { $least }.
       *[other] { $days } days are fewer than the { $least } days after delivery the law of each of these countries ({ $country }) gives. Write at least { $least }.
    }
policy-check-window-start =
    { $countries ->
        [one] { $days } days from the order or the shipment can end before the { $least } days after delivery the law of { $country } gives. Count from delivery.
       *[other] { $days } days from the order or the shipment can end before the { $least } days after delivery the law of each of these countries ({ $country }) gives. Count from delivery.
    }
policy-check-exchange-fee =
    { $countries ->
        [one] In { $country }, whoever may still withdraw pays nothing for an exchange either ({ $fee } stands here).
       *[other] In these countries ({ $country }), whoever may still withdraw pays nothing for an exchange either ({ $fee } stands here).
    }
policy-check-fee =
    { $countries ->
        [one] A restocking fee ({ $fee }) may not be taken from whoever withdraws in { $country }. Write 0 %, or move it into a rule with withdrawal_right = false.
       *[other] A restocking fee ({ $fee }) may not be taken from whoever withdraws in these countries ({ $country }). Write 0 %, or move it into a rule with withdrawal_right = false.
    }
policy-check-no-refund =
    { $countries ->
        [one] The law of { $country } gives the money back: add refund to the resolutions, or set this in a rule with withdrawal_right = false.
       *[other] The law of each of these countries ({ $country }) gives the money back: add refund to the resolutions, or set this in a rule with withdrawal_right = false.
    }
policy-check-no-free-way =
    { $countries ->
        [one] In { $country } the shop bears the way back here: at least one method must be free.
       *[other] In these countries ({ $country }) the shop bears the way back here: at least one method must be free.
    }
policy-check-refund-late =
    { $countries ->
        [one] The law of { $country } wants the money back within { $most } days: write { $most } days or fewer.
       *[other] The law of each of these countries ({ $country }) wants the money back within { $most } days: write { $most } days or fewer.
    }
policy-check-send-within =
    { $countries ->
        [one] The law of { $country } gives { $least } days to send the goods: write at least { $least } days.
       *[other] The law of each of these countries ({ $country }) gives { $least } days to send the goods: write at least { $least } days.
    }
policy-check-evidence =
    { $countries ->
        [one] Whoever withdraws in { $country } needs no reason and no proof. Ask for it only in a rule about faults, for example with fault = "merchant".
       *[other] Whoever withdraws in these countries ({ $country }) needs no reason and no proof. Ask for it only in a rule about faults, for example with fault = "merchant".
    }
policy-check-approval =
    { $countries ->
        [one] In { $country } a withdrawal needs nobody's approval: it is accepted by itself, whatever stands here.
       *[other] In these countries ({ $country }) a withdrawal needs nobody's approval: it is accepted by itself, whatever stands here.
    }
policy-check-accept =
    { $countries ->
        [one] In { $country } customers may withdraw within { $days } days all the same; what the law excepts aside. The published page says so.
       *[other] In these countries ({ $country }) customers may withdraw within { $days } days all the same; what the law excepts aside. The published page says so.
    }
policy-check-stopped = Rule “{ $rule }” never fires: “{ $other }” stands before it, holds wherever it would, and stops.
policy-check-impossible = Rule “{ $rule }” never fires: its conditions cannot hold together.
policy-check-over = Rule “{ $rule }” no longer fires for new orders: it ended on { $last_day }.
policy-check-undone = Rule “{ $rule }” changes nothing: whenever it fires, “{ $other }” comes after it and sets the same terms.
policy-check-contradicts = Rules “{ $rule }” and “{ $other }” have the same conditions and set different values of “{ $field }”: the later one wins.
policy-check-no-way = There is no way back: name at least one method.
policy-check-no-resolution = Customers get nothing: name at least one resolution.
policy-check-more-than-all = { $rate } is more than the whole price.
policy-check-because = Rule “{ $rule }” refuses and does not say why in { $languages }: add a clause under because.
policy-check-reason = Rule “{ $rule }” looks at a reason your shop does not have ({ $reasons }): nobody can choose it. Add it in Settings, Reasons, or take it out.
policy-check-long = { $days } days are more than two years: is that meant?
policy-check-past = This day has passed: { $last_day }.
policy-fact-withdrawal-right = right to withdraw
policy-otherwise = The nearest other answer: { $changes }. Then: { $verdict }
policy-otherwise-change = { $fact }: { $would_be } instead of { $was }
policy-otherwise-unknown = unknown

# What is different between two policies.
policy-head-name = shop's name
policy-head-sells-to = countries sold to
policy-head-languages = languages
policy-head-currency = currency
policy-head-informs = the shop tells buyers of the right to withdraw
policy-plain = { $value }
policy-unsaid = not said
policy-part-stop = ends the reading
policy-part-because = reason given to the customer ({ $language })
policy-window-unknown = { $window } ({ $span } from the order when that day is not known)
error-policy-draft-changed = Somebody else saved or published this draft meanwhile. Nothing of theirs was overwritten; what you wrote is below.
error-policy-draft-unreadable = The text holds a character no document may hold (NUL).
error-policy-rule-unknown = There is no such rule in the draft.
