"""The data dictionary: every field, every term of a vocabulary and every figure, in both languages.

Made of the declarations, so that nothing can be in it that is not in the program, nor be missing.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from snhr_desktop.domain.fields import Field
from snhr_desktop.domain.kinds import Choice, Choices, Count, Day, Flag, Kind, SiteKind, Text, TimeOfDay, WhenKind
from snhr_desktop.domain.records import RECORD_TYPES, Record
from snhr_desktop.domain.vocabularies import VOCABULARIES, Term
from snhr_desktop.figures import FIGURES
from snhr_desktop.figures.figure import Figure
from snhr_desktop.i18n import LANGUAGES, N_, Language, Message

FIELD, TERM, FIGURE = "field", "term", "figure"
ABOUT: dict[str, Message] = {
    FIELD: N_("Fields"),
    TERM: N_("Vocabularies"),
    FIGURE: N_("Figures and the rules they are counted by"),
}
"""The parts of the dictionary."""

_LABEL_IN = {"en": N_("Label in English"), "ar": N_("Label in Arabic")}
_SAID_IN = {"en": N_("Explanation in English"), "ar": N_("Explanation in Arabic")}

KINDS: dict[type[Kind], Message] = {
    Text: N_("text"),
    Count: N_("whole number"),
    Choice: N_("one code"),
    Choices: N_("several codes"),
    Flag: N_("yes or no"),
    Day: N_("a day"),
    TimeOfDay: N_("hours and minutes"),
    WhenKind: N_("first and last possible day, with a precision"),
    SiteKind: N_("a place, with coordinates and a precision"),
}
"""What each kind of field holds, in words."""

REQUIRED = N_("Needed before a record is documented.")
SENSITIVE = N_("Sensitive: kept apart.")
RETIRED = N_("No longer used for new records.")


@dataclass(frozen=True)
class Entry:
    """One line: of which part, what it belongs to, its code, and what is said of it in each language.

    `kind` and `group_label` are messages, told in the language of the reader.
    """

    about: str
    group: str
    code: str
    label: Message
    kind: Message | None
    vocabulary: str
    said: tuple[Message, ...]
    group_label: Message | None = None

    def cells(self, language: Language) -> list[str]:
        """The line, as a table in a language has it under `headings`."""
        every = reading(language)
        return [
            language.text(ABOUT[self.about]),
            self.group,
            self.code,
            *(one.text(self.label) for one in every),
            language.text(self.kind) if self.kind else "",
            self.vocabulary,
            *(self.explained(one) for one in every),
        ]

    def explained(self, language: Language) -> str:
        """All that is said of it."""
        return " ".join(language.text(one) for one in self.said)


def reading(language: Language) -> tuple[Language, ...]:
    """Every language, that of the reader the first."""
    return language, *(one for one in LANGUAGES.values() if one.code != language.code)


def headings(language: Language) -> list[str]:
    """What the columns of the dictionary are called, those in the language of the reader before those in others."""
    labels, said = ([told[one.code] for one in reading(language)] for told in (_LABEL_IN, _SAID_IN))
    about = (N_("Part"), N_("Belongs to"), N_("Code"), *labels, N_("What it holds"), N_("Vocabulary"), *said)
    return [language.text(one) for one in about]


def entries() -> Iterator[Entry]:
    """The whole dictionary, part by part."""
    for record in RECORD_TYPES.values():
        yield from (_field(record, field) for field in record.fields())
    for name, terms in VOCABULARIES.items():
        yield from (_term(name, term) for term in terms.values())
    yield from map(_figure, FIGURES.values())


def _field(record: type[Record], field: Field) -> Entry:
    said = [field.hint] if field.hint else []
    said += [REQUIRED] if field.required else []
    said += [SENSITIVE] if field.sensitive else []
    words = getattr(field.kind, "vocabulary", "")
    kind = KINDS[type(field.kind)]
    return Entry(FIELD, record.type_name, field.name, field.label, kind, words, tuple(said), record.title)


def _term(name: str, term: Term) -> Entry:
    return Entry(TERM, name, term.code, term.label, None, term.group, (RETIRED,) if term.retired else ())


def _figure(figure: Figure) -> Entry:
    return Entry(FIGURE, figure.unit_code, figure.code, figure.title, figure.unit.name, "", (figure.definition,))
