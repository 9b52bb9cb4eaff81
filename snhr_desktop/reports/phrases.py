"""Counts as they are said in a sentence, in the right plural of each language.

In Arabic a noun changes with its number and with its place in the sentence. `AT_LEAST` is said as a whole («ما لا يقل
عن مجزرتين»); `AMONG_THEM` and `APART` hold forms that may stand in a list or follow «بينهم» (طفلان).
"""

from collections.abc import Mapping

from snhr_desktop.i18n import N_, NC_, NP_, Language, Message

AT_LEAST: Mapping[str, Message] = {
    "civilians_killed": NP_("at least {n} civilian", "at least {n} civilians"),
    "civilians_injured": NP_("at least {n} civilian", "at least {n} civilians"),
    "massacres": NP_("at least {n} massacre", "at least {n} massacres"),
    "incidents": NP_("at least {n} documented incident", "at least {n} documented incidents"),
    "facility_impacts": NP_(
        "at least {n} attack on a vital civilian facility", "at least {n} attacks on vital civilian facilities"
    ),
    "cluster_attacks": NP_("at least {n} attack with cluster munitions", "at least {n} attacks with cluster munitions"),
    "incendiary_attacks": NP_(
        "at least {n} attack with incendiary munitions", "at least {n} attacks with incendiary munitions"
    ),
    "chemical_attacks": NP_("at least {n} attack with chemical weapons", "at least {n} attacks with chemical weapons"),
    "barrel_bombs": NP_("at least {n} barrel bomb", "at least {n} barrel bombs"),
}
"""By the code of the figure that is counted: what is documented is a minimum, and is said as one."""

NOBODY_KILLED = N_("No civilian killed was documented in this period.")
TRAINING = N_("TRAINING: made-up records")
"""The mark of whatever leaves a store for training."""
NETWORK = N_("Syrian Network for Human Rights")
ATTRIBUTED = N_("Attributed to: {scope}")

AT_LEAST_AMONG = NP_("at least {n} civilian: {parts}", "at least {n} civilians, among them {parts}")

AMONG_THEM: Mapping[str, Message] = {
    "men": NP_("{n} man", "{n} men"),
    "women": NP_("{n} woman", "{n} women"),
    "children": NP_("{n} child", "{n} children"),
    "not_known": NP_("{n} person of unknown sex or age", "{n} persons of unknown sex or age"),
    "medical_killed": NP_("{n} medical worker", "{n} medical workers"),
    "media_killed": NP_("{n} media worker", "{n} media workers"),
    "civil_defence_killed": NP_("{n} Civil Defence worker", "{n} Civil Defence workers"),
}
"""By the class or occupation of victims."""

APART: Mapping[str, Message] = {
    "not_yet_documented": NP_("{n} incident not yet documented", "{n} incidents not yet documented"),
    "date_uncertain": NP_("{n} incident of uncertain date", "{n} incidents of uncertain date"),
    "status_unknown_killed": NP_(
        "{n} person killed, not known whether a civilian", "{n} persons killed, not known whether civilians"
    ),
    "arrests_not_documented": NP_("{n} arrest not yet documented", "{n} arrests not yet documented"),
    "arrests_date_uncertain": NP_("{n} arrest of uncertain date", "{n} arrests of uncertain date"),
    "releases_date_uncertain": NP_("{n} release of uncertain date", "{n} releases of uncertain date"),
}
"""By the code of the figure that stands apart."""


_PERSONS: Mapping[str, Message] = {
    "men": NC_("one person", "Man"),
    "women": NC_("one person", "Woman"),
    "children": NC_("one person", "Child"),
    "boys": NC_("one person", "Boy"),
    "girls": NC_("one person", "Girl"),
    "not_known": NC_("one person", "Not known"),
}


def person(sex: str, victim_class: str) -> Message:
    """One person by class: a man, a girl; a child where the sex is not known."""
    children = {"male": "boys", "female": "girls"} if victim_class == "children" else {}
    return _PERSONS[children.get(sex, victim_class)]


def at_least(figure: str, number: int, language: Language) -> str:
    """At least 32 massacres."""
    return language.plural(AT_LEAST[figure], number)


def with_classes(
    number: int, classes: Mapping[str, int], language: Language, told: tuple[str, ...] = ("children", "women")
) -> str:
    """At least 1,109 civilians, among them 255 children and 209 women; classes of nobody are not mentioned."""
    counted = [code for code in told if classes.get(code)]
    parts = [language.plural(AMONG_THEM[code], classes[code]) for code in counted]
    if not parts or counted == ["not_known"]:  # of nobody is anything known that is worth saying
        return at_least("civilians_killed", number, language)
    return language.plural(AT_LEAST_AMONG, number, parts=language.join(parts))
