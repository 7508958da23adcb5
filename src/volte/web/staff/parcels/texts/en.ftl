staff-parcels = Parcels without a return
staff-parcels-lead = These came in, and nobody had announced them. Say to which return each belongs, and it goes on by itself.
staff-parcels-nameless = An item nobody could name
staff-parcels-code = Code { $code }
staff-parcels-code-label = Code on the parcel
staff-parcels-place = Where
staff-parcels-received = Received
staff-parcels-none = Every parcel has its return.
staff-parcels-none-more = Parcels that nobody announced show up here.
staff-parcels-whose = Whose is it?
staff-parcels-find = Find the return
staff-parcels-which = Which item of { $number }, { $name }?
staff-parcels-left =
    { $count ->
        [0] nothing more is expected of it
        [one] one is still expected
       *[other] { $count } are still expected
    }
staff-parcels-choose-item = Choose the item it is.
staff-parcels-go = It belongs to this item
staff-parcels-other = Another return
staff-parcels-done = The item now belongs to return { $number }.
