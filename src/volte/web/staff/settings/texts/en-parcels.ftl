# Settings: the way to the customer
staff-settings-parcels = Deliveries
staff-way-out-lead = Before an order leaves, and when a parcel never arrives.
staff-way-out-told = We send Volte every parcel that leaves
staff-way-out-told-help = Then what is in no parcel has not left: customers cancel it themselves and are paid back at once. Otherwise somebody of yours looks first.
staff-way-out-days = How long a carrier may look for a parcel (days)
staff-way-out-days-help = A consumer who never got it is then paid back, or sent another, by itself. Until they hold the goods, a loss on the way is the shop’s.
staff-need-way-out-days = Choose from 1 to 60 days.
