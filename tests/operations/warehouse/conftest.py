"""What stories of the warehouse start from."""

from uuid import UUID, uuid4

import pytest

from volte.kit.words import Fault
from volte.warehouse.rules.inspection import Group
from volte.warehouse.rules.receiving import Expected

CAMILLE = UUID(int=1)


@pytest.fixture
def dress() -> Expected:
    """Two dresses one customer agreed to send back."""
    return Expected(CAMILLE, uuid4(), "ROBE-M", 2, "Robe Inès", Group.FASHION, Fault.CUSTOMER)


@pytest.fixture
def mug() -> Expected:
    """One mug of the same customer, broken on its way out."""
    return Expected(CAMILLE, uuid4(), "TASSE", 1, "Tasse", Group.HOME, Fault.CARRIER)
