"""Rows of the journey. Decides nothing; status and counts are written by operations."""

from django.contrib.postgres.indexes import GinIndex
from django.db import models
from django.db.models import F, Q, Value

from volte.kit.words import Method, Resolution
from volte.returns.rules.lifecycle import Appeal, Kind, Outcome, Status, Verdict, Whereabouts
from volte.runtime.rows import ShopRow


def _choices(words: type) -> list[tuple[str, str]]:
    return [(word.value, word.value) for word in words]  # type: ignore[attr-defined]  # StrEnum classes iterate


class Return(ShopRow):
    """One journey. The plain copies (order number, e-mail, name, value) are what queues and searches read."""

    number = models.CharField(max_length=20)
    # NULL only for returns of a history whose purchase nobody could find.
    order = models.ForeignKey("volte_catalogue.Order", on_delete=models.PROTECT, related_name="+", null=True)
    kind = models.CharField(
        max_length=12, choices=_choices(Kind), default=Kind.RETURN.value, db_default=Kind.RETURN.value
    )
    customer_id = models.UUIDField(null=True)
    # Whoever received it as a gift sends it back: name and address are theirs, and the buyer is told nothing.
    gift_id = models.UUIDField(null=True)
    # Where the parcel comes from, when it is not where the order went.
    sender = models.JSONField(default=dict, db_default=Value({}, models.JSONField()))
    status = models.CharField(max_length=20, choices=_choices(Status), default=Status.REQUESTED.value)
    waits_for = models.CharField(max_length=20, default="", blank=True)
    waits_since = models.DateTimeField(null=True)
    deadline_at = models.DateTimeField(null=True)
    method = models.CharField(max_length=12, choices=_choices(Method))
    store = models.CharField(max_length=60, default="", blank=True)
    language = models.CharField(max_length=8, default="en")
    channel = models.CharField(max_length=12, default="portal")
    parcel_id = models.UUIDField(null=True)
    parcel_code = models.CharField(max_length=20, default="", blank=True)
    handed_over_at = models.DateTimeField(null=True)
    arrived_at = models.DateTimeField(null=True)
    inspected_at = models.DateTimeField(null=True)
    order_number = models.CharField(max_length=60)
    email = models.CharField(max_length=254, default="", blank=True)
    customer_name = models.CharField(max_length=200, default="", blank=True)
    value = models.BigIntegerField(default=0)
    # What was wrong with a box (incomplete, wrong_item, extra) or with settling it (exchange), not yet seen to; or "".
    doubt = models.CharField(max_length=12, default="", blank=True)
    # The customer said that it went badly, and nobody has seen to it yet.
    unhappy = models.BooleanField(default=False, db_default=False)
    # The customer asked a person to look at a refusal again; once.
    appeal = models.CharField(max_length=8, choices=_choices(Appeal), default="", db_default="", blank=True)
    appealed_at = models.DateTimeField(null=True)
    # What the customer still has to pay for dearer exchanges.
    due = models.BigIntegerField(default=0)
    currency = models.CharField(max_length=3)
    requested_at = models.DateTimeField()
    # The customer declared a withdrawal then: it takes effect however long the goods take, so this never expires.
    withdrawn_at = models.DateTimeField(null=True)
    # Of goods that never arrived: until when the carrier is waited for. NULL where only a person decides.
    inquiry_until = models.DateTimeField(null=True)
    approved_at = models.DateTimeField(null=True)
    last_day = models.DateField(null=True)
    settled_at = models.DateTimeField(null=True)
    closed_at = models.DateTimeField(null=True)
    updated_at = models.DateTimeField()
    policy_version = models.UUIDField(null=True)
    # How many steps are chained, and the digest of the last; NULL while nothing is (see `chaining`).
    chain_length = models.IntegerField(null=True)
    chain_head = models.CharField(max_length=64, default="", db_default="", blank=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["shop", "number"], name="return_number_once")]
        indexes = [
            models.Index(fields=["shop", "waits_for", "waits_since"], name="return_queue", condition=~Q(waits_for="")),
            models.Index(
                fields=["shop", "waits_for", "deadline_at", "waits_since", "id"],
                name="return_queue_due",
                condition=~Q(waits_for=""),
            ),
            models.Index(
                fields=["shop", "deadline_at", "id"], name="return_deadline", condition=Q(deadline_at__isnull=False)
            ),
            models.Index(fields=["shop", "status", "id"], name="return_by_status"),
            models.Index(fields=["shop", "id"], name="return_newest"),
            models.Index(fields=["shop", "updated_at", "id"], name="return_by_change"),
            models.Index(fields=["shop", "email"], name="return_by_email"),
            models.Index(fields=["shop", "order_number"], name="return_by_order_number"),
            models.Index(fields=["shop", "customer_id", "id"], name="return_by_customer"),
            models.Index(fields=["shop", "id"], name="return_owing", condition=Q(due__gt=0)),
            models.Index(fields=["last_day"], name="return_expiring", condition=Q(status="approved")),
            models.Index(
                fields=["shop", "inquiry_until"], name="return_inquiry", condition=Q(inquiry_until__isnull=False)
            ),
            models.Index(fields=["shop", "gift_id"], name="return_of_gift", condition=Q(gift_id__isnull=False)),
        ]


