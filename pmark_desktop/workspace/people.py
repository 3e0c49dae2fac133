"""Changes to the organisation and to who holds which role."""

from collections.abc import Mapping

from pmark_desktop.domain.errors import UserError, Why
from pmark_desktop.domain.records import RoleHolder
from pmark_desktop.domain.texts import clean, parse_registration
from pmark_desktop.storage.journal import Operation
from pmark_desktop.storage.tables import Table
from pmark_desktop.workspace.workspace import Done, Workspace, cleaned_away


def set_organisation(workspace: Workspace, changes: Mapping[str, str]) -> Done:
    """Change facts of the organisation as one operation.

    Raises:
        UserError: the name is empty or the number has a wrong form. Nothing changed.
    """
    values, cleaned = {}, 0
    for field, text in changes.items():
        values[field], removed = clean(text.strip())
        cleaned += removed
    if "number" in values:
        values["number"] = parse_registration(values["number"])
    if values.get("name") == "":
        raise UserError(Why.NAME_MISSING)
    return workspace.run(
        "organisation",
        lambda operation: _change(operation, Table.ORGANISATION, 1, values),
        notices=cleaned_away(cleaned),
    )


def _change(operation: Operation, table: Table, key: int | str, values: Mapping[str, str]) -> None:
    operation.change(table, (key,), values)


def assign(workspace: Workspace, role: str, person: str, mail: str) -> Done:
    """Say who holds a role, as one operation; its open tasks get the new owner.

    A task whose owner was set by hand keeps it, and so does what is done or excluded: that is
    a record of who did it.

    Raises:
        UserError: there is no such role, or nothing would change.
    """
    content = workspace.content
    holder = next((one for one in content.roles if one.role == role), None)
    if holder is None:
        raise UserError(Why.CHOICE_UNKNOWN, text=role, field="role",
                        choices=" ".join(one.role for one in content.roles))  # fmt: skip
    name, address = clean(person.strip()), clean(mail.strip())
    after = RoleHolder(role, name.text, address.text)

    def write(operation: Operation) -> None:
        operation.change(Table.ROLE, (role,), {"person": after.person, "mail": after.mail})
        for task in content.tasks.values():
            follows = task.owner in (holder.shown, "") and task.item.role == role
            if follows and not task.is_closed:
                operation.change(Table.TASK, (content.cycle.id, task.id), {"owner": after.shown})

    told = cleaned_away(name.removed + address.removed)
    return workspace.run("assign", write, notices=told)
