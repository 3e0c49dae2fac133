"""What may be written on the command line."""

from argparse import ArgumentParser, _SubParsersAction
from typing import TypeAlias

from pmark_desktop import __version__
from pmark_desktop.words import Language

_Commands: TypeAlias = "_SubParsersAction[ArgumentParser]"


def window_parser() -> ArgumentParser:
    """Return the parser of `pmark-desktop [FILE] [--sample]`."""
    parser = ArgumentParser(
        "pmark-desktop",
        description="Pマーク更新デスク: プライバシーマークの更新を、満了日から逆算して進めます。",
        epilog="コマンド: " + " ".join(_BUILDERS) + " (詳しくは pmark-desktop コマンド --help)",
    )
    parser.add_argument("file", nargs="?", help="開くワークスペース(.pmark)")
    parser.add_argument("--sample", action="store_true", help="サンプルを開く")
    parser.add_argument("--version", action="version", version=f"%(prog)s {__version__}")
    _common(parser)
    return parser


def command_parser() -> ArgumentParser:
    """Return the parser of every command."""
    parser = ArgumentParser("pmark-desktop")
    commands = parser.add_subparsers(dest="command", required=True)
    for build in _BUILDERS.values():
        build(commands)
    return parser


def _common(parser: ArgumentParser) -> None:
    parser.add_argument("--today", metavar="YYYY-MM-DD", help="期限を数える基準日(既定は今日)")
    parser.add_argument("--by", metavar="NAME", default="", help="変更履歴に残す名前")
    parser.add_argument(
        "--lang", dest="language", type=Language, choices=list(Language), default=Language.JA,
        help="表示の言語",
    )  # fmt: skip


def _command(commands: _Commands, name: str, text: str, *, file: bool = True) -> ArgumentParser:
    parser = commands.add_parser(name, help=text, description=text)
    if file:
        parser.add_argument("file", metavar="FILE", help="ワークスペース(.pmark)")
    _common(parser)
    return parser


def _new(commands: _Commands) -> None:
    parser = _command(commands, "new", "新しいワークスペースを作る")
    parser.add_argument("--name", required=True, help="事業者名")
    parser.add_argument("--expires", required=True, metavar="D", help="有効期間の満了日")
    parser.add_argument("--number", default="", help="登録番号 12345678(01)")
    parser.add_argument("--body", default="", help="審査機関")
    parser.add_argument("--year-start", default="04-01", metavar="MM-DD", help="PMS年度の開始日")
    parser.add_argument(
        "--lists", default="main", metavar="main|all|K,K|X.toml", help="使うチェックリスト"
    )


def _sample(commands: _Commands) -> None:
    _command(commands, "sample", "サンプルを作る")


def _status(commands: _Commands) -> None:
    parser = _command(commands, "status", "更新の状況を表示する")
    parser.add_argument("--json", action="store_true")


def _tasks(commands: _Commands) -> None:
    parser = _command(commands, "tasks", "タスクを一覧する")
    parser.add_argument("--json", action="store_true")
    parser.add_argument("--list", metavar="K", help="このチェックリストだけ")
    parser.add_argument("--late", action="store_true", help="期限超過だけ")
    parser.add_argument(
        "--within", type=int, metavar="DAYS", help="今日から DAYS 日以内が期限のもの"
    )


def _set(commands: _Commands) -> None:
    parser = _command(commands, "set", "タスク、または周期(cycle)の欄を変える")
    parser.add_argument("task", metavar="TASK|cycle")
    parser.add_argument("fields", nargs="+", metavar="欄=値")


def _occur(commands: _Commands) -> None:
    parser = _command(commands, "occur", "発生を登録する")
    parser.add_argument("list", metavar="LIST")
    parser.add_argument("--on", required=True, metavar="D", help="発生した日、または知った日")
    parser.add_argument("--name", required=True, help="発生の名称")
    parser.add_argument("--known", action="store_true", help="知った日から数える項目")


def _attach(commands: _Commands) -> None:
    parser = _command(commands, "attach", "証跡を付ける")
    parser.add_argument("task", metavar="TASK")
    parser.add_argument("source", nargs="?", metavar="PATH|URL")
    parser.add_argument("--paper", metavar="PLACE", help="紙の保管場所")


def _export(commands: _Commands) -> None:
    parser = _command(commands, "export", "証跡台帳(Excel)を書き出す")
    parser.add_argument("out", metavar="OUT.xlsx")


def _check(commands: _Commands) -> None:
    _command(commands, "check", "ワークスペースを点検する")


def _checklist(commands: _Commands) -> None:
    parser = commands.add_parser("checklist", help="チェックリストのファイルを調べる")
    actions = parser.add_subparsers(dest="action", required=True)
    check = actions.add_parser("check", help="誤りをすべて挙げる")
    check.add_argument("files", nargs="+", metavar="X.toml")
    _common(check)


_BUILDERS = {
    "new": _new, "sample": _sample, "status": _status, "tasks": _tasks, "set": _set,
    "occur": _occur, "attach": _attach, "export": _export, "check": _check,
    "checklist": _checklist,
}  # fmt: skip
COMMAND_NAMES = frozenset(_BUILDERS)
