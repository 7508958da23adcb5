"""How long has something been lying here, in words a person takes in at a glance?"""

from datetime import datetime

from volte.kit.text import Message, message
from volte.runtime import clock


def age(since: datetime) -> Message:
    """Minutes up to two hours, hours up to two days, then days."""
    minutes = max(0, int((clock.now() - since).total_seconds() // 60))
    if minutes < 120:
        return message("floor-age-minutes", count=minutes)
    if minutes < 48 * 60:
        return message("floor-age-hours", count=minutes // 60)
    return message("floor-age-days", count=minutes // (24 * 60))
