"""What does an answer mean? Only 2xx is a yes; whoever says 410 wants nothing more, ever."""

from enum import StrEnum


class Outcome(StrEnum):
    """How one attempt ended, as people read it."""

    TAKEN = "taken"
    REDIRECTED = "redirected"
    GONE = "gone"
    REFUSED = "refused"
    BROKEN = "broken"
    TIMED_OUT = "timed_out"
    NO_CONNECTION = "no_connection"
    NAME_UNKNOWN = "name_unknown"
    CERTIFICATE = "certificate"
    ADDRESS_REFUSED = "address_refused"
    NO_SECRET = "no_secret"  # noqa: S105  # a word


def of_status(status: int) -> Outcome:
    if 200 <= status < 300:
        return Outcome.TAKEN
    if 300 <= status < 400:
        return Outcome.REDIRECTED
    if status == 410:
        return Outcome.GONE
    return Outcome.REFUSED if status < 500 else Outcome.BROKEN
