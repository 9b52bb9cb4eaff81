"""To whom: sex, age, status and outcome of those harmed, and the classes they are counted in."""

from snhr_desktop.domain.vocabularies.term import Term
from snhr_desktop.i18n import NC_

SEX = (
    Term("female", NC_("sex", "Female"), also=("امرأة", "بنت", "فتاة", "سيدة", "woman", "girl")),
    Term("male", NC_("sex", "Male"), also=("رجل", "صبي", "شاب", "man", "boy")),
)

AGE_GROUP = (
    Term("child", NC_("age_group", "Child (under 18)"), also=("قاصر", "رضيع", "infant", "minor")),
    Term("adult", NC_("age_group", "Adult"), also=("راشد", "كبير")),
)

CIVIL_STATUS = (
    Term("civilian", NC_("civil_status", "Civilian")),
    Term("armed", NC_("civil_status", "Armed"), also=("مقاتل", "عسكري", "fighter", "combatant", "soldier")),
    Term("unknown", NC_("civil_status", "Not known"), also=("غير معروف", "مجهول", "unknown")),
)

VICTIM_CLASS = (
    Term("men", NC_("victim_class", "Men")),
    Term("women", NC_("victim_class", "Women")),
    Term("children", NC_("victim_class", "Children")),
    Term("not_known", NC_("victim_class", "Sex or age not known")),
)

OCCUPATION = (
    Term(
        "medical",
        NC_("occupation", "Medical personnel"),
        also=("طبيب", "ممرض", "مسعف", "صيدلي", "doctor", "nurse", "paramedic", "pharmacist"),
    ),
    Term(
        "media",
        NC_("occupation", "Media worker"),
        also=("إعلامي", "صحفي", "مصور", "مراسل", "journalist", "photographer"),
    ),
    Term(
        "civil_defence",
        NC_("occupation", "Civil Defence personnel"),
        also=("دفاع مدني", "الخوذ البيضاء", "White Helmets", "rescuer"),
    ),
    Term("red_crescent", NC_("occupation", "Red Crescent personnel"), also=("الهلال الأحمر", "هلال أحمر", "SARC")),
    Term("relief", NC_("occupation", "Humanitarian worker"), also=("إغاثي", "إغاثة", "aid worker", "relief")),
    Term("teacher", NC_("occupation", "Teacher"), also=("مدرس", "مدرسة", "أستاذ")),
    Term("student", NC_("occupation", "Student"), also=("تلميذ", "pupil")),
    Term("other", NC_("occupation", "Other occupation")),
)

OUTCOME = (
    Term("killed", NC_("outcome", "Killed"), also=("قتيل", "شهيد", "متوفى", "وفاة", "dead", "died")),
    Term("injured", NC_("outcome", "Injured"), also=("جريح", "مصاب", "إصابة", "wounded")),
    Term("suffocated", NC_("outcome", "Suffocation symptoms"), also=("مختنق", "اختناق", "suffocation")),
    Term("died_torture", NC_("outcome", "Died due to torture"), also=("تعذيب", "torture")),
    Term("missing", NC_("outcome", "Missing"), also=("فقدان",)),
    Term("detained", NC_("outcome", "Detained"), also=("اعتقال", "محتجز", "arrested")),
    Term("disappeared", NC_("outcome", "Forcibly disappeared"), also=("اختفاء", "مخفي قسريا", "مخفي", "disappeared")),
    Term("released", NC_("outcome", "Released"), also=("إفراج", "أطلق سراحه", "freed")),
    Term("unharmed", NC_("outcome", "Not physically harmed"), also=("سليم", "ناج", "unhurt", "survived")),
)

NAMING = (
    Term("none", NC_("naming", "Do not publish the name")),
    Term("shared", NC_("naming", "The name may be shared with the United Nations or courts")),
    Term("published", NC_("naming", "The name may be published")),
)
