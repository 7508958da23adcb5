"""What does the law call the two steps of the online withdrawal function in a language? Directive 2011/83/EU art. 11a.

The label is prescribed, so a page shows that of the law written in its language; a language without one of its own
gets the directive's.
"""

from volte.law.rules import provisions
from volte.law.rules.provisions import UNION, Function

_WRITTEN_IN = {"fr": "FR", "de": "DE", "it": "IT"}


def labels(language: str) -> Function:
    """The labels of the first step (the way to the function) and of the second (the confirmation)."""
    every = provisions.jurisdictions()
    own = every[_WRITTEN_IN.get(language, UNION)].function or every[UNION].function
    assert own is not None, "the union's file has the labels"
    return own
