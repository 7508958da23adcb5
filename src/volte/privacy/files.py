"""Photos, attachments and labels nobody shows any more leave the disk."""

from collections.abc import Set

from volte.logistics import forgetting as logistics
from volte.messages import forgetting as messages
from volte.returns.operations import forgetting as returns
from volte.runtime import files, shop_settings, tenancy
from volte.withdrawals import forgetting as withdrawals


def release(*, digests: Set[str]) -> int:
    """Let go of those files of the entered shop that nothing shows any more; how many."""
    if not digests:
        return 0
    held = returns.photos_held(digests=digests) | messages.attachments_held(digests=digests)
    held |= withdrawals.files_held(digests=digests)
    held |= logistics.labels_held(digests=digests) | {shop_settings.of_shop(tenancy.current()).brand.logo or ""}
    return files.release(digest for digest in digests if digest not in held)
