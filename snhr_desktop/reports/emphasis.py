"""Marks inside a standing text: `**strong**`, `*slanted*`, `[words](https://address)`, `^[a footnote]`.

A backslash before a mark leaves it as it is written, and so does a mark that nothing closes. Texts of records are
never read here: what a record says is printed as it stands.
"""

import re
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from snhr_desktop.i18n import Language
from snhr_desktop.reports.parts import Emphasis, Marks, Note
from snhr_desktop.reports.texts import fill

_MARK = re.compile(
    r"\\(?P<escaped>[*\\\[\]^])"
    r"|\*\*(?P<bold>(?=\S)[^*]+?(?<=\S))\*\*"
    r"|\*(?P<italic>(?=\S)[^*]+?(?<=\S))\*"
    r"|(?<!\^)\[(?P<label>[^\[\]]+)\]\((?P<link>https?://[^\s()]+)\)"
    r"|\^\[(?P<note>[^\[\]]+)\]"
)


_NOTHING = "\u200b"
_OPENED = re.compile(r"\*\*|\^\[|\]\(")
"""What a person types for a mark and for nothing else."""


class _Stretch(NamedTuple):
    """A piece of a text as it is written, and the kind of its mark: blank for plain words."""

    kind: str
    text: str
    link: str = ""


def plain_of(text: str) -> str:
    """The words without marks, notes in brackets behind what they belong to: what is read for numbers."""
    return "".join(f" ({part.text})" if part.kind == "note" else part.text for part in _stretches(text))


def masked(text: str) -> str:
    """The words alone, each where it stands in the text: marks, addresses and notes are characters that nobody sees."""
    shown, at = list(text), 0
    for found in _MARK.finditer(text):
        kind = str(found.lastgroup)
        begin, end = found.span("label" if kind == "link" else kind)
        if kind == "note":
            begin = end = found.start()
        for place in (*range(found.start(), begin), *range(end, found.end())):
            shown[place] = _NOTHING
        at = found.end()
    return "".join(shown[:at]) + text[at:]


def unclosed(text: str) -> tuple[str, ...]:
    """Marks that nothing closes, or that hold nothing: they are printed as they stand."""
    plain = (part.text for part in _stretches(text) if not part.kind)
    return tuple(dict.fromkeys(found for piece in plain for found in _OPENED.findall(piece)))


def marked(text: str, words: Mapping[str, str], language: Language) -> tuple[str, Marks]:
    """The words of a text with its placeholders filled and its numerals as the language writes them, and what is
    marked in them. Raises `UnknownCode`."""
    said, marks = "", list[Note | Emphasis]()
    for part in _stretches(text):
        filled = fill(language.numerals(part.text), words)
        if part.kind == "note":
            marks.append(Note(len(said), filled))
            continue
        if part.kind:
            bold, italic = part.kind == "bold", part.kind == "italic"
            marks.append(Emphasis(len(said), len(said) + len(filled), bold, italic, part.link))
        said += filled
    return said, tuple(marks)


def _stretches(text: str) -> Iterator[_Stretch]:
    at = 0
    for found in _MARK.finditer(text):
        if found.start() > at:
            yield _Stretch("", text[at : found.start()])
        at = found.end()
        kind = str(found.lastgroup)
        if kind == "escaped":
            yield _Stretch("", found["escaped"])
        elif kind == "link":
            yield _Stretch("link", found["label"], found["link"])
        else:
            yield _Stretch(kind, found[kind])
    if at < len(text):
        yield _Stretch("", text[at:])
