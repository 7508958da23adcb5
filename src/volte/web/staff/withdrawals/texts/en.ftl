# Withdrawals declared online.
staff-withdrawals = Withdrawals
staff-withdrawals-lead = What customers declared on the withdrawal page. What is in time becomes a return at once; the rest waits for somebody here.
staff-withdrawals-waiting = To look at
staff-withdrawals-look = To look at
staff-withdrawals-none-waiting = Nothing to look at
staff-withdrawals-none-waiting-more = Every statement has found its order.
staff-withdrawals-all = All of them
staff-withdrawals-none = Nobody has withdrawn online yet.
staff-withdrawal-declared = What was declared
staff-withdrawal-title = Withdrawal { $number }
staff-withdrawal-repeats = The same had been declared before. The first one counts:
staff-withdrawal-again = { $count ->
    [one] Sent once more:
   *[other] Sent { $count } times more:
}
staff-withdrawal-emptied = The text was removed when its days of keeping were over. The hash still proves any copy somebody shows you.
staff-withdrawal-proves = The content is what the hash says
staff-withdrawal-changed = The content is no longer what the hash says
staff-withdrawal-pdf = Receipt (PDF)
staff-withdrawal-found = What follows from it
staff-withdrawal-carried = Returns opened or joined:
staff-withdrawal-what-accepted = in time, may come back
staff-withdrawal-what-commercial = no legal right.
staff-withdrawal-what-doubt = to be decided.
staff-withdrawal-what-joined = in a return already
staff-withdrawal-what-gone = came back or was cancelled before
staff-withdrawal-which = Which order is it about?
staff-withdrawal-order = Order number
staff-withdrawal-search = Search
staff-withdrawal-is = Order { $number }:
staff-withdrawal-articles = Articles it is about
staff-withdrawal-articles-help = Nothing ticked: the whole order.
staff-withdrawal-recognise = It is this order
staff-withdrawal-recognise-more = The withdrawal counts from when it was declared: what was in time then becomes a return.
staff-withdrawal-answer = Answer
staff-withdrawal-answer-words = Message to the person
staff-withdrawal-answer-help = It leaves by e-mail. Without a message the withdrawal is only marked as seen.
staff-withdrawal-answer-go = Answer and close
staff-withdrawal-seen = Seen by { $who }
staff-withdrawal-done-recognised = { $number } now follows its order.
staff-withdrawal-done-answered = Answer sent for { $number }.
staff-withdrawal-done-seen = { $number } is closed.
staff-case-withdrawn = Withdrawal declared
