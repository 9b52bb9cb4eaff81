"""What a file is called in the list, what stands below, and what became of one that was to be taken in."""

from snhr_desktop.domain.dates import say_when
from snhr_desktop.domain.records import Attachment
from snhr_desktop.domain.vocabularies import label
from snhr_desktop.i18n import N_, NP_, Language, first_strong, kept_whole
from snhr_desktop.store.attachments.sniffing import TEXT, UNKNOWN, ending
from snhr_desktop.ui.attachments.intake import Outcome
from snhr_desktop.ui.incidents.saying import say_code

KEPT, AGAIN = N_("{name}: kept as {reference}"), N_("{name}: kept already, as {reference}")
AGAIN_WITH = N_("{name}: kept already, as {reference} with {records}; now with this record too")
OTHERWISE = N_("Its name says otherwise, but it is of the type {type}.")
READ = N_("What the camera wrote is offered in the details (Ctrl+I).")
REFUSED = N_("{name}: not kept. {why}")
ELSEWHERE = N_("Dropped on another record, and not kept with this one:")
AND_MORE = NP_("and {n} more file", "and {n} more files")
COPY, COPY_HIDDEN = N_("Copy made of {reference}"), N_("Copy of {reference} with parts hidden")
WITHDRAWN, WITHDRAWN_WITH = N_("Withdrawn: {reason}"), N_("Withdrawn with {original}: {reason}")
OF_WITHDRAWN = N_("Copy of a withdrawn file, given again")
TAKEN, HASH = N_("Taken on {date}"), N_("Fingerprint {hash}…")
KB, MB, GB = N_("{size} KB"), N_("{size} MB"), N_("{size} GB")
_FORMATS = {
    TEXT: N_("plain text"), UNKNOWN: N_("unknown format"), "application/x-ole-storage": N_("older Office document"),
}  # fmt: skip
_CALLED = {"jpg": "JPEG", "mov": "QuickTime"}
_DOT = " · "
_HIDDEN = {"redacted", "blurred", "cropped"}
_SIGNS, _MOST = 12, 8
_K = 1024
ICONS = {"photo": "image", "video": "camera", "document": "file-text", "other": "paperclip"}


def say_size(size: int, language: Language) -> str:
    """Bytes in the unit that one reads them in."""
    for unit, length in ((GB, _K**3), (MB, _K**2)):
        if size >= length:
            return language.text(unit, size=language.number(size / length, 1))
    return language.text(KB, size=language.number(max(1, round(size / _K))))


def say_format(media: str, language: Language) -> str:
    """The format of a file as people call it: PNG, PDF, plain text."""
    if media in _FORMATS:
        return language.text(_FORMATS[media])
    name = ending(media).removeprefix(".") or media.rpartition("/")[2]
    return say_code(_CALLED.get(name, name.upper()))


def title_of(file: Attachment, language: Language, original: str = "") -> str:
    """The name it came with, where one may read it, else its reference; of a copy, first whose copy it is.

    A copy has the name of its original, and may not be taken for it.
    """
    name = language.isolate(_in_order(file.original_name)) if file.original_name else say_code(file.reference)
    if not original:
        return name
    words = COPY_HIDDEN if hides(file) else COPY
    return _DOT.join((language.text(words, reference=say_code(original)), name))


def hides(file: Attachment) -> bool:
    """Whether it is a copy with parts of the picture made unseen."""
    return bool(_HIDDEN & set(file.derivation))


def note_of(file: Attachment, language: Language) -> str:
    """Kind, type, size and when it was taken."""
    kind, size = label("attachment_kind", file.kind, language), say_size(file.size or 0, language)
    said = [kind, say_format(file.media_type, language), size]
    if file.captured_on:
        said.append(language.text(TAKEN, date=say_when(file.captured_on, language)))
    return _DOT.join(part for part in said if part)


def more_of(file: Attachment, language: Language) -> str:
    """Its reference, and the first signs of the fingerprint."""
    return _DOT.join((say_code(file.reference), language.text(HASH, hash=say_code(file.sha256[:_SIGNS]))))


def say_outcomes(here: tuple[Outcome, ...], away: tuple[Outcome, ...], language: Language) -> str:
    """A line for each file, the refused ones first: they are what a person has to know of.

    Those `away` were dropped on another record than the one that is shown.
    """
    lines = _lines(here, language)
    if any(one.kept is not None and one.kept.proposed for one in here):
        lines.append(language.text(READ))
    if away:
        lines += [language.text(ELSEWHERE), *_lines(away, language)]
    return "\n".join(lines)


def _lines(outcomes: tuple[Outcome, ...], language: Language) -> list[str]:
    ordered = sorted(outcomes, key=lambda one: one.refusal is None)
    lines = [_say_outcome(one, language) for one in ordered[:_MOST]]
    more = len(ordered) - _MOST
    return [*lines, language.plural(AND_MORE, more)] if more > 0 else lines


def _in_order(name: str) -> str:
    """An Arabic name with the ending of its file in one piece."""
    return kept_whole(name) if first_strong(name) == "rtl" else name


def _say_outcome(one: Outcome, language: Language) -> str:
    if one.kept is None:
        why = one.refusal.tell(language) if one.refusal else ""
        return language.text(REFUSED, name=_in_order(one.name), why=why)
    file, with_ = one.kept.file.attachment, tuple(say_code(each) for each in one.kept.already)
    words = AGAIN_WITH if with_ else AGAIN if one.kept.known else KEPT
    name, records = _in_order(one.name), language.join(with_)
    said = language.text(words, name=name, reference=say_code(file.reference), records=records)
    if not one.kept.otherwise:
        return said
    return f"{said} {language.text(OTHERWISE, type=say_format(file.media_type, language))}"


def state_of(file: Attachment, language: Language, withdrawn: Attachment | None = None) -> str:
    """What is to be known of a file before all else; blank where nothing is.

    `withdrawn` is the file that this is a copy of, where that is withdrawn.
    """
    if not file.withdrawn:
        return language.text(OF_WITHDRAWN) if withdrawn else ""
    with_it = withdrawn is not None and withdrawn.withdrawn_reason == file.withdrawn_reason
    original = say_code(withdrawn.reference) if withdrawn else ""
    return language.text(WITHDRAWN_WITH if with_it else WITHDRAWN, reason=file.withdrawn_reason, original=original)
