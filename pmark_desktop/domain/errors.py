"""Errors a person can act on. Every other exception is a bug."""

from enum import StrEnum


class Why(StrEnum):
    """Why something is refused. `words.py` says each in Japanese and English."""

    # dates and numbers
    DATE_UNREADABLE = "date_unreadable"
    DATE_NEEDS_YEAR = "date_needs_year"
    YEAR_START_WRONG = "year_start_wrong"
    EXPIRY_TOO_FAR = "expiry_too_far"
    EXPIRY_TOO_OLD = "expiry_too_old"
    WINDOW_WRONG = "window_wrong"
    ANSWERED_ON_IN_FUTURE = "answered_on_in_future"
    DUE_AFTER_HARD_DUE = "due_after_hard_due"
    DUE_OF_CLOSED = "due_of_closed"
    DUE_NOT_THERE = "due_not_there"
    SHIFT_WRONG = "shift_wrong"
    DONE_ON_IN_FUTURE = "done_on_in_future"
    DONE_ON_MISSING = "done_on_missing"
    CHECKED_ON_IN_FUTURE = "checked_on_in_future"
    REGISTRATION_WRONG = "registration_wrong"
    STEPS_WRONG = "steps_wrong"
    # views
    VIEW_NAME_WRONG = "view_name_wrong"
    VIEW_NAME_TAKEN = "view_name_taken"
    # closed days and holidays
    CLOSED_ENDS_FIRST = "closed_ends_first"
    CLOSED_OVER_A_YEAR = "closed_over_a_year"
    CLOSED_LEAVES_TOO_FEW = "closed_leaves_too_few"
    CLOSED_TOO_MANY = "closed_too_many"
    CLOSED_TWICE = "closed_twice"
    CLOSED_UNKNOWN = "closed_unknown"
    HOLIDAYS_TOO_OLD = "holidays_too_old"
    # text and choices
    TEXT_TOO_LONG = "text_too_long"
    NAME_MISSING = "name_missing"
    CHOICE_UNKNOWN = "choice_unknown"
    FIELD_UNKNOWN = "field_unknown"
    URL_WRONG = "url_wrong"
    # tasks
    TASK_UNKNOWN = "task_unknown"
    EVIDENCE_MISSING = "evidence_missing"
    REASON_MISSING = "reason_missing"
    LIST_UNKNOWN = "list_unknown"
    LIST_ALREADY_THERE = "list_already_there"
    LIST_HAS_NO_EVENTS = "list_has_no_events"
    CHECKLIST_BAD = "checklist_bad"
    EDITION_OLDER = "edition_older"
    EDITION_SAME_VERSION = "edition_same_version"
    EDITION_LIST_OFF = "edition_list_off"
    EDITION_AWAITED = "edition_awaited"
    # the clipboard
    CLIPBOARD_EMPTY = "clipboard_empty"
    CLIPBOARD_NOT_TEXT = "clipboard_not_text"
    CLIPBOARD_TOO_BIG = "clipboard_too_big"
    CLIPBOARD_TOO_MANY = "clipboard_too_many"
    CELLS_APART = "cells_apart"
    CELL_READ_ONLY = "cell_read_only"
    CHOICE_EMPTY = "choice_empty"
    ROWS_ARRANGED = "rows_arranged"
    # own items
    TITLE_MISSING = "title_missing"
    LEAD_DAYS_WRONG = "lead_days_wrong"
    RULE_UNREADABLE = "rule_unreadable"
    RULE_ITEM_UNKNOWN = "rule_item_unknown"
    RULE_CIRCLE = "rule_circle"
    RULE_REPEATS_DIFFER = "rule_repeats_differ"
    RULE_NOT_ALLOWED = "rule_not_allowed"
    RULE_WITHOUT_YEAR = "rule_without_year"
    RULE_EVENT_REPEATS = "rule_event_repeats"
    OWN_TOO_MANY = "own_too_many"
    ROW_REFUSED = "row_refused"
    ITEM_UNKNOWN = "item_unknown"
    ITEM_PUBLISHED = "item_published"
    ITEM_NEEDED = "item_needed"
    ITEM_AWAITED = "item_awaited"
    RETIRE_REASON_MISSING = "retire_reason_missing"
    LIST_IS_MAIN = "list_is_main"
    LIST_KEY_WRONG = "list_key_wrong"
    # evidence
    EVIDENCE_UNKNOWN = "evidence_unknown"
    EVIDENCE_TWICE = "evidence_twice"
    EVIDENCE_EMPTY = "evidence_empty"
    EVIDENCE_TOO_BIG = "evidence_too_big"
    EVIDENCE_NOT_A_FILE = "evidence_not_a_file"
    EVIDENCE_NOT_THERE = "evidence_not_there"
    EVIDENCE_CHANGED = "evidence_changed"
    EVIDENCE_UNREADABLE = "evidence_unreadable"
    EVIDENCE_DAMAGED = "evidence_damaged"
    EVIDENCE_NOT_OPENED = "evidence_not_opened"
    ATTACH_CANCELLED = "attach_cancelled"
    # the cycle
    CLOSE_REASON_MISSING = "close_reason_missing"
    CYCLE_STANDS_SO = "cycle_stands_so"
    # undo
    NOTHING_CHANGED = "nothing_changed"
    CHANGED_SINCE = "changed_since"
    # the workspace file
    FILE_NOT_THERE = "file_not_there"
    FILE_IS_THERE = "file_is_there"
    FILE_IS_A_FOLDER = "file_is_a_folder"
    FILE_EMPTY = "file_empty"
    FILE_NOT_A_WORKSPACE = "file_not_a_workspace"
    FILE_OF_ANOTHER_PROGRAM = "file_of_another_program"
    FILE_NEWER = "file_newer"
    FILE_STRANGE_OBJECTS = "file_strange_objects"
    FILE_MANY_NAMES = "file_many_names"
    FILE_REPLACED = "file_replaced"
    FILE_LOCKED = "file_locked"
    CYCLE_CLOSED = "cycle_closed"
    FILE_BUSY = "file_busy"
    FILE_READ_ONLY = "file_read_only"
    FILE_DAMAGED = "file_damaged"
    FILE_UNREADABLE = "file_unreadable"
    DISK_FULL = "disk_full"
    # files that leave
    TARGET_HELD = "target_held"
    TARGET_FOLDER_MISSING = "target_folder_missing"
    TARGET_NOT_WRITABLE = "target_not_writable"
    TARGET_IS_WORKSPACE = "target_is_workspace"
    TARGET_WRONG_TYPE = "target_wrong_type"
    WRITTEN_WRONGLY = "written_wrongly"
    CANCELLED = "cancelled"
    # the daily run while the program is closed
    TIME_UNREADABLE = "time_unreadable"
    SCHEDULE_NO_FILES = "schedule_no_files"
    SCHEDULE_TOO_MANY_FILES = "schedule_too_many_files"
    SCHEDULE_FILE_REFUSED = "schedule_file_refused"
    SCHEDULE_PROGRAM_UNUSABLE = "schedule_program_unusable"
    SCHEDULE_TOOL_MISSING = "schedule_tool_missing"
    SCHEDULE_NO_SESSION = "schedule_no_session"
    SCHEDULE_DENIED = "schedule_denied"
    SCHEDULE_FOLDER_DENIED = "schedule_folder_denied"
    SCHEDULE_TOOL_FAILED = "schedule_tool_failed"
    SCHEDULE_TOOL_SLOW = "schedule_tool_slow"
    SCHEDULE_LIST_MISSING = "schedule_list_missing"
    SCHEDULE_LIST_BAD = "schedule_list_bad"


