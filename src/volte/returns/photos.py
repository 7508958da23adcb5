"""A customer's photo as we keep it: checked to be a picture, made anew without hidden data, small enough to look at."""

import io
import threading
import warnings

from PIL import Image, ImageOps, UnidentifiedImageError

from volte.kit.errors import Invalid, TooLarge
from volte.runtime import files
from volte.runtime.files import StoredFile

LARGEST_BYTES = 10 * 1024 * 1024
LARGEST_PIXELS = 60_000_000
# What cannot be unpacked small takes four bytes a pixel, however few it came in.
LARGEST_UNPACKED = 25_000_000
LONGEST_SIDE = 1600
_FORMATS = ("JPEG", "PNG", "WEBP")
# A picture is mostly memory: two in one process would ask for twice as much of it, and finish no sooner.
_ONE_BY_ONE = threading.Lock()


def keep(content: bytes) -> StoredFile:
    """Store a photo: EXIF and everything but the picture is gone, the longest side is 1600 px, JPEG.

    Refuses `photo_too_large` and `photo_not_a_picture` (also for a picture that would unpack to a giant).
    """
    return files.keep(cleaned(content), media_type="image/jpeg")


def cleaned(content: bytes) -> bytes:
    """The picture alone, upright, as JPEG."""
    if len(content) > LARGEST_BYTES:
        raise TooLarge("photo_too_large", most=LARGEST_BYTES // (1024 * 1024))
    try:
        with warnings.catch_warnings():
            # Pillow warns of pictures that unpack to a giant; for us that is a no.
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            picture = Image.open(io.BytesIO(content), formats=_FORMATS)
            with picture, _ONE_BY_ONE:
                return _remade(picture)
    except (UnidentifiedImageError, OSError, ValueError, SyntaxError, Image.DecompressionBombError, Warning) as error:
        raise Invalid("photo_not_a_picture") from error


def _remade(picture: Image.Image) -> bytes:
    width, height = picture.size
    if width * height > (LARGEST_PIXELS if picture.format == "JPEG" else LARGEST_UNPACKED):
        raise Invalid("photo_not_a_picture")
    # A JPEG can be unpacked small from the start: 60 megapixels need not become 180 MB first.
    picture.draft("RGB", (LONGEST_SIDE, LONGEST_SIDE))
    upright = ImageOps.exif_transpose(picture) or picture
    flat = upright.convert("RGB")
    flat.thumbnail((LONGEST_SIDE, LONGEST_SIDE))
    out = io.BytesIO()
    # A fresh picture carries no EXIF, no profile, no comment.
    Image.frombytes("RGB", flat.size, flat.tobytes()).save(out, "JPEG", quality=82, optimize=True)
    return out.getvalue()
