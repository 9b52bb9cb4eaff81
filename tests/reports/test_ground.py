"""The map of a report is drawn on the packs' boundaries, which a published report keeps with their credit."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from snhr_desktop.charts import MapChart, Outline, Polygon, lay_out
from snhr_desktop.domain.places import Gazetteer, Level, Place, built_in, with_built_in
from snhr_desktop.exchange.packs.refusals import CreditTooLong
from snhr_desktop.geodata import load_outlines
from snhr_desktop.i18n import ARABIC, ENGLISH, bare
from snhr_desktop.reports.brief import Brief
from snhr_desktop.reports.frozen import Frozen, freeze, thaw
from snhr_desktop.reports.ground import ground_of
from snhr_desktop.reports.kind import BULLETIN, THEMATIC
from snhr_desktop.reports.pictures import places
from snhr_desktop.reports.pictures.boundaries import drawn_with
from snhr_desktop.reports.telling import Telling
from snhr_desktop.store.place_packs import Boundaries
from snhr_desktop.workspace import Workspace
from tests.builders import PASSPHRASE, dossier
from tests.charts.builders import metrics

SAID = {"name": "Official", "version": "1", "licence": "CC BY 3.0 IGO", "credit": "UN OCHA"}
GEO = Path(__file__).resolve().parents[3] / "shared" / "geo"
PLACES = built_in()
CODES = {"SY07": 1.0, "SY08": 1.2, "SY0700": 0.6, "SY0800": 0.7, "SY070000": 0.3, "SY080000": 0.4}


@pytest.fixture
def workspace(tmp_path: Path) -> Iterator[Workspace]:
    """A store with an incident and a pack of boundaries."""
    made, _ = Workspace.create(tmp_path / "a.snhr", PASSPHRASE, "IDL")
    with made:
        made.save(dossier())
        made.import_pack([boundaries(tmp_path)], SAID)
        yield made


def boundaries(folder: Path, east: float = 0.0) -> Path:
    """A file of triangles, one for each code."""
    features = [
        {
            "properties": {"pcode": code},
            "geometry": {
                "type": "Polygon",
                "coordinates": [[[36 + east, 35], [36 + size + east, 35], [36 + east, 36], [36 + east, 35]]],
            },
        }
        for code, size in CODES.items()
    ]
    path = folder / f"boundaries{east}.geojson"
    path.write_text(json.dumps({"type": "FeatureCollection", "features": features}), encoding="utf-8")
    return path


def snapshot_of(workspace: Workspace, kind: str = THEMATIC) -> Frozen:
    """What a report would be published as."""
    gathered = workspace.gather(Brief("idlib", kind=kind))
    return Frozen.of(gathered, {})


def test_the_map_has_what_lies_in_its_area_and_the_credit_with_the_licence(workspace: Workspace) -> None:
    shown = snapshot_of(workspace).snapshot
    chart = places.chart(Telling(shown, ENGLISH))
    assert chart.credit == "UN OCHA (CC BY 3.0 IGO)"
    assert [one.code for one in chart.districts] == ["SY0700"]
    assert [one.code for one in chart.subdistricts] == ["SY070000"]
    assert next(one for one in chart.outlines if one.code == "SY07").rings[0][1] == (37.0, 35.0)
    assert snapshot_of(workspace, BULLETIN).snapshot.ground == Boundaries()


def on(ground: Boundaries, focus: str = "SY07") -> MapChart:
    """A map of an area on the built-in outlines, drawn with those of packs."""
    outlines = tuple(Outline(code, rings) for code, rings in load_outlines().items())
    return drawn_with(MapChart("t", "u", "s", "e", outlines, focus, (), "l"), ground)


def filled(chart: MapChart) -> list[Polygon]:
    """The areas that are painted, in their order."""
    drawing = lay_out(chart, 500, 420, ENGLISH, metrics)
    return [shape for shape in drawing.primitives if isinstance(shape, Polygon) and shape.filled]


def test_where_districts_alone_were_brought_they_draw_the_border_of_the_whole() -> None:
    outline = load_outlines()["SY07"]
    east = tuple(tuple((max(lon, 36.6), lat) for lon, lat in ring) for ring in outline)
    west = tuple(tuple((min(lon, 36.6), lat) for lon, lat in ring) for ring in outline)
    chart = on(Boundaries({Level.DISTRICT: {"SY0701": east, "SY0702": west}}, "c"))
    assert "SY07" not in {one.code for one in chart.outlines}
    assert [area.rim for area in filled(chart)[-5:]] == ["land", "border", "border", "land_focus", "land_focus"]


def test_parts_that_do_not_fill_the_area_leave_its_land_without_a_second_border() -> None:
    small = (((36.5, 35.7), (36.7, 35.7), (36.7, 35.9), (36.5, 35.7)),)
    chart = on(Boundaries({Level.SUBDISTRICT: {"SY070102": small}}, "c"))
    assert chart.beneath == ()
    assert [area.rim for area in filled(chart)[-3:]] == ["land_focus", "border", "land_focus"]


def test_the_outline_that_a_pack_brought_is_the_only_border_of_the_area() -> None:
    mine = (((36.1, 35.3), (37.2, 35.3), (37.2, 36.4), (36.1, 35.3)),)
    chart = on(Boundaries({Level.GOVERNORATE: {"SY07": mine}}, "c"))
    assert [one.rings for one in chart.outlines if one.code == "SY07"] == [mine]
    assert [area.rim for area in filled(chart) if area.rim != "ground"] == ["land", "border"]
    everywhere = dict.fromkeys(load_outlines(), mine)
    assert on(Boundaries({Level.GOVERNORATE: everywhere}, "c")).beneath == ()


def test_a_frozen_report_keeps_its_boundaries_whatever_comes_later(workspace: Workspace, tmp_path: Path) -> None:
    text = freeze(snapshot_of(workspace))
    workspace.import_pack([boundaries(tmp_path, 0.5)], {**SAID, "version": "2", "credit": "Others"})
    kept = thaw(text).snapshot
    for language in (ENGLISH, ARABIC):
        chart = places.chart(Telling(kept, language))
        assert chart.credit == "UN OCHA (CC BY 3.0 IGO)"
        assert chart.subdistricts[0].rings[0][0] == (36.0, 35.0)
    assert freeze(thaw(text)) == text
    assert snapshot_of(workspace).snapshot.ground.credit == "Others (CC BY 3.0 IGO)"


def outline_of(folder: Path, code: str) -> Path:
    """A file of one triangle far from the others."""
    ring = [[38, 35], [38.2, 35], [38, 35.2], [38, 35]]
    feature = {"properties": {"pcode": code}, "geometry": {"type": "Polygon", "coordinates": [ring]}}
    path = folder / f"{code}.geojson"
    path.write_text(json.dumps({"type": "FeatureCollection", "features": [feature]}), encoding="utf-8")
    return path


def test_an_outline_of_another_pack_joins_the_others_and_both_are_credited_where_both_are_drawn(
    workspace: Workspace, tmp_path: Path
) -> None:
    pack = [outline_of(tmp_path, "SY070001")], {**SAID, "name": "Ours", "licence": "CC0", "credit": "Office"}
    assert workspace.look_at_pack(*pack).outlook.undrawn == ()
    workspace.import_pack(*pack)
    assert set(workspace.boundaries.outlines[Level.SUBDISTRICT]) == {"SY070000", "SY070001", "SY080000"}
    held = workspace.gazetteer.place_at(35.05, 36.05), workspace.gazetteer.place_at(35.05, 38.05)
    assert [one and one.pcode for one in held] == ["SY070000", "SY070001"]
    chart = places.chart(Telling(snapshot_of(workspace).snapshot, ENGLISH))
    assert (len(chart.subdistricts), chart.credit) == (2, "Office (CC0); UN OCHA (CC BY 3.0 IGO)")
    other = ground_of(workspace.boundaries, "SY08", workspace.gazetteer)
    assert other.credit == "UN OCHA (CC BY 3.0 IGO)", "nothing of the other pack is drawn"


def test_of_one_code_the_later_outline_is_drawn_and_of_one_pack_the_latest_version_alone(
    workspace: Workspace, tmp_path: Path
) -> None:
    workspace.import_pack([outline_of(tmp_path, "SY070000")], {**SAID, "name": "Ours", "credit": "Office"})
    drawn = workspace.boundaries.outlines[Level.SUBDISTRICT]
    assert (set(drawn), drawn["SY070000"][0][0]) == ({"SY070000", "SY080000"}, (38.0, 35.0))
    seen = workspace.look_at_pack([outline_of(tmp_path, "SY070001")], {**SAID, "version": "2"}).outlook
    assert seen.undrawn == ("SY080000",), "that of the other pack stays"
    assert "1 outline is not drawn any more" in bare(seen.tell(ENGLISH))
    assert any("SY080000" in line for line in seen.lines(ARABIC, 9))
    workspace.import_pack([outline_of(tmp_path, "SY070001")], {**SAID, "version": "2"})
    assert set(workspace.boundaries.outlines[Level.SUBDISTRICT]) == {"SY070000", "SY070001"}
    ours = next(held for held in workspace.packs() if held.about.name == "Ours")
    assert workspace.look_at_taking_out(ours.uid).outlook.undrawn == ("SY070000",)


def test_credits_that_no_map_could_print_together_are_refused(workspace: Workspace, tmp_path: Path) -> None:
    pack = [outline_of(tmp_path, "SY070001")], {**SAID, "name": "Ours", "credit": "n" * 590}
    with pytest.raises(CreditTooLong):
        workspace.import_pack(*pack)
    assert len(workspace.packs()) == 1
    assert set(workspace.boundaries.outlines[Level.SUBDISTRICT]) == {"SY070000", "SY080000"}


def test_of_the_whole_country_everything_is_drawn_coarsely(workspace: Workspace) -> None:
    ground = ground_of(workspace.boundaries, "", workspace.gazetteer)
    assert {level: len(found) for level, found in ground.outlines.items()} == {
        Level.GOVERNORATE: 2, Level.DISTRICT: 2, Level.SUBDISTRICT: 2,
    }  # fmt: skip
    assert ground_of(Boundaries(), "SY07", PLACES) == ground_of(Boundaries(), "", PLACES) == Boundaries()
    assert ground_of(workspace.boundaries, "SY99", PLACES).outlines.keys() == {Level.GOVERNORATE}


def test_what_lies_in_the_area_is_what_the_list_of_places_says_whatever_codes_begin_with() -> None:
    listed = [
        Place("N1", Level.DISTRICT, "Northern", "الشمالية", "SY07", 35.9, 36.7),
        Place("SY079901", Level.SUBDISTRICT, "Moved", "المنقولة", "SY0800", 36.4, 40.6),
    ]
    places = Gazetteer(with_built_in(listed))
    triangle = (((36.0, 35.0), (36.2, 35.0), (36.0, 35.2), (36.0, 35.0)),)
    brought = Boundaries({Level.DISTRICT: {"N1": triangle}, Level.SUBDISTRICT: {"SY079901": triangle}}, "c")
    chart = on(ground_of(brought, "SY07", places))
    assert ([one.code for one in chart.districts], chart.subdistricts) == (["N1"], ())
    assert [place.pcode for place in listed if places.within(place.pcode, "SY07")] == ["N1"]
    assert [one.code for one in on(ground_of(brought, "SY08", places), "SY08").subdistricts] == ["SY079901"]


@pytest.mark.skipif(not (GEO / "syr_admin.topojson").exists(), reason="the official files are not here")
def test_the_official_boundaries_are_kept_in_little_room(workspace: Workspace) -> None:
    before = len(freeze(snapshot_of(workspace)))
    workspace.import_pack([GEO / "syr_admin.topojson"], {**SAID, "version": "3"})
    assert len(freeze(snapshot_of(workspace))) - before < 90_000
    assert len(json.dumps(ground_of(workspace.boundaries, "", workspace.gazetteer).outlines)) < 600_000
