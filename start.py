# -*- coding: utf-8 -*-
"""Sets up and starts the program: `python3 start.py [ARGS]`, `python3 start.py test`.

This file alone is kept readable for every Python since 2.7, so that an old one is told what to do
instead of showing a syntax error. All else is in `bootstrap/`.
"""

from __future__ import unicode_literals

import os
import sys

OLDEST = (3, 11)
TOO_OLD = """\
Python %d.%d 以上が必要です(いまのものは %d.%d)。\
新しい Python を python.org から入れて、もう一度実行してください。
Python %d.%d or newer is needed (this is %d.%d). Install it (python.org) and run this again.
"""


def refuse_old_python():
    """Return the exit code after saying, in bytes that every Python can write, what is needed."""
    here = tuple(sys.version_info[:2])
    text = TOO_OLD % ((OLDEST + here) * 2)
    encoding = getattr(sys.stderr, "encoding", None) or "utf-8"
    stream = getattr(sys.stderr, "buffer", sys.stderr)
    stream.write(text.encode(encoding, "replace"))
    return 1


def main():
    """Return the exit code of the program."""
    if sys.version_info < OLDEST:
        return refuse_old_python()
    sys.path.insert(0, os.path.dirname(os.path.realpath(__file__)))
    from bootstrap import launch

    return launch.main(sys.argv[1:])


if __name__ == "__main__":
    sys.exit(main())
