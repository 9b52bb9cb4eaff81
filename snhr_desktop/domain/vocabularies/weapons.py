"""With what: weapons, each with the unit that it is counted in."""

from snhr_desktop.domain.vocabularies.term import Term
from snhr_desktop.i18n import NC_

WEAPON = (
    Term("barrel", NC_("weapon", "Barrel bomb"), group="munitions"),
    Term("barrel_gas", NC_("weapon", "Barrel bomb loaded with poison gas"), group="both"),
    Term("cluster", NC_("weapon", "Cluster munition"), group="attacks"),
    Term("incendiary", NC_("weapon", "Incendiary munition"), group="attacks"),
    Term("chemical", NC_("weapon", "Chemical weapon"), group="attacks"),
    Term("air_bomb", NC_("weapon", "Air-dropped bomb"), group="attacks"),
    Term("missile", NC_("weapon", "Missile"), group="attacks"),
    Term("scud", NC_("weapon", "Scud missile"), group="attacks"),
    Term("nail_missile", NC_("weapon", "Nail missile"), group="attacks"),
    Term("cylinder", NC_("weapon", "Cylinder bomb"), group="attacks"),
    Term("artillery", NC_("weapon", "Artillery shell"), group="attacks"),
    Term("tank", NC_("weapon", "Tank fire"), group="attacks"),
    Term("mortar", NC_("weapon", "Mortar shell"), group="attacks"),
    Term("mlrs", NC_("weapon", "Rocket launcher"), group="attacks"),
    Term("machine_gun", NC_("weapon", "Machine-gun fire"), group="attacks"),
    Term("gunfire", NC_("weapon", "Gunfire"), group="attacks"),
    Term("sniper", NC_("weapon", "Sniper fire"), group="attacks"),
    Term("landmine", NC_("weapon", "Landmine"), group="attacks"),
    Term("ied", NC_("weapon", "Improvised explosive device"), group="attacks"),
    Term("carbomb", NC_("weapon", "Car bomb"), group="attacks"),
    Term("uxo", NC_("weapon", "Explosive remnants of war"), group="attacks"),
    Term("unknown", NC_("weapon", "Weapon not known"), group="attacks"),
)
