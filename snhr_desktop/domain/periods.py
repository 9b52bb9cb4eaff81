"""The Idlib period: the first year of the de-escalation agreement, as a period like any other.

Bounds, markers and published figures are facts of the network's report "Idlib Governorate One Year after the
De-Escalation Agreement Commenced" (13 June 2018), whose figures are stated for Syrian-Russian alliance forces.
"""

import datetime as dt

from snhr_desktop.domain.dates import parse_when
from snhr_desktop.domain.records import Marker, Period, PeriodFile, PublishedFigure

_REPORT = "SNHR, Idlib Governorate One Year after the De-Escalation Agreement Commenced, 13 June 2018"
_PUBLISHED = dt.date(2018, 6, 13)


def _marker(date: str, label_en: str, label_ar: str) -> Marker:
    return Marker(when=parse_when(date), label_en=label_en, label_ar=label_ar)


def _published(
    figure: str, value: str, breakdown: str = "", term: str = "", scope: str = "alliance"
) -> PublishedFigure:
    return PublishedFigure(
        figure=figure,
        value=value,
        breakdown=breakdown,
        term=term,
        scope=scope,
        published_on=_PUBLISHED,
        source=_REPORT,
    )


IDLIB = PeriodFile(
    period=Period(
        code="idlib",
        name_en="Idlib: first year of the de-escalation agreement",
        name_ar="إدلب: العام الأول من اتفاق خفض التصعيد",
        first=dt.date(2017, 5, 6),
        last=dt.date(2018, 5, 31),
        area="SY07",
        scope="alliance",
    ),
    markers=(
        _marker("2015-03-28", "Opposition factions take Idlib city", "سيطرة فصائل المعارضة على مدينة إدلب"),
        _marker("2015-09-24", "Four Towns agreement", "اتفاق المدن الأربع"),
        _marker("2015-09-30", "Russian air campaign begins", "بدء الحملة الجوية الروسية"),
        _marker("2016-02-27", "Cessation of hostilities", "وقف الأعمال العدائية"),
        _marker("2016-12-30", "Ankara ceasefire", "وقف إطلاق النار (اتفاق أنقرة)"),
        _marker("2017-05-06", "De-escalation in force", "سريان اتفاق خفض التصعيد"),
        _marker("2017-09", "Killing rises again", "ارتفاع معدلات القتل مجدداً"),
        _marker("2017-09-15", "Astana 6 confirms Idlib", "أستانا 6 تؤكد شمول إدلب"),
        _marker("2017-12..2018-01", "Ground offensive", "هجوم بري"),
        _marker("2018-02-04", "Chlorine at Saraqib", "هجوم الكلور في سراقب"),
        _marker("2018-02-24", "Resolution 2401", "القرار 2401"),
        _marker("2018-05-31", "End of the period", "نهاية الفترة"),
    ),
    published=(
        _published("civilians_killed", "1109"),
        _published("civilians_killed", "645", "class", "men"),
        _published("civilians_killed", "209", "class", "women"),
        _published("civilians_killed", "255", "class", "children"),
        _published("women_children_share", "41.8"),
        _published("medical_killed", "9"),
        _published("massacres", "32"),
        _published("facility_impacts", "233"),
        _published("facility_impacts", "34", "category", "medical"),
        _published("facility_impacts", "50", "type", "school"),
        _published("facility_impacts", "16", "type", "market"),
        _published("cluster_attacks", "19"),
        _published("incendiary_attacks", "16"),
        _published("chemical_attacks", "1", scope="regime"),
        _published("barrel_bombs", "752", scope="regime"),
    ),
)
"""Men (645) and the share of women and children (41.8 %) are derived from the published 1,109, 209 and 255."""
