"""A process that works on a workspace until it is killed; see test_kill.py.

It says `ready`, waits for a line, then prints a number for everything the program has
acknowledged.
"""

import os
import sys
from itertools import count
from pathlib import Path

from pmark_desktop.workspace.cycles import set_cycle
from pmark_desktop.workspace.proofs import attach_file
from tests.workspace.builders import EXPIRES, TODAY, new_workspace, opened, put


def edit(path):
    """Change notes, now and then the cycle and with it many tasks."""
    with opened(path) as workspace:
        start()
        for number in count(1):
            if number % 5:
                put(workspace, "CERT-12", note=str(number))
            else:
                set_cycle(workspace, {"expires": EXPIRES.replace(day=1 + number % 28)}, TODAY)
            say(number)


def attach(path):
    """Attach one file after the other; the folder `proofs` holds them by number."""
    with opened(path) as workspace:
        start()
        for number in count(1):
            proof = path.with_name("proofs") / str(number)
            attach_file(workspace, "CERT-12", proof, TODAY)
            say(number)


def create(path):
    """Create one workspace after the other."""
    start()
    for number in count(1):
        new_workspace(path.with_name(f"{number}.pmark"))
        say(number)


def half(path):
    """Die after a new file got its name and before the draft lost its own."""
    start()
    link = os.link

    def last_act(*names):
        link(*names)
        os._exit(9)

    os.link = last_act
    new_workspace(path)


def hold(path):
    """Have the workspace open until the input ends."""
    with opened(path):
        start()
        sys.stdin.readline()


def start():
    """Tell that all is ready, and wait."""
    say("ready")
    sys.stdin.readline()


def say(word):
    """Print a line at once."""
    sys.stdout.write(f"{word}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    {act.__name__: act for act in (edit, attach, create, half, hold)}[sys.argv[1]](
        Path(sys.argv[2])
    )
