"""When this workspace wants reminders (お知らせの設定): read, written, changed as one operation."""

import json
from collections.abc import Mapping
from dataclasses import asdict, fields
from typing import Any

from pmark_desktop.domain.errors import UserError, Why
from pmark_desktop.domain.reminders import DEFAULT_POLICY, Policy
from pmark_desktop.domain.typed_steps import (
    MOST_DAYS,
    MOST_MONTHS,
    MOST_STEPS,
    parse_steps,
    steps_text,
)
from pmark_desktop.storage.tables import Table
from pmark_desktop.workspace.workspace import Done, Workspace

SETTING = "reminders"
_MOST = {"task_steps": MOST_DAYS, "window_steps": MOST_DAYS, "expiry_months": MOST_MONTHS}
_YES = "1"


def policy_of(settings: Mapping[str, str]) -> tuple[Policy, bool]:
    """Return the policy that the settings of a workspace hold, and whether it could be read.

    The default where there is none; also where it is damaged or of another program: no
    deadline is missed for that.
    """
    text = settings.get(SETTING)
    if text is None:
        return DEFAULT_POLICY, True
    try:
        return _policy(json.loads(text)), True
    except (ValueError, TypeError, RecursionError):
        return DEFAULT_POLICY, False


def _policy(held: Any) -> Policy:
    """Return the policy of a JSON object; a part that is not there is the default's.

    Raises:
        ValueError: a part is of another kind, or out of its limits.
    """
    if not isinstance(held, dict):
        raise TypeError(type(held).__name__)
    found: dict[str, Any] = {}
    for name in {field.name for field in fields(Policy)} & held.keys():
        found[name] = _checked(name, held[name])
    return Policy(**found)


def _checked(name: str, value: Any) -> object:
    if name in _MOST:
        return _steps(value, _MOST[name])
    if isinstance(value, bool) if name == "start_by" else _is_number(value, 1, MOST_DAYS):
        return value
    raise ValueError(name)


def _steps(value: Any, most: int) -> tuple[int, ...]:
    is_list = isinstance(value, list) and len(value) <= MOST_STEPS
    if not is_list or not all(_is_number(one, 0, most) for one in value):
        raise ValueError(most)
    return tuple(sorted(set(value), reverse=True))


def _is_number(value: Any, least: int, most: int) -> bool:
    return type(value) is int and least <= value <= most  # not bool, which is an int as well


def policy_texts(policy: Policy) -> dict[str, str]:
    """Return a policy as it is typed, by field; a yes is `1`, a no is empty."""
    return {
        name: steps_text(value) if isinstance(value, tuple) else _plain(value)
        for name, value in asdict(policy).items()
    }


def _plain(value: int) -> str:
    return (_YES if value else "") if isinstance(value, bool) else str(value)


def parse_field(name: str, text: str) -> object:
    """Return the value that a typed text means for a field of the policy.

    Raises:
        UserError: it means none.
    """
    if name in _MOST:
        return parse_steps(text, _MOST[name])
    if name == "start_by":
        return text == _YES
    numbers = parse_steps(text, MOST_DAYS, least=1, count=1)
    if not numbers:
        raise UserError(Why.STEPS_WRONG, text=text, least=1, most=MOST_DAYS, count=1)
    return numbers[0]


def set_policy(workspace: Workspace, texts: Mapping[str, str]) -> Done:
    """Change the policy to what was typed, as one operation; what is not named stays.

    Raises:
        UserError: something typed cannot be, or nothing would change. Nothing changed.
        StorageError: it could not be written. Nothing changed.
    """
    policy, _ = policy_of(workspace.settings)
    held = asdict(policy) | {name: parse_field(name, text) for name, text in texts.items()}
    value = json.dumps(held)
    return workspace.run(
        "setting",
        lambda operation: operation.bring(Table.SETTING, {"name": SETTING, "value": value}),
    )
