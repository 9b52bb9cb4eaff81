"""Which words in a header name which field: our own labels in both languages, and what other offices write.

A target is a field with the list it stands in (`victims.sex`), or a part of a rule (`date.until`, `place.latitude`).
Fields that are written in each language are named without it (`victims.name`): the cells decide which one it is.
"""

import re
from collections.abc import Iterable, Mapping
from functools import cache

from snhr_desktop.domain.names import words
from snhr_desktop.domain.records import CHILDREN, Case, CaseState, Incident, Record
from snhr_desktop.exchange.guessing import taken
from snhr_desktop.i18n import LANGUAGES

Phrase = tuple[str, ...]

KILLED, INJURED = "killed", "injured"
"""Targets of columns with numbers of persons."""

_SAID: Mapping[str, str] = {
    "file.key": "incident id|event id|incident code|event code|case number|incident number|code|id|no|uuid|key"
    "|incident no|event no|event number|incident ref|serial no|serial number|s no|record id|record no|serial"
    "|instance id|reference|ref|رمز الحادثة|كود الحادثة|رقم الحادثة|رقم الحدث|الرقم التسلسلي|رقم متسلسل|المسلسل"
    "|رقم السجل|رقم الحادث|رمز الحادث|رقم الواقعة|الرقم|رقم|الرمز|الكود|المعرف|ت|م|تسلسل|#event id",
    "date.column": "date|incident date|event date|date of incident|date of event|date start|start date"
    "|date of death|day|when|التاريخ|تاريخ|تاريخ الحادثة|تاريخ الحدث|تاريخ الهجوم|تاريخ الوفاة|تاريخ القتل"
    "|تاريخ الاستشهاد|تاريخ القصف|تاريخ الحادث|تاريخ الواقعة|تاريخ الغارة|تاريخ الاعتداء|تاريخ الاستهداف"
    "|يوم الحادثة|#date|#date occurred|#date event",
    "date.until": "date end|end date|date to|until|last day|تاريخ الانتهاء|تاريخ النهاية|حتى تاريخ|إلى تاريخ|#date end",
    "place.pcodes": "pcode|p code|place code|community pcode|adm4 pcode|adm3 pcode|adm2 pcode|adm1 pcode"
    "|admin4 pcode|admin3 pcode|admin2 pcode|admin1 pcode|الترميز|رمز المكان|رمز الموقع|#adm4 code|#adm3 code"
    "|#adm2 code|#adm1 code|#loc code",
    "place.community": "community|town|village|city|locality|place|place name|location|location name|adm4|adm4 en"
    "|adm4 ar|admin4|where|البلدة|القرية|المدينة|بلدة|قرية|مدينة|المكان|مكان الحادثة|مكان القصف|مكان الوفاة|الموقع"
    "|التجمع|المنطقة السكنية|اسم المكان|مكان الحادث|مكان الهجوم|مكان الاستهداف|موقع الحادثة|موقع القصف"
    "|المكان المستهدف|المدينة أو البلدة|البلدة أو القرية|المدينة أو القرية|القرية أو البلدة|التجمع السكاني"
    "|المدينة البلدة|البلدة القرية|المدينة القرية|القرية البلدة|المنطقة البلدة|town village|city town|town city"
    "|village town|town or village|city or town|area"
    "|#loc|#adm4|#loc name|#adm4 name",
    "place.subdistrict": "subdistrict|sub district|nahya|nahiya|adm3|adm3 en|adm3 ar|admin3|الناحية|ناحية|#adm3"
    "|#adm3 name",
    "place.district": "district|mantika|adm2|adm2 en|adm2 ar|admin2|adm 2|المنطقة|منطقة|#adm2|#adm2 name",
    "place.governorate": "governorate|province|mohafaza|adm1|adm1 en|adm1 ar|admin1|adm 1|admin level 1|المحافظة"
    "|محافظة|#adm1|#adm1 name",
    "place.latitude": "latitude|lat|y|gps latitude|خط العرض|العرض|#lat deg|#geo lat",
    "place.longitude": "longitude|lon|lng|long|x|gps longitude|خط الطول|الطول|#lon deg|#geo lon",
    "place.point": "gps|geopoint|coordinates|point|geom wkt|wkt|location gps|الاحداثيات|إحداثيات|#geo coord",
    "incident.title": "title|headline|incident title|event name|العنوان|عنوان الحادثة|اسم الحادثة|#event name",
    "incident.narrative": "narrative|summary|description|details|incident description|event description"
    "|what happened|notes en|notes ar|الوصف|وصف الحادثة|التفاصيل|تفاصيل الحادثة|ملخص|السرد|ماذا حدث|#description"
    "|وصف الحادث|تفاصيل الحادث|ملخص الحادثة|وصف|نبذة|#event description",
    "incident.kinds": "kind|kinds|violation|violation type|type of violation|event type|incident type|attack type"
    "|type of attack|type of incident|type of event|نوع الانتهاك"
    "|الانتهاك|نوع الحادثة|نوع الحادث|نوع الحدث|نوع الهجوم|نوع الاعتداء|نوع الواقعة|تصنيف الحادثة|طبيعة الحادثة"
    "|الانتهاكات|أنواع الانتهاكات|#event type",
    "incident.delivery": "delivery|delivery method|aircraft|aircraft type|type of aircraft|طريقة الإيصال|وسيلة القصف"
    "|نوع الطيران|نوع الطائرة|الطيران",
    "incident.time": "time|incident time|hour|الوقت|الساعة|ساعة القصف|توقيت",
    "incident.landmark": "landmark|site|neighbourhood|neighborhood|quarter|camp|المعلم|الحي|أقرب معلم|حي|المخيم"
    "|تفاصيل المكان",
    "victims.name": "name|full name|victim name|name of victim|victim|الاسم|اسم الضحية|الاسم الكامل|الاسم الثلاثي"
    "|name of killed|name of injured|injured name|wounded name|اسم الجريح|اسم المصاب"
    "|اسم الشهيد|اسم القتيل|اسم المتوفى|أسماء الضحايا|اسم الشهيدة|الضحية|الاسم والكنية|#affected name",
    "victims.name_ar": "name arabic|arabic name|name ar|الاسم بالعربية|الاسم بالعربي",
    "victims.name_en": "name english|english name|name en|name latin|الاسم بالإنكليزية|الاسم بالإنجليزية",
    "victims.father_ar": "father|father name|fathers name|name of father|اسم الأب|اسم الاب|الأب|#affected father",
    "victims.sex": "sex|gender|الجنس|جنس الضحية|#affected sex",
    "victims.age": "age|age years|age at death|العمر|عمر الضحية|السن|#affected age",
    "victims.age_group": "age group|child or adult|adult or child|adult child|الفئة العمرية|طفل أو بالغ"
    "|الفئة|فئة الضحية|victim category|category of victim",
    "victims.civil_status": "civilian or armed|civil status|status civilian|civilian status|combatant status"
    "|مدني أو مقاتل|الصفة|صفة الضحية|مدني عسكري",
    "victims.occupation": "occupation|profession|job|work|المهنة|مهنة|العمل|الوظيفة",
    "victims.outcome": "outcome|result|cause|state of victim|harm|what happened to them|النتيجة|حالة الضحية|الإصابة"
    "|مصير الضحية|المصير|cause of death|سبب الوفاة|سبب القتل|#affected outcome",
    "victims.number": "number of victims|number of persons|victims number|count|n|عدد الأشخاص|عدد الضحايا|العدد"
    "|#affected num",
    "victims.place_of_origin": "origin|place of origin|born in|from|مكان الأصل|الأصل|من أبناء|القيد|مكان الولادة"
    "|أبناء",
    "victims.notes": "victim notes|notes|remarks|comments|ملاحظات|ملاحظة",
    "attributions.party": "party|perpetrator|responsible|responsible party|actor|attributed to|side a|الجهة|الفاعل"
    "|الجهة المسؤولة|الجهة المرتكبة|الجهة المنفذة|الجهة المتهمة|الطرف المسؤول|مرتكب الانتهاك|المرتكب|المنفذ"
    "|الجاني|perpetrators|responsible actor|المسؤول|الجهة الفاعلة|الطرف|#org responsible",
    "weapons.weapon": "weapon|weapon type|weapon used|weapons used|type of weapon|munition|السلاح|نوع السلاح"
    "|السلاح المستخدم|الأسلحة|الأسلحة المستخدمة|نوع الذخيرة|نوع القذيفة|الذخيرة المستخدمة|نوع القصف|#impact weapon",
    "weapons.munitions": "munitions|number of munitions|number of barrels|barrel bombs|عدد البراميل|عدد القذائف"
    "|عدد الصواريخ",
    "facilities.type": "facility|facility type|type of facility|target|vital facility|المنشأة|نوع المنشأة"
    "|المركز الحيوي|المرفق|نوع المركز|نوع المركز الحيوي|المنشأة المستهدفة|المركز المستهدف|facility hit"
    "|targeted facility|type of target|نوع الهدف|#impact facility",
    "facilities.name": "facility name|name of facility|اسم المنشأة|اسم المركز|اسم المرفق",
    "sources.kind": "source type|type of source|نوع المصدر",
    "sources.publisher": "source|publisher|reported by|monitor|source office|المصدر|الجهة الناشرة|الراصد"
    "|#meta source",
    "sources.link": "link|url|source url|citation|source article|الرابط|رابط|رابط المصدر|#meta url",
    "sources.statement": "statement|testimony|الشهادة|إفادة|الإفادة",
    KILLED: "killed|dead|deaths|fatalities|death toll|number killed|number of killed|killed total|total killed"
    "|القتلى|قتلى|عدد القتلى|عدد الوفيات|عدد الضحايا القتلى|الشهداء|عدد الشهداء|الوفيات|best|#affected killed",
    INJURED: "injured|wounded|injuries|number injured|number of injured|الجرحى|جرحى|عدد الجرحى|المصابون"
    "|عدد المصابين|المصابين|مصابون|مصابين|الإصابات|#affected injured",
    "toll.minimum": "killed min|min killed|minimum killed|low|killed low|least|deaths min|fatalities min"
    "|الحد الأدنى للقتلى|القتلى حد أدنى|أدنى",
    "toll.maximum": "killed max|max killed|maximum killed|high|killed high|most|deaths max|fatalities max"
    "|الحد الأعلى للقتلى|القتلى حد أعلى|أعلى",
    "ignored": "deviceid|device id|simserial|phonenumber|username|start|end|today|submission time|submitted by"
    "|version|attachments|xform id string|formhub uuid|geolocation|tags|status|validation status|submissiondate"
    "|subscriberid",
}  # fmt: skip
_BIRTH = (
    "date of birth|birth date|birthdate|dob|birthday|year of birth|birth year|born on|تاريخ الميلاد|تاريخ الولادة"
    "|سنة الميلاد|سنة الولادة|عام الولادة|عام الميلاد|المواليد|مواليد|التولد"
)
_OF_RECORDS = ("incident", "victims", "attributions", "weapons", "facilities", "sources")
_UNLABELLED = frozenset({"reference", "origin", "status", "date", "place", "review_notes"})
_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])")
_SIGNS = re.compile(r"[_/.\-:+()\[\]?؟*,]+")


