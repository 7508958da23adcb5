"""What left, day by day, as programs read it."""

import csv
import io

from volte.returns.books import Report
from volte.runtime import formats, texts


def days(report: Report, language: str) -> str:
    """CSV with a heading: day, currency, how many refunds, and how much with a point."""
    out = io.StringIO()
    table = csv.writer(out, lineterminator="\r\n")
    table.writerow(
        [texts.say(f"staff-finance-file-{name}", language) for name in ("day", "currency", "times", "amount")]
    )
    for (day, code), found in report.by_day.items():
        table.writerow([day.isoformat(), code, found.times, formats.in_units(found.amount)])
    return out.getvalue()
