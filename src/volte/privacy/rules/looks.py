"""What does somebody see when they look at a person?"""

from enum import StrEnum


class What(StrEnum):
    """`case`: one return with its customer. `order`: one order. `search`: returns or orders found by an address, a
    number or a name.
    `person`: all that is held, counted. `export`: all that is held, taken out. `dossier`: a return, taken out."""

    CASE = "case"
    ORDER = "order"
    SEARCH = "search"
    PERSON = "person"
    EXPORT = "export"
    DOSSIER = "dossier"
