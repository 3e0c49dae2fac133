"""How the due dates of several tasks are moved at once."""

from enum import StrEnum


class DueWay(StrEnum):
    """How the due dates of several tasks change."""

    DAYS = "days"
    BUSINESS_DAYS = "business_days"
    TO_DAY = "to_day"
    TO_RULE = "to_rule"