class Notice(StrEnum):
    """What a person should know about something that was done all the same."""

    TEXT_CLEANED = "text_cleaned"
    EVIDENCE_KNOWN = "evidence_known"
    CHECKER_IS_OWNER = "checker_is_owner"
    MARK_EXPIRED = "mark_expired"
    ACTUAL_AHEAD = "actual_ahead"
    PAST_HARD_DUE = "past_hard_due"
    ANSWER_KEPT = "answer_kept"
    BECAME_PAST = "became_past"
    CLOCK_BEHIND = "clock_behind"
    CAUGHT_UP = "caught_up"
    RECORD_RENEWED = "record_renewed"
    RECORD_UNUSED = "record_unused"
    POLICY_UNREADABLE = "policy_unreadable"
    NOT_NOTIFIED = "not_notified"
    NOT_RECORDED = "not_recorded"
    HOLIDAYS_TAKEN = "holidays_taken"
    VIEW_IGNORED = "view_ignored"
    VIEW_UNREADABLE = "view_unreadable"
    VIEW_RETIRED = "view_retired"


class UserError(Exception):
    """Expected trouble: bad input, or the world outside.

    `facts` fill the sentence shown to the person. They may quote what was typed, so the
    exception is shown but never written to a log or a report; only `why` is.
    """

    def __init__(self, why: Why, **facts: object) -> None:
        super().__init__(why.value)
        self.why = why
        self.facts = facts


class StorageError(UserError):
    """A file cannot be read or written just now: disk, lock, permission, damage."""
