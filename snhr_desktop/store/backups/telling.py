"""A backup in words: when, how large, how many incidents, whether it was verified, and why it was made."""

import datetime as dt
from collections.abc import Mapping

from snhr_desktop.i18n import N_, NP_, Language, Message
from snhr_desktop.store.backups import names
from snhr_desktop.store.backups.vault import Backup

LINE = N_("No. {number}  {moment}  {size}  {incidents}  {state}  ({why})")
UNOPENED = N_("No. {number}  {moment}  {size}  ({why})")
VERIFIED, UNVERIFIED = N_("verified"), N_("not verified")
CHANGED = N_("no longer what was verified")
AND_SPOILT = N_("{state}; {spoilt}")
SPOILT = NP_(
    "{n} attachment was no longer as it was copied: use another stick",
    "{n} attachments were no longer as they were copied: use another stick",
)
INCIDENTS = NP_("{n} incident", "{n} incidents")
UNKNOWN = N_("incidents not known")
SIZE_MB, SIZE_GB = N_("{size} MB"), N_("{size} GB")
WHY: Mapping[str, Message] = {
    names.MANUAL: N_("asked for"),
    names.DAILY: N_("made by itself"),
    names.CLOSING: N_("on closing"),
    names.IMPORT: N_("before an import"),
    names.MIGRATION: N_("before the form was renewed"),
}


def say(one: Backup, language: Language) -> str:
    """One backup in a line; what it says of itself only where the keys at hand open that."""
    if one.label is None:
        return language.text(
            UNOPENED,
            number=one.name.number,
            moment=moment(one.name.at, language),
            size=size(one.size, language),
            why=why(one, language),
        )
    return language.text(
        LINE,
        number=one.name.number,
        moment=moment(one.name.at, language),
        size=size(one.size, language),
        incidents=incidents(one, language),
        state=state(one, language),
        why=why(one, language),
    )


def incidents(one: Backup, language: Language) -> str:
    """How many incidents it holds, where that can be read."""
    return language.plural(INCIDENTS, one.label.incidents) if one.label else language.text(UNKNOWN)


def state(one: Backup, language: Language) -> str:
    """Whether it was opened and found whole, and still is what it was then."""
    was = one.label is not None and bool(one.label.verified_at)
    told = language.text(VERIFIED if one.verified else CHANGED if was else UNVERIFIED)
    spoilt = len(one.label.spoilt) if one.label else 0
    return language.text(AND_SPOILT, state=told, spoilt=language.plural(SPOILT, spoilt)) if spoilt else told


def why(one: Backup, language: Language) -> str:
    """Why it was made."""
    return language.text(WHY.get(one.name.why, WHY[names.MANUAL]))


def moment(at: dt.datetime, language: Language) -> str:
    """Day and hour here."""
    here = at.astimezone()
    return f"{language.date(here.date())} {language.clock(here)}"


def size(in_bytes: int, language: Language) -> str:
    """Bytes as megabytes, or gigabytes from one on."""
    if in_bytes >= 1_000_000_000:
        return language.text(SIZE_GB, size=language.number(in_bytes / 1_000_000_000, 1))
    return language.text(SIZE_MB, size=language.number(in_bytes / 1_000_000, 1))
