"""A place is told no more exactly than its record asks: in the list, the texts, the tables and the map."""

import re
from dataclasses import replace

import pytest

from snhr_desktop.domain.places import built_in
from snhr_desktop.domain.records import Dossier
from snhr_desktop.domain.values import Site
from snhr_desktop.domain.vocabularies import vocabulary
from snhr_desktop.i18n import ARABIC, ENGLISH, bare
from snhr_desktop.reports.brief import Brief
from snhr_desktop.reports.edition import Edition
from snhr_desktop.reports.gathering import AreaTellsPlaces
from snhr_desktop.reports.kind import KINDS
from snhr_desktop.reports.publication import for_publication, place_for
from snhr_desktop.reports.sections.incident_list import place_of
from snhr_desktop.reports.sections.particulars import where
from snhr_desktop.reports.texts import Texts
from snhr_desktop.workspace import Workspace
from tests.builders import counted, dossier, facility, victim
from tests.reports.specimen import AS_OF

KAFR = next(p for p in built_in().search("Kafr Takharim") if p.level == "community")
EXACT = Site(KAFR.pcode, "coordinates", 36.123456, 36.512345)
SUBDISTRICT, DISTRICT = built_in().ancestors(KAFR.pcode)[:2]
LEVELS = {
    "": KAFR.pcode, "exact": KAFR.pcode, "community": KAFR.pcode, "subdistrict": SUBDISTRICT.pcode,
    "district": DISTRICT.pcode, "governorate": "SY07",
}  # fmt: skip
AR = "قصف على مدينة كفر تخاريم قرب سوق الخضار، على بعد كيلومترين من سلقين وبكفرتخاريم، في ريف إدلب."
EN = "Attack on the town of Kafr Takharim near the vegetable market, not far from Salqin, in Idlib governorate."


def incident(shown: str, site: Site = EXACT) -> Dossier:
    """An attack at a place whose record asks to be told so exactly."""
    told = counted(
        place=site, place_shown=shown, landmark_ar="سوق الخضار", landmark_en="the vegetable market", narrative_ar=AR,
        narrative_en=EN, title_ar="قصف كفر تخاريم", title_en="KAFR TAKHARIM: the market",
    )  # fmt: skip
    clinic = facility("hospital", name_ar="مشفى الرحمة", name_en="Al-Rahma hospital")
    return dossier(victim(number=6), incident=told, facilities=(clinic,))


@pytest.mark.parametrize("shown", LEVELS)
@pytest.mark.parametrize("audience", vocabulary("audience"))
def test_the_site_is_as_wide_as_asked(audience: str, shown: str) -> None:
    site = place_for(EXACT, shown, audience, built_in())
    exact = audience == "internal" or shown in ("", "exact")
    assert site.pcode == (KAFR.pcode if exact else LEVELS[shown])
    assert (site.lat is not None) == (exact and audience != "public")
    if audience == "public":
        assert site.precision == (shown if shown not in ("", "exact") else "community")


def test_a_place_recorded_wider_than_may_be_told_stays_and_an_unknown_one_goes() -> None:
    assert place_for(Site("SY07", "governorate"), "district", "public", built_in()) == Site("SY07", "governorate")
    assert place_for(Site("C999999", "community"), "district", "public", built_in()) == Site()
    assert place_for(Site("", "coordinates", 36.1, 36.2), "governorate", "public", built_in()) == Site()


@pytest.mark.parametrize(
    "spelling", ["Kafar Takharim", "Kafer Takharim", "Kafr Takhareem", "the town of Kafar Takharim", "KAFAR TAKHAREEM"]
)
def test_a_place_that_is_spelled_otherwise_is_not_told(spelling: str) -> None:
    given = incident("district")
    told = replace(
        given.incident, title_en=f"Attack on {spelling}", narrative_en=f"In {spelling}, near Idlib; Russian."
    )
    shown = for_publication(replace(given, incident=told), "public", built_in()).incident
    for text in (shown.title_en, shown.narrative_en):
        assert "takhar" not in text.casefold()
        assert "Harim district" in text
    assert "Russian." in shown.narrative_en


@pytest.mark.parametrize("kind", [code for code, kind in KINDS.items() if not kind.of])
@pytest.mark.parametrize("audience", vocabulary("audience"))
def test_a_period_narrower_than_the_place_may_be_told_is_refused(
    workspace: Workspace, audience: str, kind: str
) -> None:
    reference = workspace.save(incident("district")).dossier.incident.reference
    workspace.save(incident("exact", Site("C4126", "community")))
    file = workspace.period("idlib")
    workspace.save_period(replace(file, period=replace(file.period, uid="", code="narrow", area=SUBDISTRICT.pcode)))
    brief = Brief("narrow", "all", kind=kind, audience=audience)
    if audience == "internal":
        assert [one.reference for one in workspace.gather(brief, AS_OF).incidents] == [reference]
        return
    with pytest.raises(AreaTellsPlaces) as refused:
        workspace.gather(brief, AS_OF)
    assert reference in refused.value.tell(ENGLISH)
    assert workspace.gather(replace(brief, period="idlib"), AS_OF).incidents


