"""What happened to all the people of a list, where its headers or titles say one thing; else a person has to say it."""

from collections.abc import Iterable, Mapping, Sequence

from snhr_desktop.domain.names import words
from snhr_desktop.exchange.guessing.lexicon import header_words
from snhr_desktop.exchange.guessing.looks import Column

_OUTCOMES = {
    "killed": "killed dead death deaths fatalities martyr martyrs died قتيل قتلى قتلوا مقتل شهيد شهيدة شهداء استشهاد"
    " وفاة وفيات متوفى متوفين متوفون",
    "injured": "injured injury injuries wounded جريح جريحة جرحى مصاب مصابة مصابين مصابون إصابة إصابات",
    "": "tortured torture detained detainees arrested kidnapped abducted missing disappeared displaced survivors تعذيب"
    " معتقل معتقلين معتقلون مخطوف مخطوفين مختطفين مفقود مفقودين مفقودون نازح نازحين نازحون مهجرين ناجين ناجون",
}
"""Words that tell of it; blank: of other ends, beside which a list is not one of these alone."""
_TOLD = {outcome: frozenset(header_words(said)) for outcome, said in _OUTCOMES.items()}
_AND = "و"
_TELLING = ("victims.", "date.", "place.")
"""Targets whose headers are about the people: a column that counts tells what became of those whom it counts."""


def outcome_of_all(targets: Mapping[str, Sequence[Column]], titles: Sequence[str]) -> str | None:
    """What the headers of people's columns, with what a form asks there, or the titles of file and sheet say happened
    to them all. None where they say nothing, or several things: nobody is taken for killed unsaid."""
    columns = [column for target, some in targets.items() if target.startswith(_TELLING) for column in some]
    ends = _ends(text for column in columns for text in (column.name, column.tag)) or _ends(titles)
    return (ends[0] or None) if len(ends) == 1 else None


def _ends(texts: Iterable[str]) -> list[str]:
    """Those that some texts tell of; an “and” is written to its word in Arabic."""
    said = {word for text in texts for one in header_words(text) for word in (one, *words(one.removeprefix(_AND)))}
    return [outcome for outcome, told in _TOLD.items() if said & told]
