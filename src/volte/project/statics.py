"""Static files under names that carry their hash, so browsers may keep them for ever."""

from whitenoise.storage import CompressedManifestStaticFilesStorage


class Hashed(CompressedManifestStaticFilesStorage):
    """Falls back to the plain name where nothing was collected (tests, a fresh checkout)."""

    manifest_strict = False
