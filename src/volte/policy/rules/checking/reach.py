"""Which rules never matter: because an earlier one ends the reading, because their own conditions cannot hold together,
because a later one takes back all they set, or because their time is over?"""

from collections.abc import Iterator
from datetime import date

from volte.kit.text import message
from volte.policy.rules.checking.finding import Finding, Level
from volte.policy.rules.conditions import AnyOf, Between, Condition, InCategory, Is, Matching, OneOf, OptionIs, Range
from volte.policy.rules.model import Policy, Rule
from volte.policy.rules.words import Fact


def findings(policy: Policy, today: date) -> Iterator[Finding]:
    """Never-firing and idle rules, and pairs that say the opposite of each other under the same conditions."""
    for place, rule in enumerate(policy.rules):
        before, after = policy.rules[:place], policy.rules[place + 1 :]
        yield from _own(rule, today)
        stopping = next((one for one in before if one.stop and implies(rule.when, one.when)), None)
        if stopping is not None:
            yield _warned(rule, "stopped", other=stopping.id)
            continue
        yield from _undone(rule, after)


def _own(rule: Rule, today: date) -> Iterator[Finding]:
    """What the rule's own conditions say of it."""
    for condition in rule.when:
        match condition:
            case Range(_, over, at_least, under, at_most) if _empty(over, at_least, under, at_most):
                yield _warned(rule, "impossible")
            case Between(_, first, last) if first is not None and last is not None and last < first:
                yield _warned(rule, "impossible")
            case Between(Fact.ORDERED, _, last) if last is not None and last < today:
                yield _warned(rule, "over", last_day=last)
    wrong, right = Is(Fact.SEAL_BROKEN, True), Is(Fact.SEAL_BROKEN, False)
    if wrong in rule.when and right in rule.when:
        yield _warned(rule, "impossible")


def _empty(over: object, at_least: object, under: object, at_most: object) -> bool:
    low = max((bound for bound in (over, at_least) if bound is not None), default=None)  # type: ignore[type-var]
    high = min((bound for bound in (under, at_most) if bound is not None), default=None)  # type: ignore[type-var]
    if low is None or high is None:
        return False
    strict = low in (over,) or high in (under,)
    return bool(low > high or (strict and low == high))  # type: ignore[operator]


def _undone(rule: Rule, after: tuple[Rule, ...]) -> Iterator[Finding]:
    """Later rules that fire whenever this one does, and set what it sets."""
    left = dict(rule.then)
    if rule.stop or not left:
        return
    for later in after:
        if not implies(rule.when, later.when):
            continue
        same = implies(later.when, rule.when)
        for name in [name for name in left if name in later.then]:
            if same and later.then[name] != left[name]:
                field = message(f"policy-field-{name}")
                said = message("policy-check-contradicts", rule=rule.id, other=later.id, field=field)
                yield Finding(Level.WARNS, f"rule.{rule.id}.then.{name}", said)
            del left[name]
        if not left:
            yield _warned(rule, "undone", other=later.id)
            return


def _warned(rule: Rule, code: str, **params: object) -> Finding:
    return Finding(Level.WARNS, f"rule.{rule.id}", message(f"policy-check-{code}", rule=rule.id, **params))


def implies(these: tuple[Condition, ...], those: tuple[Condition, ...]) -> bool:
    """Do `those` hold wherever `these` do? When in doubt no."""
    return all(any(_implies(one, other) for one in these) for other in those)


def _implies(one: Condition, other: Condition) -> bool:
    if one == other:
        return True
    match one, other:
        case OneOf(fact, values), OneOf(wanted, others) if fact is wanted:
            return values <= others
        case Range() as narrow, Range() as wide if narrow.fact is wide.fact and narrow.currency == wide.currency:
            return _within(narrow, wide)
        case Between(fact, first, last), Between(wanted, begins, ends) if fact is wanted:
            starts = begins is None or (first is not None and begins <= first)
            return starts and (ends is None or (last is not None and last <= ends))
        case OptionIs(name, values), OptionIs(wanted_name, others):
            return name == wanted_name and values <= others
        case InCategory(paths), InCategory(others):
            return all(any(_holds(path, other_path) for other_path in others) for path in paths)
        case Matching(fact, exact, beginnings), Matching(wanted, others, starts) if fact is wanted:
            return all(code in others or code.startswith(starts) for code in exact) and all(
                beginning.startswith(starts) for beginning in beginnings
            )
        case AnyOf(fact, values), AnyOf(wanted, others) if fact is wanted:
            return values <= others
        case _:
            return False


def _within(narrow: Range, wide: Range) -> bool:
    """Does everything in the narrow range lie in the wide one?"""
    lows = [bound for bound in (narrow.over, narrow.at_least) if bound is not None]
    highs = [bound for bound in (narrow.under, narrow.at_most) if bound is not None]
    low, high = max(lows, default=None), min(highs, default=None)
    strict_low = low is not None and low == narrow.over
    strict_high = high is not None and high == narrow.under
    return (
        (wide.over is None or (low is not None and (low > wide.over or (low == wide.over and strict_low))))
        and (wide.at_least is None or (low is not None and low >= wide.at_least))
        and (wide.under is None or (high is not None and (high < wide.under or (high == wide.under and strict_high))))
        and (wide.at_most is None or (high is not None and high <= wide.at_most))
    )


def _holds(path: tuple[str, ...], part: tuple[str, ...]) -> bool:
    """Does whoever is in `path` also stand in `part`?"""
    return any(path[place : place + len(part)] == part for place in range(len(path) - len(part) + 1))
