# The public page of the return policy.
policy-page-title = Returns and refunds
policy-page-start = Start a return
policy-page-from-shop = What { $shop } offers you
policy-page-promise = Our promise
policy-page-closed = We do not take articles back of our own accord. Your rights by law, below, stand in full.
policy-page-how-long = How long
policy-page-windows = For some articles or times of the year it is different:
policy-page-window-delivery = You have { $days } days after delivery to change your mind.
policy-page-window-shipment = You have { $days } days after dispatch to change your mind.
policy-page-window-order = You have { $days } days after ordering to change your mind.
policy-page-window-until = You have until { $last_day } to change your mind.
policy-page-window-delivery-later = You have { $days } days after delivery to change your mind, and until { $last_day } in any case.
policy-page-window-shipment-later = You have { $days } days after dispatch to change your mind, and until { $last_day } in any case.
policy-page-window-order-later = You have { $days } days after ordering to change your mind, and until { $last_day } in any case.
policy-page-how = How to send back, and what it costs
policy-page-cost-free = free
policy-page-cost-own = at your cost
policy-page-cost-price = at a price
policy-page-cost-nothing = nothing to send
policy-page-our-fault = If the article is faulty, arrived damaged or is not what you ordered, sending it back costs you nothing.
policy-page-gets = What you get
policy-page-gets-refund = a refund, to what you paid the order with
policy-page-gets-exchange = an exchange for another size or colour, as stock allows
policy-page-gets-credit = store credit
policy-page-gets-credit-bonus = store credit, with { $bonus } on top
policy-page-gets-replacement = the same article, new
policy-page-gets-repair = a repair
policy-page-gets-price-reduction = a lower price, and you keep the article
policy-page-refund-carrier-scan =
    { $days ->
        [0] The refund leaves as soon as the parcel is handed over to the carrier or in a shop.
        [one] The refund leaves the day after the parcel is handed over, at the latest.
       *[other] The refund leaves within { $days } days of the parcel being handed over to the carrier or in a shop.
    }
policy-page-refund-receipt =
    { $days ->
        [0] The refund leaves as soon as your articles reach us.
        [one] The refund leaves the day after your articles reach us, at the latest.
       *[other] The refund leaves within { $days } days of your articles reaching us.
    }
policy-page-refund-inspection =
    { $days ->
        [0] The refund leaves as soon as your articles have been inspected.
        [one] The refund leaves the day after your articles have been inspected, at the latest.
       *[other] The refund leaves within { $days } days of your articles being inspected.
    }
policy-page-fee = A restocking fee of { $fee } may be kept when you return later than the law's withdrawal period. It is shown before you confirm.
policy-page-evidence = For a fault or damage we ask for a photo or a few words, so that we can answer at once.
policy-page-exceptions = What we do not take back
policy-page-exceptions-lead = An article cannot come back under our promise in these cases:
policy-page-each = The page of your order says for each article until when it may come back, or why it may not, and what each way back costs.
policy-page-from-law = What the law gives you, whatever we promise
policy-page-law = Right to withdraw: { $days } days
policy-page-law-lead = When you buy at a distance, you may withdraw without giving a reason within { $days } days of receiving the last article. It is enough to tell us in that time, here or in any other way. No explanation and no photo is asked of you.
policy-page-law-paid-customer = Sending back is at your cost, unless one of the ways above is free.
policy-page-law-paid-merchant = Sending back is at our cost.
policy-page-law-paid-told = Sending back is at your cost only if we told you so before you bought.
policy-page-law-refund = We pay everything back, standard delivery included, within { $days } days of your withdrawal. We may wait until we have the article, or proof that you sent it.
policy-page-law-send = You have { $days } days after your withdrawal to send the article back.
policy-page-law-free = No restocking fee may be kept. Only handling beyond trying the article can reduce the refund.
policy-page-law-exceptions = The exceptions the law makes
policy-page-exception-b = goods whose price follows the financial market
policy-page-exception-c = goods made to measure or clearly personalised
policy-page-exception-d = goods that spoil or expire quickly
policy-page-exception-e = goods sealed for hygiene or health, once unsealed
policy-page-exception-f = goods that, once delivered, are mixed inseparably with others
policy-page-exception-g = wines and spirits delivered more than thirty days later, at a price that follows the market
policy-page-exception-i = sealed recordings and software, once unsealed
policy-page-exception-j = single newspapers and magazines
policy-page-exception-k = purchases at public auctions
policy-page-exception-l = accommodation, transport, catering and leisure on a fixed date
policy-page-exception-n = medicines sold on prescription
policy-page-exception-m = digital content, once begun with your express consent
policy-page-guarantee = Legal guarantee of conformity
policy-page-guarantee-lead = For { $months } months after delivery we answer for faults of the article: repair or replacement free of charge, else a lower price or a refund. Sending back costs you nothing.
policy-page-law-elsewhere = If you live in another country of the European Union, its law may give you more. It then applies.
policy-page-version = Version { $number }, published on { $day }. An order keeps the version in force on the day it was placed.
