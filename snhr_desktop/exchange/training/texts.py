"""Titles and narratives of made-up incidents: sentences of their own in each language, never a translation.

Every narrative ends by saying that the record is made up, so that no copied page can be mistaken for a real one.
"""

import random
from dataclasses import dataclass

from snhr_desktop.domain.dates import say_when
from snhr_desktop.domain.places import Place
from snhr_desktop.domain.values import When
from snhr_desktop.exchange.training.numbers import BARRELS, CHILDREN, CIVILIANS, PEOPLE, WOMEN
from snhr_desktop.i18n import ARABIC, ENGLISH, bare

MADE_UP_EN, MADE_UP_AR = "(Made-up record for training.)", "(سجل مختلق لأغراض التدريب.)"


@dataclass(frozen=True)
class Story:
    """What the sentences are about. `event` is a key of `OPENINGS_EN`; tolls count civilians killed, all injured."""

    event: str
    parties: tuple[str, ...]
    place: Place
    when: When
    facility: str = ""
    barrels: int = 0
    area: int = 0
    killed: int = 0
    children: int = 0
    women: int = 0
    injured: int = 0
    toll_open: bool = False


_PLANES_EN = {
    "regime": "Syrian regime warplanes", "russia": "warplanes believed to be Russian",
    "coalition": "international coalition warplanes",
}  # fmt: skip
_PLANES_AR = {
    "regime": "طيران حربي تابع لقوات النظام السوري",
    "russia": "طيران حربي نعتقد أنه روسي",
    "coalition": "طيران حربي تابع لقوات التحالف الدولي",
}
_PLANES_JOINT = ("warplanes, Syrian or Russian,", "طيران حربي لم يتضح بعد إن كان سورياً أم روسياً")
_FORCES_EN = {
    "regime": "Syrian regime forces", "iran_militias": "Iranian militias", "hts": "Hay’at Tahrir al-Sham",
    "opposition": "a faction of the armed opposition", "isis": "ISIS", "unidentified": "an unidentified group",
}  # fmt: skip
_FORCES_AR = {
    "regime": "قوات النظام السوري", "iran_militias": "الميليشيات الإيرانية", "hts": "هيئة تحرير الشام",
    "opposition": "فصائل في المعارضة المسلحة", "isis": "تنظيم داعش", "unidentified": "جهة لم تُحدَّد هويتها",
}  # fmt: skip

OPENINGS_EN = {
    "air": ("{planes} struck {target} {when}", "{planes} bombed {target} {when}", "{when}, {planes} hit {target}"),
    "cluster": ("{planes} dropped cluster munitions on {target} {when}",),
    "incendiary": ("{planes} used incendiary munitions against {target} {when}",),
    "barrel": (
        "Syrian regime helicopters dropped {barrels} on {target} {when}",
        "Syrian regime helicopters attacked {target} with {barrels} {when}",
    ),
    "chemical": ("A Syrian regime helicopter dropped a barrel bomb loaded with poison gas on {target} {when}",),
    "artillery": (
        "Artillery of {forces} shelled {target} {when}",
        "Shells fired by {forces} landed on {target} {when}",
    ),
    "landmine": ("A landmine exploded in {place} {when}",),
    "ied": ("An explosive device went off in {place} {when}",),
    "carbomb": ("A car bomb exploded in {place} {when}",),
    "gunfire": ("Armed men of {forces} opened fire in {place} {when}",),
}
OPENINGS_AR = {
    "air": (
        "قصف {planes} {target_object} في {when}",
        "شنّ {planes} غارات على {target} في {when}",
        "استهدف {planes} {target_object} في {when}",
    ),
    "cluster": ("ألقى {planes} ذخائر عنقودية على {target} في {when}",),
    "incendiary": ("استهدف {planes} بذخائر حارقة {target_object} في {when}",),
    "barrel": ("ألقت مروحيات تابعة لقوات النظام السوري {barrels} على {target} في {when}",),
    "chemical": ("ألقت مروحية تابعة لقوات النظام السوري برميلاً متفجراً محمّلاً بغازات سامة على {target} في {when}",),
    "artillery": (
        "قصفت مدفعية {forces} {target_object} في {when}",
        "سقطت قذائف أطلقتها {forces} على {target} في {when}",
    ),
    "landmine": ("انفجر لغم أرضي في {place} في {when}",),
    "ied": ("انفجرت عبوة ناسفة في {place} في {when}",),
    "carbomb": ("انفجرت سيارة مفخخة في {place} في {when}",),
    "gunfire": ("أطلق مسلحون من {forces} النار في {place} في {when}",),
}
_TITLES_EN = {
    "air": ("Air strike on {target}", "Warplanes bomb {target}"), "cluster": ("Cluster munitions on {target}",),
    "incendiary": ("Incendiary munitions on {target}",), "barrel": ("Barrel bombs on {target}",),
    "chemical": ("Poison gas attack on {target}",), "artillery": ("Shelling of {target}",),
    "landmine": ("Landmine explosion in {place}",), "ied": ("Explosion in {place}",),
    "carbomb": ("Car bomb in {place}",), "gunfire": ("Gunfire in {place}",),
}  # fmt: skip
_TITLES_AR = {
    "air": ("غارة جوية على {target}", "قصف جوي على {target}"), "cluster": ("هجوم بذخائر عنقودية على {target}",),
    "incendiary": ("هجوم بذخائر حارقة على {target}",), "barrel": ("براميل متفجرة على {target}",),
    "chemical": ("هجوم بغاز سام على {target}",), "artillery": ("قصف مدفعي على {target}",),
    "landmine": ("انفجار لغم أرضي في {place}",), "ied": ("انفجار في {place}",),
    "carbomb": ("انفجار سيارة مفخخة في {place}",), "gunfire": ("إطلاق نار في {place}",),
}  # fmt: skip
AREAS = (
    ("residential streets of {place}", "الأحياء السكنية في {place}"),
    ("the outskirts of {place}", "أطراف {place}"),
    ("the surroundings of {place}", "محيط {place}"),
)

