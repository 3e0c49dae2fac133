"""What a command answered, and what a refusal has to be like."""

from typing import NamedTuple

TODAY = "2026-11-23"


class Answer(NamedTuple):
    """Exit code, standard output, standard error."""

    code: int
    out: str
    err: str


def refused(answer):
    """Check that a command was refused as it should be, and return the sentence."""
    code, out, err = answer
    assert (code, out) == (1, "")
    assert "いません。" in err  # what did not happen, then what to do
    assert "Traceback" not in err
    assert "予期しない" not in err
    return err


def misused(answer):
    """Check that a command was wrongly written, and return what it says."""
    code, out, err = answer
    assert (code, out) == (2, "")
    assert "Traceback" not in err
    return err
