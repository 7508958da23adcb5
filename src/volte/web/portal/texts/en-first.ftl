# The exchange leaves first, for money held on a card.
portal-first = Get the new item now
portal-first-what = We send what you chose right away, without waiting for the other item. For that we put a hold of { $amount } on your card. A hold is not a charge.
portal-first-released = The hold is lifted once your other item is with us and has been looked at. If what you chose costs more, only the difference is charged then.
portal-first-charged = If the other item is not with us by the end of { $day }, { $amount } are charged and you keep both.
portal-first-later = If it comes later, it is refunded by the usual rules of your return.
portal-first-go = Agree to the hold of { $amount }
portal-first-how = Optional: without it, what you chose leaves when your item is back. You agree on our payment provider’s page and then come back here.
portal-first-held = Sent before your item is back
portal-first-held-until = Hold of { $amount } until { $day }
portal-first-held-what = Your new item is leaving. Send the other one so that it is with us by { $day }: then the hold is lifted. If not, { $amount } are charged.
portal-first-let-go = The hold of { $amount } on your card is lifted. Your bank may show it for a few days more.
portal-first-taken = { $amount } were charged to your card, from what was held on it.
portal-first-looked-at = Somebody is looking into the hold on your card. There is nothing for you to do.
portal-first-waits = Your bank has not confirmed the hold yet. No need to agree again: reload this page in a moment.
portal-first-left = No hold was placed and nothing was charged. Your exchange goes the usual way; you can also try again.