def header_words(header: str) -> Phrase:
    """The folded words of a header: `victim/nameAr` and “Victim: name (AR)” have the same."""
    spaced = _SIGNS.sub(" ", _CAMEL.sub(" ", header.removeprefix("#")))
    return words(spaced)


def is_of_birth(header: str) -> bool:
    """Whether a column says when people were born, which no record keeps: their age at the time is."""
    return header_words(header) in _births()


@cache
def _births() -> frozenset[Phrase]:
    return frozenset(map(header_words, _BIRTH.split("|")))


@cache
def lexicon(*, cases: bool = False) -> Mapping[Phrase, str]:
    """The target that each phrase names, in a list of `cases` or another. What other offices write goes before our own
    labels."""
    own = _own_labels()
    if cases:
        return _index([*taken.phrases(), *_of_cases([*_phrases(tags=False), *own]), *_own_labels_of_cases()])
    return _index([*_phrases(tags=False), *own])


@cache
def tag_lexicon(*, cases: bool = False) -> Mapping[Phrase, str]:
    """The target that each HXL tag names. A tag is known whole: `#name` is anybody’s."""
    pairs = [*_phrases(tags=True), *_own_tags()]
    return _index(_of_cases(pairs) if cases else pairs)


def _of_cases(pairs: Iterable[tuple[str, str]]) -> list[tuple[str, str]]:
    """What phrases of other lists name in one of cases."""
    return [(there, phrase) for target, phrase in pairs if (there := taken.of_case(target))]


