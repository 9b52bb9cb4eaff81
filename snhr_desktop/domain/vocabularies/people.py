"""To whom: sex, age, status and outcome of those harmed, and the classes they are counted in."""

from snhr_desktop.domain.vocabularies import torture
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
        also=("أطفال", "infant", "minor"),
        of_people=("طفل", "قاصر", "رضيع"),
        of_a_woman=NC_("age_group, of a woman", "Child (under 18)"),
    ),
    Term(
        "adult", NC_("age_group", "Adult"), of_people=("راشد", "كبير"), of_a_woman=NC_("age_group, of a woman", "Adult")
    ),
)

CIVIL_STATUS = (
    Term("civilian", NC_("civil_status", "Civilian"), of_a_woman=NC_("civil_status, of a woman", "Civilian")),
    Term(
        "armed",
        NC_("civil_status", "Armed"),
        also=("fighter", "combatant", "soldier"),
        of_people=("مقاتل", "عسكري"),
        of_a_woman=NC_("civil_status, of a woman", "Armed"),
    ),
    Term("unknown", NC_("civil_status", "Not known"), also=("unknown",), of_people=("غير معلوم", "غير معروف", "مجهول")),
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
        also=("doctor", "nurse", "paramedic", "pharmacist"),
        of_people=("طبيب", "ممرض", "مسعف", "صيدلي"),
    ),
    Term(
        "media",
        NC_("occupation", "Media worker"),
        also=("journalist", "photographer"),
        of_people=("إعلامي", "صحفي", "مصور", "مراسل"),
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
        also=("إغاثة", "aid worker", "relief"),
        of_people=("إغاثي",),
        of_a_woman=NC_("occupation, of a woman", "Humanitarian worker"),
    ),
    Term(
        "teacher",
        NC_("occupation", "Teacher"),
        of_people=("مدرس", "أستاذ"),
        of_a_woman=NC_("occupation, of a woman", "Teacher"),
    ),
    Term(
        "student",
        NC_("occupation", "Student"),
        also=("pupil",),
        of_people=("تلميذ",),
        of_a_woman=NC_("occupation, of a woman", "Student"),
    ),
    Term("other", NC_("occupation", "Other occupation")),
)

OUTCOME = (
    Term(
        "killed",
        NC_("outcome", "Killed"),
        also=("قتلى", "شهداء", "وفاة", "dead", "died", "martyr", "martyred", "deceased"),
        of_people=("قتيل", "شهيد", "استشهد", "متوفى", "توفي"),
        of_a_woman=NC_("outcome, of a woman", "Killed"),
    ),
    Term(
        "injured",
        NC_("outcome", "Injured"),
        also=("جرحى", "إصابة", "wounded", "hurt"),
        of_people=("جريح", "مصاب", "جرح"),
        of_a_woman=NC_("outcome, of a woman", "Injured"),
    ),
    Term("suffocated", NC_("outcome", "Suffocation symptoms"), also=("اختناق", "suffocation"), of_people=("مختنق",)),
    Term(
        "died_torture",
        NC_("outcome", "Died due to torture"),
        also=torture.ALSO,
        of_people=torture.OF_PEOPLE,
        wider=torture.WIDER,
        of_a_woman=NC_("outcome, of a woman", "Died due to torture"),
    ),
    Term("missing", NC_("outcome", "Missing"), also=("فقدان",), of_a_woman=NC_("outcome, of a woman", "Missing")),
    Term(
        "detained",
        NC_("outcome", "Detained"),
        also=("اعتقال", "arrested", "imprisoned"),
        of_people=("محتجز", "موقوف", "سجين", "اعتقل"),
        of_a_woman=NC_("outcome, of a woman", "Detained"),
    ),
    Term(
        "disappeared",
        NC_("outcome", "Forcibly disappeared"),
        also=("اختفاء", "disappeared"),
        of_people=("مخفي", "مخفي قسريا", "مغيب", "مغيب قسريا", "مختف"),
        of_a_woman=NC_("outcome, of a woman", "Forcibly disappeared"),
    ),
    Term(
        "released",
        NC_("outcome", "Released"),
        also=("إفراج", "freed"),
        of_people=("أفرج عنه", "أطلق سراحه", "أخلي سبيله"),
        of_a_woman=NC_("outcome, of a woman", "Released"),
    ),
    Term(
        "unharmed",
        NC_("outcome", "Not physically harmed"),
        also=("unhurt",),
        of_people=("سليم",),
        wider=("ناج", "ناجي", "ناجية", "survived", "survivor"),
        of_a_woman=NC_("outcome, of a woman", "Not physically harmed"),
    ),
)

NAMING = (
    Term("none", NC_("naming", "Do not publish the name")),
    Term("shared", NC_("naming", "The name may be shared with the United Nations or courts")),
    Term("published", NC_("naming", "The name may be published")),
)
