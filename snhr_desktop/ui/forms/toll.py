"""The toll of an entry said in words while it is typed, by the same rules as every figure counts it."""

from snhr_desktop.domain.counting import MASSACRE_LEAST, is_massacre, killed_at_once, tally
from snhr_desktop.domain.records import Dossier
from snhr_desktop.i18n import N_, NP_, Language, Message

KILLED = NP_("{n} civilian killed", "{n} civilians killed")
NONE_KILLED = N_("No civilians killed")
INJURED = NP_("{n} civilian injured", "{n} civilians injured")
ARMED = NP_("{n} armed person killed, not counted", "{n} armed persons killed, not counted")
UNKNOWN_STATUS = NP_(
    "{n} person killed whose status is not known, shown apart",
    "{n} persons killed whose status is not known, shown apart",
)
CLASSES = {
    "children": NP_("{n} child", "{n} children"),
    "women": NP_("{n} woman", "{n} women"),
    "men": NP_("{n} man", "{n} men"),
    "not_known": NP_("{n} whose sex or age is not known", "{n} whose sex or age is not known"),
}
MASSACRE = N_("A massacre: at least {least} civilians were killed at once.")
NO_MASSACRE = N_("Not a massacre: fewer than {least} civilians were killed at once.")
DECIDED_MASSACRE = N_("Counted as a massacre by a reviewer’s decision.")
DECIDED_NO_MASSACRE = N_("Not counted as a massacre by a reviewer’s decision.")


def say_killed(dossier: Dossier, language: Language) -> str:
    """7 civilians killed; none is said in words."""
    number = _number(dossier, "killed")
    return language.plural(KILLED, number) if number else language.text(NONE_KILLED)


def say_classes(dossier: Dossier, language: Language) -> str:
    """3 children, 2 women and 2 men; blank while no one is listed."""
    counts = tally(dossier.victims, "killed")
    return language.join([language.plural(CLASSES[name], counts[name]) for name in CLASSES if name in counts])


def say_apart(dossier: Dossier, language: Language) -> tuple[str, ...]:
    """Who is not in that number: the injured, the armed, those whose status is not known."""
    lines: tuple[tuple[Message, int], ...] = (
        (INJURED, _number(dossier, "injured")),
        (ARMED, _number(dossier, "killed", "armed")),
        (UNKNOWN_STATUS, _number(dossier, "killed", "unknown")),
    )
    return tuple(language.plural(message, n) for message, n in lines if n)


def say_massacre(dossier: Dossier, language: Language) -> str:
    """Whether it counts as a massacre, and by whose word."""
    decided = dossier.incident.massacre_override
    if decided:
        return language.text(DECIDED_MASSACRE if is_massacre(dossier) else DECIDED_NO_MASSACRE)
    reached = killed_at_once(dossier.victims) >= MASSACRE_LEAST
    return language.text(MASSACRE if reached else NO_MASSACRE, least=language.number(MASSACRE_LEAST))


def _number(dossier: Dossier, fate: str, civil_status: str = "civilian") -> int:
    return sum(tally(dossier.victims, fate, civil_status).values())
