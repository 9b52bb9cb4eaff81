"""The brief: which report is wanted. Window, command line and the published report itself hold the same one."""

from collections.abc import Mapping
from dataclasses import dataclass

from snhr_desktop.i18n import ARABIC, ENGLISH, NC_, Language, Message, written_with
from snhr_desktop.reports.kind import KINDS, THEMATIC, Kind

PUBLIC = "public"


@dataclass(frozen=True)
class EditionChoice:
    """In which languages a report is printed, in that order."""

    title: Message
    languages: tuple[Language, ...]


EDITIONS: Mapping[str, EditionChoice] = {
    ENGLISH.code: EditionChoice(NC_("edition", "English"), (ENGLISH,)),
    ARABIC.code: EditionChoice(NC_("edition", "Arabic"), (ARABIC,)),
    "both": EditionChoice(NC_("edition", "Both languages"), (ENGLISH, ARABIC)),
}


@dataclass(frozen=True)
class Brief:
    """What to report on, for whom, in which languages; all are codes, so that it can be kept.

    A blank `scope` is the period's own. `month` (2018-03) and `incident` (a uid) are given where the kind is `of` one.
    `left_out` names the sections of the kind that are not printed, `arabic_indic` whether figures in Arabic are ٠١٢.
    """

    period: str
    scope: str = ""
    kind: str = THEMATIC
    audience: str = PUBLIC
    edition: str = ENGLISH.code
    month: str = ""
    incident: str = ""
    left_out: tuple[str, ...] = ()
    arabic_indic: bool = False

    @property
    def languages(self) -> tuple[Language, ...]:
        """The languages of the edition, in the order they are printed."""
        return tuple(map(self.written, EDITIONS[self.edition].languages))

    def written(self, language: Language) -> Language:
        """A language with the digits of this report."""
        return written_with(language, arabic_indic=self.arabic_indic)

    @property
    def what(self) -> Kind:
        """The kind of report."""
        return KINDS[self.kind]
