"""What a salvage brought back and what it did not, in words and as JSON."""

import json
from dataclasses import asdict, dataclass, field

from snhr_desktop.domain.records import RECORD_TYPES
from snhr_desktop.i18n import N_, NP_, Language, Message
from snhr_desktop.store.findings import Finding

READ, OUTLINE, PROGRAM = "read", "outline", "program"
"""Where the schema came from: from the file, from the outline beside it, from what this edition makes."""

BROUGHT = N_("{name}: what could be read was brought into {new}.")
ROWS = NP_("{n} row was read.", "{n} rows were read.")
NOTHING_LOST = N_("Nothing was lost.")
LOST_ROWS = NP_("{n} row at most could not be read.", "{n} rows at most could not be read.")
OF_TABLE = N_("{table}: {read} read, {lost} lost at most")
MANY_OF_TABLE = N_("{table}: {read} read; how many were lost is not known")
FROM_HISTORY = N_("Made again from the history: {names}")
WITHOUT_HISTORY = N_("Kept as it stands, though its latest history is lost: {names}")
LOST = N_("Lost: {names}")
FILES = NP_("{n} attachment was carried over.", "{n} attachments were carried over.")
FILES_LOST = N_("Attachments that could not be read: {names}")
NO_SCHEMA: dict[str, Message] = {
    OUTLINE: N_("The first pages were destroyed; where the tables begin was known from the outline beside the file."),
    PROGRAM: N_(
        "The first pages were destroyed and no outline was there; where the tables begin was guessed from a new store. "
        "Compare with a backup."
    ),
}
NOT_SAID = N_(
    "What the store says of itself was destroyed, and nothing beside it says it either: its office is that of its"
    " records, and whether it was a store for training is not known. Compare with a backup before anything is reported."
)
CHECKED_SOUND = N_("The new store was checked, and is sound.")
CHECKED = N_("The new store was checked. What was found:")
_MOST = 200
PROTECTED = N_("{table}, what is protected of it")
_TABLES: dict[str, Message] = {
    **{name: kind.title for name, kind in RECORD_TYPES.items()},
    "revision": N_("Entries of the history"),
    "signature": N_("Signatures of the history"),
    "place": N_("Places"),
    "publication": N_("Published reports"),
    "draft": N_("Drafts"),
}
"""What people call the tables; those that hold no more than conveniences go by their own names."""


@dataclass(frozen=True)
class Salvaged:
    """`tables` has, for each table, the rows read and the row numbers that could not be, or None where not known.

    References: `from_history` made again from their latest revision, `without_history` kept though that is lost,
    `lost` given once and found nowhere. `findings` are those of the check of the new store. `says_what_it_is` is
    False where nothing told whether the store was one for training.
    """

    name: str
    new: str
    schema: str
    tables: dict[str, tuple[int, int | None]]
    from_history: tuple[str, ...] = ()
    without_history: tuple[str, ...] = ()
    lost: tuple[str, ...] = ()
    files: int = 0
    files_lost: tuple[str, ...] = ()
    findings: tuple[Finding, ...] = field(default=())
    says_what_it_is: bool = True

    @property
    def rows(self) -> int:
        """The rows that were read."""
        return sum(read for read, _ in self.tables.values())

    @property
    def rows_lost(self) -> int:
        """The row numbers that could not be read: rows at most, since a number may never have been one."""
        return sum(lost or 0 for _, lost in self.tables.values())

    @property
    def whole(self) -> bool:
        """Whether nothing was lost."""
        return (
            not self.lost
            and not self.files_lost
            and self.says_what_it_is
            and all(lost == 0 for _, lost in self.tables.values())
        )

    def as_json(self) -> str:
        """The whole report for a program."""
        said = asdict(self) | {"rows": self.rows, "rows_lost_at_most": self.rows_lost}
        said["tables"] = {name: {"read": read, "lost_at_most": lost} for name, (read, lost) in self.tables.items()}
        said["findings"] = [finding.dump() for finding in self.findings]
        return json.dumps(said, ensure_ascii=False, indent=1)

    def tell(self, language: Language) -> tuple[str, ...]:
        """The report for a person, a line each."""
        told = [language.text(BROUGHT, name=self.name, new=self.new), language.plural(ROWS, self.rows)]
        if self.schema in NO_SCHEMA:
            told.append(language.text(NO_SCHEMA[self.schema]))
        if not self.says_what_it_is:
            told.append(language.text(NOT_SAID))
        if self.whole:
            told.append(language.text(NOTHING_LOST))
        else:
            told.append(language.plural(LOST_ROWS, self.rows_lost))
            told += self._by_table(language)
        named = ((FROM_HISTORY, self.from_history), (WITHOUT_HISTORY, self.without_history), (LOST, self.lost))
        told += [language.text(words, names=_listed(names, language)) for words, names in named if names]
        told += self._of_files(language)
        told += self._of_check(language)
        return tuple(told)

    def _by_table(self, language: Language) -> list[str]:
        told = []
        for table, (read, lost) in self.tables.items():
            if lost is None:
                told.append(language.text(MANY_OF_TABLE, table=_called(table, language), read=language.number(read)))
            elif lost:
                values = {
                    "table": _called(table, language),
                    "read": language.number(read),
                    "lost": language.number(lost),
                }
                told.append(language.text(OF_TABLE, **values))
        return told

    def _of_check(self, language: Language) -> list[str]:
        if not self.findings:
            return [language.text(CHECKED_SOUND)]
        return [language.text(CHECKED), *(finding.tell(language) for finding in self.findings[:_MOST])]

    def _of_files(self, language: Language) -> list[str]:
        told = [language.plural(FILES, self.files)] if self.files else []
        if self.files_lost:
            told.append(language.text(FILES_LOST, names=_listed(self.files_lost, language)))
        return told


def _called(table: str, language: Language) -> str:
    name = table.removesuffix("_protected")
    words = language.text(_TABLES[name]) if name in _TABLES else name
    return words if name == table else language.text(PROTECTED, table=words)


def _listed(names: tuple[str, ...], language: Language) -> str:
    return language.join(sorted(names)[:_MOST]) + ("…" if len(names) > _MOST else "")
