"""The schemas of a workspace file: the newest, the way to it, and what older files held.

To change the schema: raise `SCHEMA`, make its statements of those of the one before, add those
that lead there to `STEPS`, and those that let the older files be read to `LENSES`. The statements
of a schema that was released are never edited.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence

SCHEMA = 2
APPLICATION_ID = 0x504D524B  # "PMRK"

_DAY = "TEXT CHECK ({0} IS NULL OR {0} GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]')"


def _day(name: str, rest: str = "") -> str:
    return f"{name} {_DAY.format(name)} {rest}".rstrip()


_TEXT = "TEXT NOT NULL DEFAULT ''"
_LIVE = "live INTEGER NOT NULL DEFAULT 1 CHECK (live IN (0, 1))"

_SCHEMA_1 = (
    """CREATE TABLE workspace (
        id INTEGER PRIMARY KEY CHECK (id = 1),
        uuid TEXT NOT NULL
    ) STRICT""",
    f"""CREATE TABLE organisation (
        id INTEGER PRIMARY KEY CHECK (id = 1),
        name TEXT NOT NULL, number {_TEXT}, body {_TEXT}, contact {_TEXT},
        form_no {_TEXT}, form_version {_TEXT}, guideline_version {_TEXT}
    ) STRICT""",
    f"""CREATE TABLE cycle (
        id INTEGER PRIMARY KEY,
        {_day("expires", "NOT NULL")}, year_start TEXT NOT NULL, {_day("created_on", "NOT NULL")},
        {_day("window_opens")}, {_day("window_closes")}, window_source {_TEXT},
        {_day("applied_planned")}, {_day("applied")},
        {_day("site_visit_planned")}, {_day("site_visit")},
        {_day("findings_issued_planned")}, {_day("findings_issued")},
        {_day("decided_planned")}, {_day("decided")}
    ) STRICT""",
    f"""CREATE TABLE checklist (
        cycle INTEGER NOT NULL REFERENCES cycle (id), key TEXT NOT NULL,
        position INTEGER NOT NULL, title TEXT NOT NULL, title_en {_TEXT},
        kind TEXT NOT NULL CHECK (kind IN ('main', 'supp')), version TEXT NOT NULL,
        {_day("date", "NOT NULL")}, source {_TEXT}, {_LIVE},
        PRIMARY KEY (cycle, key)
    ) STRICT, WITHOUT ROWID""",
    f"""CREATE TABLE item (
        cycle INTEGER NOT NULL, id TEXT NOT NULL, list TEXT NOT NULL, position INTEGER NOT NULL,
        title TEXT NOT NULL, guidance {_TEXT}, clause {_TEXT}, evidence {_TEXT}, role {_TEXT},
        stage TEXT NOT NULL CHECK (stage IN ('plan', 'do', 'check', 'act')),
        due TEXT, hard_due TEXT, due_note {_TEXT},
        repeat TEXT NOT NULL CHECK (repeat IN ('once', 'yearly', 'quarterly', 'monthly')),
        lead_days INTEGER NOT NULL, applies_if TEXT, {_LIVE},
        PRIMARY KEY (cycle, id),
        FOREIGN KEY (cycle, list) REFERENCES checklist (cycle, key)
    ) STRICT, WITHOUT ROWID""",
    f"""CREATE TABLE event (
        cycle INTEGER NOT NULL, list TEXT NOT NULL, number INTEGER NOT NULL,
        anchor TEXT NOT NULL CHECK (anchor IN ('event', 'known')), name TEXT NOT NULL,
        {_day("day", "NOT NULL")}, {_LIVE},
        PRIMARY KEY (cycle, list, number),
        FOREIGN KEY (cycle, list) REFERENCES checklist (cycle, key)
    ) STRICT, WITHOUT ROWID""",
    f"""CREATE TABLE task (
        cycle INTEGER NOT NULL, id TEXT NOT NULL, item TEXT NOT NULL, occurrence {_TEXT},
        owner {_TEXT},
        state TEXT NOT NULL DEFAULT 'todo'
            CHECK (state IN ('todo', 'doing', 'review', 'done', 'excluded')),
        result TEXT NOT NULL DEFAULT 'unrated'
            CHECK (result IN ('unrated', 'conforms', 'observation', 'nonconforming')),
        {_day("due")}, {_day("hard_due")}, waits_for TEXT,
        pinned INTEGER NOT NULL DEFAULT 0 CHECK (pinned IN (0, 1)),
        {_day("done_on")}, checked_by {_TEXT}, {_day("checked_on")}, note {_TEXT}, reason {_TEXT},
        outside INTEGER NOT NULL DEFAULT 0 CHECK (outside IN (0, 1)), {_LIVE},
        PRIMARY KEY (cycle, id),
        FOREIGN KEY (cycle, item) REFERENCES item (cycle, id)
    ) STRICT, WITHOUT ROWID""",
    f"CREATE TABLE role (role TEXT PRIMARY KEY, person {_TEXT}, mail {_TEXT}) STRICT",
    """CREATE TABLE content (
        sha256 TEXT PRIMARY KEY CHECK (length(sha256) = 64), size INTEGER NOT NULL
    ) STRICT""",
    """CREATE TABLE chunk (
        sha256 TEXT NOT NULL REFERENCES content (sha256), number INTEGER NOT NULL,
        bytes BLOB NOT NULL,
        PRIMARY KEY (sha256, number)
    ) STRICT""",
    f"""CREATE TABLE evidence (
        number INTEGER PRIMARY KEY,
        kind TEXT NOT NULL CHECK (kind IN ('file', 'link', 'paper')),
        name TEXT NOT NULL, place {_TEXT}, sha256 TEXT REFERENCES content (sha256),
        size INTEGER NOT NULL DEFAULT 0, {_day("added_on", "NOT NULL")}, added_by {_TEXT},
        {_LIVE}, retired_reason {_TEXT}
    ) STRICT""",
    f"""CREATE TABLE proof (
        evidence INTEGER NOT NULL REFERENCES evidence (number),
        cycle INTEGER NOT NULL, task TEXT NOT NULL, {_LIVE},
        PRIMARY KEY (evidence, cycle, task),
        FOREIGN KEY (cycle, task) REFERENCES task (cycle, id)
    ) STRICT, WITHOUT ROWID""",
    f"""CREATE TABLE closed_day (
        id INTEGER PRIMARY KEY, whose TEXT NOT NULL CHECK (whose IN ('company', 'body')),
        {_day("first", "NOT NULL")}, {_day("last", "NOT NULL")},
        every_year INTEGER NOT NULL DEFAULT 0 CHECK (every_year IN (0, 1)), {_LIVE}
    ) STRICT""",
    """CREATE TABLE log (
        seq INTEGER PRIMARY KEY, operation INTEGER NOT NULL, act TEXT NOT NULL, reverses INTEGER,
        at TEXT NOT NULL, who TEXT NOT NULL, kind TEXT NOT NULL, target TEXT NOT NULL,
        field TEXT NOT NULL, old TEXT, new TEXT, why TEXT NOT NULL DEFAULT '',
        hash TEXT NOT NULL CHECK (length(hash) = 64)
    ) STRICT""",
    "CREATE INDEX log_operation ON log (operation)",
    "CREATE INDEX log_target ON log (kind, target)",
    """CREATE TRIGGER log_is_not_changed BEFORE UPDATE ON log
       BEGIN SELECT RAISE (ABORT, 'log'); END""",
    """CREATE TRIGGER log_is_not_cut BEFORE DELETE ON log
       BEGIN SELECT RAISE (ABORT, 'log'); END""",
)

_CLOSED_DAY_2 = f"""CREATE TABLE closed_day (
        id INTEGER PRIMARY KEY, whose TEXT NOT NULL CHECK (whose IN ('company', 'body')),
        name {_TEXT}, {_day("first", "NOT NULL")}, {_day("last", "NOT NULL")},
        every_year INTEGER NOT NULL DEFAULT 0 CHECK (every_year IN (0, 1)), {_LIVE}
    ) STRICT"""
_NEW_IN_2 = (
    f"""CREATE TABLE holiday_year (
        year INTEGER PRIMARY KEY, days TEXT NOT NULL, source {_TEXT}, {_LIVE}
    ) STRICT""",
    f"CREATE TABLE setting (name TEXT PRIMARY KEY, value TEXT NOT NULL, {_LIVE}) STRICT",
)
_ANSWERED_ON = _day("window_answered_on")
_CLOSED_1 = "id, whose, first, last, every_year, live"

_TAG = f"tag {_TEXT}"
_RECHECK = "recheck INTEGER NOT NULL DEFAULT 0 CHECK (recheck IN (0, 1))"
_CLOSED_ON = _day("closed_on")

STEPS: Mapping[int, Sequence[str]] = {
    1: (
        f"ALTER TABLE cycle ADD COLUMN {_ANSWERED_ON}",
        f"ALTER TABLE cycle ADD COLUMN {_CLOSED_ON}",
        f"ALTER TABLE task ADD COLUMN {_TAG}",
        f"ALTER TABLE task ADD COLUMN {_RECHECK}",
        f"CREATE TEMP TABLE kept AS SELECT {_CLOSED_1} FROM main.closed_day",  # noqa: S608
        "DROP TABLE main.closed_day",
        _CLOSED_DAY_2,
        f"INSERT INTO main.closed_day ({_CLOSED_1}) SELECT {_CLOSED_1} FROM temp.kept",  # noqa: S608
        "DROP TABLE temp.kept",
        *_NEW_IN_2,
    ),
}
"""By the schema number they start from: the statements that lead to the next."""

LENSES: Mapping[int, Sequence[str]] = {
    1: (
        "CREATE TEMP VIEW cycle AS SELECT *, NULL AS window_answered_on, NULL AS closed_on "
        "FROM main.cycle",
        "CREATE TEMP VIEW task AS SELECT *, '' AS tag, 0 AS recheck FROM main.task",
        "CREATE TEMP VIEW closed_day AS SELECT *, '' AS name FROM main.closed_day",
        *(one.replace("CREATE TABLE", "CREATE TEMP TABLE") for one in _NEW_IN_2),
    ),
}
"""By schema number: what lets an older file be read as one of the newest, without a change."""
_CONSTRAINTS = ",\n        PRIMARY KEY ("


def _with_columns(statements: Iterable[str], added: Mapping[str, Sequence[str]]) -> Iterator[str]:
    """Yield statements with columns added to tables, as `ALTER TABLE ADD COLUMN` writes them.

    So the objects of a fresh file are those of a file that was upgraded.
    """
    for statement in statements:
        kind, name = statement.split()[1:3]
        for column in added.get(name, ()) if kind == "TABLE" else ():
            at = statement.find(_CONSTRAINTS)  # columns come before what binds several of them
            at = statement.rindex(")") if at < 0 else at
            statement = f"{statement[:at]}, {column}{statement[at:]}"  # noqa: PLW2901
        yield statement


def _newest() -> Iterator[str]:
    """Yield the statements of a fresh file."""
    added = {"cycle": [_ANSWERED_ON, _CLOSED_ON], "task": [_TAG, _RECHECK]}
    for statement in _with_columns(_SCHEMA_1, added):
        if statement.startswith("CREATE TABLE closed_day "):
            yield _CLOSED_DAY_2
            yield from _NEW_IN_2
        else:
            yield statement


DDL = tuple(_newest())
"""The newest schema, a statement each."""


def _objects(statements: Iterable[str]) -> frozenset[tuple[str, str, str]]:
    found = (statement.split() for statement in statements)
    return frozenset((words[1].lower(), words[2], " ".join(words)) for words in found)


OBJECTS = {1: _objects(_SCHEMA_1), SCHEMA: _objects(DDL)}
"""The objects of each schema: kind, name, statement. A file that holds others is refused."""
