"""The marks a scanner reads on paper: Code 128 and QR."""

import zxingcpp


def code128_svg(code: str) -> str:
    """The bars of `code`, one unit a module, without quiet zone: the label leaves white around it."""
    bars = zxingcpp.create_barcode(code, zxingcpp.BarcodeFormat.Code128)
    return str(zxingcpp.write_barcode_to_svg(bars, add_quiet_zones=False))


def qr_svg(code: str) -> str:
    """The QR of `code` for the label, one unit a module, medium correction, without quiet zone."""
    square = zxingcpp.create_barcode(code, zxingcpp.BarcodeFormat.QRCode, ec_level="M")
    return str(zxingcpp.write_barcode_to_svg(square, add_quiet_zones=False))
