"""What may be written on the command line."""

import os
from argparse import ArgumentParser, ArgumentTypeError, HelpFormatter
from collections.abc import Callable, Mapping
from contextlib import suppress
from typing import Any

from pmark_desktop import __version__
from pmark_desktop.words import Language

_PROGRAM = "pmark-desktop"
_MOST_DAYS = 36_500


def window_parser() -> ArgumentParser:
    """Return the parser of `pmark-desktop [FILE] [--sample]`."""
    parser = _parser(
        _PROGRAM,
        "Pマーク更新デスク: プライバシーマークの更新を、満了日から逆算して進めます。",
        epilog="コマンド: " + " ".join(_COMMANDS) + f" (詳しくは {_PROGRAM} コマンド --help)",
    )
    parser.add_argument("file", nargs="?", help="開くワークスペース(.pmark)")
    parser.add_argument("--sample", action="store_true", help="サンプルを開く")
    parser.add_argument("--version", action="version", version=f"%(prog)s {__version__}")
    _common(parser)
    return parser


def command_parser(command: str) -> ArgumentParser:
    """Return the parser of what follows a command; those of the others are not made."""
    text, build = _COMMANDS[command]
    parser = _parser(f"{_PROGRAM} {command}", text)
    build(parser)
    return parser


class _Help(HelpFormatter):
    """Knows the width without `shutil`, which is slow to load and asked for at every start."""

    def __init__(self, prog: str) -> None:
        super().__init__(prog, width=_columns() - 2)


def _columns() -> int:
    with suppress(ValueError):
        return max(int(os.environ.get("COLUMNS", "")), 20)
    with suppress(OSError, ValueError, AttributeError):
        return os.get_terminal_size().columns or 80
    return 80


def _parser(prog: str, text: str, **more: Any) -> ArgumentParser:
    """Return a parser without abbreviations: what a script writes stays what it means."""
    return ArgumentParser(prog, description=text, formatter_class=_Help, allow_abbrev=False, **more)


def _days(text: str) -> int:
    if not text.isdecimal():
        raise ArgumentTypeError(f"「{text}」は日数ではありません。30 のように入力してください")
    return min(int(text), _MOST_DAYS)


def _common(parser: ArgumentParser) -> None:
    parser.add_argument("--today", metavar="YYYY-MM-DD", help="期限を数える基準日(既定は今日)")
    parser.add_argument("--by", metavar="NAME", default="", help="変更履歴に残す名前")
    parser.add_argument(
        "--lang", dest="language", type=Language, choices=list(Language), default=Language.JA,
        help="表示の言語",
    )  # fmt: skip


def _file(parser: ArgumentParser) -> None:
    parser.add_argument("file", metavar="FILE", help="ワークスペース(.pmark)")
    _common(parser)


def _new(parser: ArgumentParser) -> None:
    _file(parser)
    parser.add_argument("--name", required=True, help="事業者名")
    parser.add_argument("--expires", required=True, metavar="D", help="有効期間の満了日")
    parser.add_argument("--number", default="", help="登録番号 12345678(01)")
    parser.add_argument("--body", default="", help="審査機関")
    parser.add_argument("--year-start", default="04-01", metavar="MM-DD", help="PMS年度の開始日")
    parser.add_argument(
        "--lists", default="main", metavar="main|all|K,K|X.toml|X.xlsx", help="使うチェックリスト"
    )


def _status(parser: ArgumentParser) -> None:
    _file(parser)
    parser.add_argument("--json", action="store_true")


def _tasks(parser: ArgumentParser) -> None:
    _status(parser)
    parser.add_argument("--list", metavar="K", help="このチェックリストだけ")
    parser.add_argument("--late", action="store_true", help="期限超過だけ")
    parser.add_argument(
        "--within", type=_days, metavar="DAYS", help="今日から DAYS 日以内が期限のもの"
    )


def _set(parser: ArgumentParser) -> None:
    _file(parser)
    parser.add_argument("task", metavar="TASK|cycle")
    parser.add_argument("fields", nargs="+", metavar="欄=値")


def _occur(parser: ArgumentParser) -> None:
    _file(parser)
    parser.add_argument("list", metavar="LIST")
    parser.add_argument("--on", required=True, metavar="D", help="発生した日、または知った日")
    parser.add_argument("--name", required=True, help="発生の名称")
    parser.add_argument("--known", action="store_true", help="知った日から数える項目")


def _attach(parser: ArgumentParser) -> None:
    _file(parser)
    parser.add_argument("task", metavar="TASK")
    parser.add_argument("source", nargs="?", metavar="PATH|URL")
    parser.add_argument("--paper", metavar="PLACE", help="紙の保管場所")


