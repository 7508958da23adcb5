"""What the provider really sent, kept beside the connector."""

from pathlib import Path

from volte.connectors.payments import simulator

_FIXTURES = Path(simulator.__file__).parent / "fixtures"


def payload(name: str) -> bytes:
    return (_FIXTURES / f"{name}.json").read_bytes()


def names() -> list[str]:
    return sorted(path.stem for path in _FIXTURES.glob("*.json"))
