# The policy told to a customer: each rule one sentence, "If …, …".
policy-told-rule = If { $when }, { $then }
policy-told-next-if = { $first }, if { $last }
policy-told-and-if = { $first } and if { $last }
policy-told-besides = { $first }; { $last }
policy-told-or = { $first } or { $rest }
policy-told-and = { $first } and { $rest }
policy-told-quoted = “{ $value }”
policy-told-in-language = { $en }
policy-told-others =
    { $count ->
        [one] one other
       *[other] { $count } others
    }

# What a rule looks at: a clause that follows "if".
policy-told-category = the article is in the category { $values }
policy-told-tags = the article is marked { $values }
policy-told-sku-is = the item number is { $values }
policy-told-sku-begins = the item number begins with { $values }
policy-told-sku-is-or-begins = the item number is { $values } or begins with { $beginnings }
policy-told-gtin-is = the barcode is { $values }
policy-told-gtin-begins = the barcode begins with { $values }
policy-told-gtin-is-or-begins = the barcode is { $values } or begins with { $beginnings }
policy-told-lot-is = the article comes from lot { $values }
policy-told-lot-begins = the article comes from a lot whose number begins with { $values }
policy-told-lot-is-or-begins = the article comes from lot { $values }, or from one whose number begins with { $beginnings }
policy-told-options = the article was chosen with { $name }: { $values }
policy-told-option-size = the article's size is { $values }
policy-told-option-colour = the article's colour is { $values }
policy-told-traits = the article { $values }
policy-told-traits-sealed = is sealed
policy-told-traits-hygiene = is a hygiene product
policy-told-traits-media = is a recording or software
policy-told-traits-personalisable = can be personalised
policy-told-traits-made-to-order = is made to order
policy-told-traits-perishable = spoils quickly
policy-told-traits-inseparable = cannot be separated once delivered
policy-told-traits-market-priced = has a price that follows the market
policy-told-traits-future-alcohol = is wine or spirits delivered later
policy-told-traits-periodical = is a newspaper or magazine
policy-told-traits-regular-delivery = is delivered regularly
policy-told-traits-public-auction = was sold at a public auction
policy-told-traits-dated-leisure = is an outing or a stay on a fixed date
policy-told-traits-digital = is digital content
policy-told-traits-used = is second-hand
policy-told-traits-lasting = is made to last
policy-told-traits-prescription = is sold on prescription
policy-told-price-paid = the article cost { $range }
policy-told-discount = the article was sold with { $range } off
policy-told-weight = the article weighs { $range }
policy-told-size = the article's longest side is { $range }
policy-told-seller = the article is sold by { $values }
policy-told-ordered-between = the order was placed between { $first_day } and { $last_day } (both included)
policy-told-ordered-on = the order was placed on { $first_day }
policy-told-ordered-from = the order was placed on { $first_day } or later
policy-told-ordered-until = the order was placed on { $last_day } or earlier
policy-told-channel = the order was placed { $values }
policy-told-channel-online = online
policy-told-channel-phone = by phone
policy-told-channel-mail-order = by mail order
policy-told-channel-off-premises = away from a shop, with the seller present
policy-told-channel-store = in a shop
policy-told-channel-other = on “{ $value }”
policy-told-country =
    { $count ->
        [one] the order is delivered to this country ({ $values })
       *[other] the order is delivered to one of these countries ({ $values })
    }
policy-told-order-total = the order comes to { $range }
policy-told-payment = the order was paid { $values }
policy-told-payment-card = by card
policy-told-payment-wallet = with an electronic wallet
policy-told-payment-transfer = by bank transfer
policy-told-payment-cash-on-delivery = on delivery
policy-told-payment-gift-card = with a gift card
policy-told-payment-credit = with store credit
policy-told-payment-pay-later = later or in instalments
policy-told-promotion = the order used the promotion code { $values }
policy-told-customer-kind = you are buying { $values }
policy-told-customer-kind-consumer = for yourself
policy-told-customer-kind-business = for a business
policy-told-customer-kind-sole-trader = as a sole trader
policy-told-customer-tier = your loyalty tier is { $values }
policy-told-customer-tags = your account is marked { $values }
policy-told-customer-orders = the number of your orders is { $range }
policy-told-customer-return-rate =
    { $orders ->
        [one] you have sent back more than { $over } of your articles in the last { $months } months
       *[other] you have sent back more than { $over } of the articles of at least { $orders } orders in the last { $months } months
    }
