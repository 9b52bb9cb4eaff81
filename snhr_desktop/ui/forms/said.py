"""What the line at the foot of the form says of the safety of the entry."""

import datetime as dt

from snhr_desktop.i18n import N_, NP_, Language
from snhr_desktop.ui.tongue import Words

TYPING = N_("Not in the draft yet…")
SAVING = N_("Saving…")
OPENED = N_("As saved; nothing changed since.")
CONTINUED = N_("The draft as it was left; not saved yet.")
NOT_SAVED = N_("Not saved; what was typed is still here.")
WAITING = N_("Not in the draft yet: it could not be written, and is tried again by itself. What was typed is here.")
_DRAFT_SAVED = N_("Draft saved {time}")
_MERGED = N_("{reference} was merged into this incident at {time}.")
_SAVED = N_("Saved as {reference}, {time}")
_TO_CORRECT = NP_("Not saved: {n} field is to be corrected.", "Not saved: {n} fields are to be corrected.")


def draft_saved(errors: int = 0) -> Words:
    """Draft saved 14:32; after a save that was stopped, what stopped it stays told."""
    at = _now()

    def say(language: Language) -> str:
        kept = language.text(_DRAFT_SAVED, time=language.clock(at))
        return f"{language.plural(_TO_CORRECT, errors)} {kept}" if errors else kept

    return say


def saved_as(reference: str) -> Words:
    """Saved as IDL-2018-00042, 14:32."""
    at = _now()
    return lambda language: language.text(_SAVED, reference=reference, time=language.clock(at))


def merged(reference: str) -> Words:
    """IDL-2018-00042 was merged into this incident at 14:32."""
    at = _now()
    return lambda language: language.text(_MERGED, reference=reference, time=language.clock(at))


def to_correct(count: int) -> Words:
    """Not saved: 2 fields are to be corrected."""

    def say(language: Language) -> str:
        return language.plural(_TO_CORRECT, count)

    return say


def _now() -> dt.datetime:
    return dt.datetime.now().astimezone()
