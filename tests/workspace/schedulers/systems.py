"""Systems made by hand: each keeps what was registered and answers as the real tools do."""

import re
from datetime import UTC, datetime, time
from pathlib import Path

from pmark_desktop.domain.errors import UserError, Why
from pmark_desktop.exchange.schedules.entry import Program
from pmark_desktop.exchange.schedules.tools import Answer
from pmark_desktop.workspace.schedulers.launch_agent import LaunchAgent
from pmark_desktop.workspace.schedulers.user_timer import UserTimer
from pmark_desktop.workspace.schedulers.windows_scheduler import WindowsScheduler
from pmark_desktop.workspace.scheduling import DailyRun, Wanted

PROGRAM = Program(("/opt/プログラム A/pmark-desktop",))
FINE = Answer(0, "")


def clock():
    return datetime(2026, 11, 24, 8, 0, tzinfo=UTC)


def wanted(*files, at="09:00", **given):
    return Wanted(tuple(files), time.fromisoformat(at), **given)


class System:
    """Hears every command. `broken` maps a word of a command to the answer or error it gets."""

    def __init__(self):
        self.heard = []
        self.broken = {}

    def __call__(self, command):
        self.heard.append(tuple(command))
        for word, answer in self.broken.items():
            if word in command:
                if isinstance(answer, BaseException):
                    raise answer
                return answer
        return self.answer(tuple(command))

    def is_missing(self, tool):
        self.broken[tool] = UserError(Why.SCHEDULE_TOOL_MISSING, tool=tool)


class Systemd(System):
    """A systemd that knows units only after a reload, and starts only what is enabled."""

    def __init__(self, folder: Path):
        super().__init__()
        self.folder = folder
        self.known, self.running = set(), None
        self.link = folder / "timers.target.wants" / "pmark-desktop-remind.timer"

    def run(self, folder, environment=None):
        return DailyRun(UserTimer(self, self.folder, environment or {}), folder, PROGRAM, clock)

    def answer(self, command):
        assert command[:2] == ("systemctl", "--user")
        match command[2:]:
            case ("show", "--property=Version"):
                return Answer(0, "Version=252\n")
            case ("daemon-reload",):
                self.known = {one.name for one in self.folder.glob("*.*") if one.is_file()}
                return FINE
            case ("enable", unit) if unit in self.known:
                self.link.parent.mkdir(exist_ok=True)
                if not self.link.is_symlink():
                    self.link.symlink_to(self.folder / unit)
                return FINE
            case ("restart", unit) if unit in self.known:
                self.running = re.search("OnCalendar=(.*)", (self.folder / unit).read_text())[1]
                return FINE
            case ("disable", "--now", unit) if (self.folder / unit).exists():
                self.link.unlink(missing_ok=True)
                self.running = None
                return FINE
            case ("show", _unit, properties) if properties.startswith("--property="):
                state = "active" if self.running else "inactive"
                enabled = "enabled" if self.link.is_symlink() else "disabled"
                when = "Wed 2026-11-25 09:00:00 JST" if self.running else ""
                return Answer(
                    0, f"NextElapseUSecRealtime={when}\nActiveState={state}\nUnitFileState={enabled}\n"
                )  # fmt: skip
        return Answer(1, "Failed to do that: Unit file does not exist.\n")


class Launchd(System):
    """A launchd that refuses to load what is loaded, as the real one does."""

    def __init__(self, folder: Path):
        super().__init__()
        self.folder = folder
        self.loaded = None

    def run(self, folder):
        return DailyRun(LaunchAgent(self, self.folder, 501), folder, PROGRAM, clock)

    def answer(self, command):
        match command:
            case ("launchctl", "print", "gui/501/pmark-desktop-remind"):
                return FINE if self.loaded else Answer(113, "Could not find service\n")
            case ("launchctl", "enable", "gui/501/pmark-desktop-remind"):
                return FINE
            case ("launchctl", "bootout", "gui/501/pmark-desktop-remind") if self.loaded:
                self.loaded = None
                return FINE
            case ("launchctl", "bootstrap", "gui/501", file) if not self.loaded:
                self.loaded = Path(file).read_bytes()
                return FINE
        return Answer(5, "Bootstrap failed: 5: Input/output error\n")


class Windows(System):
    """A Task Scheduler in Japanese; `refuses_logon` as where only administrators may."""

    USER = "会社\\花子"
    NOT_THERE = Answer(1, "エラー: 指定されたファイルが見つかりません。\r\n")
    DENIED = Answer(1, "エラー: アクセスが拒否されました。\r\n")

    def __init__(self, folder: Path):
        super().__init__()
        self.folder = folder
        self.tasks = {}
        self.refuses_logon = False

    def run(self, folder, user=USER):
        return DailyRun(WindowsScheduler(self, folder, user), folder, PROGRAM, clock)

    def create(self, name, file):
        text = Path(file).read_bytes().decode("utf-16")
        if self.refuses_logon and "LogonTrigger" in text:
            return self.DENIED
        self.tasks[name] = text
        return FINE

    def answer(self, command):
        match command:
            case ("schtasks", "/Create", "/TN", name, "/XML", file, "/F"):
                return self.create(name, file)
            case ("schtasks", "/Query", "/FO", "CSV", "/NH"):
                return Answer(0, "".join(f'"\\{name}","N/A","Ready"\r\n' for name in self.tasks))
            case ("schtasks", _, "/TN", name, *_) if name not in self.tasks:
                return self.NOT_THERE
            case ("schtasks", "/Query", "/TN", name):
                return FINE
            case ("schtasks", "/Query", "/TN", name, "/XML"):
                return Answer(0, self.tasks[name])
            case ("schtasks", "/Query", "/TN", name, "/FO", "CSV", "/NH"):
                return Answer(0, f'"\\{name}","2026/11/25 9:00:00","準備完了"\r\n')
            case ("schtasks", "/Delete", "/TN", name, "/F"):
                del self.tasks[name]
                return FINE
        raise AssertionError(command)


SYSTEMS = {"systemd": Systemd, "launchd": Launchd, "windows": Windows}
