"""Fold names in Arabic and in Latin letters, so that a search finds every usual spelling of one name.

Folding is for comparing only. It is never shown, printed or stored in place of what a person typed:
أحمد and احمد, معرّة النعمان and معره النعمان, Ma'arrat al-Nu'man and Maarrat an Numan, عبد الرحمن and
عبدالرحمن fold alike. Words are compared whole, so that أسماء does not find اسماعيل.

The folded text holds letters, digits and single spaces and nothing else: no marks, no controls, no
direction characters. Folding a folded text changes nothing, so keys can be stored and compared safely.
"""

import re
import unicodedata
from collections.abc import Callable, Iterator
from functools import lru_cache

__all__ = ["fold", "runs", "words"]

_LETTERS = str.maketrans(
    {
        "ٱ": "ا",  # alef wasla; the hamza forms lose theirs in decomposition
        "ى": "ي",
        "ی": "ي",  # Persian yeh, as some keyboards type it
        "ې": "ي",
        "ێ": "ي",
        "ة": "ه",
        "ە": "ه",
        "ہ": "ه",
        "ھ": "ه",
        "ک": "ك",
        "گ": "ك",
        "پ": "ب",
        "چ": "ج",
        "ڤ": "ف",
        "ۆ": "و",
        "ڵ": "ل",
        "ڕ": "ر",
        "ı": "i",
        "đ": "d",
        "ħ": "h",
        "ł": "l",
        "ø": "o",
        "æ": "ae",
        "œ": "oe",
    }
)
_JOINED = frozenset("'`´‘’‚‛′ʹʻʼʽˈʾʿˊˋˀˁ\u0640＇ʔʕ")
"""Signs inside a word that leave no gap when dropped: apostrophes, ayn and hamza signs, tatweel."""

_ARABIC_ARTICLE = "ال"
_ARABIC_SERVANT = "عبد"
_ARABIC_FAITH = "الدين"
_ARABIC_FATHER = "ابو"
_NOT_ARTICLE = frozenset(
    {
        "الله",
        "الياس",
        "الهام",
        "الاء",
        "الفت",
        "الماس",
        "الماز",
        "المازه",
        "المانيا",
        "الماني",
        "الين",
        "الينا",
        "اليسا",
        "اليسار",
        "اليسر",
        "اليعازر",
        "اليزابيث",
        "الكسندر",
        "البرت",
        "البير",
        "التون",
        "الانا",
        "الفرد",
    }
)
"""Names whose alef and lam belong to the word, as they look after folding."""

_LATIN_ARTICLES = frozenset({"al", "el", "ul"})
_LATIN_BEGINS = "aeu"
"""What every Latin article and every spelling of Abd begins with."""
_SUN_ARTICLE = re.compile(r"[aeu](sh|th|dh|[rsnztdl])")
_SERVANT_JOINED = re.compile(r"^abd[aeu](?:l|(?=([rsnztd])\1)[rsnztd]|sh(?=sh))")
_SERVANT_SUN = re.compile(r"^abd[aeu](sh|th|dh|[rsnztd])$")
_GOD = frozenset({"allah", "alla", "ullah", "ulla"})
_MIN_WORD = 3


def fold(text: str) -> str:
    """Return the comparison key of ``text``: folded words parted by one space, possibly empty.

    Rules (domain: Arabic search): hamza leaves its seat, alef maqsura is ya, ta marbuta is ha, marks and
    tatweel go, every script's digits become 0-9, «عبد ال…» is joined, «ابو…» is parted, a leading ال or
    al-/el-/ash- … goes, a closing -ah of a transliteration is -a, punctuation parts words, apostrophes do
    not, direction characters and controls go. Never raises, whatever characters it is given.
    """
    return " ".join(words(text))


def words(text: str) -> tuple[str, ...]:
    """Return the folded whole words of ``text`` in their order."""
    tokens = _join_arabic_names(text.translate(_PLAIN).split())
    if any(token[0] in _LATIN_BEGINS for token in tokens):
        tokens = _part_latin_names(tokens)
    return tuple(map(_soft_ending, tokens))


def runs(text: str) -> Iterator[tuple[int, int]]:
    """Where the words of ``text`` stand as they were typed, marks and tatweel within them: (start, end) of each."""
    start = -1
    for at, char in enumerate(text):
        gap = _PLAIN[ord(char)].isspace()  # not the sign itself: some, like ℠, are letters once folded
        if gap and start >= 0:
            yield start, at
            start = -1
        elif not gap and start < 0:
            start = at
    if start >= 0:
        yield start, len(text)


def is_article(word: str) -> bool:
    """Tell whether a folded word is an article standing alone, as while its name is still being typed."""
    return word in _LATIN_ARTICLES or word == _ARABIC_ARTICLE or _SUN_ARTICLE.fullmatch(word) is not None


def _plain(char: str) -> str:
    """A character decomposed, without marks and case; of a sign nothing or a space."""
    letters = unicodedata.normalize("NFKD", char).translate(_CHARACTERS)
    folded = unicodedata.normalize("NFKD", letters.casefold()).translate(_LETTERS)
    return folded.translate(_CHARACTERS)


