"""A store full of marked secrets: every word here stands in one record alone, so that it tells where it leaked from."""

import datetime as dt
from dataclasses import dataclass, replace
from typing import Any

from snhr_desktop.domain.records import Dossier, Marker
from snhr_desktop.domain.sounds import is_arabic
from snhr_desktop.domain.values import Site, When
from snhr_desktop.reports.kind import DOSSIER, THEMATIC
from snhr_desktop.workspace import Workspace
from tests.builders import attribution, counted, dossier, facility, source, victim, weapon

EVERYBODY = frozenset({"public", "partners", "internal"})
NOBODY, OFFICE, SHARED = frozenset[str](), frozenset({"internal"}), frozenset({"partners", "internal"})


@dataclass(frozen=True)
class Mark:
    """A word, what it is, who may read it, and in which language's edition of a kind it is printed (blank: none)."""

    word: str
    what: str
    may: frozenset[str]
    printed: str = ""
    kind: str = THEMATIC


_CONSENTS = {"internal": OFFICE, "anonymous": EVERYBODY, "named": EVERYBODY, "courts": SHARED, "": OFFICE}
_PSEUDONYMS = {"internal": "Wazgul", "anonymous": "Tevrax", "named": "Yomquist", "courts": "Zufleb", "": "Jivdop"}
SOURCES = tuple(Mark(_PSEUDONYMS[consent], f"source, {consent}", may, "en") for consent, may in _CONSENTS.items())

PERSONS = (
    # word in Arabic, word in English, class, answer, who may read it
    ("شنقاطي", "Brokvil", "men", "published", EVERYBODY),
    ("ظغبوثي", "Drufnak", "women", "published", EVERYBODY),
    ("قذرولي", "Grimzot", "men", "shared", SHARED),
    ("خزضيري", "Plexdur", "women", "shared", SHARED),
    ("ثطنوحي", "Fnargol", "men", "none", OFFICE),
    ("ضجفولي", "Kwimbex", "women", "none", OFFICE),
    ("غصذوني", "Trovkel", "men", "", OFFICE),
    ("زحشيقي", "Blenqor", "children", "published", OFFICE),
    ("طظكوفي", "Sprugwy", "children", "shared", OFFICE),
    ("ذفغامي", "Chelvok", "not_known", "published", OFFICE),
    ("صثبوزي", "Vaxtrim", "not_known", "none", OFFICE),
)
ONE_SCRIPT = (
    # recorded in Arabic or in English alone, told in the other script
    ("غضنفور", "", "Ghadhanfour"), ("عائشة", "", "Ayesha"), ("لؤي", "", "Louay"),
    ("", "Zumurradah", "زمردة"), ("", "Qutayba Shakhashiro", "شخاشيرو"), ("", "Moh'd Bozqush", "بوزكوش"),
)  # fmt: skip
"""Children who are named nowhere outside the house."""
OF_OTHERS = (
    # recorded with another incident, told in the texts of this one
    ("طرخونة الكشكشي", "Tarkhouna Kashkashi", "Kashkashi"), ("سندريل ماهر قرطبون", "سندريل قرطبون", "قرطبون"),
    ("", "زيزفون الطبلجي", "الطبلجي"),
)  # fmt: skip
"""Children of another incident: in Arabic as recorded (blank: in English alone), as told, and what is looked for."""
EVENT = Mark("Qurtubani", "child named in an event of the period", OFFICE)
TYPED = "Dandoushka Barghoutson"
"""A child of another incident who is named in a text that is edited for the report."""
NAMES = (
    *(Mark(mark, "child of another incident", OFFICE, "ar" if is_arabic(mark) else "en") for *_, mark in OF_OTHERS),
    Mark("Barghoutson", "child in an edited text", OFFICE),
    EVENT,
    *(
        mark
        for arabic, english, group, answer, may in PERSONS
        for mark in (Mark(arabic, f"{group}, {answer}", may, "ar"), Mark(english, f"{group}, {answer}", may, "en"))
    ),
    *(
        Mark(told, f"child, {arabic or english}", OFFICE, "en" if arabic else "ar")
        for arabic, english, told in ONE_SCRIPT
    ),
)
ACTOR = "Custodianpal"
NOTES = (
    Mark("Reviewernote", "reviewer's notes", OFFICE), Mark("Overridereason", "reason of an override", OFFICE),
    Mark("Learnedhow", "how it was learned", OFFICE), Mark("Victimnote", "note on a victim", OFFICE),
    Mark("Facilitynote", "note on a facility", OFFICE), Mark("Archivecode", "origin", OFFICE),
    Mark("Spokenwords", "statement", SHARED, "en", DOSSIER), Mark("linkedpost", "link", SHARED),
    Mark("Custodyreason", "reason of a save", OFFICE, "en", DOSSIER), Mark(ACTOR, "who saved it", OFFICE),
    Mark("Fatherword", "father of who may be named", SHARED), Mark("أبوكلظ", "father of who may not", OFFICE),
)  # fmt: skip
LEADS = (
    Mark("narratedlink", "web address in a text", OFFICE, "en"), Mark("accountname", "account in a text", OFFICE, "en"),
    Mark("36.987654", "coordinates in a text", OFFICE, "en"), Mark("944 777 123", "telephone in a text", NOBODY),
    Mark("944 555 121", "telephone without its code", NOBODY), Mark("955444333", "telephone in a link", NOBODY),
    Mark("hiddenclip", "short web address", OFFICE, "en"), Mark("36.9173", "coordinates with sides", OFFICE, "en"),
    Mark("mailedname", "mail address in a text", NOBODY), Mark("36.135791", "coordinates of the place", SHARED),
)  # fmt: skip
HEART = (
    Mark("Realworm", "real name of a source", NOBODY), Mark("contact_zil", "contact of a source", NOBODY),
    Mark("933222111", "telephone of a source", NOBODY), Mark("رياضكنظ", "real name of a source", NOBODY),
)  # fmt: skip
PLACE = (
    Mark("Takharim", "place told by its district", OFFICE, "en"), Mark("تخاريم", "the same", OFFICE, "ar"),
    Mark("Landmarkstone", "landmark there", OFFICE, "en"), Mark("معلمحظر", "the same", OFFICE, "ar"),
    Mark("Namedclinic", "facility there", OFFICE, "en"), Mark("Salqin", "a neighbouring town", OFFICE, "en"),
)  # fmt: skip
OPEN = (Mark("Openword", "narrative", EVERYBODY, "en"), Mark("كلمةمفتوحة", "narrative", EVERYBODY, "ar"))
MARKS = (*SOURCES, *NAMES, *NOTES, *LEADS, *HEART, *PLACE, *OPEN)

