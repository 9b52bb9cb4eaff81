"""How the page and the overview say how old the last backup is."""

import datetime as dt

from snhr_desktop.i18n import N_, NP_, Language
from snhr_desktop.ui.widgets.status_chip import Sign
from snhr_desktop.workspace import Safety

NO_PLACE = N_("No backup leaves this computer: choose a place for them")
NEVER = N_("No verified backup yet")
TODAY, YESTERDAY = N_("Last verified backup: today"), N_("Last verified backup: yesterday")
DAYS = NP_("Last verified backup: {n} day ago", "Last verified backup: {n} days ago")
CLOCK = N_("The last verified backup is of a day that is still to come: check the clock of this computer")
SAME_DISK = N_("{age}, on the same disk as the store: choose a stick")
NOTHING_SINCE = N_("{age}; nothing was saved since")

GOOD, OLD = Sign("shield-check", "green"), Sign("triangle-alert", "amber")


def say_age(safety: Safety, now: dt.datetime, language: Language) -> str:
    """How old the last verified backup outside this computer's store is."""
    if safety.place is None:
        return language.text(NO_PLACE)
    if safety.last is None:
        return language.text(NEVER)
    age = safety.age(now)
    if age is None:
        return language.text(CLOCK)
    days = (now.astimezone().date() - safety.last.astimezone().date()).days
    told = language.text(TODAY) if days <= 0 else language.text(YESTERDAY) if days == 1 else language.plural(DAYS, days)
    if safety.same_disk:
        return language.text(SAME_DISK, age=told)
    return told if safety.saved_since or days <= 0 else language.text(NOTHING_SINCE, age=told)


def sign(safety: Safety, now: dt.datetime) -> Sign:
    """Green where all is well, amber where a person should do something."""
    return OLD if safety.place is None or safety.same_disk or safety.is_too_old(now) else GOOD
