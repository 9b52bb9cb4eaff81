"""To whom: sex, age, status and outcome of those harmed, and the classes they are counted in."""

from snhr_desktop.domain.vocabularies.term import Term
from snhr_desktop.i18n import NC_

SEX = (
    Term("female", NC_("sex", "Female")),
    Term("male", NC_("sex", "Male")),
)

AGE_GROUP = (
    Term("child", NC_("age_group", "Child (under 18)")),
    Term("adult", NC_("age_group", "Adult")),
)

CIVIL_STATUS = (
    Term("civilian", NC_("civil_status", "Civilian")),
    Term("armed", NC_("civil_status", "Armed")),
    Term("unknown", NC_("civil_status", "Not known")),
)

VICTIM_CLASS = (
    Term("men", NC_("victim_class", "Men")),
    Term("women", NC_("victim_class", "Women")),
    Term("children", NC_("victim_class", "Children")),
    Term("not_known", NC_("victim_class", "Sex or age not known")),
)

OCCUPATION = (
    Term("medical", NC_("occupation", "Medical personnel")),
    Term("media", NC_("occupation", "Media worker")),
    Term("civil_defence", NC_("occupation", "Civil Defence personnel")),
    Term("red_crescent", NC_("occupation", "Red Crescent personnel")),
    Term("relief", NC_("occupation", "Humanitarian worker")),
    Term("teacher", NC_("occupation", "Teacher")),
    Term("student", NC_("occupation", "Student")),
    Term("other", NC_("occupation", "Other occupation")),
)

OUTCOME = (
    Term("killed", NC_("outcome", "Killed")),
    Term("injured", NC_("outcome", "Injured")),
    Term("suffocated", NC_("outcome", "Suffocation symptoms")),
    Term("died_torture", NC_("outcome", "Died due to torture")),
    Term("missing", NC_("outcome", "Missing")),
    Term("detained", NC_("outcome", "Detained")),
    Term("disappeared", NC_("outcome", "Forcibly disappeared")),
    Term("released", NC_("outcome", "Released")),
    Term("unharmed", NC_("outcome", "Not physically harmed")),
)

NAMING = (
    Term("none", NC_("naming", "Do not publish the name")),
    Term("published", NC_("naming", "The name may be published")),
)