class _Each(dict[int, str]):
    """What a function makes of each character, worked out once: whole narratives are folded at every save."""

    def __init__(self, of: Callable[[str], str]) -> None:
        super().__init__()
        self._of = of

    def __missing__(self, code: int) -> str:
        self[code] = self._of(chr(code))
        return self[code]


def _character(char: str) -> str:
    if "a" <= char <= "z" or char == " ":
        return char
    if char in _JOINED:
        return ""
    category = unicodedata.category(char)
    if category[0] == "L":
        return char
    if category == "Nd":
        return str(unicodedata.decimal(char))
    if category[0] == "M" or category in {"Cf", "Cs", "Co", "Cn"}:
        return ""
    return char if category[0] == "N" else " "


_CHARACTERS, _PLAIN = _Each(_character), _Each(_plain)


def _join_arabic_names(tokens: list[str]) -> list[str]:
    """Part the article from Arabic words, and join «عبد ال…», which is one name however it is typed."""
    found: list[str] = []
    for token in _join_lone_articles(tokens) if _ARABIC_ARTICLE in tokens else tokens:
        if found and found[-1] == _ARABIC_SERVANT and token.startswith(_ARABIC_ARTICLE):
            found[-1] += token
        else:
            found.extend(_arabic_words(token))
    return found


def _join_lone_articles(tokens: list[str]) -> list[str]:
    """«ال» typed apart belongs to the word after it."""
    found: list[str] = []
    for token in tokens:
        if found and found[-1] == _ARABIC_ARTICLE and _is_arabic(token):
            found[-1] += token
        else:
            found.append(token)
    return found


@lru_cache(maxsize=1 << 15)
def _arabic_words(token: str) -> tuple[str, ...]:
    """One typed word as folded words: without its article, نورالدين and ابوعمر as the two words they are."""
    named = token.removeprefix(_ARABIC_FATHER)
    if named != token and len(named) >= _MIN_WORD and _is_arabic(named):
        return (_ARABIC_FATHER, *_arabic_words(named))
    head, tail = _without_article(token), []
    splits = _is_arabic(head) and not head.startswith(_ARABIC_SERVANT)
    while splits and len(head) > len(_ARABIC_FAITH) + 1:
        if not head.endswith(_ARABIC_FAITH):
            break
        head = head.removesuffix(_ARABIC_FAITH)
        tail.append(_without_article(_ARABIC_FAITH))
    return (head, *tail)


def _is_arabic(word: str) -> bool:
    """Tell the script by the first letter: the rules of one script never reach into a word of another."""
    return "\u0600" <= word[:1] <= "\u06ff"


def _without_article(word: str) -> str:
    while (
        word.startswith(_ARABIC_ARTICLE)
        and word not in _NOT_ARTICLE
        and len(word) - len(_ARABIC_ARTICLE) >= _MIN_WORD
        and _is_arabic(word.removeprefix(_ARABIC_ARTICLE))
    ):
        word = word.removeprefix(_ARABIC_ARTICLE)
    return word


def _part_latin_names(tokens: list[str]) -> list[str]:
    """Drop al, el and assimilated articles (ash-Shughur) before a word, and join Abd names into one word.

    Abd al-Rahman, Abdul Rahman, Abdelrahman and Abdurrahman all become abdalrahman. Read from the end, so
    that every word is judged by what is left after it; a last article stays.
    """
    kept: list[str] = []
    parted = False
    for token in map(_open_servant, reversed(tokens)):
        before_name = bool(kept) and not _is_arabic(kept[-1])
        if before_name and _is_article_of(token, kept[-1]):
            parted = True
            continue
        if before_name and _takes_name(token, kept[-1], parted):
            kept[-1] = _servant_of(kept[-1])
        else:
            kept.append(token)
        parted = False
    kept.reverse()
    return kept


def _open_servant(token: str) -> str:
    return _SERVANT_JOINED.sub("abdal", token)


def _is_article_of(token: str, following: str) -> bool:
    sun = _SUN_ARTICLE.fullmatch(token)
    return token in _LATIN_ARTICLES or (sun is not None and following.startswith(sun[1]))


def _takes_name(token: str, name: str, parted: bool) -> bool:
    """Tell whether ``token`` is the first half of an Abd name; ``parted``: an article stood between."""
    if token == "abd":
        return parted or name in _GOD or name in _LATIN_ARTICLES
    sun = _SERVANT_SUN.match(token)
    return token == "abdal" or (sun is not None and name.startswith(sun[1]))


def _servant_of(name: str) -> str:
    if name in _GOD:
        return "abdallah"
    return "abdal" if name in _LATIN_ARTICLES else "abdal" + name


def _soft_ending(token: str) -> str:
    """-a and -ah are one ending (Hama, Hamah); four letters must remain, so that Shah stays."""
    return token[:-1] if len(token) > 4 and token.isascii() and token.endswith("ah") else token
