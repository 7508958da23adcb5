"""The marks a scanner reads: Code 128 and QR for paper, a QR of its own for a phone's screen."""

import io

import segno
import zxingcpp


def code128_svg(code: str) -> str:
    """The bars of `code`, one unit a module, without quiet zone: the label leaves white around it."""
    bars = zxingcpp.create_barcode(code, zxingcpp.BarcodeFormat.Code128)
    return str(zxingcpp.write_barcode_to_svg(bars, add_quiet_zones=False))


def qr_svg(code: str) -> str:
    """The QR of `code` for the label, one unit a module, medium correction, without quiet zone."""
    square = zxingcpp.create_barcode(code, zxingcpp.BarcodeFormat.QRCode, ec_level="M")
    return str(zxingcpp.write_barcode_to_svg(square, add_quiet_zones=False))


def printerless_svg(code: str, *, title: str) -> str:
    """The QR to show at a counter, as an SVG element to put into a page: black on white also in dark mode, with its
    quiet zone, scaled by the page; `title` is its text for people who do not see it."""
    written = segno.make(code, error="m", micro=False).svg_inline(
        border=4, dark="#000", light="#fff", title=title, svgclass="qr", lineclass=None, omitsize=True
    )
    return str(written)


def printerless_png(code: str, *, scale: int = 12) -> bytes:
    """The same as a picture for e-mails, `scale` pixels a module."""
    picture = io.BytesIO()
    segno.make(code, error="m", micro=False).save(picture, kind="png", scale=scale, border=4)
    return picture.getvalue()
