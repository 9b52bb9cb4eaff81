"""Numbers typed by hand in the texts edited for one report: borne out by the records, or with a source and its date.

The texts that come with the program are not judged, nor are paragraphs left as they were.
"""

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import chain

from snhr_desktop.domain.dates import LATIN_DIGITS
from snhr_desktop.i18n import N_, bare
from snhr_desktop.reports.agreement.claims import claims
from snhr_desktop.reports.agreement.disagreement import Disagreement
from snhr_desktop.reports.agreement.numbers import value
from snhr_desktop.reports.agreement.recorded import Recorded
from snhr_desktop.reports.agreement.sentences import named
from snhr_desktop.reports.edition import Edition
from snhr_desktop.reports.emphasis import plain_of
from snhr_desktop.reports.manuscript import Manuscript
from snhr_desktop.reports.texts import Block, read_blocks
from snhr_desktop.reports.typed import DATE, MONTH, YEAR, typed_numbers

CONTRADICTS = N_("it is not the number of the records")
CITED = N_("it is cited as a figure of the network, which never published it")
UNSOURCED = N_("it is an estimate without a source and a date")
RATIO = N_("a change told in times may mean “by” or “to”: say from what number to what number")
FACT = N_("a date or number of the standing text was changed")

GLUED = N_("a digit stands at a generated number and makes it another")

KINDS = frozenset({GLUED, CONTRADICTS, CITED, UNSOURCED, RATIO, FACT})
"""What is wrong with a text, and not with the records."""

_GLUED = re.compile(r"\d\{[a-z0-9_]+\}|\{[a-z0-9_]+\}\d")
_BRACKETS = re.compile(r"\(([^()]*)\)")
_WORD = re.compile(r"[^\W\d_]{2,}")
_BETWEEN_SENTENCES = re.compile(r"(?<=[.!?؟])\s+")
_LEADING_BRACKETS = re.compile(r"\([^()]*\)[.؟!?]?\s*")
_DATING = frozenset(
    {
        "between", "since", "in", "from", "until", "to", "by", "as", "of", "before", "after", "during", "around",
        "about", "the", "late", "early", "mid", "and", "source", "estimate", "estimates", "year", "years", "compared",
        "with",
        "في", "منذ", "عام", "العام", "سنة", "السنة", "حتى", "وحتى", "من", "إلى", "الى", "خلال", "بداية",
        "نهاية", "مطلع", "أواخر", "أوائل", "منتصف", "بين", "بعد", "قبل", "شهر", "يوم", "تاريخ", "بتاريخ",
        "لعام", "بعام", "ميلادي", "تقريبا", "تقريباً", "نحو", "حوالي", "مقارنة", "وفق", "تقديرات", "تقدير",
        "المصدر", "مصدر", "بيانات",
    }
)  # fmt: skip
"""Words that stand beside a year and name nobody."""
_OWN = re.compile(r"\bSNHR\b|Syrian Network|the network|الشبكة", re.IGNORECASE)
_RATIO = re.compile(
    r"(?:increas|decreas|ris|rose|grew|grow|fell|dropp)\w*[^.]{0,40}?\d[\d.,]*[\s-]*(?:times|fold)"
    r"|(?:زاد|ازداد|ارتفع|انخفض|تراجع|تضاعف)\w*[^.]{0,40}?\d[\d.,٫]*\s*(?:مرة|مرات|ضعف|أضعاف)",
    re.IGNORECASE,
)
_MEASURE = re.compile(
    r"\s*(?:seconds?|minutes?|hours?|days?|weeks?|months?|years?|km|kilomet\w+|met(?:re|er)s?"
    r"|ثاني\w*|دقيق\w*|دقائق|ساع\w*|يوم\w*|أيام|أسبوع\w*|أسابيع|شهر\w*|أشهر|سن\w+|عام\w*|أعوام|كم|كيلومتر\w*|متر\w*)(?!\w)",
    re.IGNORECASE,
)
_DIGITS = re.compile(r"\d[\d.,]*")
_SMALL = 10
"""Below it a sentence may tell of a few people without counting anything of the report; a title may not."""


def disagreements(manuscript: Manuscript) -> Iterator[Disagreement]:
    """Every number typed in an edited paragraph that nothing bears out."""
    edition = manuscript.edition
    recorded = Recorded.of(edition.snapshot)
    for name, block, standing in changed_blocks(edition):
        wrong = (
            _changed(block, read_blocks(standing)),
            _claimed(edition, block, name == "title", recorded),
            _typed(block, standing, recorded),
        )
        for found in chain.from_iterable(wrong):
            yield replace(found, text=name, language=edition.language.code)


