"""Words for what the facts only have a handle for."""

from volte.insights.asked import View
from volte.runtime import texts


def channel(written: str, view: View) -> str:
    """The shop's word for it; ours for those everybody has."""
    if not written:
        return texts.say("insights-place-unknown", view.language)
    known = f"insights-channel-{written}"
    return texts.say(known, view.language) if texts.known(known, view.language) else written