def _export(parser: ArgumentParser) -> None:
    _file(parser)
    parser.add_argument("out", metavar="OUT.xlsx")


def _calendar(parser: ArgumentParser) -> None:
    _file(parser)
    parser.add_argument("out", metavar="OUT.ics")


def _remind(parser: ArgumentParser) -> None:
    parser.add_argument(
        "files", nargs="*", metavar="FILE", help="ワークスペース(.pmark)、いくつでも"
    )
    parser.add_argument(
        "--scheduled", action="store_true", help="登録した毎日の確認(schedule)のファイルすべて"
    )
    parser.add_argument("--json", action="store_true")
    parser.add_argument("--notify", action="store_true", help="デスクトップ通知も1つ出す(件数だけ)")
    parser.add_argument(
        "--all", action="store_true", help="知らせ済みも含めて今のお知らせをすべて出し、記録しない"
    )
    _common(parser)
    parser.epilog = (
        "出したお知らせは「知らせ済み」として記録し、次は出さない。--all と、"
        "--today に今日以外の日を指定したときは、見るだけで記録しない。"
    )


def _checklist(parser: ArgumentParser) -> None:
    actions = parser.add_subparsers(dest="action", required=True, metavar="check|template|read|add")
    for name, text, build in (
        ("check", "誤りをすべて挙げる", _checklist_check),
        ("template", "書き込むためのひな型(Excel)を書き出す", _checklist_template),
        ("read", "ファイルを読んで、中身か誤りを表示する(何も変えない)", _checklist_read),
        ("add", "チェックリストか、その新しい版を取り込む", _checklist_add),
    ):
        build(actions.add_parser(name, help=text, formatter_class=_Help, allow_abbrev=False))


def _checklist_check(parser: ArgumentParser) -> None:
    parser.add_argument("files", nargs="+", metavar="X.toml|X.xlsx")
    _common(parser)


def _checklist_template(parser: ArgumentParser) -> None:
    parser.add_argument("out", metavar="OUT.xlsx")
    parser.add_argument(
        "--from", dest="source", metavar="KEY|X.toml", help="このチェックリストを書き込んで出す"
    )
    _common(parser)


def _checklist_read(parser: ArgumentParser) -> None:
    parser.add_argument("source", metavar="IN.xlsx|IN.toml")
    parser.add_argument("--json", action="store_true")
    _common(parser)


def _checklist_add(parser: ArgumentParser) -> None:
    _file(parser)
    parser.add_argument("source", metavar="IN.xlsx|IN.toml")


def _schedule(parser: ArgumentParser) -> None:
    actions = parser.add_subparsers(dest="action", required=True, metavar="install|show|remove")
    for name, text, build in (
        ("install", "毎日のお知らせを登録する(前の登録は置き換える)", _schedule_install),
        ("show", "登録されているものを表示する", _schedule_show),
        ("remove", "登録を取り消す", _common),
    ):
        build(actions.add_parser(name, help=text, formatter_class=_Help, allow_abbrev=False))


def _schedule_install(parser: ArgumentParser) -> None:
    parser.add_argument("files", nargs="+", metavar="FILE", help="ワークスペース(.pmark)")
    parser.add_argument("--at", default="9:00", metavar="HH:MM", help="知らせる時刻(既定は 9:00)")
    parser.add_argument(
        "--dry-run", action="store_true", help="登録せずに、書くファイルと使うコマンドを表示する"
    )
    _common(parser)


def _schedule_show(parser: ArgumentParser) -> None:
    parser.add_argument("--json", action="store_true")
    _common(parser)


_COMMANDS: Mapping[str, tuple[str, Callable[[ArgumentParser], None]]] = {
    "new": ("新しいワークスペースを作る", _new),
    "sample": ("サンプルを作る", _file),
    "status": ("更新の状況を表示する", _status),
    "tasks": ("タスクを一覧する", _tasks),
    "set": ("タスク、または周期(cycle)の欄を変える", _set),
    "occur": ("発生を登録する", _occur),
    "attach": ("証跡を付ける", _attach),
    "export": ("証跡台帳(Excel)を書き出す", _export),
    "calendar": ("予定表(.ics)を書き出す", _calendar),
    "check": ("ワークスペースを点検する", _file),
    "remind": (
        "まだ知らせていないお知らせを出す(終了コード: 0 なし、10 期限が近い、20 超過、+1 読めないファイルあり)",
        _remind,
    ),
    "checklist": ("チェックリストのファイルを調べる、作る、取り込む", _checklist),
    "schedule": ("プログラムを閉じている間のお知らせを登録する", _schedule),
}
COMMAND_NAMES = frozenset(_COMMANDS)
