"""What we tell people, and what they tell us: a mail at each step, and the conversation about a case.

Words: an *occasion* is a step worth a mail; *facts* are the plain values its text needs; a *mail* is the intent to
send one, kept with what became of it; a *thread* is everything said about one subject, its *entries* in order; a
*note* is an entry the customer never sees. A subject is a plain kind and id; what it stands for is not known here.

Must never know: returns, parcels, money owed, decisions. It is told what happened and finds the words.
"""