def changed_blocks(edition: Edition) -> Iterator[tuple[str, Block, str]]:
    """Every paragraph that was edited: the name of its text, the paragraph, and the whole standing text."""
    for name, text in (edition.texts.overrides or {}).items():
        standing = replace(edition.texts, overrides=None).source(name)
        before = read_blocks(standing)
        yield from ((name, block, standing) for block in read_blocks(text) if block not in before)


def _changed(block: Block, before: tuple[Block, ...]) -> Iterator[Disagreement]:
    """The words of the standing text under another date or number: its dates are facts with a source."""
    for known in before:
        if _skeleton(known.text) == _skeleton(block.text) and known.text != block.text:
            yield Disagreement(
                FACT, _place(block), _differing(block.text, known.text), _differing(known.text, block.text)
            )


def _claimed(edition: Edition, block: Block, is_title: bool, recorded: Recorded) -> Iterator[Disagreement]:
    for sentence in _sentences(block):
        if _sourced(sentence) and not _OWN.search(sentence):
            continue
        for code, number in claims(sentence, edition.language, spelled=is_title):
            allowed = {recorded.total(code)} if is_title else recorded.of_noun(code) | _cited(sentence, recorded)
            if number not in allowed and (is_title or number >= _SMALL):
                yield Disagreement(CONTRADICTS, named(code), f"{number:,}", f"{recorded.total(code):,}")


def _typed(block: Block, standing: str, recorded: Recorded) -> Iterator[Disagreement]:
    if found := _GLUED.search(block.text):
        yield Disagreement(GLUED, _place(block), found[0])
    for sentence in _sentences(block):
        if found := _RATIO.search(sentence):
            yield Disagreement(RATIO, _place(block), found[0])
        cited = _cited(sentence, recorded)
        for token in typed_numbers(sentence, standing):
            share = token[-1] in "%٪"
            if value(token) in (recorded.shares if share else recorded.counted) | cited:
                continue
            if cited or (_sourced(sentence) and _OWN.search(sentence)):
                yield Disagreement(CITED, _place(block), token)
            elif not _sourced(sentence) and (share or not _MEASURE.match(sentence.partition(token)[2])):
                yield Disagreement(UNSOURCED, _place(block), token)


def _sentences(block: Block) -> list[str]:
    """The sentences of a paragraph, each with its source: one that stands in brackets behind it is its own."""
    plain = bare(plain_of(block.text)).translate(LATIN_DIGITS)
    found: list[str] = []
    for piece in _BETWEEN_SENTENCES.split(plain):
        lead = _LEADING_BRACKETS.match(piece) if found else None
        if lead:
            found[-1] += f" {lead[0]}"
        if rest := piece[lead.end() if lead else 0 :].strip():
            found.append(rest)
    return found


def _cited(text: str, recorded: Recorded) -> frozenset[float]:
    """The numbers of the earlier reports whose codes stand in a paragraph."""
    return frozenset(n for code, numbers in recorded.published.items() if code in bare(text) for n in numbers)


def _sourced(sentence: str) -> bool:
    """Whether somebody is named in brackets with a year, as in (OCHA, March 2018): neither will do alone."""
    for found in _BRACKETS.findall(sentence):
        words = _WORD.findall(YEAR.sub(" ", MONTH.sub(" ", DATE.sub(" ", found))))
        if YEAR.search(found) and any(_is_name(word) for word in words):
            return True
    return False


def _is_name(word: str) -> bool:
    """A name of somebody begins with a capital; Arabic has none, so words that only date are told apart."""
    return word.casefold() not in _DATING and ("\u0600" <= word[0] <= "\u06ff" or word[0].isupper())


def _skeleton(text: str) -> str:
    plain = DATE.sub("#", bare(text).translate(LATIN_DIGITS))
    return " ".join(_DIGITS.sub("#", plain).split())


def _differing(text: str, other: str) -> str:
    found = [*DATE.findall(text), *_DIGITS.findall(DATE.sub(" ", text))]
    return " · ".join(one for one in found if one not in other)


def _place(block: Block) -> str:
    """The beginning of the paragraph, as the editor knows it."""
    return bare(block.text)[:80]
