"""What an import noticed and a person should know: how dates and places were settled, which words have no code."""

import datetime as dt
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from snhr_desktop.domain.dates import say_when
from snhr_desktop.domain.doubles import Match
from snhr_desktop.domain.places import Place
from snhr_desktop.domain.values import When
from snhr_desktop.i18n import N_, Language, Message


@dataclass(frozen=True)
class Topic:
    """One kind of finding: the heading over its list, the line of each, and whether it makes a record doubtful."""

    heading: Message
    line: Message
    doubtful: bool = True


@dataclass(frozen=True)
class Finding:
    """One thing noticed in the row `key`. `values` may hold days, places and messages; they are told per language.

    `cell` says where it stands in the file.
    """

    topic: str
    key: str
    values: Mapping[str, Any] = field(default_factory=dict)
    cell: str = field(default="", compare=False)

    def tell(self, language: Language) -> str:
        """The line for a person."""
        values = {name: _said(value, language) for name, value in self.values.items()}
        return language.text(TOPICS[self.topic].line, key=self.key, **values)


CLAIMED, BESIDE, LIKE_HERE, NEAR = "origin_claimed", "other_there", "like_here", "own_near"
PERHAPS_HERE = (BESIDE, LIKE_HERE, NEAR)
"""What is told of new incidents that may be here already."""

