"""With what: weapons, each with the unit that it is counted in."""

from snhr_desktop.domain.vocabularies.term import Term
from snhr_desktop.i18n import NC_

WEAPON = (
    Term("barrel", NC_("weapon", "Barrel bomb"), group="munitions", also=("برميل", "براميل")),
    Term(
        "barrel_gas",
        NC_("weapon", "Barrel bomb loaded with poison gas"),
        group="both",
        also=("برميل كلور", "برميل غاز", "chlorine barrel", "gas barrel"),
    ),
    Term(
        "cluster", NC_("weapon", "Cluster munition"), group="attacks", also=("عنقودي", "قنابل عنقودية", "cluster bomb")
    ),
    Term(
        "incendiary",
        NC_("weapon", "Incendiary munition"),
        group="attacks",
        also=("فوسفور", "نابالم", "ثيرميت", "حارق", "phosphorus", "napalm", "thermite"),
    ),
    Term(
        "chemical",
        NC_("weapon", "Chemical weapon"),
        group="attacks",
        also=("كيماوي", "كلور", "سارين", "غازات سامة", "chlorine", "sarin", "poison gas"),
    ),
    Term(
        "air_bomb",
        NC_("weapon", "Air-dropped bomb"),
        group="attacks",
        also=("غارة", "غارة جوية", "غارات جوية", "airstrike", "air strike", "air raid"),
        wider=("قصف جوي", "قنبلة", "bomb", "aerial bombardment"),
    ),
    Term("missile", NC_("weapon", "Missile"), group="attacks", also=("صواريخ", "rocket")),
    Term("scud", NC_("weapon", "Scud missile"), group="attacks"),
    Term("nail_missile", NC_("weapon", "Nail missile"), group="attacks"),
    Term(
        "cylinder",
        NC_("weapon", "Cylinder bomb"),
        group="attacks",
        also=("جرة غاز", "أسطوانة غاز", "أسطوانة", "gas cylinder"),
    ),
    Term(
        "artillery",
        NC_("weapon", "Artillery shell"),
        group="attacks",
        also=("مدفع", "مدفعية", "قصف مدفعي", "cannon", "howitzer"),
    ),
    Term("tank", NC_("weapon", "Tank fire"), group="attacks", also=("دبابة",)),
    Term("mortar", NC_("weapon", "Mortar shell"), group="attacks", also=("هاون",)),
    Term("mlrs", NC_("weapon", "Rocket launcher"), group="attacks", also=("غراد", "راجمات", "Grad", "MLRS")),
    Term("machine_gun", NC_("weapon", "Machine-gun fire"), group="attacks", also=("دوشكا", "رشاشات", "dushka")),
    Term("gunfire", NC_("weapon", "Gunfire"), group="attacks", also=("رصاص", "طلق ناري", "bullet", "shooting")),
    Term("sniper", NC_("weapon", "Sniper fire"), group="attacks", also=("قناص", "قناصة")),
    Term("landmine", NC_("weapon", "Landmine"), group="attacks", also=("لغم", "ألغام", "mine", "land mine")),
    Term("ied", NC_("weapon", "Improvised explosive device"), group="attacks", also=("عبوة", "IED")),
    Term("carbomb", NC_("weapon", "Car bomb"), group="attacks", also=("مفخخة", "سيارة مفخخه")),
    Term(
        "uxo",
        NC_("weapon", "Explosive remnants of war"),
        group="attacks",
        also=("مخلفات", "ذخائر غير منفجرة", "unexploded", "UXO"),
    ),
    Term(
        "unknown", NC_("weapon", "Weapon not known"), group="attacks", also=("غير معروف", "مجهول", "شظايا", "shrapnel")
    ),
)
