"""What an export is asked for: in which form, for whom, of which records; and what a person is told before it."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import TypeVar

from snhr_desktop.errors import Refusal
from snhr_desktop.i18n import N_, NP_, Language, Message
from snhr_desktop.reports.audience import RULES
from snhr_desktop.reports.brief import PUBLIC

INTERNAL = "internal"
_AT_ONCE = 256
"""Things done between two looks at whether they are still wanted."""
Item = TypeVar("Item")

JSON, CSV, XLSX, GEOJSON, HXL = "json", "csv", "xlsx", "geojson", "hxl"
FORMS = {
    JSON: N_("Whole records (JSON)"),
    CSV: N_("Tables (CSV)"),
    XLSX: N_("Workbook (XLSX)"),
    GEOJSON: N_("Points on a map (GeoJSON)"),
    HXL: N_("Tables with tags of the humanitarian data standard (CSV, HXL)"),
}
"""The forms that records can be written in. CSV and HXL are folders, with a file for each table."""
FOLDERS = frozenset({CSV, HXL})
ENDINGS = {JSON: ".json", CSV: "", XLSX: ".xlsx", GEOJSON: ".geojson", HXL: ""}

NOT_ENCRYPTED = N_("The file is not encrypted: whoever has it can read it.")
TELLS_SOURCES = N_(
    "It tells who the sources are, their contacts and those of the families. It is for the office alone."
)
HOLDS_ALL = N_(
    "It holds the names of victims, exact places and the accounts, and records that nobody has verified yet: "
    "hand it to nobody outside the office."
)
ONLY_COUNTED = N_("Only what is documented and classified as a violation is written.")
WITHHELD = N_("Names, places and texts are left out as in a report for this audience.")
NAMES_SOURCES_NOT = N_("Who the sources are, and how to reach them and the families, is left out.")
FILES_TOO = N_("The files themselves are put beside it as they were taken in, each with a step of its custody.")
FILES_OF_SOURCES_NOT = N_("Files kept with a source are left out: you do not see who the sources are.")
INCIDENTS = NP_("{n} incident", "{n} incidents")
CASES = NP_("{n} case", "{n} cases")


class ForTheOfficeAlone(Refusal):
    """Whole records, or the files kept with them, were asked for another audience than the office."""

    said = N_("Whole records and the files kept with them are for the office alone.")
    advice = N_("Nothing was written. Choose the audience “internal”, or leave them out.")


class NotForYou(Refusal):
    """Whole records were asked for by somebody who does not see who the sources are."""

    said = N_("Whole records tell who the sources are, which you do not see.")
    advice = N_("Nothing was written. Ask a colleague who does, or leave out who the sources are.")


class NobodyNamed(Refusal):
    """Files were asked for, and not said whom they go to."""

    said = N_("The custody log of the files needs to know whom they go to.")
    advice = N_("Nothing was written. Say to whom, or leave the files out.")


class NothingChosen(Refusal):
    """No record is among what was chosen for the audience."""

    said = N_("There is no record to write among what was chosen for this audience.")
    advice = N_("Nothing was written. Choose another period, filter or audience.")


class ExportStopped(Refusal):
    """A person called the export off."""

    said = N_("The export was called off.")
    advice = N_("Nothing was written.")


@dataclass(frozen=True)
class Asked:
    """What is to be written.

    `period` and `saved_filter` are codes and names of the store, blank for no bound; `incidents` and `cases` are
    identities of those chosen one by one, None where they are not. Chosen incidents leave out cases, and the reverse.
    `whole` takes sensitive fields and texts along as they are; `files` the files kept as evidence. `terms` takes all
    terms of the office along with whole records, not only those that they say. `words` has labels in place of codes,
    `names` a row of field names below the header of a table. `flat` is one table of all victims instead of a table for
    each record type. `recipient` is whom the files go to, for the log of their custody.
    """

    form: str
    audience: str = PUBLIC
    period: str = ""
    saved_filter: str = ""
    incidents: tuple[str, ...] | None = None
    cases: tuple[str, ...] | None = None
    scope: str = ""
    whole: bool = False
    files: bool = False
    terms: bool = False
    words: bool = False
    names: bool = False
    flat: bool = False
    recipient: str = ""

    def ensure_for_audience(self) -> None:
        """Raise `ForTheOfficeAlone` where more is asked for than the audience may have."""
        if (self.whole or self.files) and self.audience != INTERNAL:
            raise ForTheOfficeAlone

    def ensure_named(self) -> None:
        """Raise `NobodyNamed` for files that go to nobody."""
        if self.files and not self.recipient.strip():
            raise NobodyNamed

    @property
    def is_folder(self) -> bool:
        """Whether it is written as a folder of files."""
        return self.form in FOLDERS and not self.flat

    @property
    def holds_cases(self) -> bool:
        """Whether cases are written at all: they are no points of a map, and no victims of incidents."""
        return self.form != GEOJSON and not self.flat

    @property
    def counted_only(self) -> bool:
        """Whether records that no figure counts stay in the house."""
        return not RULES[self.audience].notes

    def chosen(self) -> dict[str, str]:
        """What the records are chosen by, as the history keeps it."""
        return self._chosen(self.saved_filter)

    def chosen_told(self) -> dict[str, str]:
        """The same as the file tells it: what a filter is called is the office's own affair."""
        return self._chosen(self.saved_filter if self.audience == INTERNAL else self.saved_filter and "…")

    def _chosen(self, named: str) -> dict[str, str]:
        said = {"period": self.period, "filter": named}
        picked = {"incidents": self.incidents, "cases": self.cases}
        return {name: value for name, value in said.items() if value} | {
            name: str(len(uids)) for name, uids in picked.items() if uids is not None
        }


@dataclass(frozen=True)
class Outlook:
    """What an export would take out: how many, and what has to be known before.

    `no_sources` says that whoever asks does not see who the sources are.
    """

    asked: Asked
    incidents: int
    cases: int
    no_sources: bool = False

    def counts(self, language: Language) -> str:
        """How many records, in words."""
        found = [language.plural(INCIDENTS, self.incidents), language.plural(CASES, self.cases)]
        return language.join(found[:1] if not self.cases else found)

    def warnings(self) -> Iterator[Message]:
        """What a person reads before anything is written."""
        yield NOT_ENCRYPTED
        yield TELLS_SOURCES if self.asked.whole else NAMES_SOURCES_NOT
        if self.asked.counted_only:
            yield ONLY_COUNTED
            yield WITHHELD
        else:
            yield HOLDS_ALL
        if self.asked.files:
            yield FILES_TOO
        if self.no_sources and (self.asked.files or self.asked.form == JSON):
            yield FILES_OF_SOURCES_NOT


@dataclass(frozen=True)
class Watch:
    """Who waits for an export: `told` hears how many records are written of how many, `wanted` may call it off.

    `prepared` hears, before the first record, how many persons were looked at who may have to stay unnamed.
    """

    told: Callable[[int, int], object] = lambda *_: None
    wanted: Callable[[], bool] = lambda: True
    prepared: Callable[[int], object] = lambda _: None

    def over(self, items: Iterable[Item]) -> Iterator[Item]:
        """The items, as long as anybody waits. Raises `ExportStopped`."""
        for number, item in enumerate(items):
            if not number % _AT_ONCE:
                if not self.wanted():
                    raise ExportStopped
                self.prepared(number)
            yield item

    def step(self, done: int, of: int) -> None:
        """One record more. Raises `ExportStopped`."""
        if not self.wanted():
            raise ExportStopped
        self.told(done, of)
