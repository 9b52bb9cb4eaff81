"""The files that lie beside a file of our own records: which of them come in with it, and why others do not.

They are found by the reference that the records tell, and by nothing else that a file could say: no path of it is ever
followed. What a person has to know of each that does not come is told in the report.
"""

import os
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from snhr_desktop.domain.checks import stops
from snhr_desktop.domain.records import Attachment, AttachmentFile
from snhr_desktop.errors import Refusal
from snhr_desktop.exchange.export.beside import file_name, files_beside
from snhr_desktop.exchange.reading.json_text import OWN, beside_records, beside_records_one, shape_of
from snhr_desktop.exchange.refusals import ImportStopped
from snhr_desktop.exchange.watching import Waiting
from snhr_desktop.i18n import N_, NP_, Language, Message
from snhr_desktop.store.attachments import carried
from snhr_desktop.store.attachments.carried import Fetched, Origin
from snhr_desktop.store.attachments.refusals import (
    ChangedWhileRead,
    FileUnread,
    IntakeStopped,
    NotAFile,
    OtherContent,
    TooLarge,
)
from snhr_desktop.store.identity import is_reference
from snhr_desktop.store.saving import Author
from snhr_desktop.store.store import Store

KEPT = 2_000
"""Lines that are told; of the others it is said how many they are."""
NO_FOLDER = N_("{reference}: the folder {folder} is not beside the file of records")
MISSING = N_("{reference}: there is no {name} in the folder {folder}")
NOT_READ = N_("{reference}: {told}")
NOT_SAID = N_("{reference}: what is said of it cannot be read")
NO_RECORD = N_("{reference}: no record that it was kept with is here")
TAKEN = NP_("{n} file taken in", "{n} files taken in")
HERE = NP_("{n} file here already", "{n} files here already")
LEFT_OUT = NP_("{n} file not taken in", "{n} files not taken in")
_ONE_BY_ONE = (ChangedWhileRead, FileUnread, NotAFile, OtherContent, TooLarge)
"""What keeps out one file and no other."""


@dataclass(frozen=True)
class NotTaken:
    """A file that does not come in, with the reason."""

    message: Message
    values: Mapping[str, object]

    def tell(self, language: Language) -> str:
        """It in words."""
        values = {k: v.tell(language) if isinstance(v, Refusal) else v for k, v in self.values.items()}
        return language.text(self.message, **values)


@dataclass
class FilesIn:
    """What became of the files: how many came, were here, were left out, and why, for the first of those."""

    taken: int = 0
    here: int = 0
    left_out: int = 0
    not_taken: list[NotTaken] = field(default_factory=list)

    def leave_out(self, message: Message, reference: str, **values: object) -> None:
        """One does not come in."""
        self.left_out += 1
        if len(self.not_taken) < KEPT:
            self.not_taken.append(NotTaken(message, {"reference": reference[:80] or "–", **values}))

    def counts(self, language: Language) -> tuple[str, ...]:
        """How many there are of each, in words."""
        every: tuple[tuple[Message, int], ...] = ((TAKEN, self.taken), (HERE, self.here), (LEFT_OUT, self.left_out))
        return tuple(language.plural(words, number) for words, number in every if number)


@dataclass(frozen=True)
class Coming:
    """The files of one file of records, fetched before any of it is written."""

    origin: Origin
    told: FilesIn
    said: Sequence[AttachmentFile] = ()
    fetched: Mapping[str, Fetched] = field(default_factory=dict)

    def keep(self, store: Store, author: Author) -> FilesIn:
        """Keep them with their records, in the caller's transaction."""
        for one in self.said:
            fetched = self.fetched.get(one.attachment.sha256)
            with store.writing() as connection:
                done = carried.keep(connection, store, one, fetched, self.origin, author)
            if done is None:
                self.told.leave_out(NO_RECORD, one.attachment.reference)
            elif fetched:
                self.told.taken += 1
            else:
                self.told.here += 1
        return self.told


