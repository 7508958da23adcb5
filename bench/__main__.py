"""Run all benches, or those named: `python -m bench complete_return`."""

import importlib
import sys

from tools import scratch

ALL = (
    "complete_return",
    "settlement",
    "many_orders",
    "many_returns",
    "insights",
    "backtest",
    "decision",
    "ledger",
    "asking",
    "history",
    "event_feed",
    "webhooks",
)


def main() -> None:
    scratch.begin()
    for name in sys.argv[1:] or ALL:
        print(f"\n{name.replace('_', ' ')}", flush=True)
        importlib.import_module(f"bench.{name}").run()


if __name__ == "__main__":
    main()
