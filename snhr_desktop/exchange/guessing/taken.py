"""What headers of a list of detainees say: who was taken, the arrest, and the states that follow it.

A target is a field of the person (`case.age`) or of a state by what that state is (`states.released.date`). The first
state is `states.first`; `states.fate` is the one whose column says what became of the person.
"""

from collections.abc import Iterator, Mapping, Sequence

from snhr_desktop.domain.names import fold
from snhr_desktop.domain.records import Case

FIRST, FATE = "states.first", "states.fate"
FOLLOWING = ("disappeared", "transferred", "released", "died")
"""States that a column of their own may tell, in the order they follow one another."""

SAID: Mapping[str, str] = {
    "file.key": "file no|file number|case no|case number|case file|detainee no|prisoner number|رقم الملف|رقم القضية"
    "|رقم الحالة|رقم المعتقل|رقم المعتقلة|رقم الاستمارة|رقم التوثيق",
    "date.column": "date of arrest|arrest date|arrested on|date arrested|date of detention|detention date|detained on"
    "|date of abduction|abduction date|kidnapping date|date taken|تاريخ الاعتقال|تاريخ التوقيف|تاريخ الاحتجاز"
    "|تاريخ الخطف|تاريخ الاختطاف|يوم الاعتقال",
    "place.community": "place of arrest|arrest place|arrest location|location of arrest|where arrested"
    "|place of abduction|مكان الاعتقال|مكان التوقيف|موقع الاعتقال|مكان الخطف|مكان الاختطاف",
    "place.governorate": "governorate of arrest|arrest governorate|محافظة الاعتقال",
    "case.mother_ar": "mother|mother name|mothers name|name of mother|اسم الأم|اسم الام|الأم|اسم الوالدة",
    "case.name": "detainee|detainee name|name of detainee|prisoner|prisoner name|name of prisoner|المعتقل|اسم المعتقل"
    "|اسم المفقود|اسم المختفي",
    "case.age": "age at arrest|العمر عند الاعتقال",
    "states.first.party": "arrested by|arresting party|arresting authority|detained by|detaining party"
    "|detaining authority|abducted by|الجهة المعتقلة|جهة الاعتقال|الجهة القائمة بالاعتقال|الجهة التي اعتقلته"
    "|الجهة الخاطفة|اعتقل من قبل",
    "states.first.circumstances": "circumstances|circumstances of arrest|how arrested|ظروف الاعتقال|طريقة الاعتقال"
    "|الظرف|ظرف الاعتقال",
    "states.first.warrant": "warrant|arrest warrant|مذكرة اعتقال|مذكرة توقيف|مذكرة",
    "states.first.held_at": "place of detention|detention place|held at|prison|detention centre|detention center"
    "|مكان الاحتجاز|السجن|الفرع|الفرع الأمني",
    "states.first.source_kind": "source type|type of source|نوع المصدر",
    "states.disappeared.date": "disappeared|date of disappearance|disappearance date|disappeared since|missing since"
    "|تاريخ الاختفاء|تاريخ الاختفاء القسري",
    "states.transferred.date": "transferred|date of transfer|transfer date|تاريخ النقل|تاريخ التحويل",
    "states.transferred.held_at": "transferred to|place transferred to|نقل إلى|مكان النقل",
    "states.released.date": "released|released on|date of release|release date|date released|تاريخ الإفراج"
    "|تاريخ إطلاق السراح|تاريخ إخلاء السبيل|الإفراج|أفرج عنه",
    "states.died.date": "died|died on|date of death|death date|died in custody|تاريخ الوفاة|الوفاة|توفي",
    "states.fate.state": "fate|current status|status|current state|case status|outcome|situation|المصير|الحالة"
    "|الوضع|الوضع الحالي|الحالة الحالية|مصير المعتقل|وضع المعتقل",
    "states.fate.date": "date of fate|fate date|status date|تاريخ المصير|تاريخ الحالة",
    "states.died.body": "body|body handed over|الجثمان|تسليم الجثمان|تسليم الجثة|استلام الجثمان",
}  # fmt: skip
_TAKEN = frozenset(
    fold(word)
    for word in (
        "arrest", "arrested", "arresting", "detained", "detention", "detaining", "detainee", "prisoner", "abducted",
        "abduction", "kidnapping", "released", "release", "اعتقال", "الاعتقال", "المعتقل", "المعتقلة", "اعتقل",
        "اعتقلته", "التوقيف", "الاحتجاز", "الخطف", "الاختطاف", "الخاطفة", "الإفراج", "الاختفاء",
    )
)  # fmt: skip
"""Words of headers that a list of people who were taken has, and seldom another."""
_SAME = ("file", "place", "date", "ignored")
_OF_INCIDENTS = frozenset({"killed", "injured", "toll.minimum", "toll.maximum", "weapons.weapon", "facilities.type"})
"""What no list of detainees has a column for."""


def of_case(target: str) -> str:
    """What a target of a list of incidents and victims is in one of cases; blank where it is nothing there."""
    part, _, name = target.partition(".")
    if part in _SAME:
        return target
    if part == "victims":
        known = {field.name for field in Case.fields()}
        return f"case.{name}" if name in known or f"{name}_ar" in known else _MOVED.get(target, "")
    return _MOVED.get(target, "")


def phrases() -> Iterator[tuple[str, str]]:
    """Each target with a phrase that names it."""
    return ((target, phrase) for target, said in SAID.items() for phrase in said.split("|"))


def tells_of_taken(headers: Sequence[tuple[Sequence[str], str]]) -> bool:
    """Whether some column is about an arrest or what followed it: of each header its words and its target."""
    return any(target != "ignored" and _TAKEN & set(said) for said, target in headers)


def tells_of_incidents(targets: Sequence[str]) -> bool:
    """Whether columns say what only a list of incidents or of victims of one does."""
    return bool(_OF_INCIDENTS & set(targets))


_MOVED = {
    "victims.name": "case.name",
    "victims.notes": "case.notes",
    "victims.outcome": "states.fate.state",
    "attributions.party": "states.first.party",
    "sources.kind": "states.first.source_kind",
    "incident.narrative": "case.notes",
}
