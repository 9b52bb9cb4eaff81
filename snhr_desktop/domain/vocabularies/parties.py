"""Who is held responsible (perpetrators): a name may carry its years and retire, but it never vanishes."""

from datetime import date

from snhr_desktop.domain.vocabularies import security
from snhr_desktop.domain.vocabularies.term import Term
from snhr_desktop.i18n import NC_

PARTY = (
    Term(
        "regime",
        NC_("party", "Syrian regime forces"),
        group="alliance",
        also=(
            "النظام",
            "قوات النظام",
            "طيران النظام",
            "الحكومة",
            "الجيش السوري",
            "الجيش العربي السوري",
            "الأسد",
            "Government",
            "Assad",
            "Syrian army",
            "SAA",
            "النظام السوري",
            "نظام الأسد",
            "الحكومة السورية",
            "الشبيحة",
            "Syrian regime",
            "Syrian government",
            "Assad regime",
            "regime",
            "regime forces",
            "government forces",
            "shabiha",
            *security.BRANCHES,
        ),
    ),
    Term(
        "iran_militias",
        NC_("party", "Iranian militias"),
        group="regime",
        also=("إيران", "حزب الله", "Iran", "Hezbollah"),
    ),
    Term(
        "russia",
        NC_("party", "Russian forces"),
        group="alliance",
        also=("روسيا", "الروس", "الطيران الروسي", "قوات روسية", "Russia"),
    ),
    Term(
        "isis",
        NC_("party", "ISIS"),
        group="extremist",
        also=("تنظيم الدولة", "الدولة الإسلامية", "Daesh", "ISIL", "Islamic State"),
    ),
    Term(
        "hts",
        NC_("party", "Hay’at Tahrir al-Sham"),
        group="extremist",
        valid_from=date(2017, 1, 28),
        also=("هتش", "تحرير الشام", "الهيئة", "HTS", "Tahrir al-Sham"),
    ),
    Term(
        "nusra",
        NC_("party", "al-Nusra Front"),
        group="extremist",
        valid_to=date(2016, 7, 28),
        also=("النصرة", "Nusra"),
        wider=("القاعدة", "Al-Qaeda"),
    ),
    Term(
        "fateh_sham",
        NC_("party", "Fateh al-Sham Front"),
        group="extremist",
        valid_from=date(2016, 7, 28),
        valid_to=date(2017, 1, 28),
        also=("فتح الشام", "جفش", "JFS"),
    ),
    Term(
        "opposition",
        NC_("party", "Factions of the armed opposition"),
        also=("المعارضة", "الجيش الحر", "الثوار", "FSA", "Free Syrian Army", "rebels"),
    ),
    Term("sna", NC_("party", "Syrian National Army"), also=("الجيش الوطني السوري", "SNA")),
    Term(
        "self_mgmt",
        NC_("party", "Self-Management forces"),
        also=("الإدارة الذاتية", "حزب الاتحاد الديمقراطي", "وحدات حماية الشعب", "PYD", "YPG"),
    ),
    Term("sdf", NC_("party", "Syrian Democratic Forces"), also=("قسد", "قوات سورية الديمقراطية", "SDF", "QSD")),
    Term(
        "coalition",
        NC_("party", "International coalition forces"),
        also=("التحالف", "أمريكا", "US-led coalition", "America"),
    ),
    Term(
        "turkish_border",
        NC_("party", "Turkish forces or border guards"),
        also=("تركيا", "الأتراك", "الجندرما", "Turkey", "gendarmerie"),
    ),
    Term("other", NC_("party", "Other parties"), also=("طرف آخر", "أخرى")),
    Term(
        "unidentified",
        NC_("party", "Party not identified"),
        also=(
            "مجهول",
            "مجهولون",
            "غير معروف",
            "طيران مجهول",
            "طيران مجهول الهوية",
            "جهة مجهولة",
            "جهة غير معروفة",
            "unknown",
            "unidentified",
            "unidentified aircraft",
        ),
    ),
)

PARTY_ROW = (
    Term(
        "alliance_joint",
        NC_("party_row", "Regime or Russian forces: both, or not yet established which"),
        group="alliance",
    ),
    Term("several_joint", NC_("party_row", "Several parties jointly")),
)

SCOPE = (
    Term("all", NC_("scope", "All parties")),
    Term("alliance", NC_("scope", "Syrian-Russian alliance forces")),
    Term("extremist", NC_("scope", "Extremist Islamic groups")),
)

ATTRIBUTION = (
    Term("named", NC_("attribution", "Attributed to the party"), also=("مؤكد", "named", "confirmed")),
    Term(
        "believed", NC_("attribution", "Believed to be the party"), also=("يعتقد", "مرجح", "نرجح", "likely", "probably")
    ),
    Term(
        "joint_pending",
        NC_("attribution", "Joint, until one party is established"),
        also=("مشترك", "مشتركة", "shared", "jointly"),
    ),
    Term("joint_proven", NC_("attribution", "Joint, proven"), also=("مشترك مثبت", "مشتركة مثبتة")),
    Term("backing", NC_("attribution", "Backed the party that carried it out"), also=("داعم", "إسناد", "support")),
    Term("unattributed", NC_("attribution", "Not attributed"), also=("غير منسوب", "غير محدد", "مجهول", "unknown")),
)
