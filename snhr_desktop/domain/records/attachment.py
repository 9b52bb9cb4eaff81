"""A file kept as evidence, the records it is kept with, and the steps of its custody."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from snhr_desktop.domain.fields import choice, choices, count, day, flag, narrative, site, text, time_of_day, when
from snhr_desktop.domain.records.record import Record
from snhr_desktop.domain.records.record_set import RecordSet
from snhr_desktop.domain.values import Site, When
from snhr_desktop.i18n import N_

MOST_BYTES = 10 * 1024**3
"""The largest file that is taken in."""


@dataclass(frozen=True, kw_only=True)
class Attachment(Record):
    """A file as it was taken in, and what is said of it.

    Fingerprint, size and type are of the untouched file. Its name, what a camera wrote into it, who took it and whom
    it came from can give a person away, and are sensitive. `derived_from` is the identity of the file that this is a
    changed copy of.
    """

    type_name = "attachment"
    title = N_("File")

    reference: str = text(N_("Reference"), 24, hint=N_("Given by the office at the first save."))
    kind: str = choice(N_("Kind of file"), "attachment_kind", default="other", required=True)
    media_type: str = text(N_("Type of the file"), 120, hint=N_("As its first bytes say, whatever it is called."))
    sha256: str = text(N_("Fingerprint (SHA-256)"), 64, required=True)
    size: int | None = count(N_("Size in bytes"), 0, MOST_BYTES)
    original_name: str = text(N_("Name of the file at intake"), 255, sensitive=True)
    shows_ar: str = narrative(N_("What it shows, in Arabic"), 2_000, language="ar")
    shows_en: str = narrative(N_("What it shows, in English"), 2_000, language="en")
    captured_on: When = when(N_("Photographed or recorded on"), hint=N_("When the photo, video or recording was made."))
    captured_time: str = time_of_day(N_("Time"), hint=N_("Local time, like 14:30."))
    place: Site = site(N_("Place it was taken at"), hint=N_("Any spelling, Arabic or English."))
    taken_by: str = text(
        N_("Taken by"),
        120,
        sensitive=True,
        hint=N_("Kept apart; never printed, and written out with whole records alone."),
    )
    received_from: str = text(
        N_("Received from"),
        200,
        sensitive=True,
        hint=N_("Kept apart; never printed, and written out with whole records alone."),
    )
    received_on: dt.date | None = day(N_("Received on"))
    consent: str = choice(N_("Consent"), "consent", default="internal")
    graphic: bool = flag(N_("Graphic"), hint=N_("Hidden until somebody asks to see it."))
    device: str = text(N_("Device"), 120)
    exif: str = narrative(N_("What the camera wrote into the file"), 20_000, sensitive=True)
    derived_from: str = text(N_("Copy made of"), 32)
    derivation: tuple[str, ...] = choices(N_("What was done to the copy"), "derivation")
    withdrawn: bool = flag(N_("Withdrawn"))
    withdrawn_reason: str = text(N_("Reason for the withdrawal"), 500)


SAID: tuple[str, ...] = (
    "kind", "shows_ar", "shows_en", "captured_on", "captured_time", "place", "taken_by", "received_from", "received_on",
    "consent", "graphic", "device",
)  # fmt: skip
"""The fields that a person fills in; the others are the program's own to write."""


@dataclass(frozen=True, kw_only=True)
class AttachmentLink(Record):
    """That a file is kept with a record: which kind, and the identity of the record."""

    type_name = "attachment_link"
    parent = "attachment"
    title = N_("Record it is kept with")

    record: str = choice(N_("Kind of record"), "attached_to", required=True)
    target: str = text(N_("Record"), 32, required=True)


@dataclass(frozen=True, kw_only=True)
class CustodyStep(Record):
    """One act on a file; when and by whom stands in the history. `about` is the record or the copy that it touched.

    Each intake of the same content has its own: under which name it came, and from whom.
    """

    type_name = "custody"
    title = N_("Step of custody")

    attachment: str = text(N_("File"), 32, required=True)
    act: str = choice(N_("Act"), "custody_act", required=True)
    sha256: str = text(N_("Fingerprint (SHA-256)"), 64)
    about: str = text(N_("Record"), 32)
    recipient: str = text(N_("To whom"), 200, sensitive=True)
    purpose: str = text(N_("What for"), 500, sensitive=True)
    received_from: str = text(N_("Received from"), 200, sensitive=True)
    original_name: str = text(N_("Name of the file at intake"), 255, sensitive=True)


LINKS: Mapping[str, type[Record]] = MappingProxyType({"links": AttachmentLink})
"""The list of an attachment and the record type it holds."""


@dataclass(frozen=True)
class AttachmentFile(RecordSet):
    """One file and the records it is kept with: a photo may show two incidents."""

    head_name = "attachment"
    head_type = Attachment
    lists = LINKS

    attachment: Attachment
    links: tuple[AttachmentLink, ...] = ()
