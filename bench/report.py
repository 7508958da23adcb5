"""One line of JSON for each figure, and a table for people."""

import json
import os
from dataclasses import asdict, dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Figure:
    """`ratio` is value / against; `bound` what the issue allows for whichever of the two it bounds."""

    name: str
    value: float
    unit: str
    against: str = ""
    reference: float | None = None

    @property
    def ratio(self) -> float | None:
        return round(self.value / self.reference, 2) if self.reference else None


def keep(figure: Figure) -> None:
    """Append to $VOLTE_HOME/bench.jsonl and print."""
    home = Path(os.environ.get("VOLTE_HOME", "var"))
    home.mkdir(parents=True, exist_ok=True)
    line = {**asdict(figure), "value": round(figure.value, 2), "ratio": figure.ratio}
    with (home / "bench.jsonl").open("a", encoding="utf-8") as out:
        out.write(json.dumps(line) + "\n")
    ratio = f"{figure.ratio:8.2f} x {figure.against} ({figure.reference:.1f})" if figure.reference else ""
    print(f"{figure.name:<58} {figure.value:10.1f} {figure.unit:<12} {ratio}", flush=True)
