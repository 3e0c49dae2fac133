"""National holidays as they were published: read from a file, compared, taken in."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from pmark_desktop.domain.days import OfficeDays, national_holidays
from pmark_desktop.domain.errors import Notice, UserError, Why
from pmark_desktop.domain.holiday_list import (
    Difference,
    HolidayFault,
    HolidayProblem,
    HolidaysByYear,
    differences,
    is_unlike,
)
from pmark_desktop.domain.texts import clean
from pmark_desktop.exchange.holiday_csv import read_holiday_csv
from pmark_desktop.storage import rows
from pmark_desktop.storage.journal import Operation, Value
from pmark_desktop.storage.tables import Table
from pmark_desktop.workspace.cycles import fit, with_overdue_pins
from pmark_desktop.workspace.workspace import Done, Told, Workspace, cleaned_away

_YEARS_BEFORE = 3  # a cycle looks back two years from its window
_MOST_SOURCE = 120


@dataclass(frozen=True, slots=True)
class HolidayIntake:
    """What a file of holidays holds for a workspace, or all that is wrong with it.

    `years` are those that matter to it; `total` counts the days in the whole file. `changed`
    are the years that differ from what holds now, `differences` from what is computed.
    """

    source: str
    years: HolidaysByYear = field(default_factory=dict)
    total: int = 0
    changed: tuple[int, ...] = ()
    differences: tuple[Difference, ...] = ()
    problems: tuple[HolidayProblem, ...] = ()


def first_year(workspace: Workspace) -> int:
    """Return the first year whose holidays matter to the cycle."""
    return workspace.content.cycle.created_on.year - _YEARS_BEFORE


def read_holidays(workspace: Workspace, path: Path) -> HolidayIntake:
    """Return what taking in a file would do. Nothing changes.

    Raises:
        UserError: the file is sound, but ends before the first year that matters.
    """
    source = _source(path.name)
    found, problems = read_holiday_csv(path)
    if found is None:
        return HolidayIntake(source, problems=tuple(problems))
    years = _wanted(workspace, found)
    strange = [
        HolidayProblem(HolidayFault.YEAR_UNLIKE, 0, str(year))
        for year, days in years.items()
        if is_unlike(days, national_holidays(year))
    ]
    if strange:
        return HolidayIntake(source, problems=tuple(strange))
    return HolidayIntake(
        source,
        years,
        total=sum(map(len, found.values())),
        changed=tuple(_changed(workspace, years)),
        differences=tuple(
            one
            for year, days in years.items()
            for one in differences(days, national_holidays(year))
        ),
    )


def office_with(workspace: Workspace, holidays: HolidaysByYear) -> OfficeDays:
    """Return the company's working days as they will be with these holidays."""
    with workspace.database.reading() as link:
        spans = rows.load_closed_days(link, "company")
        present = rows.load_holidays(link)
    return OfficeDays(spans, present | dict(_wanted(workspace, holidays)))


def import_holidays(workspace: Workspace, holidays: HolidaysByYear, source: str) -> Done:
    """Take in holidays by year as one operation; tasks that are open and not pinned follow.

    Years that matter to nothing in the cycle are left out; what is there of a year is replaced
    whole. A year of the same days stays as it is, with its source.

    Raises:
        UserError: no year matters, or nothing would change. Nothing changed.
        StorageError: it could not be written. Nothing changed.
    """
    years = _wanted(workspace, holidays)
    office = office_with(workspace, years)
    changed = _changed(workspace, years)
    name, cleaned = clean(_source(source))

    def write(operation: Operation) -> None:
        for year in changed:
            row: dict[str, Value] = {"year": year, "days": _stored(years[year]), "source": name}
            operation.bring(Table.HOLIDAY_YEAR, row)
        if changed:
            content = workspace.content
            fit(operation, workspace, content.cycle, content.lists, office=office)

    told = cleaned_away(cleaned)
    told.append(
        Told(Notice.HOLIDAYS_TAKEN, {"first": min(years), "last": max(years), "source": name})
    )
    return with_overdue_pins(workspace, workspace.run("holidays", write, notices=told))


def differences_in(workspace: Workspace, year: int) -> list[Difference]:
    """Return on which days the holidays counted with differ from what is computed."""
    return list(differences(workspace.office.holidays(year), national_holidays(year)))


def office_without(workspace: Workspace, year: int) -> OfficeDays:
    """Return the company's working days as they will be once this year is computed again."""
    with workspace.database.reading() as link:
        spans = rows.load_closed_days(link, "company")
        present = rows.load_holidays(link)
    return OfficeDays(spans, {one: days for one, days in present.items() if one != year})


def retire_holidays(workspace: Workspace, year: int) -> Done:
    """Compute the holidays of a year again, as one operation; tasks follow as above.

    Raises:
        UserError: they are computed already. Nothing changed.
        StorageError: it could not be written. Nothing changed.
    """
    if year not in holiday_sources(workspace):
        raise UserError(Why.NOTHING_CHANGED)
    office = office_without(workspace, year)

    def write(operation: Operation) -> None:
        operation.change(Table.HOLIDAY_YEAR, (year,), {"live": 0})
        content = workspace.content
        fit(operation, workspace, content.cycle, content.lists, office=office)

    return with_overdue_pins(workspace, workspace.run("holidays_back", write))


def holiday_sources(workspace: Workspace) -> dict[int, str]:
    """Return the file that the holidays of a year were read from; computed years have none."""
    with workspace.database.reading() as link:
        return rows.load_holiday_sources(link)


def _source(name: str) -> str:
    return " ".join(clean(name[:_MOST_SOURCE]).text.split())


def _wanted(workspace: Workspace, holidays: HolidaysByYear) -> HolidaysByYear:
    first = first_year(workspace)
    years = {year: holidays[year] for year in sorted(holidays) if year >= first and holidays[year]}
    if not years:
        raise UserError(Why.HOLIDAYS_TOO_OLD, last=max(holidays, default=0), first=first)
    return years


def _changed(workspace: Workspace, years: HolidaysByYear) -> list[int]:
    with workspace.database.reading() as link:
        present = rows.load_holidays(link)
    return [year for year, days in years.items() if present.get(year) != days]


def _stored(days: Mapping[date, str]) -> str:
    return json.dumps([[day.isoformat(), days[day]] for day in sorted(days)], ensure_ascii=False)
