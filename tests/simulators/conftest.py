"""One simulator for all tests of a worker; each test uses charges of its own."""

from collections.abc import Iterator

import pytest

from tests.simulators import provider


@pytest.fixture(scope="session")
def shared() -> Iterator[provider.Provider]:
    with provider.running() as started:
        yield started


@pytest.fixture
def psp(shared: provider.Provider) -> Iterator[provider.Provider]:
    yield shared
    shared.http.delete("/_control/faults")
