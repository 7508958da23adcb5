"""Camille's return, which has a bit of everything: a photo, words, a label, money, a gesture, an opinion."""

from tests.operations.privacy.conftest import _home, agent, camille
from tests.operations.returns.conftest import gateway, order, today

__all__ = ["_home", "agent", "camille", "gateway", "order", "today"]
