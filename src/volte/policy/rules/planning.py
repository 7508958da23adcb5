"""For which days may a policy be published beforehand?"""

from datetime import date, timedelta

_MOST_DAYS = 730


def first_day(today: date) -> date:
    """Tomorrow: what is to hold today is published at once."""
    return today + timedelta(days=1)


def last_day(today: date) -> date:
    """Two years ahead: by then the law we know will have changed."""
    return today + timedelta(days=_MOST_DAYS)
