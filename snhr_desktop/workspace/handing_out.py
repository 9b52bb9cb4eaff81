"""A file handed out with its custody certificate; and the files of entries that were never saved."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from snhr_desktop.domain.records import AttachmentFile
from snhr_desktop.domain.vocabularies import vocabulary
from snhr_desktop.errors import Refusal
from snhr_desktop.i18n import N_, Language, Message, written_with
from snhr_desktop.reports.audience import RULES
from snhr_desktop.reports.brief import EDITIONS
from snhr_desktop.reports.certificate import Act, Certified, certificate
from snhr_desktop.reports.text import Missing
from snhr_desktop.store.attachments.acts import Beside, CustodyRecord
from snhr_desktop.store.attachments.custody import EXPORT, INTAKE, LEAVE, CustodyEntry
from snhr_desktop.store.attachments.source import Wanted, always
from snhr_desktop.store.saving import Changes
from snhr_desktop.workspace.attachments import AttachmentDoor

NO_CONSENT = N_("not stated")
CERTIFICATE = "-certificate.pdf"


@dataclass(frozen=True)
class HandedOut:
    """A file that was handed out: where it and its certificate are now, and the signs no typeface had."""

    path: Path
    certificate: Path
    missing: tuple[Missing, ...]
    changes: Changes


class NotForThem(Refusal):
    """A file was not given for the readers it is to be handed out for. Values: `consent`, `audience`."""

    said = N_("This file may not be handed out for these readers: {audience}. Consent given: {consent}.")
    advice = N_("Nothing was written. Ask whoever gave the file, and change its consent in its description.")

    @classmethod
    def of(cls, consent: str, audience: str) -> "NotForThem":
        """The refusal of one file."""
        return cls(consent=say_consent(consent), audience=vocabulary("audience")[audience].label)


def say_consent(consent: str) -> Message:
    """What a consent is called, a missing one too."""
    term = vocabulary("consent").get(consent)
    return term.label if term else NO_CONSENT


def is_for(consent: str, audience: str) -> bool:
    """Whether a file of a consent may be handed out for an audience: the rule by which reports tell of sources."""
    return consent in RULES[audience].sources


def office_only(consent: str) -> bool:
    """Whether a file of a consent is for no readers but those in the office."""
    return not any(is_for(consent, audience) for audience in RULES if audience != "internal")


class HandOutDoor(AttachmentDoor):
    """Files out of the house."""

    def hand_out(
        self, uid: str, folder: Path, recipient: str, purpose: str, audience: str, edition: str,
        arabic_indic: bool = False, wanted: Wanted = always,
    ) -> HandedOut:  # fmt: skip
        """Write a file and its custody certificate to a folder, under names that neither has yet; both or none.

        `audience` says who may read the certificate, `edition` in which languages and, in Arabic, with which digits.
        It ends once it is not `wanted` any more. Raises `NotForThem`, and what `export_attachment` raises.
        """
        self.ensure_for(uid, audience)
        path = _free(folder / self.file_name(self.attachment(uid)))
        languages = [written_with(one, arabic_indic=arabic_indic) for one in EDITIONS[edition].languages]
        missing: list[Missing] = []

        def made(record: CustodyRecord) -> bytes:
            content, lacking = self.certificate(record, audience, languages)
            missing.extend(lacking)
            return content

        beside = Beside(path.with_name(path.stem + CERTIFICATE), made)
        self.export_attachment(uid, path, recipient, purpose, wanted=wanted, beside=beside)
        return HandedOut(path, beside.path, tuple(missing), Changes(uids=(uid,)))

    def ensure_for(self, uid: str, audience: str) -> None:
        """Raise `NotForThem` where whoever gave a file did not give it for these readers."""
        consent = self.attachment(uid).attachment.consent
        if not is_for(consent, audience):
            raise NotForThem.of(consent, audience)

    def certificate(
        self, record: CustodyRecord, audience: str, languages: Sequence[Language]
    ) -> tuple[bytes, tuple[Missing, ...]]:
        """The custody certificate of a file that is about to be handed out, or was, by the last act of its log."""
        file, log = record.file.attachment, record.log
        handed = next(entry for entry in reversed(log) if entry.step.act in (LEAVE, EXPORT))
        taken = next(entry for entry in log if entry.step.act == INTAKE)
        of = Certified(
            number=file.reference,
            kept_with=record.kept_with,
            office=self._store.info.office,
            name=file.original_name,
            kind=vocabulary("attachment_kind")[file.kind].label,
            media_type=file.media_type,
            size=file.size or 0,
            sha256=file.sha256,
            taken_at=taken.at,
            taken_by=taken.actor,
            acts=tuple(_act(entry) for entry in log),
            anchor=record.anchor,
            handed_at=handed.at,
            recipient=handed.step.recipient,
            purpose=handed.step.purpose,
            audience=audience,
            training=self._store.info.training,
            original=record.original,
            changes=_changes(record.file),
            of_withdrawn=record.original_withdrawn,
        )
        return certificate(of, languages)


def _act(entry: CustodyEntry) -> Act:
    step = entry.step
    note = " · ".join(part for part in (step.recipient, step.purpose) if part)
    return Act(entry.at, entry.actor, vocabulary("custody_act")[step.act].label, note, entry.chain_sha256)


def _changes(file: AttachmentFile) -> tuple[Message, ...]:
    terms = vocabulary("derivation")
    return tuple(terms[code].label for code in file.attachment.derivation)


def _free(path: Path) -> Path:
    """The path, with a number where it or its certificate is taken."""
    number, found = 1, path
    while found.exists() or found.is_symlink() or found.with_name(found.stem + CERTIFICATE).exists():
        number += 1
        found = path.with_name(f"{path.stem} ({number}){path.suffix}")
    return found
