"""Words of the daily run while the program is closed, in Japanese and English."""

from collections.abc import Mapping
from datetime import time

from pmark_desktop.domain.daily_run import SchedulerKind, time_words
from pmark_desktop.words import Both, Language, pick

PLACES: Mapping[SchedulerKind, Both] = {
    SchedulerKind.TASK_SCHEDULER: ("Windowsのタスク スケジューラ", "Windows Task Scheduler"),
    SchedulerKind.SYSTEMD: ("systemdのユーザータイマー", "the systemd user timers"),
    SchedulerKind.LAUNCHD: ("macOSのlaunchd", "launchd of macOS"),
}
CATCH_UPS: Mapping[SchedulerKind, Both] = {
    SchedulerKind.TASK_SCHEDULER: (
        "その時刻に電源が切れていたときは、次にサインインしたときに実行します。バッテリーでも実行します。",
        "If the computer was off at that time, it runs when you next sign in; on battery too.",
    ),
    SchedulerKind.SYSTEMD: (
        "その時刻に電源が切れていたときは、次にログインしたときに実行します。",
        "If the computer was off at that time, it runs when you next log in.",
    ),
    SchedulerKind.LAUNCHD: (
        "その時刻にスリープ中か電源が切れていたときは、復帰後か、次にログインしたときに実行します。",
        "If the computer slept or was off at that time, it runs on waking or at your next login.",
    ),
}
_WILL: Both = (
    "{place}に、毎日{at}に期限を調べて知らせる処理「{name}」を登録します。対象は{files}で、読むだけで変えません。",
    "An entry “{name}” goes into {place}: every day at {at} it looks at the deadlines and tells you of them. It reads {files} and changes nothing.",
)
_ADMINISTRATOR: Both = (
    "登録するのはあなたの利用者の分だけで、管理者の権限は使いません。",
    "It is for your own account only and needs no administrator.",
)


def plan_words(
    kind: SchedulerKind, name: str, at: time, count: int, language: Language
) -> list[str]:
    """Return what will be registered where, in plain sentences, for a person to agree to."""
    will = pick(_WILL, language).format(
        place=pick(PLACES[kind], language),
        name=name,
        at=time_words(at),
        files=count_words(count, language),
    )
    return [will, pick(CATCH_UPS[kind], language), pick(_ADMINISTRATOR, language)]


def standing_words(
    kind: SchedulerKind,
    *,
    at: time | None,
    is_registered: bool,
    is_active: bool,
    language: Language,
) -> str:
    """Return in one sentence what is registered; `at` None: at a time nobody can read."""
    place, ja = pick(PLACES[kind], language), language is Language.JA
    if not is_registered:
        return f"登録されていません({place})。" if ja else f"Not registered ({place})."
    if at is None:
        when = "時刻は読めません" if ja else "at a time that cannot be read"
    else:
        when = f"毎日 {time_words(at)}" if ja else f"every day at {time_words(at)}"
    if is_active:
        return f"登録済み: {when}({place})" if ja else f"Registered: {when} ({place})"
    off = (
        "登録はありますが、動いていません。登録し直してください"
        if ja
        else "An entry is there but switched off; register it again"
    )
    return f"{off}: {when}({place})" if ja else f"{off}: {when} ({place})"


def count_words(count: int, language: Language) -> str:
    """Return how many files there are: `3件のファイル`."""
    if language is Language.JA:
        return f"{count}件のファイル"
    return f"{count} file" if count == 1 else f"{count} files"


def missing_words(language: Language) -> str:
    """Return what stands beside a file that is not there any more."""
    return "(見つかりません)" if language is Language.JA else "(not there any more)"
