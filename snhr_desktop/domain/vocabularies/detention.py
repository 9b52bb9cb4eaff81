"""Detention and disappearance: what state a case is in, and how the person was taken."""

from snhr_desktop.domain.vocabularies import torture
from snhr_desktop.domain.vocabularies.term import Term
from snhr_desktop.i18n import NC_

CASE_STATE = (
    Term(
        "arrested",
        NC_("case_state", "Arrested"),
        also=("اعتقال", "احتجاز", "توقيف", "arrest", "detained", "in detention", "in custody", "imprisoned"),
        of_people=("معتقل", "محتجز", "موقوف", "سجين", "اعتقل", "قيد الاعتقال", "رهن الاعتقال"),
    ),
    Term(
        "abducted",
        NC_("case_state", "Abducted"),
        also=("اختطاف", "kidnapped"),
        of_people=("خطف", "مخطوف", "مختطف", "اختطف"),
    ),
    Term(
        "disappeared",
        NC_("case_state", "Forcibly disappeared"),
        also=("اختفاء قسري", "اختفاء", "disappeared"),
        wider=("مفقود", "missing"),
        of_people=("مغيب", "مغيب قسريا", "مخفي", "مخفي قسريا", "مختف", "مختف قسريا"),
    ),
    Term("transferred", NC_("case_state", "Transferred to another place"), also=("نقل", "تحويل", "moved")),
    Term(
        "released",
        NC_("case_state", "Released"),
        also=("إفراج", "إخلاء سبيل", "freed", "set free"),
        of_people=("مفرج عنه", "أفرج عنه", "تم الإفراج عنه", "أطلق سراحه", "تم إطلاق سراحه", "أخلي سبيله"),
    ),
    Term(
        "died",
        NC_("case_state", "Died in custody"),
        also=("وفاة", "dead", "death", "deceased"),
        of_people=("متوفى", "توفي", "مات", "توفي في السجن", "توفي في المعتقل", "توفي في مكان الاحتجاز"),
    ),
    Term(
        "died_torture",
        NC_("case_state", "Died due to torture"),
        also=torture.ALSO,
        of_people=torture.OF_PEOPLE,
        wider=torture.WIDER,
    ),
    Term(
        "revealed", NC_("case_state", "Fate revealed"), also=("كشف المصير", "معلوم المصير", "revealed", "whereabouts")
    ),
)

CASE_OUTCOME = (
    Term("held", NC_("case_outcome", "Still detained, as far as is known")),
    Term("disappeared", NC_("case_outcome", "Became an enforced disappearance")),
    Term("released", NC_("case_outcome", "Released")),
    Term("died", NC_("case_outcome", "Died in custody")),
)
"""What has become of an arrest since. Computed from the states, never typed."""

CIRCUMSTANCES = (
    Term("checkpoint", NC_("circumstances", "Checkpoint"), also=("حاجز", "نقطة تفتيش", "roadblock")),
    Term("raid", NC_("circumstances", "Raid"), also=("مداهمة", "اقتحام", "home raid")),
    Term("summons", NC_("circumstances", "Summons"), also=("استدعاء", "مراجعة", "تبليغ", "summoned")),
    Term("border", NC_("circumstances", "Border crossing or airport"), also=("معبر", "مطار", "حدود", "airport")),
    Term("street", NC_("circumstances", "In the street or at a market"), also=("شارع", "سوق", "street", "market")),
    Term("work", NC_("circumstances", "At work or at the university"), also=("عمل", "جامعة", "دائرة", "office")),
    Term("protest", NC_("circumstances", "At a demonstration"), also=("تظاهرة", "مظاهرة", "اعتصام", "protest")),
    Term("other", NC_("circumstances", "Other circumstances")),
    Term("unknown", NC_("circumstances", "Not known"), also=("غير معروف", "مجهول", "unknown")),
)
