"""The list of evidence as a Qt model."""

from datetime import date

import pytest
from PySide6.QtCore import QPersistentModelIndex, Qt

from pmark_desktop.domain.records import Evidence, EvidenceKind
from pmark_desktop.session.columns import Tone
from pmark_desktop.session.evidence_model import PLACES, EvidenceModel, EvidenceRole, size_words
from pmark_desktop.words import Language
from pmark_desktop.words_evidence import EvidenceTerm

DESCENDING = Qt.SortOrder.DescendingOrder


def proof(number, **given):
    """Return evidence; a test names only what it is about."""
    plain = {
        "number": number, "kind": EvidenceKind.FILE, "name": f"記録{number}.pdf", "size": 2048,
        "sha256": f"{number:064x}", "added_on": date(2026, 11, number), "added_by": "見本 花子",
        "tasks": ("LAW-01@1",),
    }  # fmt: skip
    return Evidence(**(plain | given))


ALL = [
    proof(1, name="教育ノ計画.pdf"),
    proof(2, kind=EvidenceKind.PAPER, name="書庫A", place="書庫A", size=0, sha256=""),
    proof(3, retired=True, retired_reason="差し替え"),
    proof(4, size=5_000_000, tasks=("AUD-16@1", "AUD-16@2")),
    proof(5, tasks=()),
]


@pytest.fixture
def model(qapp):
    model = EvidenceModel(Language.JA)
    model.reset(ALL)
    return model


def numbers(model):
    return [model.evidence(row).number for row in range(model.rowCount())]


def cell(model, row, term, role=Qt.ItemDataRole.DisplayRole):
    return model.index(row, PLACES[term]).data(role)


def test_keeps_the_contract_of_qt_models(model, qtmodeltester):
    qtmodeltester.check(model)


def test_the_retired_are_shown_only_where_they_are_asked_for(model):
    assert (numbers(model), model.total) == ([1, 2, 4, 5], 4)
    model.show_only(with_retired=True)
    assert (numbers(model), model.total, model.retired_count) == ([1, 2, 3, 4, 5], 5, 1)
    assert cell(model, 2, EvidenceTerm.STANDING) == "取り下げ: 差し替え"


def test_an_undone_attachment_says_so(model):
    model.reset([proof(1, retired=True)])
    model.show_only(with_retired=True)
    assert cell(model, 0, EvidenceTerm.STANDING) == "取り下げ: 追加の取り消し"


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("きょういくノ", []),
        ("教育の計画", [1]),
        ("E-0004", [4]),
        ("ＡＵＤ-16", [4]),
        ("紙 書庫a", [2]),
        ("0000005", [5]),
        ("", [1, 2, 4, 5]),
    ],
)
def test_a_search_looks_at_everything_however_it_is_written(model, text, found):
    model.show_only(search=text)
    assert numbers(model) == found


def test_every_column_sorts_by_what_it_means(model):
    model.sort(PLACES[EvidenceTerm.PLACE], DESCENDING)
    assert numbers(model)[0] == 4
    model.sort(PLACES[EvidenceTerm.ADDED_ON], DESCENDING)
    assert numbers(model) == [5, 4, 2, 1]
    model.sort(-1)
    assert numbers(model) == [1, 2, 4, 5]


def test_what_is_held_stays_the_same_evidence(model):
    held = QPersistentModelIndex(model.index(3, 0))
    model.sort(0, DESCENDING)
    assert model.evidence(held.row()).number == 5
    model.reset([*ALL[:4], proof(5, name="新しい名前.pdf")])
    assert model.evidence(held.row()).name == "新しい名前.pdf"
    model.show_only(search="書庫")
    assert not held.isValid()


def test_cells_say_what_they_mean(model):
    model.show_only(with_retired=True)
    tones = [cell(model, row, EvidenceTerm.TASKS, EvidenceRole.TONE) for row in range(5)]
    assert tones == [Tone.CALM, Tone.CALM, Tone.EXCLUDED, Tone.CALM, Tone.MISSING]
    assert cell(model, 2, EvidenceTerm.NAME, EvidenceRole.TONE) == Tone.EXCLUDED
    assert cell(model, 4, EvidenceTerm.TASKS) == "(なし)"


def test_the_place_is_the_size_of_a_file(model):
    shown = [cell(model, row, EvidenceTerm.PLACE) for row in range(3)]
    assert shown == ["2.0 KB", "書庫A", "4.8 MB"]


@pytest.mark.parametrize(
    ("size", "shown"),
    [(1, "1バイト"), (1023, "1023バイト"), (1024, "1.0 KB"), (1024**2 - 1, "1024 KB"),
     (1024**2, "1.0 MB"), (100 * 1024**2, "100 MB")],
)  # fmt: skip
def test_sizes_are_short(size, shown):
    assert size_words(size, Language.JA) == shown


def test_english_words_are_there(qapp):
    model = EvidenceModel(Language.EN)
    model.reset(ALL)
    assert cell(model, 1, EvidenceTerm.KIND) == "Paper"