class Gift(ShopRow):
    """A code for whoever received units of an order as a gift. Found by the digest of the code; the code itself lies
    sealed, so that it can be printed again."""

    order = models.ForeignKey("volte_catalogue.Order", on_delete=models.PROTECT, related_name="+")
    digest = models.CharField(max_length=64)
    sealed = models.TextField()
    ending = models.CharField(max_length=4)
    made_by = models.CharField(max_length=10)
    made_at = models.DateTimeField()
    expires_at = models.DateTimeField()
    revoked_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["shop", "digest"], name="gift_code_once")]


class GiftLine(ShopRow):
    """So many units of a line are the gift."""

    gift = models.ForeignKey(Gift, on_delete=models.CASCADE, related_name="+")
    order_line_id = models.UUIDField()
    quantity = models.PositiveIntegerField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["gift", "order_line_id"], name="gift_line_once"),
            models.CheckConstraint(condition=Q(quantity__gte=1), name="gift_has_units"),
        ]


class ReturnItem(ShopRow):
    """One line of the order and how many of its units come back, why, and instead of what."""

    return_row = models.ForeignKey(Return, on_delete=models.CASCADE, related_name="+")
    position = models.PositiveSmallIntegerField()
    order_line_id = models.UUIDField(null=True)
    line = models.CharField(max_length=255)
    sku = models.CharField(max_length=255, default="", blank=True)
    product = models.CharField(max_length=255, default="", blank=True)
    title = models.CharField(max_length=500)
    image_url = models.CharField(max_length=500, default="", blank=True)
    category = models.JSONField(default=list)
    # The shop's own trait words and what the law sees in them: with the category they tell what to look at.
    traits = models.JSONField(default=list)
    quantity = models.PositiveIntegerField()
    reason = models.CharField(max_length=60, default="", blank=True)
    fault = models.CharField(max_length=10, default="", blank=True)
    comment = models.TextField(default="", blank=True)
    condition = models.CharField(max_length=20, default="", blank=True)
    photos = models.JSONField(default=list)
    resolution = models.CharField(max_length=20, choices=_choices(Resolution))
    exchange_sku = models.CharField(max_length=255, default="", blank=True)
    reservation_id = models.UUIDField(null=True)
    # What comes in exchange left first, when its price was held on a card; one new unit was then listed at this.
    sent_at = models.DateTimeField(null=True)
    sent_price = models.BigIntegerField(null=True)
    verdict = models.CharField(max_length=20, choices=_choices(Verdict))
    decision = models.JSONField(default=dict)
    trigger = models.CharField(max_length=20, default="inspection")
    whereabouts = models.CharField(
        max_length=20, choices=_choices(Whereabouts), default=Whereabouts.WITH_CUSTOMER.value
    )
    outcome = models.CharField(max_length=12, choices=_choices(Outcome), default=Outcome.PENDING.value)
    arrived = models.PositiveIntegerField(default=0)
    inspected = models.PositiveIntegerField(default=0)
    passed = models.PositiveIntegerField(default=0)
    settled = models.PositiveIntegerField(default=0)
    rejected = models.PositiveIntegerField(default=0)
    # Units that never came, and which a person decided to do without.
    missing = models.PositiveIntegerField(default=0)
    # Of the settled units, those whose exchange leaves only once the customer has paid the difference.
    unpaid = models.PositiveIntegerField(default=0)
    # Taken off the refund for use, in minor units: what a person decided, and how much of it settlements took so far.
    deduction = models.BigIntegerField(default=0, db_default=0)
    deducted = models.BigIntegerField(default=0, db_default=0)
    deduction_reason = models.TextField(default="", db_default="", blank=True)
    # What the bench proposed to take off, unit by unit, with its photos (`rules.wear`).
    wear = models.JSONField(default=list, db_default=Value([], models.JSONField()))

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(quantity__gte=1), name="item_has_units"),
            models.CheckConstraint(
                condition=Q(deducted__gte=0, deduction__gte=F("deducted")), name="item_deducted_as_decided"
            ),
            models.CheckConstraint(
                condition=Q(quantity__gte=F("settled") + F("rejected")), name="item_never_settled_twice"
            ),
            models.CheckConstraint(condition=Q(passed__lte=F("inspected")), name="item_passed_were_inspected"),
        ]
        indexes = [
            models.Index(fields=["order_line_id"], name="item_by_order_line"),
            # Does anybody else show this photo? Few items have any.
            GinIndex(fields=["photos"], name="item_by_photo", condition=~Q(photos=[])),
            # The few that were found worn, for whoever asks who still shows a photo.
            models.Index(fields=["shop"], name="item_worn", condition=~Q(wear=[])),
        ]