FACILITIES = {
    "school": ("a school", "مدرسة", "مدرسة"), "hospital": ("a hospital", "مشفى", "مشفى"),
    "medical_facility": ("a medical centre", "مركز طبي", "مركزاً طبياً"),
    "ambulance": ("an ambulance", "سيارة إسعاف", "سيارة إسعاف"),
    "market": ("the market", "السوق الشعبية", "السوق الشعبية"), "mosque": ("a mosque", "مسجد", "مسجداً"),
    "civil_defence": ("a Civil Defence centre", "مركز للدفاع المدني", "مركزاً للدفاع المدني"),
    "idp_camp": ("a camp for displaced people", "مخيم للنازحين", "مخيماً للنازحين"),
    "bakery": ("a bakery", "فرن", "فرناً"), "water": ("a water station", "محطة مياه", "محطة مياه"),
    "power": ("a power station", "محطة كهرباء", "محطة كهرباء"),
    "kindergarten": ("a kindergarten", "روضة أطفال", "روضة أطفال"),
    "bus_station": ("a bus station", "محطة حافلات", "محطة حافلات"),
    "industrial": ("a workshop", "منشأة صناعية", "منشأة صناعية"),
    "service_vehicle": ("a service vehicle", "آلية خدمية", "آلية خدمية"),
}  # fmt: skip
"""Type of facility: in English, in Arabic after a preposition, in Arabic as an object."""

_CLOSINGS_EN = (
    "The account rests on statements of witnesses and on photographs.",
    "Statements taken separately agree on the time and the place.",
    "No military presence was seen near the place.",
    "",
)
_CLOSINGS_AR = (
    "تستند هذه الرواية إلى إفادات شهود وإلى صور.",
    "تتطابق الإفادات، وقد أُخذت كل منها على حدة، في تحديد الزمان والمكان.",
    "لم يُلحظ وجود عسكري قرب المكان.",
    "",
)


def titles(chance: random.Random, story: Story) -> tuple[str, str]:
    """The English and the Arabic title."""
    en, ar = chance.choice(_TITLES_EN[story.event]), chance.choice(_TITLES_AR[story.event])
    facility_en, facility_ar, _ = FACILITIES.get(story.facility, ("", "", ""))
    place_en, place_ar = story.place.name_en, story.place.name_ar
    return (
        en.format(place=place_en, target=f"{facility_en} in {place_en}" if facility_en else place_en),
        ar.format(place=place_ar, target=f"{facility_ar} في {place_ar}" if facility_ar else place_ar),
    )


