"""The desk of `maison`, for whoever answers when a customer asks what is held about them."""

from tests.operations.returns.conftest import gateway, today
from tests.web.staff_cases.conftest import asked, browser_at, order
from tests.web.staff_settings.conftest import boss, browser_of, person

__all__ = ["asked", "boss", "browser_at", "browser_of", "gateway", "order", "person", "today"]
