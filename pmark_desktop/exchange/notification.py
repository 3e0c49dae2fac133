"""One notification on the desktop, by the program that each system has for it.

Title and text are ours and hold numbers only, never what somebody typed; all the same nothing
goes through a shell, and every builder quotes.
"""

import base64
import sys
from collections.abc import Callable, Mapping
from xml.sax.saxutils import escape

_SECONDS = 15
_APP_ID = r"{1AC14E77-02E7-4E5D-B744-2EB1AE5198B7}\WindowsPowerShell\v1.0\powershell.exe"
"""A toast is shown only for a program that the Start menu knows; PowerShell always is one.

Source: https://learn.microsoft.com/windows/apps/design/shell/tiles-and-notifications (read
2026-11-28), KNOWNFOLDERID System.
"""
_TOAST = """
$ErrorActionPreference = 'Stop'
[void][Windows.UI.Notifications.ToastNotificationManager, Windows.UI.Notifications, ContentType = WindowsRuntime]
[void][Windows.Data.Xml.Dom.XmlDocument, Windows.Data.Xml.Dom.XmlDocument, ContentType = WindowsRuntime]
$xml = New-Object Windows.Data.Xml.Dom.XmlDocument
$xml.LoadXml('{xml}')
$toast = New-Object Windows.UI.Notifications.ToastNotification $xml
[Windows.UI.Notifications.ToastNotificationManager]::CreateToastNotifier('{app}').Show($toast)
"""  # noqa: E501  (PowerShell)


def linux_command(title: str, text: str) -> list[str]:
    """Return the call of `notify-send`; what begins with a dash stays text."""
    return [
        "notify-send", "--app-name=pmark-desktop", "--icon=appointment-soon",
        "--category=x-office.reminder", "--", title, text,
    ]  # fmt: skip


def windows_command(title: str, text: str) -> list[str]:
    """Return the call of PowerShell that shows a toast; its script is encoded, not quoted."""
    lines = "".join(f"<text>{escape(line)}</text>" for line in (title, *text.splitlines()))
    xml = f'<toast><visual><binding template="ToastGeneric">{lines}</binding></visual></toast>'
    script = _TOAST.replace("{xml}", xml.replace("'", "''")).replace("{app}", _APP_ID)
    encoded = base64.b64encode(script.encode("utf-16-le")).decode("ascii")
    return [
        "powershell.exe", "-NoLogo", "-NoProfile", "-NonInteractive", "-WindowStyle", "Hidden",
        "-EncodedCommand", encoded,
    ]  # fmt: skip


def mac_command(title: str, text: str) -> list[str]:
    """Return the call of `osascript`; the texts are arguments of the script, not part of it."""
    script = (
        "on run argv\ndisplay notification (item 2 of argv) with title (item 1 of argv)\nend run"
    )
    return ["osascript", "-e", script, title, text]


_BUILDERS: Mapping[str, Callable[[str, str], list[str]]] = {
    "win32": windows_command, "darwin": mac_command,
}  # fmt: skip


def notification_command(title: str, text: str, platform: str = sys.platform) -> list[str]:
    """Return the call that shows a notification on a system."""
    return _BUILDERS.get(platform, linux_command)(title, text)


def notify(title: str, text: str) -> str | None:
    """Show a notification; return the name of the program if it is not there or failed."""
    import shutil  # noqa: PLC0415
    import subprocess  # noqa: PLC0415

    program, *arguments = notification_command(title, text)
    found = shutil.which(program)
    if found is None:
        return program
    flags = getattr(subprocess, "CREATE_NO_WINDOW", 0)
    try:
        done = subprocess.run(  # noqa: S603  (a list, no shell, numbers only)
            [found, *arguments], check=False, timeout=_SECONDS, stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, creationflags=flags,
        )  # fmt: skip
    except (OSError, subprocess.SubprocessError):
        return program
    return program if done.returncode else None
