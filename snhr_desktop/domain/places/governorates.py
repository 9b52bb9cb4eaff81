"""The fourteen governorates of Syria.

Codes, points and parents are facts of the common operational datasets of the UN Office for the
Coordination of Humanitarian Affairs (cod-ab-syr, 2020). English names are in the spelling of current
press and reports, by our own judgement; official spellings that differ are among the other spellings.
"""

from snhr_desktop.domain.places.place import Place, governorate

GOVERNORATES: tuple[Place, ...] = (
    governorate("SY01", "Damascus", "دمشق", 33.51477, 36.27408, "Dimashq|Damascus city|محافظة دمشق|الشام"),
    governorate("SY02", "Aleppo", "حلب", 36.13905, 37.40217, "Halab|محافظة حلب"),
    governorate(
        "SY03",
        "Rural Damascus",
        "ريف دمشق",
        33.45759,
        37.438,
        "Rif Dimashq|Damascus countryside|Damascus Suburbs|Reef Damascus|محافظة ريف دمشق",
    ),
    governorate("SY04", "Homs", "حمص", 34.46327, 38.23538, "Hims|محافظة حمص"),
    governorate("SY05", "Hama", "حماة", 35.32193, 37.34096, "محافظة حماة"),
    governorate("SY06", "Latakia", "اللاذقية", 35.57871, 35.98817, "Lattakia|Ladhiqiyah|محافظة اللاذقية"),
    governorate("SY07", "Idlib", "إدلب", 35.85428, 36.56941, "Idleb|Idlip|محافظة إدلب"),
    governorate("SY08", "Hasaka", "الحسكة", 36.42998, 40.55163, "Hassakeh|Hasakeh|محافظة الحسكة"),
    governorate(
        "SY09",
        "Deir ez-Zor",
        "دير الزور",
        35.19659,
        40.29311,
        "Deir ez-Zour|Dayr az-Zawr|Deir Ezzor|Deirezzor|محافظة دير الزور",
    ),
    governorate("SY10", "Tartus", "طرطوس", 34.95241, 36.07446, "Tartous|محافظة طرطوس"),
    governorate("SY11", "Raqqa", "الرقة", 36.02584, 38.92069, "Rakka|محافظة الرقة"),
    governorate("SY12", "Daraa", "درعا", 32.82071, 36.1082, "Dar'a|Dera'a|محافظة درعا"),
    governorate("SY13", "Suwayda", "السويداء", 32.75772, 36.89164, "Sweida|Suweida|محافظة السويداء"),
    governorate("SY14", "Quneitra", "القنيطرة", 33.02345, 35.79302, "Qunaytirah|Kuneitra|محافظة القنيطرة"),
)
