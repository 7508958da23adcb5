"""Start the provider: `python -m volte_simulators.psp --port 21480 --state psp.sqlite`."""

from __future__ import annotations

import argparse
import signal
import threading
from types import FrameType

from volte_simulators.psp.clockwork import Clockwork
from volte_simulators.psp.desk import DEFAULT_WEBHOOK_EVENTS, SECONDS_KEYS_ARE_KEPT, Desk, Settings
from volte_simulators.psp.faults import Faults
from volte_simulators.psp.listener import Listener
from volte_simulators.psp.store import Store


def main() -> None:
    asked = _arguments()
    settings = Settings(
        webhook_url=asked.webhook_url,
        webhook_secret=asked.webhook_secret,
        webhook_events=frozenset(asked.webhook_events.split(",")),
        webhook_backoff=asked.webhook_backoff,
        open_unknown_charges=asked.open_unknown_charges,
        keys_kept=asked.keys_kept,
    )
    desk = Desk(store=Store(asked.state), standing=Faults(seed=asked.seed), settings=settings)
    listener = Listener((asked.host, asked.port), desk=desk)
    _stop_on_signal(listener, desk)
    clockwork = Clockwork(desk)
    clockwork.start()
    print(f"Payment simulator is ready on http://{asked.host}:{listener.server_port}/", flush=True)  # noqa: T201  whoever starts it waits for this line
    listener.serve_forever(poll_interval=0.2)
    listener.drain()
    clockwork.join(timeout=6.0)
    desk.store.close()


def _stop_on_signal(listener: Listener, desk: Desk) -> None:
    def stop(_signal: int, _frame: FrameType | None) -> None:
        desk.closing.set()
        desk.bell.set()
        # shutdown() waits for serve_forever(), which runs in this very thread
        threading.Thread(target=listener.shutdown, daemon=True).start()

    signal.signal(signal.SIGTERM, stop)
    signal.signal(signal.SIGINT, stop)


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m volte_simulators.psp", description=__doc__)
    parser.add_argument("--host", default="127.0.0.1")
    parser.add_argument("--port", type=int, default=21480, help="0 takes a free one; it is printed")
    parser.add_argument("--state", default=":memory:", metavar="FILE", help="SQLite file; in memory without it")
    parser.add_argument("--webhook-url", default="", help="where events go; none are sent without it")
    parser.add_argument("--webhook-secret", default="whsec_test")
    parser.add_argument(
        "--webhook-events", default=",".join(sorted(DEFAULT_WEBHOOK_EVENTS)), help="kinds of event sent, with commas"
    )
    parser.add_argument("--webhook-backoff", type=float, default=1.0, help="seconds before the first repetition")
    parser.add_argument(
        "--open-unknown-charges", action="store_true", help="a refund of a charge nobody seeded opens a very large one"
    )
    parser.add_argument(
        "--keys-kept",
        type=float,
        default=SECONDS_KEYS_ARE_KEPT,
        metavar="SECONDS",
        help="how long an idempotency key is remembered",
    )
    parser.add_argument("--seed", type=int, default=None, help="makes faults with a probability repeatable")
    return parser.parse_args()


if __name__ == "__main__":
    main()
