"""Wishes about own content, lists, what applies and the cycle's end; each is one step."""

from collections.abc import Mapping, Sequence

from pmark_desktop.domain.checklist import Condition
from pmark_desktop.session.desk import Desk
from pmark_desktop.words_applicability import condition_name
from pmark_desktop.words_steps import act_step, add_step, items_step
from pmark_desktop.workspace import (
    applicability,
    closing,
    own_content,
    own_items,
    own_lists,
    retiring,
)


class OwnDesk:
    """The part of a desk that the pages of own content speak to; True: something was saved."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._workspace = desk.workspace
        self._language = desk.language

    def add_tasks(self, list_key: str, rows: Sequence[Mapping[str, str]]) -> bool:
        """Add own items with their tasks to the end of a list."""
        title = rows[0].get("title", "") if len(rows) == 1 else ""
        name = add_step(title, self._language) if title else items_step(
            "add_task", [""] * len(rows), self._language
        )  # fmt: skip
        return self._desk.carry_out(
            name,
            lambda: own_content.add_own_tasks(self._workspace, list_key, rows, self._desk.today),
        )

    def edit_item(self, item: str, texts: Mapping[str, str]) -> bool:
        """Change an own item to what was typed."""
        return self._desk.carry_out(
            act_step("edit_item", item, self._language),
            lambda: own_items.edit_item(self._workspace, item, texts),
        )

    def duplicate(self, items: Sequence[str]) -> bool:
        """Put an own copy behind each item."""
        return self._desk.carry_out(
            items_step("duplicate_item", items, self._language),
            lambda: own_items.duplicate_items(self._workspace, items, self._desk.today),
        )

    def move(self, items: Sequence[str], step: int) -> bool:
        """Move items up (-1) or down (1) within their lists."""
        return self._desk.carry_out(
            items_step("move_item", items, self._language),
            lambda: own_items.move_items(self._workspace, items, step),
        )

    def retire(self, items: Sequence[str], reason: str) -> bool:
        """Take items with their tasks out of use."""
        return self._desk.carry_out(
            items_step("retire_item", items, self._language),
            lambda: retiring.retire_items(self._workspace, items, reason),
        )

    def bring_back(self, items: Sequence[str]) -> bool:
        """Put retired items into use again."""
        return self._desk.carry_out(
            items_step("bring_back_item", items, self._language),
            lambda: retiring.bring_back(self._workspace, items),
        )

    def switch_list(self, key: str, title: str, *, on: bool) -> bool:
        """Put a checklist into use or out of it."""
        return self._desk.carry_out(
            act_step("list_on" if on else "list_off", title, self._language),
            lambda: own_lists.switch_list(self._workspace, key, on=on),
        )

    def add_list(self, title: str, key: str) -> bool:
        """Add an own checklist."""
        return self._desk.carry_out(
            act_step("add_own_list", title, self._language),
            lambda: own_lists.add_own_list(self._workspace, title, key, self._desk.today),
        )

    def rename_list(self, key: str, title: str) -> bool:
        """Give an own checklist another title."""
        return self._desk.carry_out(
            act_step("rename_list", title, self._language),
            lambda: own_lists.rename_own_list(self._workspace, key, title),
        )

    def set_switches(self, wanted: Mapping[Condition, bool]) -> bool:
        """Say which conditions hold."""
        plan = applicability.plan_switches(self._workspace, wanted)
        names = [condition_name(condition, self._language) for condition in plan.switches]
        return self._desk.carry_out(
            items_step("applicability", names, self._language),
            lambda: applicability.set_switches(self._workspace, wanted, self._language),
        )

    def close_cycle(self, reason: str) -> bool:
        """Close the cycle."""
        return self._desk.carry_out(
            act_step("close_cycle", "", self._language),
            lambda: closing.close_cycle(self._workspace, reason, self._desk.today),
        )

    def reopen_cycle(self, reason: str) -> bool:
        """Open the cycle again."""
        return self._desk.carry_out(
            act_step("reopen_cycle", "", self._language),
            lambda: closing.reopen_cycle(self._workspace, reason),
        )
