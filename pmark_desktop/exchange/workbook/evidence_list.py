"""証跡一覧: every proof with its number, what it covers, and the hash of its file."""

from pmark_desktop.domain.records import Evidence, EvidenceKind
from pmark_desktop.exchange.workbook.layout import Column, Look, Sheet, Table, Value
from pmark_desktop.exchange.workbook.plan import Plan
from pmark_desktop.exchange.workbook.safe_texts import address
from pmark_desktop.words import FIELDS, KINDS, pick
from pmark_desktop.words_workbook import Term

_HEAD = 1
_KIND = "B"
"""Column that carries the link: its word is short. A long linked text is cut by LibreOffice."""
_MOST_LINKS = 65_000  # Excel ends at 65,530 on a sheet; the address itself stands in the cell


def row_of(index: int) -> int:
    """Return the row of the proof that is at `index` among all; the first is 0."""
    return _HEAD + 1 + index


def evidence_sheet(plan: Plan) -> Sheet:
    """Return the list of all proofs, the retired too."""
    title = plan.name_of(Term.EVIDENCE)
    table = _table(plan)
    faint = tuple(Look.FAINT if look is Look.TEXT else look for look in table.looks)
    rows = [table.heading]
    links: dict[str, str] = {}
    for proof in plan.snapshot.evidence:
        number = len(rows) + 1
        looks = faint if proof.retired else table.looks
        url = address(proof.place) if proof.kind is EvidenceKind.LINK else None
        if url and len(links) < _MOST_LINKS:
            links[f"{_KIND}{number}"] = url
            looks = (looks[0], Look.CENTRE_LINK, *looks[2:])
        rows.append(plan.row(title, number, table, _values(plan, proof), looks))
    return Sheet(
        title=title, page_title=title, widths=table.widths, rows=rows, head=_HEAD, frozen=1,
        links=links,
    )  # fmt: skip


def _table(plan: Plan) -> Table:
    language = plan.language
    return Table(
        Column(pick(FIELDS["evidence_no"], language), 8, Look.CENTRE),
        Column(plan.say(Term.KIND), 8, Look.CENTRE),
        Column(plan.say(Term.EVIDENCE_NAME), 30),
        Column(plan.say(Term.PLACE), 28),
        Column(plan.say(Term.COVERS), 18),
        Column(plan.say(Term.ADDED_ON), 9.5, Look.DATE),
        Column(plan.say(Term.ADDED_BY), 10),
        Column(plan.say(Term.SIZE), 10, Look.COUNT),
        Column("SHA-256", 28, Look.SMALL),
        Column(pick(FIELDS["state"], language), 8, Look.CENTRE),
        Column(pick(FIELDS["retired_reason"], language), 16),
    )


def _values(plan: Plan, proof: Evidence) -> tuple[Value, ...]:
    is_file = proof.kind is EvidenceKind.FILE
    return (
        proof.label,
        pick(KINDS[proof.kind], plan.language),
        proof.name,
        proof.place,
        "\n".join(proof.tasks),
        proof.added_on,
        proof.added_by,
        proof.size if is_file else None,
        proof.sha256,
        plan.say(Term.RETIRED if proof.retired else Term.IN_USE),
        proof.retired_reason,
    )
