"""`python -m pmark_desktop`: the command line, or the window where no command is given."""

import sys

from pmark_desktop.cli import run


def main() -> None:
    """Run what the command line asks for and end with its exit code."""
    sys.exit(run(sys.argv[1:]))


if __name__ == "__main__":
    main()