policy-told-requested-between = you ask between { $first_day } and { $last_day } (both included)
policy-told-requested-on = you ask on { $first_day }
policy-told-requested-from = you ask on { $first_day } or later
policy-told-requested-until = you ask on { $last_day } or earlier
policy-told-reason = the reason is { $values }
policy-told-fault = { $values }
policy-told-fault-customer = the article does not suit you
policy-told-fault-merchant = the mistake is ours
policy-told-fault-carrier = the carrier is to blame
policy-told-fault-not-yours = the mistake is ours or the carrier's
policy-told-condition = you say the article is { $values }
policy-told-condition-unworn = as new
policy-told-condition-tried = tried
policy-told-condition-used = used
policy-told-condition-damaged = damaged
policy-told-condition-opened = opened
policy-told-seal-broken-yes = the article's sealed packaging has been opened
policy-told-seal-broken-no = the article's sealed packaging has not been opened
policy-told-quantity = the number of pieces sent back is { $range }
policy-told-answers = you answer our question “{ $name }” with { $values }
policy-told-delivered-between = the last delivery was between { $first_day } and { $last_day } (both included)
policy-told-delivered-on = the last delivery was on { $first_day }
policy-told-delivered-from = the last delivery was on { $first_day } or later
policy-told-delivered-until = the last delivery was on { $last_day } or earlier
policy-told-partial-yes = part of the order is still on its way
policy-told-partial-no = nothing of the order is left to come after a first delivery
policy-told-withdrawal-right-yes = the law lets you change your mind
policy-told-withdrawal-right-no = you have no right by law (or no longer have one) to change your mind
policy-told-range-over = more than { $value }
policy-told-range-at-least = { $value } or more
policy-told-range-under = less than { $value }
policy-told-range-at-most = { $value } or less
policy-told-kg = { $count } kg
policy-told-g = { $count } g
policy-told-m = { $count } m
policy-told-cm = { $count } cm
policy-told-mm = { $count } mm

# What a rule changes, and what holds for everything.
policy-told-taken-back = we take the article back
policy-told-not-taken-back = we do not take the article back
policy-told-not-taken-back-because = we do not take the article back: { $because_en }
policy-told-window-until = you have until { $last_day } to ask for a return
policy-told-window-delivery =
    { $days ->
        [0] you can ask for a return up to the day of delivery
        [one] you have one day after delivery to ask for a return
       *[other] you have { $span } after delivery to ask for a return
    }
policy-told-window-delivery-later =
    { $days ->
        [0] you can ask for a return up to the day of delivery, and at least until { $last_day }
        [one] you have one day after delivery to ask for a return, and at least until { $last_day }
       *[other] you have { $span } after delivery to ask for a return, and at least until { $last_day }
    }
policy-told-window-delivery-unknown =
    { $days ->
        [0] if we do not know when it was delivered, you can ask on the day of the order
        [one] if we do not know when it was delivered, you have one day after the order
       *[other] if we do not know when it was delivered, you have { $span } after the order
    }
policy-told-window-shipment =
    { $days ->
        [0] you can ask for a return up to the day of dispatch
        [one] you have one day after dispatch to ask for a return
       *[other] you have { $span } after dispatch to ask for a return
    }
policy-told-window-shipment-later =
    { $days ->
        [0] you can ask for a return up to the day of dispatch, and at least until { $last_day }
        [one] you have one day after dispatch to ask for a return, and at least until { $last_day }
       *[other] you have { $span } after dispatch to ask for a return, and at least until { $last_day }
    }
policy-told-window-shipment-unknown =
    { $days ->
        [0] if we do not know when it was dispatched, you can ask on the day of the order
        [one] if we do not know when it was dispatched, you have one day after the order
       *[other] if we do not know when it was dispatched, you have { $span } after the order
    }
policy-told-window-order =
    { $days ->
        [0] you can ask for a return on the day of the order
        [one] you have one day after the order to ask for a return
       *[other] you have { $span } after the order to ask for a return
    }
policy-told-window-order-later =
    { $days ->
        [0] you can ask for a return on the day of the order, and at least until { $last_day }
        [one] you have one day after the order to ask for a return, and at least until { $last_day }
       *[other] you have { $span } after the order to ask for a return, and at least until { $last_day }
    }
