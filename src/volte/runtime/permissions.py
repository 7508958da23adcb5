"""Who may do what: one closed list, checked in operations and nowhere else."""

from enum import StrEnum


class Permission(StrEnum):
    OWN_RETURNS = "own:returns"
    OWN_GIFT = "own:gift"
    OWN_DATA = "own:data"
    RETURNS_READ = "returns:read"
    RETURNS_REQUEST = "returns:request"
    RETURNS_APPROVE = "returns:approve"
    RETURNS_REFUSE = "returns:refuse"
    RETURNS_CANCEL = "returns:cancel"
    RETURNS_GOODWILL = "returns:goodwill"
    RETURNS_MESSAGE = "returns:message"
    ORDERS_READ = "orders:read"
    ORDERS_WRITE = "orders:write"
    PRODUCTS_WRITE = "products:write"
    STOCK_WRITE = "stock:write"
    PARCELS_SCAN = "parcels:scan"
    WAREHOUSE_RECEIVE = "warehouse:receive"
    WAREHOUSE_INSPECT = "warehouse:inspect"
    MONEY_READ = "money:read"
    MONEY_REFUND = "money:refund"
    MONEY_CREDIT = "money:credit"
    MONEY_BOOKS = "money:books"
    INSIGHTS_READ = "insights:read"
    EVENTS_READ = "events:read"
    WEBHOOKS_READ = "webhooks:read"
    WEBHOOKS_WRITE = "webhooks:write"
    POLICY_READ = "policy:read"
    POLICY_WRITE = "policy:write"
    SETTINGS_READ = "settings:read"
    SETTINGS_WRITE = "settings:write"
    MEMBERS_WRITE = "members:write"
    KEYS_WRITE = "keys:write"
    PRIVACY_READ = "privacy:read"
    PRIVACY_ERASE = "privacy:erase"
    WITHDRAWALS_DECLARE = "withdrawals:declare"
    AUDIT_READ = "audit:read"


class Role(StrEnum):
    """A named set of permissions a member starts from; a shop may give single ones on top."""

    OWNER = "owner"
    MANAGER = "manager"
    AGENT = "agent"
    PICKER = "picker"
    FINANCE = "finance"


class Morning(StrEnum):
    """Which mornings somebody wants the mail of what is due: each, those with something to do, or none."""

    EVERY = "every"
    WHEN_DUE = "when_due"
    NEVER = "never"


_P = Permission
_READS = frozenset({_P.RETURNS_READ, _P.ORDERS_READ, _P.POLICY_READ, _P.SETTINGS_READ})
_AGENT = _READS | {
    _P.RETURNS_REQUEST,
    _P.RETURNS_APPROVE,
    _P.RETURNS_REFUSE,
    _P.RETURNS_CANCEL,
    _P.RETURNS_GOODWILL,
    _P.RETURNS_MESSAGE,
    _P.PARCELS_SCAN,
    _P.MONEY_READ,
    _P.MONEY_REFUND,
}
_PICKER = frozenset({_P.RETURNS_READ, _P.WAREHOUSE_RECEIVE, _P.WAREHOUSE_INSPECT, _P.PARCELS_SCAN})
EVERYTHING = frozenset(Permission) - {_P.OWN_RETURNS, _P.OWN_GIFT, _P.OWN_DATA}

OF_ROLE: dict[Role, frozenset[Permission]] = {
    Role.OWNER: EVERYTHING,
    Role.MANAGER: EVERYTHING - {_P.MEMBERS_WRITE, _P.KEYS_WRITE},
    Role.AGENT: _AGENT,
    Role.PICKER: _PICKER,
    Role.FINANCE: _READS | {_P.MONEY_READ, _P.MONEY_REFUND, _P.MONEY_CREDIT, _P.MONEY_BOOKS, _P.EVENTS_READ},
}


def usual_morning(granted: frozenset[Permission]) -> Morning:
    """What somebody gets who has chosen nothing: whoever decides about returns, or keeps the books, is told what is
    due."""
    told = Permission.RETURNS_APPROVE in granted or Permission.MONEY_BOOKS in granted
    return Morning.WHEN_DUE if told else Morning.NEVER
