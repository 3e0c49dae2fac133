"""A process that works on a workspace until it is killed; see test_kill.py.

It says `ready`, waits for a line, then prints a number for everything the program has
acknowledged.
"""

import os
import signal
import sys
from contextlib import suppress
from datetime import date
from itertools import count
from pathlib import Path

with suppress(ImportError):  # not on Windows
    import resource

from pmark_desktop.workspace.cycles import add_checklists, set_cycle
from pmark_desktop.workspace.proofs import attach_file
from tests.workspace.builders import EXPIRES, TODAY, checklist, item, new_workspace, opened, put


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


def limited(path):
    """Add a long list, and die at the first write behind a place in the file, in mid-commit."""
    items = [item(f"XX-{number:02}", "expiry - 1 month") for number in range(1, 91)]
    with opened(path) as workspace:
        limit = int(start())
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
        signal.signal(signal.SIGXFSZ, signal.SIG_DFL)
        resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))
        add_checklists(workspace, [checklist("XX", *items)])
        say(1)


def hold(path):
    """Have the workspace open until the input ends."""
    with opened(path):
        start()
        sys.stdin.readline()


def record(path):
    """Mark fifty reminders as given, each in a transaction of its own; b's are numbered on."""
    from pmark_desktop.domain.reminders import Channel, Key

    first = 1000 if path.name == "b" else 0
    with reminder_record(path) as record:
        start()
        for step in range(first, first + 50):
            key = Key("task", "CERT-12", date(2027, 9, 1), step)
            record.mark("11111111-aaaa", [key], Channel.COMMAND, TODAY)


def give(path):
    """Hold the record with something marked in it, and never come to the end."""
    from pmark_desktop.domain.reminders import Channel, Key

    with reminder_record(path) as record:
        start()
        with record.transaction():
            key = Key("task", "CERT-12", date(2027, 9, 1), 1)
            record.mark("11111111-aaaa", [key], Channel.COMMAND, TODAY)
            say(1)
            sys.stdin.readline()


def reminder_record(path):
    """Return the record in the folder of `path`."""
    from pmark_desktop.storage.reminder_record import ReminderRecord
    from tests.workspace.builders import clock

    return ReminderRecord(path.parent, clock(), patience_ms=30_000)


def start():
    """Tell that all is ready, wait, and return what is said."""
    say("ready")
    return sys.stdin.readline()


def say(word):
    """Print a line at once."""
    sys.stdout.write(f"{word}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    {act.__name__: act for act in (edit, attach, create, half, limited, hold, record, give)}[
        sys.argv[1]
    ](Path(sys.argv[2]))
