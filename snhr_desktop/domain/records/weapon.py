"""Weapon use: how many attacks with one kind of weapon, and how many munitions, in one incident."""

from dataclasses import dataclass

from snhr_desktop.domain.fields import choice, count, text
from snhr_desktop.domain.records.record import Record
from snhr_desktop.i18n import N_


@dataclass(frozen=True, kw_only=True)
class WeaponUse(Record):
    """Attacks and munitions are two units and are never mixed. Munitions not counted by anyone stay blank."""

    type_name = "weapon"
    parent = "incident"
    title = N_("Weapon")

    weapon: str = choice(N_("Weapon"), "weapon", required=True, tag="#impact+weapon")
    attacks: int = count(N_("Number of attacks"), 1, 1_000, default=1, to_be_said=True)
    munitions: int | None = count(N_("Number of munitions"), 1, 10_000, hint=N_("Leave blank if nobody counted them."))
    model: str = text(N_("Model or markings"), 200)
