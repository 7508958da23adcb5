# Ways to send back
logistics-carrier-manual = The shop’s own label
logistics-method-drop-off = Drop-off point
logistics-method-store = In a shop
logistics-method-pickup = Collection from home
logistics-method-mail = Your own post
logistics-method-keep = Keep the item

logistics-effort-drop-off = Pack it, drop it off. No printer: show the code on your phone.
logistics-effort-store = No box, no label: bring the item and show your code.
logistics-effort-pickup = Pack it, stick the label on; we come to you, so somebody has to be home.
logistics-effort-mail = Pack it, stick the label on and hand it to the carrier you like.
logistics-effort-keep = Nothing to do, nothing to send.

logistics-step-pack = Pack
logistics-step-print = Print the label
logistics-step-go-out = Go there
logistics-step-be-home = Be at home

logistics-need-nothing = Nothing to print
logistics-need-code = A code on your phone is enough
logistics-need-printed = Label to print

logistics-cheapest = Cheapest
logistics-easiest = Easiest
logistics-co2e = Between { $low } and { $high } g of CO₂e (estimate)
logistics-co2e-none = No transport
logistics-co2e-source = Estimate based on { $source }. Your own trip decides: on foot or on your way it is almost nothing, by car just for this it is most of the total. Packaging not counted.

# The label
logistics-label-title = Return
logistics-label-from = From
logistics-label-to = To
logistics-label-number = Return
logistics-label-order = Order
logistics-label-by = Hand over by
logistics-label-advice = Stick the label on flat and cover the old one.
logistics-label-bars = Bar code of the parcel: { $code }
logistics-label-square = QR code of the parcel: { $code }
logistics-code-title = Your return code: { $code }

# Where is the parcel?
logistics-parcel-expected = Not handed over yet
logistics-parcel-dropped-off = Dropped off
logistics-parcel-in-transit = On its way
logistics-parcel-delivered = Delivered
logistics-parcel-lost = Lost
logistics-parcel-cancelled = Cancelled

logistics-scan-dropped-off = Parcel dropped off
logistics-scan-in-transit = Parcel with the carrier
logistics-scan-delivered = Parcel delivered
logistics-scan-lost = Parcel reported lost

# Refusals
error-parcel-unknown = We cannot find this parcel. Check the code printed under the bars.
error-parcel-not-needed = There is nothing to send back here, so no parcel is needed.
error-parcel-already-travelling = This parcel is already on its way and can no longer be cancelled.
error-parcel-cancelled = This parcel was cancelled and has no label any more.
error-destination-unknown = The shop has no place that can receive this parcel. Add a location in the settings.
error-scan-in-future = This scan is dated { $at }, which has not happened yet. Check the clock of the scanner.
error-tracking-unknown = The carrier follows this parcel under no number of its own.
