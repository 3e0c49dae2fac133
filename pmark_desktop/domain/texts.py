"""What typed and pasted text may be, and how it is compared."""

import re
import unicodedata
from typing import NamedTuple

from pmark_desktop.domain.errors import UserError, Why

MOST_UNITS = 32_767
"""UTF-16 units in one text: what an Excel cell holds."""

_CONTROLS = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ufffe\uffff]")
_SURROGATES = re.compile("[\ud800-\udfff]")
# What Unicode's NFKC leaves apart but people type for one another: all dashes and the long
# vowel; old, new and name forms of kanji (旧字体・異体字), the one that is searched first.
# Unicode has no table of these in Python: chosen by hand among the forms that names and old
# documents have. To find too much is harmless here; nothing is stored in this form.
_DASHES = "‐‑‒–—―−─ー"
_KANJI = (
    "高髙 崎﨑嵜 辺邊邉 浜濱濵 吉𠮷 徳德 斉斎齊齋 沢澤 島嶋嶌 富冨 広廣 国國圀 "
    "学學 真眞 桜櫻 竜龍 滝瀧 恵惠 栄榮 円圓 実實 寿壽 条條 亀龜 関關 塩鹽 "
    "郎郞 黒黑 黄黃 万萬 与與 会會 体體 余餘 医醫 区區 台臺 号號 団團 図圖 "
    "売賣 変變 宝寳寶 峰峯 帰歸 弁辨瓣辯 応應 戸戶户 戦戰 払拂 数數 断斷 旧舊 "
    "晋晉 暁曉 曽曾 来來 松枩 梅楳 楽樂 様樣 権權 歩步 歯齒 残殘 毎每 気氣 "
    "浅淺 清淸 渓溪 湾灣 満滿 点點 為爲 猪豬 産產 町甼 画畫 発發 県縣 礼禮 "
    "祢禰 秋穐 稲稻 穂穗 窓窗 糸絲 経經 絵繪 総總 緑綠 声聲 芸藝 茎莖 荘莊 "
    "蔵藏 薫薰 薬藥 虎乕 蛍螢 蛎蠣 衛衞 装裝 覚覺 観觀 触觸 証證 誉譽 読讀 "
    "謡謠 豊豐 賛贊 転轉 辞辭 逓遞 遥遙 郷鄉鄕 鉄鐵 鉱鑛 録錄 隠隱 随隨 険險 "
    "隣鄰 静靜 頼賴 館舘 駅驛 鶏鷄 麦麥 麺麵 弥彌 尭堯 槙槇 桧檜 鯵鰺 薮藪 "
    "籠篭 篠筱 兎兔 凛凜 巌巖 "
)


def _folds() -> dict[int, int | None]:
    """Return what a character is searched as, where NFKC leaves it different."""
    kana = {code: code - 0x60 for code in range(0x30A1, 0x30F7)}
    kana |= dict.fromkeys((0x30F5, 0x30F6, 0x3095, 0x3096), ord("か"))  # 1ヶ月, 1ヵ月: 1か月
    kanji = {ord(old): ord(group[0]) for group in _KANJI.split() for old in group[1:]}
    dashes = dict.fromkeys(map(ord, _DASHES), ord("-")) | {ord("〜"): ord("~")}
    # which form of a kanji is drawn
    selectors = dict.fromkeys((*range(0xFE00, 0xFE10), *range(0xE0100, 0xE01F0)), None)
    return kana | kanji | dashes | selectors


_FOLDS = _folds()


class Cleaned(NamedTuple):
    """A text fit to be kept, and how many characters were taken out or replaced."""

    text: str
    removed: int


def clean(text: str) -> Cleaned:
    """Return `text` without control characters (tab and newline stay) and lone surrogates.

    Line ends become a newline; that is not counted. Nothing else changes: text with a leading
    `=` or in any Unicode form stays as typed.

    Raises:
        UserError: longer than `MOST_UNITS`.
    """
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    text, controls = _CONTROLS.subn("", text)
    text, surrogates = _SURROGATES.subn("\ufffd", text)
    length = len(text) + sum(char > "\uffff" for char in text)
    if length > MOST_UNITS:
        raise UserError(Why.TEXT_TOO_LONG, length=length, most=MOST_UNITS)
    return Cleaned(text, controls + surrogates)


def folded(text: str) -> str:
    """Return the form in which texts are searched: what only looks different is the same.

    Width, case, kana, old and new forms of kanji, long vowels and hyphens do not matter, nor
    what Unicode calls compatible (㈱, ①). For matching only, never for storing.
    """
    if text.isascii():
        return text.lower()
    return unicodedata.normalize("NFKC", text).casefold().translate(_FOLDS)


def parse_registration(text: str) -> str:
    """Return a registration number in half-width form; empty stays empty.

    `AAnnnnnn` or `AAnnnnnn(mm)`: AA is the code of the assessment body, from 10.

    Raises:
        UserError: of another form.

    Source: JIPDEC, https://privacymark.jp/system/about/pm-guidance (read 2026-11-23).
    """
    plain = unicodedata.normalize("NFKC", text).strip()
    if plain and not re.fullmatch(r"[1-9][0-9]{7}(\([0-9]{2}\))?", plain, re.ASCII):
        raise UserError(Why.REGISTRATION_WRONG, text=text)
    return plain
