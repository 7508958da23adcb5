"""What a shop may set, as one typed model. Kept as JSON on the shop; read once per version and process."""

from datetime import date
from typing import Annotated, Literal, Self
from uuid import UUID

from pydantic import (
    BaseModel,
    ConfigDict,
    Field,
    StringConstraints,
    ValidationInfo,
    field_validator,
    model_validator,
)
from stdnum import iban as ibans

from volte.kit.errors import NotFound
from volte.kit.words import Disposition, Fault, PaymentKind
from volte.runtime import sql, tenancy

Handle = Annotated[str, StringConstraints(pattern=r"^[a-z0-9][a-z0-9-]{0,59}$")]
Words = dict[str, str]


class _Part(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class Brand(_Part):
    """How the shop presents itself. `accent` is #rrggbb; `logo` the digest of a stored SVG or PNG."""

    name: str = Field(default="Volte", min_length=1, max_length=80)
    accent: str = Field(default="#0b5d51", pattern=r"^#[0-9a-fA-F]{6}$")
    logo: str | None = None
    support_email: str = ""
    website: str = ""


class Reason(_Part):
    """Why something comes back. `handle` is stable for ever; `names` are per language. `major`: a fault so grave that
    nobody would have bought the article knowing it; None where that differs from case to case."""

    handle: Handle
    names: Words
    fault: Fault
    major: bool | None = None
    categories: tuple[str, ...] = ()
    retired: bool = False


class Location(_Part):
    """A place of the shop. `kind` store takes returns over the counter; `hours` per language, as shown."""

    handle: Handle
    name: str
    kind: Literal["warehouse", "store"] = "warehouse"
    line1: str = ""
    postcode: str = ""
    city: str = ""
    country: str = "FR"
    hours: Words = {}


class Costs(_Part):
    """What returns cost that nobody writes down, minor units of the shop's currency; None: not known, and said so.

    `label` for each one a carrier took, `handling` for each unit looked at; `lost` is how many hundredths of what was
    paid for a unit are lost by where it goes (restock, outlet …).
    """

    label: int | None = Field(default=None, ge=0, le=10_000_000)
    handling: int | None = Field(default=None, ge=0, le=10_000_000)
    lost: dict[Disposition, Annotated[int, Field(ge=0, le=100)]] = {}


class Retention(_Part):
    """How long personal data is kept, in days after what `privacy/rules/keeping.py` says each is counted from. The
    least and the most the law suggests stand there too."""

    photos: int = Field(default=180, ge=30, le=1825)
    words: int = Field(default=730, ge=90, le=3650)
    mails: int = Field(default=365, ge=30, le=1825)
    addresses: int = Field(default=1095, ge=730, le=3650)
    names: int = Field(default=1825, ge=1095, le=3650)
    looks: int = Field(default=365, ge=180, le=1095)
    audit: int = Field(default=1825, ge=365, le=3650)
    events: int = Field(default=1825, ge=90, le=3650)
    answers: int = Field(default=7, ge=1, le=90)


class Deadlines(_Part):
    """How the shop keeps its word: working days to answer somebody who waits for a person, how many hours ahead it is
    told of a deadline of the law, and the hour of its morning from which the mail of what is due leaves."""

    answer_days: int = Field(default=2, ge=1, le=30)
    near_hours: int = Field(default=24, ge=1, le=168)
    morning_hour: int = Field(default=7, ge=4, le=11)


class Parcels(_Part):
    """What is known of the way to the customer. `told`: the shop tells us of every parcel, so what is in none has not
    left and customers may cancel it themselves. `inquiry_days`: how long a carrier may look for what never arrived."""

    told: bool = False
    inquiry_days: int = Field(default=14, ge=1, le=60)


class Bench(_Part):
    """What whoever inspects goods decides alone: `alone` is how much may be taken off for use of one unit before
    anybody of the desk is asked, minor units of the shop's currency; 0: nothing."""

    alone: int = Field(default=0, ge=0, le=10_000_000)


class Exchanges(_Part):
    """What may be had in exchange, and at which price.

    `other_articles`: any article of the shop, not only another variant of the one that comes back. `price` says what
    becomes of the promotion of the purchase: "kept" lowers the new article by as much, "ends" asks its full price. What
    a dearer one costs more may be paid for `difference_days`; then what came back is paid back instead.

    `instant`: what is chosen may leave at once when its price (at most `instant_up_to` minor units; None: any) is held
    on a card. The other article has `instant_days` to arrive, and the customer is reminded `instant_remind` days
    before the last one and the day before it. A card holds money for seven days: no more than six can be given.
    """

    other_articles: bool = False
    price: Literal["kept", "ends"] = "kept"
    difference_days: int = Field(default=14, ge=4, le=90)
    instant: bool = False
    instant_up_to: int | None = Field(default=None, ge=1, le=100_000_000)
    instant_days: int = Field(default=6, ge=3, le=6)
    instant_remind: int = Field(default=3, ge=2, le=5)


class Bank(_Part):
    """The shop's own account that transfers leave from."""

    holder: str = Field(min_length=1, max_length=70)
    iban: str
    bic: str = Field(default="", pattern=r"^([A-Z0-9]{4}[A-Z]{2}[A-Z0-9]{2}([A-Z0-9]{3})?)?$")

    @field_validator("iban")
    @classmethod
    def _known(cls, value: str) -> str:
        compact: str = ibans.compact(value)
        if not ibans.is_valid(compact):
            raise ValueError("not an IBAN")
        return compact


class MoneyTerms(_Part):
    """How money goes back. `tenders`: which payment is filled first when only a part goes back; kinds left out come
    last. `partial_outbound`: what of the way out while part of the order stays. `wrapping`: when gift wrap goes back,
    with what it wraps or with the whole order. `accounts`: the shop's own number for each account of the ledger, for
    exports. `bank`: where transfers leave from.
    """

    tenders: tuple[PaymentKind, ...] = (
        PaymentKind.CARD,
        PaymentKind.WALLET,
        PaymentKind.PAY_LATER,
        PaymentKind.TRANSFER,
        PaymentKind.CASH_ON_DELIVERY,
        PaymentKind.GIFT_CARD,
        PaymentKind.CREDIT,
    )
    partial_outbound: Literal["pro_rata", "full", "nothing"] = "pro_rata"
    wrapping: Literal["goods", "order"] = "goods"
    accounts: dict[str, Annotated[str, StringConstraints(pattern=r"^[0-9A-Za-z]{1,20}$")]] = {}
    bank: Bank | None = None

    @field_validator("tenders")
    @classmethod
    def _each_once(cls, value: tuple[PaymentKind, ...]) -> tuple[PaymentKind, ...]:
        if len(set(value)) != len(value):
            raise ValueError("each kind stands once")
        return value


class Entity(_Part):
    """The company behind the shop, as French law wants it on invoices and credit notes. `legal` is printed as it stands
    ("SAS au capital de 10 000 €, RCS Lyon"); `siren` and `siret` are checked in France only. `exemption` is why no
    value added tax is charged, "" where it is.

    `note_prefix` begins the number of each credit note; settlements from `notes_from` on get one.
    """

    name: str = Field(min_length=1, max_length=200)
    legal: str = Field(default="", max_length=200)
    line1: str = Field(min_length=1, max_length=200)
    line2: str = Field(default="", max_length=200)
    postcode: str = Field(min_length=1, max_length=20)
    city: str = Field(min_length=1, max_length=100)
    country: str = Field(default="FR", pattern=r"^[A-Z]{2}$")
    siren: str = Field(default="", max_length=40)
    siret: str = Field(default="", max_length=40)
    vat_id: str = Field(default="", pattern=r"^([A-Z]{2}[0-9A-Z+*]{2,18})?$")
    exemption: str = Field(default="", max_length=200)
    note_prefix: str = Field(default="AV", pattern=r"^[A-Z0-9][A-Z0-9-]{0,11}$")
    notes_from: date

    @field_validator("siren", "siret")
    @classmethod
    def _known(cls, value: str, info: ValidationInfo) -> str:
        digits = {"siren": 9, "siret": 14}[str(info.field_name)]
        if value and info.data.get("country") == "FR" and not (len(value) == digits and is_luhn(value)):
            raise ValueError("not a number of the French register")
        return value

    @model_validator(mode="after")
    def _taxed_or_not(self) -> Self:
        if not self.vat_id and not self.exemption:
            raise ValueError("a number for value added tax, or why there is none")
        return self


class ShopSettings(_Part):
    """Everything of a shop that people set on the settings page. A credit lasts `credit_months`, what the shop added to
    it `credit_bonus_months` (None: as long)."""

    brand: Brand = Brand()
    country: str = Field(default="FR", pattern=r"^[A-Z]{2}$")
    currency: str = Field(default="EUR", pattern=r"^[A-Z]{3}$")
    timezone: str = "Europe/Paris"
    languages: tuple[str, ...] = ("fr", "en")
    reasons: tuple[Reason, ...] = ()
    locations: tuple[Location, ...] = ()
    packing: Words = {}
    gateway: str = "simulator"
    credit_months: int = Field(default=24, ge=1, le=120)
    credit_bonus_months: int | None = Field(default=None, ge=1, le=120)
    retention: Retention = Retention()
    label_days: int = Field(default=21, ge=1, le=365)
    costs: Costs = Costs()
    deadlines: Deadlines = Deadlines()
    entity: Entity | None = None
    exchanges: Exchanges = Exchanges()
    parcels: Parcels = Parcels()
    bench: Bench = Bench()
    money: MoneyTerms = MoneyTerms()

    @field_validator("reasons", "locations")
    @classmethod
    def _handles_once(cls, value: tuple[Reason | Location, ...]) -> tuple[Reason | Location, ...]:
        handles = [item.handle for item in value]
        if len(set(handles)) != len(handles):
            raise ValueError("each handle stands once")
        return value

    def reason(self, handle: str) -> Reason | None:
        return next((reason for reason in self.reasons if reason.handle == handle), None)

    def location(self, handle: str) -> Location | None:
        return next((place for place in self.locations if place.handle == handle), None)

    def receiving_location(self) -> Location | None:
        """Where parcels go unless somebody says otherwise: the first warehouse, else the first location."""
        warehouses = [place for place in self.locations if place.kind == "warehouse"]
        return next(iter(warehouses or self.locations), None)


def is_luhn(digits: str) -> bool:
    """The check digit numbers of the French register end with."""
    if not (digits.isascii() and digits.isdigit()):
        return False
    doubled = (int(digit) * (1 + place % 2) for place, digit in enumerate(reversed(digits)))
    return sum(value - 9 if value > 9 else value for value in doubled) % 10 == 0


def words(names: Words, language: str) -> str:
    """The name in a language, else in any other: a shop with one language is still understood."""
    return names.get(language) or next(iter(names.values()), "")


def of_shop(shop_id: UUID) -> ShopSettings:
    """The settings of a shop, read once a transaction; refuses `shop_unknown`."""
    return tenancy.remembered(("settings", shop_id), lambda: _read(shop_id))


def changed(shop_id: UUID) -> None:
    """They were changed in this transaction: read them again."""
    tenancy.forget(("settings", shop_id))


def _read(shop_id: UUID) -> ShopSettings:
    """Read as text, so that nothing is parsed twice."""
    row = sql.run("SELECT settings::text FROM volte_runtime_shop WHERE id = %s", [shop_id]).fetchone()
    if row is None:
        raise NotFound("shop_unknown")
    return _parsed(row[0])


_cache: dict[str, ShopSettings] = {}


def _parsed(written: str) -> ShopSettings:
    found = _cache.get(written)
    if found is None:
        if len(_cache) > 256:
            _cache.clear()
        found = _cache[written] = ShopSettings.model_validate_json(written)
    return found
