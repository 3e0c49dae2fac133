"""The words that only the list of evidence (証跡) needs, in Japanese and English. No Qt here."""

from collections.abc import Mapping
from enum import StrEnum

from pmark_desktop.words import Both


class EvidenceTerm(StrEnum):
    """A heading or phrase of the list of evidence."""

    # headings
    NUMBER = "number"
    KIND = "kind"
    NAME = "name"
    PLACE = "place"
    TASKS = "tasks"
    ADDED_ON = "added_on"
    ADDED_BY = "added_by"
    STANDING = "standing"
    # phrases
    IN_USE = "in_use"
    RETIRED = "retired"
    UNDONE = "undone"
    NO_TASK = "no_task"
    BYTES = "bytes"
    ABOUT_BYTES = "about_bytes"


EVIDENCE_TERMS: Mapping[EvidenceTerm, Both] = {
    EvidenceTerm.NUMBER: ("証跡番号", "No."),
    EvidenceTerm.KIND: ("種類", "Kind"),
    EvidenceTerm.NAME: ("名称", "Name"),
    EvidenceTerm.PLACE: ("大きさ・場所", "Size or place"),
    EvidenceTerm.TASKS: ("付いているタスク", "Tasks"),
    EvidenceTerm.ADDED_ON: ("追加日", "Added on"),
    EvidenceTerm.ADDED_BY: ("追加者", "Added by"),
    EvidenceTerm.STANDING: ("状態", "State"),
    EvidenceTerm.IN_USE: ("使用中", "In use"),
    EvidenceTerm.RETIRED: ("取り下げ: {reason}", "Retired: {reason}"),
    EvidenceTerm.UNDONE: ("追加の取り消し", "attachment undone"),
    EvidenceTerm.NO_TASK: ("(なし)", "(none)"),
    EvidenceTerm.BYTES: ("{count}バイト", "{count} bytes"),
    EvidenceTerm.ABOUT_BYTES: ("{size} {unit}", "{size} {unit}"),
}