def test_texts_name_the_wider_place() -> None:
    shown = for_publication(incident("district"), "public", built_in())
    said = shown.incident
    assert said.narrative_en == "Attack on Harim district near […], not far from Harim district, in Idlib governorate."
    assert said.narrative_ar == "قصف على منطقة حارم قرب […]، على بعد كيلومترين من منطقة حارم وبمنطقة حارم، في ريف إدلب."
    assert (said.title_en, said.title_ar) == ("Harim district: the market", "قصف منطقة حارم")
    assert (said.landmark_ar, said.landmark_en) == ("", "")
    assert [facility.name_en for facility in shown.facilities] == [""]
    wide = for_publication(incident("governorate"), "public", built_in()).incident
    assert wide.title_en == "Idlib governorate: the market"
    assert "Harim" not in wide.narrative_en


def test_a_town_may_be_told_without_its_landmark() -> None:
    shown = for_publication(incident("community"), "public", built_in())
    assert "Kafr Takharim" in shown.incident.narrative_en
    assert "vegetable market" not in str(shown)
    assert [facility.name_en for facility in shown.facilities] == ["Al-Rahma hospital"]


@pytest.mark.parametrize("place", [p for p in built_in().children("SY0703") for p in built_in().children(p.pcode)])
def test_no_spelling_of_a_place_of_the_list_is_left(place: object) -> None:
    spellings = (place.name_en, place.name_ar, *place.aliases)  # type: ignore[attr-defined]
    site = Site(place.pcode, "community")  # type: ignore[attr-defined]
    for spelling in spellings:
        given = incident("governorate", site)
        text = f"In {spelling}, قرية {spelling}; و{spelling}."
        told = type(given.incident)(**{**vars(given.incident), "narrative_en": text})
        shown = for_publication(Dossier(told, given.victims), "public", built_in()).incident.narrative_en
        assert not re.search(rf"(?<!\w){re.escape(spelling)}(?! governorate)(?!\w)", shown.replace("محافظة إدلب", ""))


@pytest.mark.parametrize("audience", ["public", "partners"])
def test_figures_by_sub_district_do_not_tell_it_and_totals_stay(workspace: Workspace, audience: str) -> None:
    exact = workspace.save(incident("exact")).dossier
    workspace.save(incident("district"))
    inside = workspace.gather(Brief("idlib", audience="internal"), AS_OF)
    shown = workspace.gather(Brief("idlib", audience=audience), AS_OF)
    assert inside.answers["civilians_killed"].by["subdistrict"] == {SUBDISTRICT.pcode: 12}
    for code, number in (("civilians_killed", 6), ("incidents", 1), ("massacres", 1), ("facility_impacts", 1)):
        answer = shown.answers[code]
        assert answer.by["subdistrict"] == {SUBDISTRICT.pcode: number, "not_known": number}
        assert answer.total == inside.answers[code].total == 2 * number
    places = {line.reference: line.place for line in shown.incidents}
    assert {site.pcode for site in places.values()} == {KAFR.pcode, DISTRICT.pcode}
    assert places[exact.incident.reference].pcode == KAFR.pcode
    assert [line.place.pcode for line in inside.incidents] == [KAFR.pcode] * 2


@pytest.mark.parametrize(
    ("shown", "said"),
    [
        ("district", ("Harim district, Idlib governorate", "منطقة حارم، محافظة إدلب")),
        ("subdistrict", ("Kafr Takharim sub-district, Idlib governorate", "ناحية كفر تخاريم، محافظة إدلب")),
        ("governorate", ("Idlib governorate", "محافظة إدلب")),
    ],
)
def test_a_wider_place_is_not_taken_for_the_town_of_its_name(
    workspace: Workspace, shown: str, said: tuple[str, str]
) -> None:
    workspace.save(incident(shown))
    snapshot = workspace.gather(Brief("idlib"), AS_OF)
    for language, words in zip((ENGLISH, ARABIC), said, strict=True):
        edition = Edition(snapshot, language, Texts(language.code, "idlib"))
        assert [bare(line) for line in where(edition, snapshot.massacres[0].incident)] == [words]
        assert bare(place_of(edition, snapshot.incidents[0].place.pcode)) == re.split("[,،]", words)[0]