def narratives(chance: random.Random, story: Story) -> tuple[str, str]:
    """The English and the Arabic narrative."""
    closing = chance.randrange(len(_CLOSINGS_EN))
    revised = chance.random() < 0.5 and story.toll_open
    en = (_opening_en(chance, story) + _toll_en(story), _CLOSINGS_EN[closing], "The toll may rise." if revised else "")
    ar = (
        _opening_ar(chance, story) + _toll_ar(story),
        _CLOSINGS_AR[closing],
        "الحصيلة مرشحة للازدياد." if revised else "",
    )
    return _joined(*en, MADE_UP_EN), _joined(*ar, MADE_UP_AR)


def _opening_en(chance: random.Random, story: Story) -> str:
    place = story.place.name_en
    area = AREAS[story.area][0].format(place=place)
    facility = FACILITIES[story.facility][0] if story.facility else ""
    party, joint = story.parties[0], len(story.parties) > 1
    text = chance.choice(OPENINGS_EN[story.event]).format(
        planes=_PLANES_JOINT[0] if joint else _PLANES_EN.get(party, ""),
        forces=_FORCES_EN.get(party, ""),
        place=place,
        target=f"{facility} in {place}" if facility else area,
        when=_when_en(story.when),
        barrels=BARRELS.en(story.barrels),
    )
    return text[0].upper() + text[1:]


def _opening_ar(chance: random.Random, story: Story) -> str:
    place = story.place.name_ar
    area = AREAS[story.area][1].format(place=place)
    _, after, as_object = FACILITIES.get(story.facility, ("", "", ""))
    joint = len(story.parties) > 1
    return chance.choice(OPENINGS_AR[story.event]).format(
        planes=_PLANES_JOINT[1] if joint else _PLANES_AR.get(story.parties[0], ""),
        forces=_FORCES_AR.get(story.parties[0], ""),
        place=place,
        target=f"{after} في {place}" if after else area,
        target_object=f"{as_object} في {place}" if as_object else area,
        when=_when_ar(story.when),
        barrels=BARRELS.ar(story.barrels, oblique=True),
    )


def _toll_en(story: Story) -> str:
    parts = []
    if story.killed:
        parts.append(f"killing {_killed_en(story)}")
    if story.injured:
        parts.append(f"injuring {PEOPLE.en(story.injured)}")
    return f", {' and '.join(parts)}." if parts else ". No civilian casualties were recorded."


def _killed_en(story: Story) -> str:
    if story.killed in (story.children, story.women):
        return CHILDREN.en(story.killed) if story.children else WOMEN.en(story.killed)
    among = [noun.en(n) for noun, n in ((CHILDREN, story.children), (WOMEN, story.women)) if n]
    named = f", among them {' and '.join(among)}," if among else ""
    return f"{CIVILIANS.en(story.killed)}{named}".rstrip("," if not story.injured else "")


def _toll_ar(story: Story) -> str:
    parts = []
    if story.killed:
        parts.append(f"مقتل {_killed_ar(story)}")
    if story.injured:
        parts.append(f"إصابة {PEOPLE.ar(story.injured, oblique=True)}")
    return f"، ما أسفر عن {' و'.join(parts)}." if parts else "، ولم تُسجَّل خسائر بشرية بين المدنيين."


def _killed_ar(story: Story) -> str:
    if story.killed in (story.children, story.women):
        return (CHILDREN if story.children else WOMEN).ar(story.killed, oblique=True)
    among = [noun.ar(n) for noun, n in ((CHILDREN, story.children), (WOMEN, story.women)) if n]
    them = "بينهما" if story.killed == 2 else "بينهم"
    named = f"، {them} {' و'.join(among)}{'،' if story.injured else ''}" if among else ""
    return f"{CIVILIANS.ar(story.killed, oblique=True)}{named}"


def _when_en(when: When) -> str:
    if when.precision == "range" and when.first and when.last:
        return f"between {ENGLISH.date(when.first)} and {ENGLISH.date(when.last)}"
    return f"{'in' if when.precision == 'month' else 'on'} {bare(say_when(when, ENGLISH))}"


def _when_ar(when: When) -> str:
    if when.precision == "range" and when.first and when.last:
        return f"المدة بين {ARABIC.date(when.first)} و{ARABIC.date(when.last)}"
    return bare(say_when(when, ARABIC))


def _joined(*sentences: str) -> str:
    return " ".join(sentence for sentence in sentences if sentence)
