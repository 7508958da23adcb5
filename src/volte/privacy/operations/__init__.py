"""The verbs of privacy; one file each."""

from volte.privacy.operations.erasing import erase, postpone, settle, withdraw
from volte.privacy.operations.exporting import export
from volte.privacy.operations.keeping import remove_some

__all__ = ["erase", "export", "postpone", "remove_some", "settle", "withdraw"]