policy-told-gets = we offer you { $values }
policy-told-gets-nothing = we offer no more than the law requires
policy-told-get-refund = a refund
policy-told-get-exchange = an exchange as stock allows
policy-told-get-credit = store credit
policy-told-get-replacement = a new identical article
policy-told-get-repair = a repair
policy-told-get-price-reduction = a lower price
policy-told-bonus = you get { $bonus } more if you choose store credit
policy-told-no-bonus = store credit is worth the same as the refund
policy-told-way-drop-off = handing it in at a parcel shop
policy-told-way-store = returning it in a shop
policy-told-way-pickup = collection from your home
policy-told-way-mail = posting it yourself
policy-told-way-keep = keeping the article
policy-told-way-free =
    { $count ->
        [one] { $ways } is free
       *[other] { $ways } are free
    }
policy-told-way-price =
    { $count ->
        [one] { $ways } costs { $price }
       *[other] { $ways } cost { $price } each
    }
policy-told-way-own =
    { $count ->
        [one] { $ways } is at your cost
       *[other] { $ways } are at your cost
    }
policy-told-way-nothing-sent = you keep the article, there is nothing to send
policy-told-fee = { $fee } of the price is taken off for putting the article back on sale
policy-told-no-fee = nothing is taken off for putting the article back on sale
policy-told-exchange-fee = { $fee } of the price is kept if you choose an exchange
policy-told-no-exchange-fee = nothing is kept if you choose an exchange
policy-told-approval-automatic = your request is accepted at once
policy-told-approval-manual = somebody from our team looks at your request before answering
policy-told-refund-carrier-scan = the refund leaves within { $span } after you hand over the parcel, to the carrier or in a shop
policy-told-refund-receipt = the refund leaves within { $span } after the article reaches us
policy-told-refund-inspection = the refund leaves within { $span } after we have checked the article
policy-told-refund-carrier-scan-at-once = the refund leaves as soon as you hand over the parcel, to the carrier or in a shop
policy-told-refund-receipt-at-once = the refund leaves as soon as the article reaches us
policy-told-refund-inspection-at-once = the refund leaves as soon as we have checked the article
policy-told-refund-at-carrier-scan = the refund leaves once you have handed over the parcel, to the carrier or in a shop
policy-told-refund-at-receipt = the refund leaves once the article has reached us
policy-told-refund-at-inspection = the refund leaves once we have checked the article
policy-told-refund-within = the refund leaves within { $span }
policy-told-refund-within-at-once = the refund leaves at once
policy-told-shipping-by-law = the delivery charge is given back where the law requires it
policy-told-shipping-when-at-fault = the standard delivery charge is given back if the mistake is ours or the carrier's
policy-told-shipping-always = the standard delivery charge is given back
policy-told-send-within = you have { $span } after your request to send the article
policy-told-send-at-once = you send the article on the day of your request
policy-told-evidence = we ask you for { $values }
policy-told-no-evidence = we do not ask you for proof
policy-told-show-photo = a photo
policy-told-show-comment = a few words of explanation
policy-told-show-serial = the serial number
policy-told-stop = the cases that follow no longer count
policy-told-stop-only = none of the cases that follow counts
policy-told-no-change = nothing changes

# What the law gives, country by country, for a purchase at a distance.
policy-told-business-days =
    { $count ->
        [one] one working day
       *[other] { $count } working days
    }