def _index(pairs: Iterable[tuple[str, str]]) -> dict[Phrase, str]:
    found: dict[Phrase, str] = {}
    for target, said in pairs:
        if phrase := header_words(said):
            found.setdefault(phrase, target)
    return found


def _phrases(*, tags: bool) -> list[tuple[str, str]]:
    pairs = ((target, phrase) for target, said in _SAID.items() for phrase in said.split("|"))
    return [(target, phrase) for target, phrase in pairs if phrase.startswith("#") is tags]


def _own_tags() -> list[tuple[str, str]]:
    """The tags of our own tables."""
    return [
        (f"{name}.{field.name}", field.tag)
        for name in _OF_RECORDS
        for field in (Incident if name == "incident" else CHILDREN[name]).fields()
        if field.tag and field.name not in _UNLABELLED and not field.language
    ]


@cache
def fields_of_target(name: str) -> frozenset[str]:
    """The fields of the incident or case, of a list, of a state (`states.released`); none for other words."""
    types: dict[str, type[Record]] = {"incident": Incident, "case": Case, "states": CaseState, **CHILDREN}
    record_type = types.get(name.partition(".")[0])
    return frozenset(field.name for field in record_type.fields()) if record_type else frozenset()


def _own_labels() -> list[tuple[str, str]]:
    """Labels and names of our own fields, which our own tables have as headers."""
    found: list[tuple[str, str]] = []
    for name in _OF_RECORDS:
        record_type = Incident if name == "incident" else CHILDREN[name]
        for field in record_type.fields():
            if not field.sensitive and field.name not in _UNLABELLED:
                target = f"{name}.{field.name}"
                found += [(target, language.text(field.label)) for language in LANGUAGES.values()]
                found.append((target, field.name))
    return found


def _own_labels_of_cases() -> list[tuple[str, str]]:
    """Those of the person; a state is told by what it is, which a label of its fields does not say."""
    fields = [field for field in Case.fields() if not field.sensitive and field.name not in _UNLABELLED]
    labels = [(f"case.{field.name}", language.text(field.label)) for field in fields for language in LANGUAGES.values()]
    return [*labels, *((f"case.{field.name}", field.name) for field in fields)]