TOPICS: Mapping[str, Topic] = {
    "total_doubtful": Topic(
        N_(
            "Rows called a total were taken in as records and are counted: where one only adds up other rows, take it "
            "out of the file, or clear its number, and try again"
        ),
        N_("{key}: “{given}”, row {row}"),
    ),
    "date_swapped": Topic(
        N_("Day and month are swapped against the record’s own code; the date of the code was taken"),
        N_("{key}: {taken} instead of {given}"),
    ),
    "date_witnessed": Topic(
        N_("Day and month are swapped against the record’s own code; the date that the narrative states was taken"),
        N_("{key}: {taken}, not {other}"),
    ),
    "date_differs": Topic(
        N_("The date differs from the record’s own code; the date was kept"),
        N_("{key}: {taken}; the code says {other}"),
    ),
    "date_from_code": Topic(
        N_("No date in the file; the date of the record’s own code was taken"),
        N_("{key}: {taken}"),
    ),
    "date_missing": Topic(
        N_("No date: taken in without one, and in no figure of a period until it has one"), N_("{key}")
    ),
    "date_mentioned": Topic(
        N_("A title states another date; the titles were kept as they are"),
        N_("{key}: {taken}; a title says {other}"),
    ),
    "place_near": Topic(
        N_("Placed by coordinates, in the nearest town or village"),
        N_("{key}: {place}, {distance} km away"),
        doubtful=False,
    ),
    "place_inside": Topic(
        N_("Placed by coordinates, in the sub-district whose boundary holds them"),
        N_("{key}: {place}"),
        doubtful=False,
    ),
    "place_proposed": Topic(
        N_("The coordinates lie in a sub-district; it is proposed and was not recorded"),
        N_("{key}: {place}"),
        doubtful=False,
    ),
    "place_wide": Topic(
        N_("No town or village found; only a wider area is recorded"),
        N_("{key}: {place} (in the file: {given})"),
    ),
    "place_doubtful": Topic(
        N_("Several places have this name; none was chosen among them"),
        N_("{key}: {given}"),
    ),
    "place_none": Topic(N_("No place found: taken in without one"), N_("{key}: {given}")),
    "place_far": Topic(
        N_("The coordinates contradict the place named and were left out"),
        N_("{key}: {given} lies {distance} km from {place}"),
    ),
    "coordinates_bad": Topic(
        N_("Coordinates that are incomplete or impossible were left out"),
        N_("{key}: {given}"),
    ),
    "pcode_unknown": Topic(
        N_("Codes that the list of places does not have; the place was looked for by its name"),
        N_("{key}: {given}"),
    ),
    "rows_differ": Topic(
        N_("Rows of one incident that do not agree; what the first says was taken"),
        N_("{key}: {column}: “{taken}”, elsewhere “{other}”"),
    ),
    "toll_range": Topic(
        N_("The toll is told as a range; what the records say is counted, and that it may rise is recorded"),
        N_("{key}: {least} to {most}"),
        doubtful=False,
    ),
    "count_range": Topic(
        N_(
            "A number of people is told as a range; the least is counted, and both numbers stay in the reviewer’s notes"
        ),
        N_("{key}: {column}: {least} to {most}"),
        doubtful=False,
    ),
    CLAIMED: Topic(
        N_("A record that another office handed over says to be the same one; look whether both are one incident"),
        N_("{key}"),
    ),
    BESIDE: Topic(
        N_(
            "New incidents of a place and day of which there is one already, from elsewhere; look whether both are "
            "one, since its people would be counted twice"
        ),
        N_("{key}: {reference}, {date}, {place}"),
    ),
    LIKE_HERE: Topic(
        N_(
            "New incidents much like one that is here, from elsewhere: near in place and day; look whether both are "
            "one, since its people would be counted twice"
        ),
        N_("{key}: {reference}, {date}, {place} ({reasons})"),
    ),
    NEAR: Topic(
        N_(
            "New incidents of a list without numbers, near in day or place to one that came from it before; where its "
            "day or place was corrected, the earlier one is still here and is counted as well"
        ),
        N_("{key}: {reference}"),
    ),
    "kind_of_nobody": Topic(
        N_("A kind of violation was assumed, and the row tells of nobody whom it was done to"),
        N_("{key}: {given}"),
    ),
    "also_listed": Topic(
        N_("People whom a column counts are listed beside it as well; each is counted once"),
        N_("{key}: {counted} counted, {listed} of them listed"),
        doubtful=False,
    ),
    "listed_unsure": Topic(
        N_(
            "People are listed who may be among the women, children or civilians whom a column counts, or not; all "
            "are counted once, and fewer of these than the column says"
        ),
        N_("{key}: {counted} counted, {listed} of them listed"),
    ),
    "more_listed": Topic(
        N_("People are listed who are not among those whom a column counts; they are taken in beside these"),
        N_("{key}: {counted} counted, {listed} listed"),
    ),
    "name_of_several": Topic(
        N_("Names that may tell of several people; each was taken in as one person"),
        N_("{key}: “{given}”"),
    ),
    "kind_open": Topic(
        N_(
            "Nobody is told of as killed or injured, so nothing says what kind of violation it was; it stays to be "
            "entered"
        ),
        N_("{key}"),
        doubtful=False,
    ),
    "party_left_out": Topic(
        N_(
            "A word for the party was left out: without a party the arrest is counted as none, and stands as an "
            "abduction whose party is not identified"
        ),
        N_("{key}: {given}"),
    ),
    "value_left_out": Topic(
        N_("Values that could not be read, or that say nothing here, were left out; the record came in without them"),
        N_("{key}: {column}: {given}"),
    ),
}
"""Every kind of finding that belongs to one row, in the order they are told."""


@dataclass(frozen=True)
class Unmapped:
    """A word of the file for which the mapping has no code, listed once with the number of rows that have it."""

    column: str
    word: str
    rows: int


class ReadAs(NamedTuple):
    """A cell that holds a sign or a word for nothing, and was read as 0, or else as blank."""

    column: str
    word: str
    zero: bool


def _said(value: object, language: Language) -> object:
    say = next((say for kind, say in _SAID.items() if isinstance(value, kind)), None)
    return say(value, language) if say else value


_SAID: Mapping[type, Callable[[Any, Language], str]] = {
    dt.date: lambda day, language: language.date(day),
    When: say_when,
    Place: lambda place, language: place.name_ar if language.code == "ar" else place.name_en,
    Match: lambda match, language: match.tell(language),
    Message: lambda message, language: language.text(message),
    float: lambda number, language: language.number(number, 1),
}
