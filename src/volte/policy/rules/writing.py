"""How is one part of a document rewritten, so that all the rest, comments included, stays as it was written?"""

import json
from collections.abc import Mapping
from typing import Any

import tomlkit
from tomlkit.exceptions import TOMLKitError
from tomlkit.items import AoT, InlineTable, Table

from volte.kit.errors import Invalid


def plain(document: str) -> dict[str, Any]:
    """The document as tables, lists and values, whatever they are. Refuses `policy_not_readable`."""
    found: dict[str, Any] = _opened(document).unwrap()
    return found


def with_table(document: str, name: str, values: Mapping[str, Any]) -> str:
    """`document` with table `name` saying `values`, and nothing else; keys that say the same already stay untouched."""
    opened = _opened(document)
    if not isinstance(opened.get(name), Table):
        opened[name] = tomlkit.table()
    _say(opened[name], values)
    return tomlkit.dumps(opened)


def with_rule(document: str, place: int | None, rule: Mapping[str, Any]) -> str:
    """`document` with `rule` at `place` (from 0), or as the last one."""
    opened = _opened(document)
    rules = _rules(opened)
    if place is None:
        made = tomlkit.table()
        _say(made, rule)
        # As people write: a blank line before each rule.
        made.trivia.indent = "\n"
        rules.append(made)
        opened["rule"] = rules
    else:
        _say(rules[place], rule)
    return tomlkit.dumps(opened)


def without_rule(document: str, place: int) -> str:
    """`document` without the rule at `place`."""
    opened = _opened(document)
    rules = _rules(opened)
    del rules[place]
    if not len(rules):
        del opened["rule"]
    return tomlkit.dumps(opened)


def moved_rule(document: str, place: int, to: int) -> str:
    """`document` with the rule at `place` read as the one at `to`."""
    opened = _opened(document)
    order = list(_rules(opened))
    order.insert(to, order.pop(place))
    rules = tomlkit.aot()
    for each in order:
        rules.append(each)
    opened["rule"] = rules
    return tomlkit.dumps(opened)


def _opened(document: str) -> tomlkit.TOMLDocument:
    try:
        if document.lstrip().startswith("{"):
            return tomlkit.parse(tomlkit.dumps(json.loads(document)))
        return tomlkit.parse(document)
    except (TOMLKitError, ValueError, TypeError, RecursionError) as fault:
        raise Invalid("policy_not_readable", why=str(fault)) from fault


def _rules(opened: tomlkit.TOMLDocument) -> AoT:
    found = opened.get("rule")
    if found is not None and not isinstance(found, AoT):
        raise Invalid("policy_not_readable", why="rule")
    return tomlkit.aot() if found is None else found


def _say(table: Any, values: Mapping[str, Any]) -> None:
    # An empty list says nothing that leaving it out would not say too: it stays.
    for key in [key for key in table if key not in values and _plain(table[key]) != []]:
        del table[key]
    for key, value in values.items():
        if isinstance(value, Mapping) and isinstance(table.get(key), Table | InlineTable):
            _say(table[key], value)
        elif key not in table or _differs(_plain(table[key]), value):
            table[key] = _inline(value)


def _plain(item: Any) -> Any:
    return item.unwrap() if hasattr(item, "unwrap") else item


def _differs(said: Any, value: Any) -> bool:
    """One word and a list of that word say the same."""
    return value not in (said, [said]) or isinstance(said, bool) != isinstance(value, bool)


def _inline(value: Any) -> Any:
    """Tables within tables on one line, as people write policies."""
    if not isinstance(value, Mapping):
        return tomlkit.item(value)
    made = tomlkit.inline_table()
    for key, each in value.items():
        made[key] = _inline(each)
    return made
