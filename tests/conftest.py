"""Shared fixtures. No test needs a screen, a network, today's date or the user's own files."""

import os

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from collections.abc import Callable
from itertools import count

import pytest
from hypothesis import settings

from pmark_desktop.domain.checklist import Item, Stage
from pmark_desktop.domain.rules import parse_rule
from pmark_desktop.domain.task import Task

settings.register_profile("suite", deadline=None, database=None, derandomize=True, max_examples=60)
settings.load_profile("suite")


@pytest.fixture
def make_item() -> Callable[..., Item]:
    """Build valid items; a test names only what it is about. Rules are given as text."""
    numbers = count(1)

    def make(**given) -> Item:
        for field in ("due", "hard_due"):
            if isinstance(given.get(field), str):
                given[field] = parse_rule(given[field])
        texts = dict.fromkeys(("guidance", "clause", "evidence", "role"), "")
        valid = texts | {"id": f"AUD-{next(numbers):02}", "title": "内部監査", "stage": Stage.CHECK}
        return Item(**(valid | given))

    return make


@pytest.fixture
def make_task(make_item) -> Callable[..., Task]:
    """Build valid tasks; a test names only what it is about."""

    def make(**given) -> Task:
        item = given.pop("item", None) or make_item(due="expiry - 10 months")
        return Task(**({"id": item.id, "list_key": "AUD", "item": item} | given))

    return make
