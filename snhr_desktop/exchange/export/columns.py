"""The columns of tables, made of the field declarations: what each is called, what it holds, and how it is tagged.

A field has the columns of its kind, under its own name. Nothing here names a field.
"""

import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from snhr_desktop.domain.fields import Field
from snhr_desktop.domain.kinds import Choices, Flag, Kind, Text, WhenKind
from snhr_desktop.domain.places import Gazetteer
from snhr_desktop.domain.vocabularies import label as label_of
from snhr_desktop.i18n import N_, Language, Message, bare

YES, NO = "yes", "no"
PART = N_("{field}: {part}")
PARTS: Mapping[str, Message] = {
    "_first": N_("first possible day"),
    "_last": N_("last possible day"),
    "_precision": N_("precision"),
    "_pcode": N_("p-code"),
    "_name": N_("name of the place"),
    "_lat": N_("latitude"),
    "_lon": N_("longitude"),
}
"""What the columns of a field of several are called."""
_TAGS = {"_first": "+start", "_last": "+end", "_precision": "+precision", "_pcode": "+code", "_name": "+name"}
_POINTS = {"_lat": "#geo+lat", "_lon": "#geo+lon"}

_BETWEEN = {"ar": "؛ "}
"""Between the words of several codes."""

Cell = str | int | float | None
Convert = Callable[[Sequence[Any]], Sequence[Cell]]
"""What a column of some rows becomes."""


@dataclass(frozen=True)
class Column:
    """One column: of a field, or of a key of the record set, which no field declares.

    `at` is where the value stands in a row as the store gives it. `field` is None for a key. `of` says whose field it
    is, where a table shows those of another record beside its own.
    """

    code: str
    at: int
    field: Field | None
    part: str = ""
    key: Message | None = None
    of: Message | None = None

    def label(self, language: Language) -> str:
        """What its header says."""
        if self.field is None:
            return language.text(self.key) if self.key else self.code
        said = language.text(self.field.label)
        if self.part:
            said = _joined(said, language.text(PARTS[self.part]), language)
        return _joined(language.text(self.of), said, language) if self.of else said

    @property
    def tag(self) -> str:
        """Its tag of the humanitarian exchange language."""
        if self.field is None:
            return f"#meta+{self.code}"
        if self.part in _POINTS:
            return _POINTS[self.part] + ("" if self.field.tag else f"+{self.field.name}")
        base = self.field.tag or f"#meta+{self.field.name}"
        return base + _TAGS.get(self.part, "") + (f"+i_{self.field.language}" if self.field.language else "")

    @property
    def vocabulary(self) -> str:
        """The vocabulary whose codes it holds, blank for none."""
        if self.field is None:
            return ""
        if self.part == "_precision":
            return "date_precision" if isinstance(self.field.kind, WhenKind) else "place_precision"
        return getattr(self.field.kind, "vocabulary", "")


def columns_of(fields: Iterable[Field], start: int, of: Message | None = None, prefix: str = "") -> Iterator[Column]:
    """The columns of some fields whose values stand in a row from `start` on."""
    at = start
    for field in fields:
        for suffix, _ in field.kind.columns:
            yield Column(f"{prefix}{field.name}{suffix}", at, field, suffix, of=of)
            if suffix == "_pcode":
                yield Column(f"{prefix}{field.name}_name", at, field, "_name", of=of)
            at += 1


def cells_of(record: Any, fields: Iterable[Field]) -> list[Any]:
    """The values of a record as the store keeps them."""
    return [cell for field in fields for cell in field.kind.to_columns(getattr(record, field.name))]


def _joined(field: str, part: str, language: Language) -> str:
    """Both in one header, without the direction marks that are for a screen."""
    return bare(language.text(PART, field=field, part=part))


class _Known(dict[Any, Cell]):
    """What each value becomes, worked out once for each."""

    def __init__(self, become: Callable[[Any], Cell]) -> None:
        super().__init__()
        self._become = become

    def __missing__(self, value: Any) -> Cell:
        self[value] = found = self._become(value)
        return found


def _each(become: Callable[[Any], Cell]) -> Convert:
    known = _Known(become)
    return lambda cells: [known[cell] for cell in cells]


class Converting:
    """Makes rows as the store gives them rows as a file holds them: with codes or with words, in a language.

    Some rows at a time are taken column by column, which takes half the time of cell by cell. `text` makes a column of
    words what the file may hold of it.
    """

    def __init__(
        self, columns: Sequence[Column], language: Language, gazetteer: Gazetteer, *, words: bool, text: Convert
    ) -> None:
        self.language, self.gazetteer, self.words = language, gazetteer, words
        self._text = text
        self._plan = [(column.at, self._convert(column)) for column in columns]

    def columns(self, rows: Sequence[Sequence[Any]]) -> Iterator[Sequence[Cell]]:
        """The columns of some rows, of which there is one or more."""
        given = list(zip(*rows, strict=True))
        return (become(given[at]) if become else given[at] for at, become in self._plan)

    def one(self, row: Sequence[Any]) -> tuple[Cell, ...]:
        """One row."""
        return tuple(cell for (cell,) in self.columns((row,)))

    def _convert(self, column: Column) -> Convert | None:
        field = column.field
        if field is None:
            return self._text
        if column.part in ("_lat", "_lon", "_first", "_last"):
            return None
        if column.part == "_name":
            return _each(self._place_name)
        if column.vocabulary and not isinstance(field.kind, Choices):
            name = column.vocabulary
            return _each(lambda code: self._label(name, code) if code else "") if self.words else None
        return self._of_kind(field.kind)

    def _of_kind(self, kind: Kind) -> Convert | None:
        if isinstance(kind, Text):
            return self._text
        if isinstance(kind, Flag):
            return _each(lambda said: self._yes_no(YES if said else NO))
        if isinstance(kind, Choices):
            name = kind.vocabulary
            return _each(lambda codes: self._several(name, json.loads(codes)))
        return None

    def _yes_no(self, code: str) -> str:
        return label_of("yes_no", code, self.language) if self.words else code

    def _label(self, name: str, code: str) -> Cell:
        """A term as the file may hold it: the office types the labels of its own terms as it likes."""
        return self._text((label_of(name, code, self.language),))[0]

    def _several(self, name: str, codes: Sequence[str]) -> Cell:
        if not self.words:
            return ";".join(codes)
        said = _BETWEEN.get(self.language.code, "; ").join(label_of(name, code, self.language) for code in codes)
        return self._text((said,))[0]

    def _place_name(self, pcode: str) -> Cell:
        place = self.gazetteer.get(pcode)
        return self._text((self.gazetteer.label(place, self.language.code),))[0] if place else ""