class Settlement(ShopRow):
    """Units settled together: what was promised for them, line by line as it was shown."""

    return_row = models.ForeignKey(Return, on_delete=models.PROTECT, related_name="+", null=True)
    kind = models.CharField(max_length=20)
    units = models.JSONField(default=dict)
    amount = models.BigIntegerField(default=0)
    currency = models.CharField(max_length=3)
    plan = models.JSONField(default=list)
    detail = models.JSONField(default=dict)
    made_at = models.DateTimeField()


class Step(ShopRow):
    """Who did what when: the timeline of a return. Only ever added to."""

    return_row = models.ForeignKey(Return, on_delete=models.CASCADE, related_name="+")
    kind = models.CharField(max_length=40)
    actor_kind = models.CharField(max_length=10)
    actor_name = models.CharField(max_length=120, default="", blank=True)
    detail = models.JSONField(default=dict)
    at = models.DateTimeField()
    # The chain (`rules.chain`): `place` is NULL until it is chained. `salts` open the salted digests, and go when what
    # they open is erased.
    place = models.IntegerField(null=True)
    digest = models.CharField(max_length=64, default="", db_default="", blank=True)
    words_digest = models.CharField(max_length=64, default="", db_default="", blank=True)
    bound = models.JSONField(default=dict, db_default=Value({}, models.JSONField()))
    salts = models.JSONField(default=dict, db_default=Value({}, models.JSONField()))
    adopted_at = models.DateTimeField(null=True)
    erased_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["return_row", "place"], condition=~Q(place=None), name="step_place_once")
        ]
        indexes = [
            models.Index(fields=["return_row", "id"], name="step_of_return"),
            models.Index(fields=["shop", "return_row"], name="step_not_chained", condition=Q(place=None)),
        ]


class DeadlineNotice(ShopRow):
    """That a deadline of a return was told of: `kind` near before it ends, missed after."""

    return_row = models.ForeignKey(Return, on_delete=models.CASCADE, related_name="+")
    deadline = models.CharField(max_length=30)
    kind = models.CharField(max_length=10)
    at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["return_row", "deadline", "kind"], name="deadline_told_once"),
        ]


class MorningMail(ShopRow):
    """The last day of which people of the shop were told in the morning what is due: one row a shop."""

    on = models.DateField()
    at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["shop"], name="morning_once_per_shop")]


class Feedback(ShopRow):
    """The question at the end: put once, when the return is settled, and perhaps answered."""

    return_row = models.OneToOneField(Return, on_delete=models.CASCADE, related_name="+")
    asked_at = models.DateTimeField()
    score = models.PositiveSmallIntegerField(null=True)
    comment = models.TextField(default="", blank=True)
    given_at = models.DateTimeField(null=True)
    changed_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(score=None) | Q(score__gte=1, score__lte=5), name="feedback_one_to_five")
        ]
        indexes = [
            models.Index(fields=["shop", "asked_at"], name="feedback_by_month"),
            models.Index(fields=["shop", "-given_at"], name="feedback_latest", condition=Q(score__isnull=False)),
        ]
