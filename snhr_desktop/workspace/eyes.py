"""What a user may read, stated once: whoever does not see who the sources are reads nothing that tells it.

What they cannot see is kept, when they save, as the store has it.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, TypeVar

from snhr_desktop.domain.records import Attachment, AttachmentFile, Record
from snhr_desktop.exchange.report import ImportReport
from snhr_desktop.store.attachments.acts import CustodyRecord
from snhr_desktop.store.bodies import Body, names_sources, parted, sensitive_names
from snhr_desktop.store.history import Link, Revision
from snhr_desktop.store.imports import ImportAct
from snhr_desktop.store.sets import S

_Save = TypeVar("_Save", Revision, Link)
_OF_A_VEILED_FILE = (
    "uid", "reference", "kind", "media_type", "sha256", "size", "consent", "graphic", "derived_from", "derivation",
    "withdrawn",
)  # fmt: skip
_ROWS = re.compile(r"\d+(, \d+)*")


@dataclass(frozen=True)
class Eyes:
    """Those of one user. `no_sources`: it does not see who the sources are."""

    no_sources: bool

    def shown(self, found: S) -> S:
        """A record set as it may be read."""
        return found.without_sensitive() if self.no_sources else found

    def body(self, raw: Body) -> Body:
        """The same of one as history keeps it."""
        return parted(raw)[0] if self.no_sources else raw

    def named(self, act: ImportAct) -> ImportAct:
        """An import: the name of its file may say who somebody is."""
        return replace(act, file=act.file.unnamed()) if self.no_sources else act

    def report(self, report: ImportReport) -> ImportReport:
        """What an import did: which fields differ from the file, and of whom sources are nothing else."""
        return report.without_sensitive() if self.no_sources else report

    def veiled(self, file: AttachmentFile) -> AttachmentFile:
        """A file that may not be seen: that it is kept, and nothing that a person or a camera says of it."""
        return file.with_head(Attachment(**{name: getattr(file.attachment, name) for name in _OF_A_VEILED_FILE}))

    def custody(self, record: CustodyRecord) -> CustodyRecord:
        """The custody of a file: to whom it went can tell who a source is."""
        if not self.no_sources:
            return record
        log = tuple(replace(entry, step=entry.step.without_sensitive()) for entry in record.log)
        return replace(record, file=self.shown(record.file), log=log)

    def saves(self, saves: Sequence[_Save], files: Mapping[str, str]) -> Iterator[_Save]:
        """Saves. Once, the reason of what was taken over from a file named it, `files` by name with the data set of
        each: whoever may not see sources reads the data set there, as such a reason says it now.
        """
        for save in saves:
            name, mark, rows = save.reason.rpartition(": ")
            dataset = files.get(name) if self.no_sources and mark and _ROWS.fullmatch(rows) else None
            yield save if dataset is None else replace(save, reason=f"{dataset}: {rows}")

    def may_see(self, record_type: str, field: str) -> bool:
        """Whether a field of a record type may be told."""
        return not (self.no_sources and field in sensitive_names(record_type))

    def may_see_draft(self, raw: Body) -> bool:
        """Whether what somebody typed may be read whole."""
        return not (self.no_sources and names_sources(raw))

    def completed(self, given: S, stored: S | None) -> S:
        """A record set as it is to be saved: what cannot be seen is kept as `stored`."""
        if not self.no_sources:
            return given
        held = {record.uid: record for record in stored.records()} if stored else {}
        lists: dict[str, Any] = {
            name: tuple(_kept(child, held) for child in children) for name, children in given.children().items()
        }
        return replace(given.with_head(_kept(given.head, held)), **lists)


def _kept(given: Record, held: Mapping[str, Record]) -> Record:
    """A record with the sensitive values that are stored of it; one that is not stored has those given."""
    stored = held.get(given.uid)
    names = [field.name for field in given.fields() if field.sensitive]
    if not names or stored is None:
        return given
    return replace(given, **{name: getattr(stored, name) for name in names})
