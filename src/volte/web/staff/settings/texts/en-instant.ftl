# Settings: exchanges that leave first
staff-exchanges-instant-title = Instant exchange
staff-exchanges-instant = Send the new article first, with a hold on the card
staff-exchanges-instant-help = Shoppers may choose it once their return is approved. The price of the new article is held on their card; it leaves at once. The hold is lifted when the other article is back, and charged when it is not.
staff-exchanges-up-to = Up to ({ $currency })
staff-exchanges-up-to-help = The most that is held for one return. Empty: any amount. With a limit, orders in other currencies are left out.
staff-exchanges-instant-days = Days for the other article to be back
staff-exchanges-instant-days-help = From 3 to 6: a card holds money for seven days, so the last one is kept for charging it.
staff-exchanges-instant-remind = First reminder, days before the last one
staff-exchanges-instant-remind-help = A second one follows the day before. Whoever has handed the parcel over gets none.
staff-need-exchanges-instant-days = Write a number of days from 3 to 6.
staff-need-exchanges-instant-remind = Write a number of days from 2 to 5.
staff-need-exchanges-up-to = Write an amount in { $currency } above zero, or leave it empty.
