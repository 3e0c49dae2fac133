"""What forms suggest while a person types."""

from functools import cache

from pmark_desktop.exchange.assessment_bodies import read_bodies


@cache
def assessment_bodies() -> tuple[str, ...]:
    """Return names of assessment bodies; any other may be typed as well."""
    return read_bodies()
