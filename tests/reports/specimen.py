"""A snapshot made by hand, with every kind of thing a report prints, hostile text among it."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import replace

from snhr_desktop.domain.periods import IDLIB
from snhr_desktop.domain.places import Place, built_in
from snhr_desktop.domain.records import Dossier
from snhr_desktop.domain.values import Site, When
from snhr_desktop.figures.catalogue import FIGURES
from snhr_desktop.figures.figure import Answer
from snhr_desktop.figures.published import beside
from snhr_desktop.reports.brief import Brief
from snhr_desktop.reports.publication import for_publication
from snhr_desktop.reports.snapshot import Listed, Snapshot
from tests.builders import HOSTILE_TEXTS, attribution, counted, dossier, facility, source, victim, weapon

AS_OF = dt.datetime(2018, 6, 13, 9, 30, tzinfo=dt.UTC)
WITHHELD_NAME, WITHHELD_LATIN = "مصطفى الحاج خليل", "Mustafa Haj Khalil"
CHILD_NAME, CHILD_LATIN = "سلمى الحاج خليل", "Salma Haj Khalil"
REAL_SOURCE, INTERNAL_PSEUDONYM = "Real Person Name", "Hidden Heron"
PRINTED_NAME, PRINTED_LATIN = "حسن العبد الله", "Hasan al-Abdullah"
HOSTILE_AR, HOSTILE_EN = HOSTILE_TEXTS[0], HOSTILE_TEXTS[2]

_BY: Mapping[str, Mapping[str, Mapping[str, int]]] = {
    "civilians_killed": {
        "class": {"men": 640, "women": 209, "children": 255, "not_known": 5},
        "party": {"regime": 571, "russia": 402, "alliance_joint": 136},
        "month": {
            "2017-05": 12, "2017-06": 9, "2017-07": 18, "2017-08": 22, "2017-09": 187, "2017-10": 96, "2017-11": 71,
            "2017-12": 134, "2018-01": 148, "2018-02": 121, "2018-03": 203, "2018-04": 52, "2018-05": 36,
        },
        "subdistrict": {
            "SY070003": 240, "SY070000": 187, "SY070300": 164, "SY070200": 151, "SY070002": 121, "SY070001": 101,
            "SY070400": 82, "SY070500": 60, "not_known": 3,
        },
    },
    "civilians_injured": {
        "class": {"men": 1200, "women": 340, "children": 460, "not_known": 11},
        "party": {"regime": 1400, "russia": 500, "alliance_joint": 111},
        "month": {"2018-03": 2011},
        "subdistrict": {"SY070003": 2011},
    },
    "massacres": {
        "party": {"regime": 1, "alliance_joint": 1},
        "month": {"2017-12": 1, "2018-03": 1},
        "subdistrict": {"SY070000": 2},
    },
    "facility_impacts": {
        "category": {
            "medical": 34, "educational": 54, "communal": 70, "worship": 33, "infrastructure": 30, "other": 12,
        },
        "type": {"school": 50, "institute": 4, "hospital": 34, "market": 16, "mosque": 33, "bakery": 30, "other": 66},
        "party": {"regime": 120, "russia": 100, "alliance_joint": 13},
        "month": {"2017-09": 133, "2018-03": 100},
        "subdistrict": {"SY070003": 233},
    },
    "arrests": {
        "class": {"men": 18, "women": 3, "children": 4},
        "outcome": {"held": 8, "disappeared": 12, "released": 5},
        "party": {"regime": 25},
        "month": {"2017-09": 10, "2018-03": 15},
        "subdistrict": {"SY070003": 25},
    },
    "arrests_disappeared": {
        "class": {"men": 9, "women": 1, "children": 2},
        "party": {"regime": 12},
        "month": {"2018-03": 12},
        "subdistrict": {"SY070003": 12},
    },
}  # fmt: skip
_TOTALS = {
    "medical_killed": 9, "media_killed": 4, "civil_defence_killed": 11, "cluster_attacks": 19, "incendiary_attacks": 16,
    "chemical_attacks": 1, "barrel_bombs": 752, "not_yet_documented": 67, "date_uncertain": 2,
    "status_unknown_killed": 14, "releases": 6, "children_arrested": 4,
    "women_arrested": 3, "abductions_unidentified": 2, "arrests_not_documented": 31,
}  # fmt: skip


def answers(
    by: Mapping[str, Mapping[str, Mapping[str, int]]] = _BY, totals: Mapping[str, int] = _TOTALS
) -> dict[str, Answer]:
    """An answer for every figure of the catalogue; a figure that is given nothing counts nothing."""
    found = {}
    for code, figure in FIGURES.items():
        terms = dict(by.get(code, {}))
        total: int | float | None = totals.get(code, 0)
        if terms:
            total = sum(next(iter(terms.values())).values())
        elif total:
            terms = {"class": {"men": int(total)}} if "class" in figure.breakdown_codes else {}
            terms |= {
                "party": {"regime": int(total)},
                "month": {"2018-03": int(total)},
                "subdistrict": {"SY070003": int(total)},
            }
        if code == "women_children_share":
            total = 41.8 if by else None
        unstated = 3 if by and code == "barrel_bombs" else 0
        complete = {breakdown: terms.get(breakdown, {}) for breakdown in figure.breakdown_codes}
        found[code] = Answer(code, figure.unit_code, total, complete, unstated)
    return found


def massacre(number: int = 1) -> Dossier:
    """A massacre with everything in it, as it stands in the store: nothing withheld yet."""
    return dossier(
        victim(name_ar=WITHHELD_NAME, name_en=WITHHELD_LATIN, age=41),
        victim(name_ar=CHILD_NAME, name_en=CHILD_LATIN, sex="female", age=7, age_group="child", naming="published"),
        victim(name_ar=PRINTED_NAME, name_en=PRINTED_LATIN, age=52, naming="published"),
        victim(number=9, sex="female"),
        victim(number=14, sex="", age_group="child"),
        victim(number=2, sex="", age_group=""),
        victim(number=30, sex="", age_group="", outcome="injured"),
        victim(number=3, civil_status="armed"),
        incident=counted(
            reference=f"IDL-2018-{number:05}",
            title_ar="قصف سوق الخضار في حارم",
            title_en="Attack on the vegetable market in Harim",
            kinds=("killing", "vital_attack", "double_tap"),
            delivery="fixed_wing",
            date=When.on(dt.date(2018, 3, 22)),
            time="14:30",
            second_strike=30,
            place=Site("C3871", "community", 35.929, 36.635),
            landmark_ar="سوق الخضار",
            landmark_en="the vegetable market",
            toll_open=True,
            narrative_ar=(
                "عند الساعة 14:30 من يوم الخميس 22 آذار 2018 أغار طيران ثابت الجناح نعتقد أنه روسي على سوق الخضار في "
                "وسط المدينة، ثم أغار ثانية بعد نحو 30 دقيقة أثناء إسعاف الجرحى. وقُتل "
                f"{WITHHELD_NAME} وابنته. (السجل ABC-12)\n"
                "خرج المشفى القريب عن الخدمة ساعات عدة، ونُقل الجرحى إلى مشافٍ في بلدات مجاورة."
            ),
            narrative_en=(
                "At 14:30 on Thursday 22 March 2018 fixed-wing aircraft that we believe were Russian attacked the "
                "vegetable market in the centre of the town, and attacked again about 30 minutes later while the "
                f"wounded were being helped. {WITHHELD_LATIN.upper()} and his daughter were killed.\n"
                "The nearby hospital was out of service for several hours; the wounded were taken to other towns."
            ),
        ),
        attributions=(
            attribution("russia", mode="joint_pending", basis_en="Aircraft type seen by two observers.",
                        basis_ar="نوع الطائرة كما رآه مراقبان."),
            attribution("regime", mode="joint_pending"),
        ),
        facilities=(
            facility("market", name_ar="سوق الخضار", name_en="Vegetable market", damage="severe"),
            facility("hospital", name_ar=HOSTILE_AR, name_en=HOSTILE_EN, damage="minor"),
        ),
        weapons=(weapon("missile", attacks=2, munitions=4), weapon("barrel", attacks=1, munitions=2)),
        sources=(
            source(pseudonym="Abu Omar", consent="named", real_name=REAL_SOURCE, contact="+963 944 000 111"),
            source(kind="civil_defence", pseudonym="", consent="anonymous", stated_killed=28),
            source(kind="monitor", pseudonym="", consent="anonymous", publisher_en="Monitor X", publisher_ar="مرصد س"),
            source(pseudonym=INTERNAL_PSEUDONYM, consent="internal"),
        ),
    )  # fmt: skip


def snapshot(*, training: bool = False, listed: int = 8, audience: str = "public") -> Snapshot:
    """A full snapshot of the Idlib period."""
    lines = _lines(listed)
    rows = {row: sum(line.party_row == row for line in lines) for row in _ROWS}
    by_place = {"month": {"2018-03": listed}, "subdistrict": {"SY070003": listed}}
    counted_now = answers({**_BY, "incidents": {"party": rows, **by_place}})
    only_arabic = massacre(2)
    told = replace(only_arabic.incident, narrative_en="", title_en="", date=When(*_DAYS, "range"))
    return Snapshot(
        brief=Brief("idlib", "alliance", audience=audience),
        file=IDLIB,
        as_of=AS_OF,
        answers=counted_now,
        parties={
            "regime": {"men": 331, "women": 105, "children": 130, "not_known": 5},
            "russia": {"men": 232, "women": 80, "children": 90},
            "alliance_joint": {"men": 77, "women": 24, "children": 35},
        },
        massacres=tuple(
            for_publication(given, audience, built_in()) for given in (massacre(), replace(only_arabic, incident=told))
        ),
        incidents=lines,
        compared=beside(IDLIB.published, lambda code, _scope: counted_now[code]),
        places={place.pcode: place for place in _places()},
        training=training,
    )


def empty() -> Snapshot:
    """A period in which nothing was recorded."""
    return Snapshot(
        brief=Brief("idlib", "all"),
        file=IDLIB,
        as_of=AS_OF,
        answers=answers({}, {}),
        places={p.pcode: p for p in _places()},
    )


_DAYS = (dt.date(2017, 12, 19), dt.date(2017, 12, 20))
_TOWNS = ("C3871", "C3916", "C3904", "C3876", "C3891", "")


_ROWS = ("regime", "russia", "alliance_joint")


def _lines(listed: int) -> tuple[Listed, ...]:
    """Lines that sum to the totals: the last one has what the others leave."""
    lines = [_line(number) for number in range(listed)]
    totals = {name: sum(_BY[f"civilians_{name}"]["class"].values()) for name in ("killed", "injured")}
    rest = {name: total - sum(getattr(line, name) for line in lines[:-1]) for name, total in totals.items()}
    return (*lines[:-1], replace(lines[-1], **rest))


def _line(number: int) -> Listed:
    day = dt.date(2017, 5, 6) + dt.timedelta(days=number % 390)
    date = When.on(day) if number % 7 else When(day, day + dt.timedelta(days=1), "range")
    town = Site(_TOWNS[number % len(_TOWNS)], "community")
    return Listed(f"IDL-{day.year}-{number:05}", date, town, _ROWS[number % 3], number % 3, number % 2)


def _places() -> set[Place]:
    gazetteer = built_in()
    codes = {"SY07", *_TOWNS, *_BY["civilians_killed"]["subdistrict"]}
    known = {place for code in codes if (place := gazetteer.get(code))}
    return known | {above for place in known for above in gazetteer.ancestors(place.pcode)}
