"""That a store is not the one that this computer last saw, in words."""

from snhr_desktop.i18n import N_, NP_, Language
from snhr_desktop.store.seen import Replaced

OLDER = N_(
    "This store is older than this computer last saw it: its history had {seen} then, and has {stands} now. An older "
    "copy or a backup was put in its place; what was saved later is not in it."
)
OTHER = N_(
    "This store is not the one this computer last saw: entry {seen} of its history is another. A copy that went a way "
    "of its own was put in its place, or its history was changed."
)
ENTRIES = NP_("{n} entry", "{n} entries")
TO_DO = N_(
    "Look for the newer copy or a newer backup before you go on. If it is meant to be so, an administrator can accept "
    "this copy, with a reason that goes into the history."
)


def say_replaced(replaced: Replaced, language: Language) -> str:
    """What was found and what to do, calmly."""
    if replaced.is_older:
        seen, stands = (language.plural(ENTRIES, head.entries) for head in (replaced.seen, replaced.stands))
        found = language.text(OLDER, seen=seen, stands=stands)
    else:
        found = language.text(OTHER, seen=language.number(replaced.seen.entries))
    return f"{found} {language.text(TO_DO)}"
