"""The check of a workspace (点検): is the file sound, and is it what its log says?"""

from collections.abc import Mapping
from enum import StrEnum
from typing import NamedTuple

from pmark_desktop.domain.records import evidence_label
from pmark_desktop.storage.inspection import (
    broken_links,
    damaged_pages,
    evidence_faults,
    lenient_texts,
    log_faults,
    row_faults,
)
from pmark_desktop.words import Both, Language, pick
from pmark_desktop.workspace.workspace import Workspace


class Finding(StrEnum):
    """What a check can find."""

    PAGE = "page"
    LINK = "link"
    LOG = "log"
    ROW = "row"
    EVIDENCE = "evidence"


class Problem(NamedTuple):
    """One finding: where it is, by table, number or id; never a content."""

    finding: Finding
    place: str


def check(workspace: Workspace) -> list[Problem]:
    """Return all that is wrong with the file; nothing is mended.

    Raises:
        StorageError: so damaged that it cannot be read.
    """
    with workspace.database.reading() as link, lenient_texts(link):
        return [
            *(Problem(Finding.PAGE, place) for place in damaged_pages(link)),
            *(Problem(Finding.LINK, place) for place in broken_links(link)),
            *(Problem(Finding.LOG, str(seq)) for seq in log_faults(link)),
            *(Problem(Finding.ROW, place) for place in row_faults(link)),
            *(Problem(Finding.EVIDENCE, evidence_label(one)) for one in evidence_faults(link)),
        ]


FINDINGS: Mapping[Finding, Both] = {
    Finding.PAGE: ("ファイルの構造が壊れています: {place}", "The file's structure is damaged: {place}"),
    Finding.LINK: ("行のつながりが切れています: {place}", "A row points to nothing: {place}"),
    Finding.LOG: (
        "変更履歴の {place} 件目が一致しません(書き換えか欠落)", "Log entry {place} was changed or is missing",
    ),
    Finding.ROW: ("変更履歴にない変更があります: {place}", "Changed without a log entry: {place}"),
    Finding.EVIDENCE: ("証跡 {place} の中身が追加時と違います", "Evidence {place} is not what was attached"),
}  # fmt: skip


def problem_words(problem: Problem, language: Language) -> str:
    """Return one finding in words."""
    return pick(FINDINGS[problem.finding], language).format(place=problem.place)