def looked_for(store: Store, path: Path, encoding: str, waiting: Waiting) -> FilesIn:
    """What would become of the files; nothing is kept. Raises `ImportStopped`, `UnreadableFile`."""
    told = FilesIn()

    def look(place: Path, sha256: str) -> None:
        carried.look(place, sha256, waiting.wanted)

    for one in _wanted(store, path, (encoding, waiting), told, look):
        if carried.is_held(store, one.attachment.sha256):
            told.here += 1
        else:
            told.taken += 1
    return told


@contextmanager
def fetched(store: Store, path: Path, encoding: str, waiting: Waiting) -> Iterator[Coming]:
    """The files, encrypted in the store's folder; those that are not kept are gone afterwards.

    Raises `ImportStopped`, `UnreadableFile`, `NoRoomForFile`, and the refusals of a write.
    """
    held: dict[str, Fetched] = {}
    told = FilesIn()

    def fetch(place: Path, sha256: str) -> None:
        if sha256 not in held:
            held[sha256] = carried.fetch(store, place, sha256, waiting.wanted)

    try:
        said = tuple(_wanted(store, path, (encoding, waiting), told, fetch))
        yield Coming(Origin(_office(path, encoding, waiting), path.name), told, said, held)
    finally:
        for one in held.values():
            one.written.drop()


def is_own(path: Path, encoding: str, waiting: Waiting) -> bool:
    """Whether it is a file of our own records. Raises `UnreadableFile`, `ImportStopped`."""
    return shape_of(path, encoding, waiting).held == OWN


def _wanted(
    store: Store, path: Path, how: tuple[str, Waiting], told: FilesIn, act: Callable[[Path, str], None]
) -> Iterator[AttachmentFile]:
    """What is said of each file that may come in, once `act` has read it, or it is in the store already."""
    encoding, waiting = how
    for raw in waiting.over(beside_records(path, encoding, "attachments", waiting)):
        one = _said(raw)
        if one is None:
            told.leave_out(NOT_SAID, _reference(raw))
        elif carried.is_held(store, one.attachment.sha256):
            yield one
        elif not one.attachment.withdrawn:  # those do not leave the office they are in
            try:
                if _is_read(files_beside(path), one.attachment, told, act):
                    yield one
            except IntakeStopped as stopped:
                raise ImportStopped from stopped


def _is_read(folder: Path, file: Attachment, told: FilesIn, act: Callable[[Path, str], None]) -> bool:
    """Whether a file lies in the folder and `act` took it; why it did not is told."""
    if not folder.is_dir() or folder.is_symlink():
        told.leave_out(NO_FOLDER, file.reference, folder=folder.name)
        return False
    name = file_name(file.reference, file.media_type)
    if not is_reference(file.reference) or not os.path.lexists(folder / name):
        told.leave_out(MISSING, file.reference, name=name[:80], folder=folder.name)
        return False
    try:
        act(folder / name, file.sha256)
    except _ONE_BY_ONE as refusal:
        told.leave_out(NOT_READ, file.reference, told=refusal)
        return False
    return True


def _said(raw: Any) -> AttachmentFile | None:
    """What a file of records says of a file; None where that cannot be read."""
    if not isinstance(raw, Mapping) or not isinstance(raw.get("attachment"), Mapping):
        return None
    said, found = AttachmentFile.parse(raw)
    digest = said.attachment.sha256
    if stops(found) or len(digest) != 64 or not set(digest) <= set("0123456789abcdef"):
        return None
    return said


def _reference(raw: Any) -> str:
    head = raw.get("attachment") if isinstance(raw, Mapping) else None
    return str(head.get("reference", "")) if isinstance(head, Mapping) else ""


def _office(path: Path, encoding: str, waiting: Waiting) -> str:
    """The code of the office that wrote the records, as far as it can be one."""
    made = beside_records_one(path, encoding, "made", waiting)
    code = str(made.get("office", "")) if isinstance(made, Mapping) else ""
    return code if code.isascii() and code.isalnum() and len(code) <= 8 else ""
