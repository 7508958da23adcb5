"""Short stable names made from what people typed."""

import re
import unicodedata


def fresh(name: str, *, taken: set[str]) -> str:
    """ "Trop petit" becomes `trop-petit`; where that is taken, `trop-petit-2`."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    wanted = re.sub(r"[^a-z0-9]+", "-", plain).strip("-")[:50] or "x"
    free = (f"{wanted}-{count}" if count > 1 else wanted for count in range(1, len(taken) + 2))
    return next(handle for handle in free if handle not in taken)
