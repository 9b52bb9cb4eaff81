"""To whom: sex, age, status and outcome of those harmed, and the classes they are counted in."""

from snhr_desktop.domain.vocabularies.term import Term
from snhr_desktop.i18n import NC_

SEX = (
    Term("female", NC_("sex", "Female"), also=("امرأة", "بنت", "فتاة", "سيدة", "woman", "girl")),
    Term("male", NC_("sex", "Male"), also=("رجل", "صبي", "شاب", "man", "boy")),
)

AGE_GROUP = (
    Term(
        "child",
        NC_("age_group", "Child (under 18)"),
        also=("قاصر", "رضيع", "infant", "minor"),
        of_a_woman=NC_("age_group, of a woman", "Child (under 18)"),
    ),
    Term("adult", NC_("age_group", "Adult"), also=("راشد", "كبير"), of_a_woman=NC_("age_group, of a woman", "Adult")),
)

CIVIL_STATUS = (
    Term("civilian", NC_("civil_status", "Civilian"), of_a_woman=NC_("civil_status, of a woman", "Civilian")),
    Term(
        "armed",
        NC_("civil_status", "Armed"),
        also=("مقاتل", "عسكري", "fighter", "combatant", "soldier"),
        of_a_woman=NC_("civil_status, of a woman", "Armed"),
    ),
    Term("unknown", NC_("civil_status", "Not known"), also=("غير معلوم", "غير معروف", "مجهول", "unknown")),
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
    Term(
        "relief",
        NC_("occupation", "Humanitarian worker"),
        also=("إغاثي", "إغاثة", "aid worker", "relief"),
        of_a_woman=NC_("occupation, of a woman", "Humanitarian worker"),
    ),
    Term(
        "teacher",
        NC_("occupation", "Teacher"),
        also=("مدرس", "مدرسة", "أستاذ"),
        of_a_woman=NC_("occupation, of a woman", "Teacher"),
    ),
    Term(
        "student",
        NC_("occupation", "Student"),
        also=("تلميذ", "pupil"),
        of_a_woman=NC_("occupation, of a woman", "Student"),
    ),
    Term("other", NC_("occupation", "Other occupation")),
)

OUTCOME = (
    Term(
        "killed",
        NC_("outcome", "Killed"),
        also=("قتيل", "شهيد", "متوفى", "وفاة", "dead", "died"),
        of_a_woman=NC_("outcome, of a woman", "Killed"),
    ),
    Term(
        "injured",
        NC_("outcome", "Injured"),
        also=("جريح", "مصاب", "إصابة", "wounded"),
        of_a_woman=NC_("outcome, of a woman", "Injured"),
    ),
    Term("suffocated", NC_("outcome", "Suffocation symptoms"), also=("مختنق", "اختناق", "suffocation")),
    Term(
        "died_torture",
        NC_("outcome", "Died due to torture"),
        also=("تعذيب", "torture"),
        of_a_woman=NC_("outcome, of a woman", "Died due to torture"),
    ),
    Term("missing", NC_("outcome", "Missing"), also=("فقدان",), of_a_woman=NC_("outcome, of a woman", "Missing")),
    Term(
        "detained",
        NC_("outcome", "Detained"),
        also=("اعتقال", "محتجز", "arrested"),
        of_a_woman=NC_("outcome, of a woman", "Detained"),
    ),
    Term(
        "disappeared",
        NC_("outcome", "Forcibly disappeared"),
        also=("اختفاء", "مخفي قسريا", "مخفي", "disappeared"),
        of_a_woman=NC_("outcome, of a woman", "Forcibly disappeared"),
    ),
    Term(
        "released",
        NC_("outcome", "Released"),
        also=("إفراج", "أطلق سراحه", "freed"),
        of_a_woman=NC_("outcome, of a woman", "Released"),
    ),
    Term(
        "unharmed",
        NC_("outcome", "Not physically harmed"),
        also=("سليم", "ناج", "unhurt", "survived"),
        of_a_woman=NC_("outcome, of a woman", "Not physically harmed"),
    ),
)

NAMING = (
    Term("none", NC_("naming", "Do not publish the name")),
    Term("shared", NC_("naming", "The name may be shared with the United Nations or courts")),
    Term("published", NC_("naming", "The name may be published")),
)
