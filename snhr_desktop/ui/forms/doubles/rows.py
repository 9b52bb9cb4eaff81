"""Two incidents field by field: the rows of a comparison, of the incident itself and of each of their records."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from snhr_desktop.domain.doubles.keeping import side_kept
from snhr_desktop.domain.doubles.merging import OF_THE_FIRST, Pair, ways
from snhr_desktop.domain.fields import Field
from snhr_desktop.domain.headlines import headline
from snhr_desktop.domain.places import Gazetteer
from snhr_desktop.domain.records import CHILDREN, Dossier, Record
from snhr_desktop.domain.saying import say_value
from snhr_desktop.i18n import N_, Language

PROTECTED = N_("Protected; it says something")
_INCIDENT = "incident"
Key = tuple[str, int, str]
"""The list, the row of the first's record in it, and the field."""


@dataclass(frozen=True)
class Row:
    """One line of a comparison. A head names a record and has no key; a field can be kept of one of its `ways`."""

    label: str
    here: str = ""
    there: str = ""
    field: Field | None = None
    key: Key | None = None
    ways: tuple[str, ...] = ()
    usual: str = ""

    @property
    def differs(self) -> bool:
        """Whether the two say different things."""
        return self.here != self.there


@dataclass(frozen=True)
class Comparison:
    """What the rows of two incidents are made of."""

    here: Dossier
    there: Dossier
    pairs: Mapping[str, Sequence[Pair]]
    places: Gazetteer

    def rows(self, language: Language) -> Iterator[Row]:
        """The incident's fields, then for each list the records of both: matched ones field by field, others alone."""
        yield Row(language.text(self.here.incident.title))
        yield from self._fields(self.here.incident, self.there.incident, (_INCIDENT, 0), language)
        for name in CHILDREN:
            yield from self._list(name, language)

    def victims(self, row: int, other: int, language: Language) -> Iterator[Row]:
        """One victim of each, with what their incidents say of place and date."""
        one, also = self.here.victims[row], self.there.victims[other]
        yield Row(language.text(one.title), headline(one, language)[0], headline(also, language)[0])
        yield from self._fields(one, also, ("victims", row), language)
        yield Row(language.text(self.here.incident.title))
        wanted = {"title_ar", "title_en", "date", "place", "kinds", "status"}
        for each in self._fields(self.here.incident, self.there.incident, (_INCIDENT, 0), language):
            if each.field and each.field.name in wanted:
                yield each

    def _list(self, name: str, language: Language) -> Iterator[Row]:
        ours, theirs = self.here.children()[name], self.there.children()[name]
        title = language.text(CHILDREN[name].title)
        partners = {pair.one: pair.other for pair in self.pairs.get(name, ())}
        for row, record in enumerate(ours):
            also = theirs[partners[row]] if row in partners else None
            yield Row(title, headline(record, language)[0], headline(also, language)[0] if also else "")
            if also:
                yield from self._fields(record, also, (name, row), language)
        for row, record in enumerate(theirs):
            if row not in partners.values():
                yield Row(title, "", headline(record, language)[0])

    def _fields(self, one: Record, other: Record, at: tuple[str, int], language: Language) -> Iterator[Row]:
        for each in one.fields():
            here, there = (self._say(each, record, language) for record in (one, other))
            # protected texts are held against each other unseen
            differs = getattr(one, each.name) != getattr(other, each.name)
            if not (here or there) or each.name == "reference":  # the heads of the columns tell it
                continue
            own = at[0] == _INCIDENT and each.name in OF_THE_FIRST
            chosen = ways(each) if differs and not own else ()
            yield Row(
                language.text(each.label), here, there, each, (*at, each.name), chosen, side_kept(each, one, other)
            )

    def _say(self, field: Field, record: Record, language: Language) -> str:
        value = getattr(record, field.name)
        if field.sensitive:
            return language.text(PROTECTED) if value else ""
        return say_value(field, value, language, self.places)
