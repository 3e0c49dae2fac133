"""The words for what is wrong with a list of holidays, in Japanese and English. No Qt here."""

from collections.abc import Iterable, Mapping

from pmark_desktop.domain.holiday_list import HolidayFault, HolidayProblem
from pmark_desktop.words import Both, Language, pick

HOLIDAY_FAULTS: Mapping[HolidayFault, Both] = {
    # the file
    HolidayFault.FILE_NOT_THERE: (
        "ファイルが見つかりません。場所を確かめて選び直してください。",
        "The file is not there. Check the place and choose again.",
    ),
    HolidayFault.FILE_NOT_PLAIN: (
        "ファイルではありません(フォルダや特殊なファイル)。CSVファイルを選んでください。",
        "This is no file (a folder or something special). Choose the CSV file.",
    ),
    HolidayFault.FILE_IS_WORKSPACE: (
        "ワークスペース(.pmark)です。内閣府の祝日CSVを選んでください。",
        "This is a workspace (.pmark). Choose the Cabinet Office's CSV.",
    ),
    HolidayFault.FILE_UNREADABLE: (
        "ファイルを読めません。ほかのプログラムで開いていれば閉じ、権限を確かめてください。",
        "The file cannot be read. Close it elsewhere and check the permissions.",
    ),
    HolidayFault.FILE_EMPTY: (
        "中身が空です。ダウンロードし直してください。",
        "The file is empty. Download it again.",
    ),
    HolidayFault.FILE_TOO_BIG: (
        "1 MBを超えています。祝日CSVは数十KBです。ファイルを確かめてください。",
        "It is over 1 MB; the list of holidays has some ten KB. Check the file.",
    ),
    HolidayFault.TOO_MANY_LINES: (
        "5,000行を超えています。祝日CSVは千行ほどです。ファイルを確かめてください。",
        "It has over 5,000 lines; the list of holidays has about a thousand. Check the file.",
    ),
    HolidayFault.WEB_PAGE: (
        "CSVではなくWebページ(HTML)です。ページの中の「国民の祝日(csv形式)」を保存してください。",
        "This is a web page (HTML), not a CSV. Save the CSV that the page links to.",
    ),
    HolidayFault.NOT_TEXT: (
        "文字のファイルとして読めません(UTF-16か、CSV以外の形式)。配布されたままのCSVを選んでください。",
        "It cannot be read as text (UTF-16, or another kind of file). Choose the CSV as it was published.",
    ),
    HolidayFault.ENCODING_UNKNOWN: (
        "文字コードがShift_JIS(CP932)でもUTF-8でもありません。配布されたままのCSVを選んでください。",
        "The encoding is neither Shift_JIS (CP932) nor UTF-8. Choose the CSV as it was published.",
    ),
    HolidayFault.ENCODING_MIXED: (
        "Shift_JISとUTF-8が混ざっています。配布されたままのCSVを選んでください。",
        "Shift_JIS and UTF-8 are mixed. Choose the CSV as it was published.",
    ),
    HolidayFault.NO_HEADER: (
        "見出し「国民の祝日・休日月日,国民の祝日・休日名称」がありません(先頭は「{text}」)。内閣府の祝日CSVか確かめてください。",
        "The header of the Cabinet Office's list is not there (it begins with “{text}”). Check the file.",
    ),
    HolidayFault.NO_DAYS: (
        "祝日が1日もありません。ダウンロードし直してください。",
        "There is not one holiday in it. Download it again.",
    ),
    # a line
    HolidayFault.LINE_FORM: (
        "「{text}」は「日付,名称」の形ではありません。",
        "“{text}” is not of the form date,name.",
    ),
    HolidayFault.DATE_UNREADABLE: (
        "「{text}」は日付として読めません。2027/1/1 の形にしてください。",
        "“{text}” is not a date. Write it like 2027/1/1.",
    ),
    HolidayFault.DATE_IMPOSSIBLE: (
        "「{text}」という日はありません。",
        "There is no day “{text}”.",
    ),
    HolidayFault.DATE_OUTSIDE: (
        "「{text}」は祝日のある範囲(1948/7/20〜2199/12/31)の外です。",
        "“{text}” is outside the days that can be holidays (1948-07-20 to 2199-12-31).",
    ),
    HolidayFault.NAME_EMPTY: (
        "名称が空です。",
        "The name is empty.",
    ),
    HolidayFault.NAME_UNREADABLE: (
        "名称「{text}」は長すぎるか、文字化けしています。",
        "The name “{text}” is too long or garbled.",
    ),
    HolidayFault.DAY_TWICE: (
        "「{text}」が別の名称でもう1行あります。",
        "“{text}” is there twice, with other names.",
    ),
    # a year
    HolidayFault.YEAR_TOO_MANY: (
        "{text}年の祝日が30日を超えています。",
        "{text} has over 30 holidays.",
    ),
    HolidayFault.YEAR_TOO_FEW: (
        "{text}年の祝日が9日に足りません。行が欠けていないか確かめてください。",
        "{text} has fewer than 9 holidays. Check whether lines are missing.",
    ),
    HolidayFault.YEAR_CUT_SHORT: (
        "{text}年に11月以降の祝日がありません。途中で切れています。ダウンロードし直してください。",
        "{text} has no holiday from November on: it is cut short. Download it again.",
    ),
    HolidayFault.YEAR_UNLIKE: (
        "{text}年が、法律から計算した祝日の半分とも一致しません。別の表ではないか確かめてください。",
        "{text} has not even half of the holidays that the law gives. Check whether it is another list.",
    ),
    # the list of problems
    HolidayFault.STOPPED: (
        "問題が多いため、ここで読むのをやめました。",
        "There are so many problems that reading stopped here.",
    ),
}  # fmt: skip
_LINE: Both = ("{line}行目: {sentence}", "Line {line}: {sentence}")


def holiday_problem_words(problem: HolidayProblem, language: Language = Language.JA) -> str:
    """Return one line: where, what is wrong, and what to do about it."""
    sentence = pick(HOLIDAY_FAULTS[problem.fault], language).format(text=problem.text)
    if not problem.line:
        return sentence
    return pick(_LINE, language).format(line=problem.line, sentence=sentence)


def holiday_problems_words(
    problems: Iterable[HolidayProblem], language: Language = Language.JA
) -> str:
    """Return a line for each problem."""
    return "\n".join(holiday_problem_words(problem, language) for problem in problems)