_CLASSES: dict[str, dict[str, Any]] = {
    "men": {"sex": "male", "age": 44}, "women": {"sex": "female", "age": 39},
    "children": {"sex": "male", "age": 9, "age_group": "child"}, "not_known": {"sex": "male", "age_group": ""},
}  # fmt: skip


def fill(workspace: Workspace) -> str:
    """Save the incidents; the identity of the one that is told exactly."""
    file = workspace.period("idlib")
    told = {"label_en": f"Killing of Zubayda {EVENT.word}", "label_ar": f"مقتل Zubayda {EVENT.word}"}
    event = Marker(when=When.on(dt.date(2018, 2, 2)), **told)
    workspace.save_period(replace(file, markers=(*file.markers, event)))
    workspace.save(_coarse())
    return workspace.save(_exact(), reason="Custodyreason, as Realworm told").dossier.incident.uid


def _exact() -> Dossier:
    """A massacre whose narratives say every name: whole, alone, and with something joined to it."""
    arabic = " ".join(f"وقال {word} ول{word}، {word} الأحمد." for word, *_ in PERSONS)
    english = " ".join(f"{word} and {word.upper()}’s house; {word} Al-Ahmad." for _, word, *_ in PERSONS)
    arabic += " ".join(f" وقُتلت {told} هناك." for given, _, told in ONE_SCRIPT if not given)
    english += "".join(f" {told} was killed." for given, _, told in ONE_SCRIPT if given)
    arabic += " ".join(f" وأخته {told}." for _, told, mark in OF_OTHERS if is_arabic(mark))
    english += "".join(f" And {told}." for _, told, mark in OF_OTHERS if not is_arabic(mark))
    pseudonyms = " ".join(f"{word} saw it." for word in _PSEUDONYMS.values())
    return dossier(
        *(
            victim(
                name_ar=f"{arabic_name} الأحمد", name_en=f"{english_name} Al-Ahmad", naming=answer, notes="Victimnote",
                father_ar="أبوكلظ" if may == OFFICE else "Fatherword", **_CLASSES[group],
            )
            for arabic_name, english_name, group, answer, may in PERSONS
        ),
        *(
            victim(name_ar=arabic_name, name_en=english_name, naming="published", **_CLASSES["children"])
            for arabic_name, english_name, _ in ONE_SCRIPT
        ),
        incident=counted(
            place=Site("C3871", "coordinates", 35.929, 36.135791), review_notes="Reviewernote", origin="Archivecode",
            learned_how="Learnedhow", massacre_override="yes", massacre_reason="Overridereason",
            narrative_ar=f"كلمةمفتوحة {arabic} رياضكنظ وبأبوكلظ هناك.",
            narrative_en=(
                f"Openword. {english} {pseudonyms} Realworm’s son. See https://example.org/narratedlink and"
                " @accountname, or call +963 944 777 123 or mailedname@example.org, at 35.123456, 36.987654."
                " Or 944 555 121, youtu.be/hiddenclip, 35.1234 N, 36.9173 E."
            ),
        ),
        attributions=(attribution("russia", basis_en="Realworm told contact_zil."),),
        facilities=(facility("market", notes="Facilitynote"),),
        weapons=(weapon("missile", model="seen by Realworm"),),
        sources=tuple(
            source(
                kind="eyewitness", pseudonym=word, consent=consent, real_name="Realworm رياضكنظ",
                contact="contact_zil +963933222111", link="https://example.org/linkedpost?tel=+963955444333",
                statement_en="Spokenwords" if consent == "courts" else "",
            )
            for consent, word in _PSEUDONYMS.items()
        ),
    )  # fmt: skip


def _coarse() -> Dossier:
    """A massacre whose place may be told by its district alone."""
    told = counted(
        place=Site("C4157", "community"), place_shown="district", landmark_en="Landmarkstone", landmark_ar="معلمحظر",
        title_en="Attack on Kafr Takharim", title_ar="قصف كفر تخاريم",
        narrative_en="In the town of Kafr Takharim near Landmarkstone, on the road to Salqin.",
        narrative_ar="في مدينة كفر تخاريم قرب معلمحظر.",
    )  # fmt: skip
    children = [
        *(
            victim(name_ar=given, name_en="" if given else "Zayzafoun Tablaji", **_CLASSES["children"])
            for given, *_ in OF_OTHERS
        ),
        victim(name_en=TYPED, **_CLASSES["children"]),
        victim(name_en=f"Zubayda {EVENT.word}", **_CLASSES["children"]),
    ]
    return dossier(
        victim(number=7), *children, incident=told, facilities=(facility("hospital", name_en="Namedclinic"),)
    )