policy-told-law-unknown = We do not know the law of this country yet. It may give you rights; they stand in full.
policy-told-law-no-withdrawal = For a purchase online, the law of this country gives no general right to change your mind.
policy-told-law-window-possession = You may withdraw within { $days } of receiving the last article of the order.
policy-told-law-window-conclusion = You may withdraw within { $days } of ordering.
policy-told-law-window-possession-terms-not-displayed = If our return terms were not shown before the order, you may send the article back within { $days } of receiving it.
policy-told-law-window-conclusion-terms-not-displayed = If our return terms were not shown before the purchase, you may send the article back within { $days } of it.
policy-told-law-window-possession-not-informed = If we did not give you the information the law wants, you may cancel the purchase within { $days } of receiving it.
policy-told-law-window-conclusion-not-informed = If we did not give you the information the law wants, you may cancel the purchase within { $days } of ordering.
policy-told-law-no-reason = It is enough to tell us in that time, here or in any other way, without a reason or a photo.
policy-told-law-unused = The article must not have been used.
policy-told-law-paid-customer = Sending back is at your cost, unless one of our ways back is free.
policy-told-law-paid-merchant = Sending back is at our cost.
policy-told-law-paid-customer-if-informed = Sending back is at your cost only if we told you so before you bought.
policy-told-law-outbound-standard = The price of standard delivery is given back with that of the article.
policy-told-law-outbound-all = Everything you paid is given back, delivery included.
policy-told-law-outbound-none = The law does not require the price of delivery to be given back.
policy-told-law-deduction = Nothing is taken off for putting the article back on sale. Only use beyond trying the article can reduce the refund.
policy-told-law-no-fee = Nothing is taken off for putting the article back on sale.
policy-told-law-refund-notice = The refund leaves no later than { $days } after you withdraw.
policy-told-law-refund-goods-or-proof = The refund leaves at the latest { $days } after the article, or proof that you sent it, has reached us.
policy-told-law-refund-goods = The refund leaves at the latest { $days } after the article has reached us.
policy-told-law-refund-at-once = The refund leaves at once.
policy-told-law-refund-no-term = The law names no date for the refund.
policy-told-law-withhold = We may wait until we have the article, or proof that you sent it.
policy-told-law-send-back = You have { $days } after your withdrawal to send the article back.
policy-told-law-not-informed = If we did not tell you of this right before you bought, it lasts { $span } longer.
policy-told-law-guarantee = For { $span } after delivery we answer for faults of the article: repair or replacement free of charge, else a lower price or a refund. Sending back costs you nothing.
policy-told-law-guarantee-open = We answer for faults as long as such an article should normally last, and for { $span } in any case: repair or replacement free of charge, else a lower price or a refund.
policy-told-law-guarantee-unknown = For faults, we do not know the law of this country yet. Your rights stand in full.
policy-told-law-refund-indexed = The law adds what money has lost in value until the refund.
policy-told-law-refund-if-major = If the fault is a major one, you choose at once between a refund and a replacement.
policy-told-law-guarantee-used = For second-hand goods a contract may shorten this guarantee, to { $span } at least, if you were expressly told.
policy-told-law-guarantee-excludable = The law lets a contract rule this guarantee out.
policy-told-law-reject = For { $days } after delivery you may also give a faulty article back for a refund.
policy-told-law-exception-b = goods whose price follows the financial market
policy-told-law-exception-c = goods made to measure or clearly personalised
policy-told-law-exception-d = goods that spoil or expire quickly
policy-told-law-exception-e = goods sealed for hygiene or health, once unsealed
policy-told-law-exception-f = goods that, once delivered, are mixed inseparably with others
policy-told-law-exception-g = wines and spirits delivered more than thirty days later, at a price that follows the market
policy-told-law-exception-i = sealed recordings and software, once unsealed
policy-told-law-exception-j = single newspapers and magazines
policy-told-law-exception-k = purchases at public auctions
policy-told-law-exception-l = accommodation, transport, catering and leisure on a fixed date
policy-told-law-exception-m = digital content, once begun with your express consent
policy-told-law-exception-n = medicines sold on prescription
policy-told-law-minimum = This is the European minimum: the law of this country may give more.

# What schema.org and Google cannot say of the policy.
policy-unsaid-google-day = Google counts days of 24 hours from the hour of delivery; we count whole days: the last one lasts until midnight.
policy-unsaid-google-window = Google only knows days after delivery: these terms cannot be sent for { $countries }.
policy-unsaid-law-only = The seller takes nothing back of its own accord; what is said is what the law gives.
policy-unsaid-start = The days are counted from another event than delivery.
policy-unsaid-later-of-both = Of the days and the fixed day the later holds; only one of them can be said.
policy-unsaid-unknown-delivery = How long it lasts where the day of delivery is not known.
policy-unsaid-method = This way back has no equivalent: { $method }.
policy-unsaid-price = Only one price can be said, the lowest; this way back has another: { $method }.
policy-unsaid-resolution = What a customer may also get: { $resolution }.
policy-unsaid-bonus = The bonus on store credit.
policy-unsaid-fee = Nothing is kept within the law's withdrawal period, nor for a fault.
policy-unsaid-exchange-fee = The fee of an exchange, which is another one.
policy-unsaid-approval = Somebody looks at each request.
policy-unsaid-evidence = Evidence is asked for.
policy-unsaid-shipping = When delivery is paid back.
policy-unsaid-send = The time left to send the article after the request.
policy-unsaid-refund = How soon the refund leaves.
policy-unsaid-refund-at = The news that starts the refund.
policy-unsaid-rule = The rule “{ $rule }” holds for some articles, orders or customers only.
policy-unsaid-law = The rights the law gives: their own periods, their exceptions, their articles.

# The headings of the whole text.
policy-told-region = { $country }, { $region }
policy-told-cases = When it is different
policy-told-order = If several of these cases apply to you and contradict each other, the last one counts. The law of your country comes before everything.
policy-told-law-of = What the law gives you: { $country }
policy-told-law-exceptions = The law makes exceptions for:
