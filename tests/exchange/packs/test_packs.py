"""Packs of places and boundaries: what comes in, what stays, and what is refused."""

import json
import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
import xlsxwriter

from snhr_desktop.domain.places import Level, Place, built_in, in_full
from snhr_desktop.domain.values import Site
from snhr_desktop.exchange.packs import tables
from snhr_desktop.exchange.packs.differences import differences
from snhr_desktop.exchange.packs.reading import read_pack
from snhr_desktop.exchange.packs.refusals import BadPack, CreditTooLong, ListsDisagree, PackUnnamed
from snhr_desktop.exchange.packs.shapes import Found, read_shapes
from snhr_desktop.exchange.packs.watching import PackStopped, Watch
from snhr_desktop.i18n import ARABIC, ENGLISH, bare
from snhr_desktop.store import derived, history
from snhr_desktop.store.findings import NOTE
from snhr_desktop.workspace import Workspace
from tests.builders import HOSTILE_TEXTS, PASSPHRASE, dossier, incident, victim

SAID = {"name": "Official", "version": "2020-12-17", "licence": "CC BY 3.0 IGO", "credit": "UN OCHA"}
GEO = Path(__file__).resolve().parents[4] / "shared" / "geo"
needs_geo = pytest.mark.skipif(not (GEO / "syr_communities.csv").exists(), reason="the official files are not here")
ADMIN = "ADM1_PCODE,ADM1_EN,ADM1_AR,ADM2_PCODE,ADM2_EN,ADM2_AR,ADM3_PCODE,ADM3_EN,ADM3_AR,lat,lon\n"
SAME = "SY07,Idleb,إدلب,SY0700,Idleb,مركز إدلب,"
NEW = "SY070099,New Area,ناحية جديدة"
UNITS = "level,pcode,parent_pcode,name_en,name_ar,lat,lon\n"
POINTS = "PCODE,name_en,name_ar,admin3Pcode,LATITUDE,LONGITUDE\n"
RING = [[36.0, 35.0], [37.0, 35.0], [37.0, 36.0], [36.0, 35.0]]


@pytest.fixture
def workspace(tmp_path: Path) -> Iterator[Workspace]:
    """A new store with its door."""
    made, _ = Workspace.create(tmp_path / "a.snhr", PASSPHRASE, "IDL")
    with made:
        yield made


def sound(workspace: Workspace) -> bool:
    """Whether verifying finds nothing but notes."""
    return all(found.level == NOTE for found in workspace.verify())


def wrong(workspace: Workspace) -> list[str]:
    """What verifying finds wrong, and what it says of packs."""
    return [found.code for found in workspace.verify() if found.level != NOTE or found.code.startswith("pack_")]


def written(folder: Path, text: str, name: str = "list.csv") -> Path:
    """A file of this text."""
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def feature(code: str, ring: list[list[float]]) -> dict[str, object]:
    """One boundary of GeoJSON."""
    return {"properties": {"ADM1_PCODE": code}, "geometry": {"type": "Polygon", "coordinates": [ring]}}


def collection(folder: Path, *features: object) -> Path:
    """A file of boundaries."""
    return written(folder, json.dumps({"type": "FeatureCollection", "features": features}), "b.geojson")


def test_a_list_is_told_before_it_is_taken_in_and_changes_no_record(workspace: Workspace, tmp_path: Path) -> None:
    saved = workspace.save(dossier()).dossier
    path = written(tmp_path, f"{ADMIN}{SAME}{NEW},35.9,36.6\n")
    outlook = workspace.look_at_pack([path], SAID).outlook
    assert (outlook.new, outlook.gone, workspace.packs()) == (("SY070099",), (), ())
    assert workspace.import_pack([path], SAID).outlook == outlook
    place = workspace.gazetteer.get("SY070099")
    assert place is not None
    assert (place.name_ar, place.parent, place.lat) == ("ناحية جديدة", "SY0700", 35.9)
    assert workspace.dossier(saved.incident.uid) == saved
    assert sound(workspace)
    [held] = workspace.packs()
    assert (held.about.licence, held.places, len(held.about.sha256)) == ("CC BY 3.0 IGO", 3, 64)
    workspace.import_pack([path], SAID)
    assert len(workspace.packs()) == 1, "the same again changes nothing"


def test_a_code_that_is_gone_still_resolves_and_leads_to_its_successor(workspace: Workspace, tmp_path: Path) -> None:
    row = "C99901,Village,قرية,SY070000,35.9,36.6\n"
    workspace.import_pack([written(tmp_path, POINTS + row)], SAID)
    text = POINTS.strip() + ",replaces\nC99902,Village,قرية,SY070000,35.9,36.6,C99901\n"
    outlook = workspace.import_pack([written(tmp_path, text)], {**SAID, "version": "2021"}).outlook
    assert (outlook.new, outlook.gone) == (("C99902",), ("C99901",))
    places = workspace.gazetteer
    old = places.get("C99901")
    assert old is not None
    assert places.is_former("C99901")
    assert places.successor("C99901") == places.get("C99902")
    assert "C99901" not in {place.pcode for place in places.search("Village", 500)}
    assert sound(workspace)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("a,b\n1,2\n", "no list of places"),
        (f"{POINTS}C9,A,ا,SY999999,35.9,36.6\n", "lies in SY999999, which is not in the list"),
        (f"{POINTS}C9,A,ا,SY070000,35.9,36.6\nC9,B,ب,SY070000,35.9,36.6\n", "A3: the code C9 is given to two"),
        (f"{POINTS}C9,A,ا,SY070000,35.9,4239\n", "F2: C9 cannot lie at 35.9, 4239"),
        (f"{POINTS}C9,A,ا,IQ0700,35.9,36.6\n", "IQ0700 is not a code of this country"),
        (f"{POINTS},A,ا,SY070000,35.9,36.6\n", "A2: a place has no code"),
        (f"{POINTS}C9,A,ا,SY070000,,\n", "C9 has no latitude and longitude"),
        (f"{UNITS}9,SY07,SY,A,ا,35,36\n", "“9” is no level"),
        (
            f"{POINTS.strip()},replaces\nC9,A,ا,SY070000,35.9,36.6,SY070300\n",
            "A2: C9 cannot come after SY070300, which is a place of another level",
        ),
        (f"{UNITS}2,SY0790,SY0791,A,ا,35,36\n2,SY0791,SY0790,B,ب,35,36\n", "which is not wider than it"),
    ],
)
def test_a_bad_list_is_refused_with_the_place_in_it(tmp_path: Path, text: str, told: str) -> None:
    with pytest.raises(BadPack) as refused:
        read_pack([written(tmp_path, text)], SAID, built_in())
    assert told in refused.value.tell(ENGLISH)
    assert refused.value.tell(ARABIC) != refused.value.tell(ENGLISH)


@pytest.mark.parametrize(
    ("ring", "told"),
    [
        ([*RING[:-1], [4239, 35.0], RING[0]], "feature 1, ring 1, point 4: 4239, 35 is no longitude"),
        ([*RING[:-1], [36.5, 35.5]], "feature 1, ring 1: it is not closed"),
        (RING[:2], "its shape cannot be read"),
        ([["a", "b"]], "its shape cannot be read"),
    ],
)
def test_a_bad_boundary_is_refused_with_its_feature(tmp_path: Path, ring: list[list[float]], told: str) -> None:
    with pytest.raises(BadPack) as refused:
        read_shapes(collection(tmp_path, feature("SY07", ring)), Found())
    assert told in refused.value.tell(ENGLISH)


@pytest.mark.parametrize("text", ["", "[]", "{}", '{"type": "Topology"}', "[" * 100_000, '{"type": "Point"}'])
def test_what_is_no_boundaries_is_refused(tmp_path: Path, text: str) -> None:
    with pytest.raises(BadPack):
        read_shapes(written(tmp_path, text, "b.topojson"), Found())


def test_two_features_of_one_code_and_one_of_none_are_refused(tmp_path: Path) -> None:
    for features in ((feature("SY07", RING), feature("SY07", RING)), (feature("IQ07", RING),)):
        with pytest.raises(BadPack):
            read_shapes(collection(tmp_path, *features), Found())


def test_a_quantized_topology_is_stitched(tmp_path: Path) -> None:
    said = {
        "type": "Topology",
        "transform": {"scale": [0.5, 0.5], "translate": [36, 35]},
        "arcs": [[[0, 0], [2, 0]], [[0, 0], [0, 2], [2, -2]]],
        "objects": {"a": {"geometries": [{"type": "Polygon", "arcs": [[0, -2]], "properties": {"pcode": "SY0701"}}]}},
    }
    found = Found()
    read_shapes(written(tmp_path, json.dumps(said), "b.topojson"), found)
    assert found[Level.DISTRICT]["SY0701"].outline() == (((36, 35), (37, 35), (36, 36), (36, 35)),)


def test_a_pack_needs_its_licence_and_credit_typed_or_beside_it(tmp_path: Path) -> None:
    path = written(tmp_path, f"{ADMIN}{SAME}{NEW},35.9,36.6\n")
    with pytest.raises(PackUnnamed) as refused:
        read_pack([path], {"name": "A"}, built_in())
    assert "version, licence and credit" in refused.value.tell(ENGLISH)
    written(tmp_path, 'name = "A"\nversion = 2020-12-17\nlicence = "L"\ncredit = "C"\n', "pack.toml")
    assert read_pack([path], {"credit": "D"}, built_in()).about.credit == "D"
    with pytest.raises(CreditTooLong):
        read_pack([path], {"credit": "D" * 601}, built_in())
    written(tmp_path, "name = \n", "pack.toml")
    with pytest.raises(BadPack):
        read_pack([path], {}, built_in())


@needs_geo
def test_the_official_files_come_in_whole(workspace: Workspace) -> None:
    names = (
        "syr_admin_units.csv", "syr_communities.csv", "focus_community_aliases.csv", "idlib_neighbourhoods.csv",
        "focus_extra_places_geonames.csv", "syr_admin.topojson",
    )  # fmt: skip
    outlook = workspace.import_pack([GEO / name for name in names], SAID).outlook
    assert {level: outlook.outlines[level] for level in list(Level)[:3]} == {
        Level.GOVERNORATE: 14, Level.DISTRICT: 62, Level.SUBDISTRICT: 272,
    }  # fmt: skip
    places = workspace.gazetteer
    assert len([place for place in places.at_level(Level.COMMUNITY) if place.pcode.startswith("C")]) == 7593
    assert len(places.at_level(Level.SUBDISTRICT)) == 272
    assert (len(workspace.boundaries.outlines[Level.SUBDISTRICT]), workspace.boundaries.credit) == (
        272, "UN OCHA (CC BY 3.0 IGO)",
    )  # fmt: skip
    assert places.search("Mouslimiyé")[0].pcode == "C1003"
    assert sound(workspace)


def test_a_workbook_of_the_exchange_comes_in_sheet_by_sheet(tmp_path: Path) -> None:
    path = tmp_path / "syr_adminboundaries.xlsx"
    with xlsxwriter.Workbook(str(path)) as book:
        wide = ("admin2Name_en", "admin2Name_ar", "admin2Pcode", "admin1Name_en", "admin1Name_ar", "admin1Pcode")
        row = ("Idleb", "مركز إدلب", "SY0700", "Idleb", "إدلب", "SY07")
        narrow = (("admin3Name_en", "admin3Name_ar", "admin3Pcode"), ("New Area", "ناحية جديدة", "SY070099"))
        for name, heads, cells in (("admin2", wide, row), ("admin3", narrow[0] + wide, narrow[1] + row)):
            sheet = book.add_worksheet(name)
            sheet.write_row(0, 0, heads)
            sheet.write_row(1, 0, cells)
    places = {place.pcode: place for place in read_pack([path], SAID, built_in()).listed.places}
    assert sorted(places) == ["SY07", "SY0700", "SY070099"]
    new = places["SY070099"]
    assert (new.name_en, new.name_ar, new.parent, new.level) == ("New Area", "ناحية جديدة", "SY0700", Level.SUBDISTRICT)


def village(folder: Path, name: str, code: str = "C99901", file: str = "list.csv") -> Path:
    """A list of one village."""
    return written(folder, f"{POINTS}{code},{name},قرية {name},SY070000,35.9,36.6\n", file)


def test_an_earlier_version_stands_again_and_every_taking_in_is_kept(workspace: Workspace, tmp_path: Path) -> None:
    workspace.import_pack([village(tmp_path, "Old")], SAID)
    workspace.import_pack([village(tmp_path, "New")], {**SAID, "version": "2"})
    held = workspace.packs()
    assert [(one.about.version, one.in_use) for one in held] == [("2", True), ("2020-12-17", False)]
    found = workspace.look_at_earlier(held[1].uid)
    assert (found.outlook.renamed, found.outlook.gone) == (("C99901",), ())
    assert workspace.gazetteer.search("New")[0].pcode == "C99901"
    assert workspace.take_pack(found.pack).changes.types >= {"incident", "place_pack"}
    place = workspace.gazetteer.get("C99901")
    assert place is not None
    assert place.name_en == "Old"
    assert [(one.about.version, one.in_use) for one in workspace.packs()] == [
        ("2020-12-17", True), ("2", False), ("2020-12-17", False),
    ]  # fmt: skip
    assert not workspace.take_pack(found.pack).changes.types, "it is in use already"
    assert sound(workspace)


def test_packs_that_changed_places_show(workspace: Workspace, tmp_path: Path) -> None:
    workspace.import_pack([village(tmp_path, "Old")], SAID)
    workspace.import_pack([village(tmp_path, "New")], {**SAID, "version": "2"})
    with workspace._store.writing() as connection:
        for before, after in ((1, -1), (2, 1), (-1, 2)):
            connection.execute("UPDATE place_pack SET id = ? WHERE id = ?", (after, before))
        derived.renew_places(connection)
    assert "pack_differs" in [finding.code for finding in workspace.verify()]


def test_a_pack_that_noted_nothing_is_told_when_it_is_lost(
    workspace: Workspace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as patch:
        patch.setattr(history, "parted", lambda _: ({}, {}))
        workspace.import_pack([village(tmp_path, "Old")], SAID)
    assert sound(workspace)
    with workspace._store.writing() as connection:
        connection.execute("DELETE FROM place_pack")
    assert "record_lost" in [finding.code for finding in workspace.verify()]


def test_a_pack_that_noted_nothing_is_taken_in_again_and_can_be_checked_from_then_on(
    workspace: Workspace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as patch:
        patch.setattr(history, "parted", lambda _: ({}, {}))
        workspace.import_pack([village(tmp_path, "Old")], SAID)
    assert "pack_unsealed" in [finding.code for finding in workspace.verify()]
    workspace.import_pack([village(tmp_path, "Old")], SAID)
    assert [(one.in_use, one.taken_out) for one in workspace.packs()] == [(True, False), (False, True)]
    assert wrong(workspace) == []
    workspace.import_pack([village(tmp_path, "Old")], SAID)
    assert len(workspace.packs()) == 2, "the same again changes nothing"
    with workspace._store.writing() as connection:
        connection.execute("UPDATE place_pack SET credit = 'nobody' WHERE taken_out")
    assert wrong(workspace) == ["pack_differs"]


def test_places_that_come_back_with_a_version_taken_out_are_told(workspace: Workspace, tmp_path: Path) -> None:
    rows = "C99901,Village,قرية,SY070000,35.9,36.6\n", "C99902,Town,بلدة,SY070000,35.8,36.6\n"
    workspace.import_pack([written(tmp_path, POINTS + "".join(rows))], SAID)
    text = POINTS.strip() + ",replaces\nC99903,Village,قرية,SY070000,35.9,36.6,C99901\n"
    workspace.import_pack([written(tmp_path, text)], {**SAID, "version": "2024"})
    newest = next(one for one in workspace.packs() if one.in_use)
    outlook = workspace.look_at_taking_out(newest.uid).outlook
    assert (outlook.new, outlook.gone, outlook.same) == (("C99901", "C99902"), ("C99903",), 0)
    assert "New: Village (C99901)" in [bare(line) for line in outlook.lines(ENGLISH, 9)]
    workspace.take_out_pack(newest.uid)
    assert not any(map(workspace.gazetteer.is_former, outlook.new))


def test_a_pack_is_taken_out_again_and_its_codes_can_still_be_read(workspace: Workspace, tmp_path: Path) -> None:
    workspace.import_pack([village(tmp_path, "Old")], SAID)
    saved = workspace.save(dossier(incident=incident(place=Site("C99901", "community")))).dossier
    [held] = workspace.packs()
    seen = workspace.look_at_taking_out(held.uid)
    assert (seen.outlook.gone, seen.naming) == (("C99901",), 1)
    assert workspace.take_out_pack(held.uid).changes.types >= {"place_pack", "incident"}
    place = workspace.gazetteer.get("C99901")
    assert place is not None
    assert (place.name_en, workspace.gazetteer.is_former("C99901")) == ("Old", True)
    assert workspace.gazetteer.search("Old", levels=[Level.COMMUNITY], strict=True) == []
    assert workspace.gazetteer.within("C99901", "SY07")
    assert workspace.dossier(saved.incident.uid) == saved
    [held] = workspace.packs()
    assert (held.in_use, held.taken_out) == (False, True)
    assert wrong(workspace) == []
    assert workspace.take_out_pack(held.uid).changes.types == frozenset()
    workspace.import_pack([village(tmp_path, "Old")], SAID)
    assert not workspace.gazetteer.is_former("C99901")
    assert wrong(workspace) == []


def test_what_stood_before_a_pack_stands_again_once_it_is_taken_out(workspace: Workspace, tmp_path: Path) -> None:
    ring = [[36.0, 35.0], [37.0, 35.0], [37.0, 36.0], [36.0, 35.0]]
    before = workspace.gazetteer.get("SY070000")
    workspace.import_pack([written(tmp_path, f"{ADMIN}{SAME}SY070000,Other,أخرى,36.9,36.9\n")], SAID)
    workspace.import_pack([village(tmp_path, "Old")], {**SAID, "name": "Towns"})
    workspace.import_pack([village(tmp_path, "New"), collection(tmp_path, feature("SY07", ring))],
                          {**SAID, "name": "Towns", "version": "2"})  # fmt: skip
    assert workspace.boundaries.outlines
    assert workspace.gazetteer.get("SY070000") != before
    for held in workspace.packs()[::2]:
        workspace.take_out_pack(held.uid)
    assert workspace.gazetteer.get("SY070000") == before
    place = workspace.gazetteer.get("C99901")
    assert place is not None
    assert (place.name_en, workspace.boundaries.outlines) == ("Old", {})
    assert [one.in_use for one in workspace.packs()] == [False, True, False]
    assert wrong(workspace) == []


@pytest.mark.parametrize("share", [0.0, 0.5, 0.99])
def test_taking_in_is_called_off_and_leaves_all_as_it_was(workspace: Workspace, tmp_path: Path, share: float) -> None:
    for _ in range(3):
        workspace.save(dossier(victim()))
    pack = workspace.look_at_pack([village(tmp_path, "Old")], SAID).pack
    told: list[tuple[int, int]] = []
    with pytest.raises(PackStopped):
        workspace.take_pack(
            pack, Watch(lambda *at: told.append(at), lambda: not told or told[-1][0] < share * told[-1][1])
        )
    assert {of for _, of in told} == {6}, "three incidents, each for its facts and its words"
    assert workspace.packs() == ()
    assert workspace.gazetteer.get("C99901") is None
    assert wrong(workspace) == []
    settled: list[int] = []
    workspace.take_pack(pack, Watch(wanted=lambda: not settled, settling=lambda: settled.append(1)))
    assert workspace.gazetteer.get("C99901") is not None
    assert settled == [1]


def test_that_a_pack_was_taken_out_is_held_against_the_history(workspace: Workspace, tmp_path: Path) -> None:
    workspace.import_pack([village(tmp_path, "Old")], SAID)
    [held] = workspace.packs()

    def written_over(said: int) -> list[str]:
        with workspace._store.writing() as connection:
            connection.execute("UPDATE place_pack SET taken_out = ?", (said,))
            derived.renew_places(connection)
        return wrong(workspace)

    assert written_over(1) == ["pack_differs"]
    assert written_over(0) == []
    workspace.take_out_pack(held.uid)
    assert written_over(0) == ["pack_differs"]


def test_what_would_change_is_told_place_by_place_in_both_languages(workspace: Workspace, tmp_path: Path) -> None:
    first = f"{POINTS}C1A,One,واحد,SY070000,35.9,36.6\nC2A,Two,اثنان,SY070000,35.9,36.6\n"
    first += "C3A,Three,ثلاثة,SY070000,35.9,36.6\n"
    workspace.import_pack([written(tmp_path, first)], SAID)
    second = (
        f"{POINTS.strip()},replaces\nC1A,One,واحدة,SY070000,35.9,36.6,\nC2A,Two,اثنان,SY070000,35.8,36.6,\n"
        "C4A,Three,ثلاثة,SY070000,35.9,36.6,C3A\n"
    )
    outlook = workspace.look_at_pack([written(tmp_path, second)], {**SAID, "version": "2"}).outlook
    assert (outlook.gone, outlook.renamed, outlook.changed, outlook.new) == (
        ("C3A",), ("C1A",), ("C1A", "C2A"), ("C4A",),
    )  # fmt: skip
    told = "\n".join(bare(line) for line in outlook.lines(ENGLISH, 9))
    assert told.splitlines() == [
        "No more in the list: Three (C3A); after it came Three (C4A)",
        "Renamed: One / واحد, now One / واحدة (C1A)",
        "Point moved: Two (C2A), from 35.9, 36.6 to 35.8, 36.6, 11.1 km away",
        "New: Three (C4A)",
    ]
    assert "واحدة" in list(outlook.lines(ARABIC, 9))[1]
    assert bare(next(iter(outlook.lines(ENGLISH, 0)))) == "… and 1 more place"


def test_what_changed_of_a_place_is_told_with_what_it_was(workspace: Workspace, tmp_path: Path) -> None:
    first = f"{POINTS}C1A,One,واحد,SY070000,35.9,36.6\nC2A,Two,اثنان,SY070000,35.9,36.6\n"
    workspace.import_pack([written(tmp_path, first)], SAID)
    second = f"{POINTS}C1A,Once,مرة,SY070300,35.9,36.7\nC2A,Two,اثنان,SY070300,35.9,36.6\n"
    outlook = workspace.look_at_pack([written(tmp_path, second)], {**SAID, "version": "2"}).outlook
    told = [bare(line) for line in outlook.lines(ENGLISH, 9)]
    old, new = (in_full(place, "en") for code in ("SY070000", "SY070300") if (place := workspace.gazetteer.get(code)))
    assert told == [
        "Renamed: One, now Once (C1A)",
        f"Lies elsewhere: Once (C1A), from {old} to {new}",
        "Point moved: Once (C1A), from 35.9, 36.6 to 35.9, 36.7, 9.0 km away",
        f"Lies elsewhere: Two (C2A), from {old} to {new}",
    ]
    assert len([bare(line) for line in outlook.lines(ARABIC, 9) if "SY07" not in line]) == len(told)


@pytest.mark.parametrize("text", HOSTILE_TEXTS)
def test_differences_hold_any_text(text: str) -> None:
    was = Place("C1", Level.COMMUNITY, text, text, "SY070000", 35.9, 36.6, (text, "other"))
    now = Place("C1", Level.SUBDISTRICT, text, text, "nowhere", 35.9, 36.6, ("third",))
    for language in (ENGLISH, ARABIC):
        told = list(differences(was, now, {}, language))
        assert len(told) == 3
        assert all("C1" in line for line in told)
    assert list(differences(was, was, {}, ENGLISH)) == []


@pytest.mark.parametrize(
    ("before", "after", "said"),
    [
        (("a",), ("b",), "Spelled otherwise: One (C1), from a to b"),
        ((), tuple("abcdef"), "Spelled otherwise too: One (C1), also a, b, c, d and e"),
        (("a", "b"), ("b",), "Spelled so no more: One (C1), a"),
        (("a", "b"), ("b", "a"), "Its spellings stand in another order: One (C1)"),
    ],
)
def test_spellings_that_come_and_go_are_told(before: tuple[str, ...], after: tuple[str, ...], said: str) -> None:
    one = Place("C1", Level.COMMUNITY, "One", "واحد", "SY070000", 35.9, 36.6)
    told = differences(replace(one, aliases=before), replace(one, aliases=after), {}, ENGLISH)
    assert [bare(line) for line in told] == [said]


def test_another_window_has_the_places_with_its_next_question(tmp_path: Path) -> None:
    made, _ = Workspace.create(tmp_path / "b.snhr", PASSPHRASE, "IDL")
    with made, Workspace.open(tmp_path / "b.snhr", PASSPHRASE) as other:
        places = other.gazetteer
        made.import_pack([village(tmp_path, "Old")], SAID)
        assert places.get("C99901") is None
        other.periods()
        assert places.get("C99901") is not None
        assert built_in().get("C99901") is None


def test_a_version_without_a_level_takes_none_of_it_away(workspace: Workspace, tmp_path: Path) -> None:
    units = written(tmp_path, f"{ADMIN}{SAME}{NEW},35.9,36.6\n", "units.csv")
    workspace.import_pack([units, village(tmp_path, "Old")], SAID)
    outlook = workspace.import_pack([village(tmp_path, "Old", "C99902")], {**SAID, "version": "2"}).outlook
    assert outlook.gone == ("C99901",)
    assert not workspace.gazetteer.is_former("SY070099")


RAISED = f"{UNITS}3,SY0700,SY07,Idleb,مركز إدلب,35.9,36.6\n"
"""A district that would be a sub-district, though sub-districts lie in it."""


def test_a_list_that_moves_a_place_to_a_level_that_holds_it_no_more_is_refused(
    workspace: Workspace, tmp_path: Path
) -> None:
    with pytest.raises(BadPack) as refused:
        workspace.look_at_pack([written(tmp_path, RAISED)], SAID)
    told = bare(refused.value.tell(ENGLISH))
    assert "B2: SY07" in told
    assert "lies in SY0700, which is not wider than it" in told
    assert bare(refused.value.tell(ARABIC)) != told


def test_versions_that_would_not_fit_each_other_are_neither_taken_out_nor_in_again(
    workspace: Workspace, tmp_path: Path
) -> None:
    def units(level: int, holder: str, name: str, version: str) -> None:
        listed = written(tmp_path, f"{UNITS}{level},SY0799X,{holder},Made,جديدة,35.9,36.6\n")
        workspace.import_pack([listed], {**SAID, "name": name, "version": version})

    units(4, "SY070000", "Units", "1")
    units(3, "SY0700", "Units", "2")
    village = written(tmp_path, f"{POINTS}C99901,Old,قرية,SY0799X,35.9,36.6\n")
    workspace.import_pack([village], {**SAID, "name": "Towns"})
    of = {(held.about.name, held.about.version): held.uid for held in workspace.packs()}
    before = workspace.packs(), workspace.gazetteer.get("SY0799X")
    for act in (
        lambda: workspace.look_at_taking_out(of["Units", "2"]),
        lambda: workspace.take_out_pack(of["Units", "2"]),
        lambda: workspace.look_at_earlier(of["Units", "1"]),
    ):
        with pytest.raises(ListsDisagree) as refused:
            act()
        for language, told in (
            (ENGLISH, "C99901 of the list “Towns” would lie in SY0799X of the list “Units”"),
            (ARABIC, "سيتبع C99901 من القائمة «Towns» لـ SY0799X من القائمة «Units»"),
        ):
            assert told in bare(refused.value.tell(language))
            assert "take out the other first" in refused.value.tell(ENGLISH)
    assert (workspace.packs(), workspace.gazetteer.get("SY0799X")) == before
    assert sound(workspace)


def test_a_place_without_a_point_lies_where_what_holds_it_is_stated_to_lie(tmp_path: Path) -> None:
    rows = "4,C99901,SY0799XX,Village,قرية,,\n3,SY0799XX,SY0799,Area,ناحية,,\n2,SY0799,SY07,District,منطقة,35.5,36.5\n"
    places = read_pack([written(tmp_path, UNITS + rows)], SAID, built_in()).listed.places
    assert {(place.lat, place.lon) for place in places} == {(35.5, 36.5)}
    rows += "4,C99902,SY0799XX,Town,بلدة,35.7,36.7\n"
    places = read_pack([written(tmp_path, UNITS + rows)], SAID, built_in()).listed.places
    assert {place.pcode: place.lat for place in places} == {
        "C99901": 35.7, "C99902": 35.7, "SY0799XX": 35.7, "SY0799": 35.5,
    }  # fmt: skip


def test_what_points_cost_grows_with_the_places_alone(tmp_path: Path) -> None:
    def took(number: int) -> float:
        rows = "".join(f"4,X{at},SY070000,n,n,,\n" for at in range(number))
        path = written(tmp_path, UNITS + rows)
        start = time.process_time()
        read_pack([path], SAID, built_in())
        return time.process_time() - start

    took(10)
    assert took(12_000) < 9 * took(3_000), "four times as many, where each looked at all took sixteen times as long"


def test_a_list_that_is_too_large_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = written(tmp_path, POINTS + "".join(f"C999{at},A,ا,SY070000,35.9,36.6\n" for at in range(10, 14)))
    for limit, most, told in (("MOST_ROWS", 3, "more than 3 rows"), ("MOST_MB", 0, "of up to 0 MB")):
        with monkeypatch.context() as patch:
            patch.setattr(tables, limit, most)
            with pytest.raises(BadPack) as refused:
                read_pack([path], SAID, built_in())
            assert told in bare(refused.value.tell(ENGLISH))


def test_reading_is_called_off_at_any_moment(tmp_path: Path) -> None:
    table = written(tmp_path, POINTS + "".join(f"C999{at},A,ا,SY070000,35.9,36.6\n" for at in range(10, 60)))
    for path in (table, collection(tmp_path, feature("SY07", RING), feature("SY08", RING))):
        asked: list[int] = []
        read_pack([path], SAID, built_in(), watch=Watch(wanted=lambda asked=asked: not asked.append(1)))  # type: ignore[misc]
        assert len(asked) > 3
        for last in range(len(asked)):
            left = iter(range(last, -1, -1))
            with pytest.raises(PackStopped):
                read_pack([path], SAID, built_in(), watch=Watch(wanted=lambda left=left: next(left, 0) > 0))  # type: ignore[misc]


def test_names_in_one_language_and_spellings_of_unknown_codes_are_told(workspace: Workspace, tmp_path: Path) -> None:
    listed = written(tmp_path, "PCODE,name_en,admin3Pcode,LATITUDE,LONGITUDE\nC99901,Village,SY070000,35.9,36.6\n")
    text = "pcode,alias\nC99901,Farm\nC99902,One\nC99902,Two\nC3871,Town\n"
    outlook = workspace.look_at_pack([listed, written(tmp_path, text, "also.csv")], SAID).outlook
    assert (outlook.new, outlook.one_language, outlook.unheard) == (("C99901",), 1, 2)
    told = bare(outlook.tell(ENGLISH))
    assert "1 place of the list is named in one language alone" in told
    assert "2 spellings are of codes that no list has" in told
    workspace.import_pack([listed, tmp_path / "also.csv"], SAID)
    [held] = workspace.packs()
    out = workspace.look_at_taking_out(held.uid).outlook
    assert (out.gone, out.one_language, out.unheard) == (("C99901",), 0, 0), "they go with it"
    assert "one language" not in workspace.look_at_pack([village(tmp_path, "Old")], SAID).outlook.tell(ENGLISH)
