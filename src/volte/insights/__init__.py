"""What the shop's returns tell: facts kept as Parquet beside PostgreSQL, and eight questions asked of them.

Reads every area below and keeps a projection of its own, written from the event feed some seconds behind the journey.
Its words: a *fact* is one sold line, one returned item or one looked-at unit; a *set* is a folder of facts that
replaces an earlier one; a *finding* is what an answer says in one sentence.

It never changes what it reads about, and nobody below knows that it exists.
"""
