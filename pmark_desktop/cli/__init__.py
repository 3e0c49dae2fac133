"""The command line: stable names and exit codes, for scripts and schedulers. No Qt here.

Exit codes: 0 fine, 1 refused (one sentence on stderr, nothing changed), 2 wrong usage.
"""

from pmark_desktop.cli.main import run

__all__ = ["run"]
