# Credit notes, on paper
note-kind-credit-note = Credit note
note-kind-receipt = Credit receipt
note-issued = Issued
note-order = Order
note-order-of = { $number } of { $day }
note-invoice = Original invoice
note-invoice-of = { $number } of { $day }
note-supplied = Delivered
note-buyer = To
note-vat = VAT { $number }
note-siren = SIREN { $number }
note-siret = SIRET { $number }
note-register = Register { $number }
note-vat-id = VAT number { $number }
note-head-name = Description
note-head-quantity = Quantity
note-head-rate = VAT
note-head-net = Net amount
note-head-gross = Amount
note-sum-net = Total without VAT
note-sum-tax = VAT { $rate } on { $net }
note-sum-no-tax = No VAT on { $net }
note-total = Total
note-row-outbound-shipping = Delivery
note-row-goodwill = Goodwill
note-row-restocking-fee = Restocking fee
note-row-return-shipping-fee = Return fee
note-row-fees-cap = Fees lowered to what goes back
note-row-ceiling = Above what was paid
note-row-deduction = Loss of value of the article
note-row-price-reduction = Price reduction
note-row-reduced-before = Given back of the price before
note-row-other = Other amount
note-means-refund = This amount is refunded to you.
note-means-credit = This amount is kept for you as store credit.
note-means-exchange = This amount pays for your exchange; whatever is left is refunded to you.
note-means-price-reduction = This amount is refunded to you; you keep the article.
note-why-within-eu = VAT exempt, supply within the European Union (Directive 2006/112/EC, art. 138).
note-why-export = VAT exempt, export from the European Union (Directive 2006/112/EC, art. 146).
note-refers = This credit note corrects invoice { $number }. Adjust the VAT you deducted accordingly.
note-attached = The credit note as Factur-X (EN 16931), for your accounting software
note-has-file = This document contains the credit note as Factur-X: your accounting software reads it directly.
error-credit-note-unknown = There is no such credit note in this shop.
error-credit-note-without-file = This credit note has no EN 16931 file: { $why ->
    [consumer] only those of businesses have one.
    [decimals] the standard knows two decimals at most.
    [rates] the standard knows one rate a line.
   *[other] the rounding of its tax is beyond what the standard allows.
}
error-credit-notes-period = Choose a period of a year at most, whose beginning comes before its end.
