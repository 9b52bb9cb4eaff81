"""Weapons. Some are counted by attacks and some by munitions; the two units are never mixed."""

from snhr_desktop.figures.figure import Figure
from snhr_desktop.figures.question import Facts, Question, among
from snhr_desktop.i18n import N_, Message

_WEAPON = frozenset({"weapon"})


def _attacks(code: str, weapons: tuple[str, ...], title: Message, definition: Message) -> Figure:
    question = Question(Facts.WEAPON, (among("weapon", *weapons),), measure="attacks")
    return Figure(code, title, "attacks", definition, question, also_reads=_WEAPON)


CLUSTER_ATTACKS = _attacks(
    "cluster_attacks",
    ("cluster",),
    N_("Cluster munition attacks"),
    N_(
        "Attacks with cluster munitions in documented incidents classified as violations, where every possible day "
        "of the incident lies within the period, its place within the area and its attribution within the scope. "
        "Each attack counts once, however many munitions were used."
    ),
)

INCENDIARY_ATTACKS = _attacks(
    "incendiary_attacks",
    ("incendiary",),
    N_("Incendiary attacks"),
    N_(
        "Attacks with incendiary munitions in documented incidents classified as violations, where every possible "
        "day of the incident lies within the period, its place within the area and its attribution within the "
        "scope. Each attack counts once, however many munitions were used."
    ),
)

CHEMICAL_ATTACKS = _attacks(
    "chemical_attacks",
    ("chemical", "barrel_gas"),
    N_("Chemical attacks"),
    N_(
        "Attacks with chemical weapons, barrel bombs loaded with poison gas included, in documented incidents "
        "classified as violations, where every possible day of the incident lies within the period, its place "
        "within the area and its attribution within the scope. Each attack counts once, however many munitions were"
        " used."
    ),
)

BARREL_BOMBS = Figure(
    "barrel_bombs",
    N_("Barrel bombs"),
    "munitions",
    N_(
        "Barrel bombs dropped, those loaded with poison gas included, in documented incidents classified as "
        "violations, where every possible day of the incident lies within the period, its place within the area and"
        " its attribution within the scope. Each bomb counts once. A use whose bombs nobody counted adds nothing to"
        " the number, is not estimated, and is told beside it: the number is a minimum."
    ),
    Question(Facts.WEAPON, (among("weapon", "barrel", "barrel_gas"),), measure="munitions", nullable=True),
    also_reads=_WEAPON,
)
