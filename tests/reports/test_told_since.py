"""What is told of an earlier report: whatever it gave otherwise, and nothing that may not be told any more."""

import datetime as dt
import io
import subprocess
from dataclasses import replace

import pytest
from pypdf import PdfReader

from snhr_desktop.domain.values import Site, When
from snhr_desktop.i18n import ARABIC, ENGLISH, bare
from snhr_desktop.reports.agreement import FiguresDisagree, revised
from snhr_desktop.reports.brief import Brief
from snhr_desktop.reports.kind import DOSSIER
from snhr_desktop.reports.particulars_since import IN_ANOTHER, LESS
from snhr_desktop.reports.parts import DataTable
from snhr_desktop.reports.render import BOTH, written
from snhr_desktop.workspace import Workspace
from tests.builders import attribution, counted, dossier, victim
from tests.reports.planting import cell, changed, told_by
from tests.reports.reading import joined
from tests.reports.test_publishing import saved_again

ALL = Brief("idlib", "all", edition="both")
TOWN = Site("C4157", "community")  # Kafr Takharim, in the sub-district of the same name
TOWN_NAMES = ("Kafr Takharim", "SY070303", "كفر تخاريم")


def words(file: bytes) -> str:
    """Every word of a file, in the order of the pages."""
    ran = subprocess.run(["pdftotext", "-enc", "UTF-8", "-raw", "-", "-"], input=file, capture_output=True, check=True)
    return bare(ran.stdout.decode()).replace("\n", " ")


def of(uid: str, audience: str = "public") -> Brief:
    return replace(ALL, kind=DOSSIER, incident=uid, audience=audience)


def saved(workspace: Workspace, **said: object) -> str:
    """A massacre in Kafr Takharim, by regime forces."""
    given = dossier(victim(number=7), incident=counted(place=TOWN, **said), attributions=(attribution("regime"),))
    return str(workspace.save(given).dossier.incident.uid)


def test_a_second_dossier_tells_every_particular_that_the_first_gave_otherwise(workspace: Workspace) -> None:
    uid = saved(workspace, title_en="One title", date=When.on(dt.date(2018, 3, 22)))
    first = workspace.publish(of(uid)).publication
    before = workspace.dossier(uid)
    moved = replace(
        before.incident, date=When.on(dt.date(2018, 3, 9)), place=Site("C3871", "community"), title_en="Two"
    )
    workspace.save(replace(before, incident=moved, attributions=(attribution("russia"),)))
    with pytest.raises(FiguresDisagree) as refused:
        workspace.publish(replace(of(uid), left_out=("revisions",)))
    assert refused.value.found.what == revised.OTHERWISE
    second = workspace.publish(of(uid))
    text = words(second.file)
    assert f"Particulars that have changed since {first.code} of" in text
    for label in ("When 22 March 2018 9 March 2018", "Title One title Two", "Attribution", "Where Kafr Takharim"):
        assert label in text
    for code in (first.code, second.publication.code):
        assert workspace.rebuild(code).differing == ()
    again = workspace.gather(of(uid))
    assert (again.earlier[0].code, dict(again.earlier[0].particulars)) == (
        second.publication.code, {"ar": (), "en": ()},
    )  # fmt: skip


def test_what_changed_in_one_language_has_a_row_in_both(workspace: Workspace) -> None:
    uid = saved(workspace, title_en="One title", title_ar="عنوان")
    workspace.publish(of(uid))
    saved_again(workspace, uid, title_en="Another title")
    shown = workspace.gather(of(uid))
    assert told_by(written(shown, BOTH)) == []
    [arabic] = shown.earlier[0].particulars["ar"]
    [english] = shown.earlier[0].particulars["en"]
    assert arabic.after == ARABIC.text(IN_ANOTHER)
    assert (english.before, english.after) == ("One title", "Another title")


def test_a_particular_told_wrongly_stops_the_dossier(workspace: Workspace) -> None:
    uid = saved(workspace)
    workspace.publish(of(uid))
    saved_again(workspace, uid, date=When.on(dt.date(2018, 3, 9)))
    [whole] = written(workspace.gather(of(uid)), (ENGLISH,))
    [table] = [part for part in whole.sections()["revisions"] if isinstance(part, DataTable)]
    wrong = changed(whole, lambda part: cell(0, 1, "23 March 2018")(table) if part is table else None)
    assert told_by([whole]) == []
    assert revised.OTHERWISE in [what for what, *_ in told_by([wrong])]


@pytest.mark.parametrize("audience", ["public", "partners"])
def test_a_place_that_may_be_told_no_more_is_printed_in_no_page_of_today(workspace: Workspace, audience: str) -> None:
    said = {"title_en": "Kafr Takharim struck", "title_ar": "قصف كفر تخاريم"}
    uid = saved(workspace, landmark_en="the bakery", landmark_ar="الفرن", **said)
    codes = [
        workspace.publish(brief).publication.code for brief in (of(uid, audience), replace(ALL, audience=audience))
    ]
    saved_again(workspace, uid, place_shown="governorate")
    pages = [workspace.addendum(code) for code in codes]
    pages += [workspace.publish(brief).file for brief in (of(uid, audience), replace(ALL, audience=audience))]
    for page in map(words, pages):
        assert not [name for name in (*TOWN_NAMES, "bakery", "الفرن") if joined(name) in joined(page)]
    assert ENGLISH.text(LESS) in words(pages[0])
    assert ENGLISH.text(LESS) in words(pages[2])
    told = bare("\n".join(workspace.changes_since(codes[1]).tell(ENGLISH)))
    assert "Sub-district" not in told
    assert "List of incidents: told otherwise of IDL-2018-00001" in told


def test_what_stays_in_a_sub_district_is_not_told_by_what_left_it(workspace: Workspace) -> None:
    uid = saved(workspace)
    workspace.save(dossier(victim(number=2), incident=counted(place=TOWN)))
    code = workspace.publish(ALL).publication.code
    saved_again(workspace, uid, victim(), place_shown="district")
    terms = [
        (one.difference.term, one.difference.by, one.references)
        for one in workspace.changes_since(code).figures
        if (one.difference.figure, one.difference.breakdown) == ("civilians_killed", "subdistrict")
    ]
    assert terms == [("not_known", 1, ("IDL-2018-00001",))]


def test_a_place_that_was_corrected_is_told_by_its_name(workspace: Workspace) -> None:
    uid = saved(workspace)
    workspace.publish(ALL)
    saved_again(workspace, uid, place=Site("C3871", "community"))
    text = words(workspace.publish(ALL).file)
    assert "SY070303" not in text
    assert "Civilians killed: Kafr Takharim 7 0" in text


def test_a_name_that_another_record_withholds_now_is_not_printed_from_before(workspace: Workspace) -> None:
    basis = attribution("regime", basis_en="As Fatima Hassan told.")
    given = dossier(victim(number=6), incident=counted(), attributions=(basis,))
    uid = workspace.save(given).dossier.incident.uid
    code = workspace.publish(of(uid)).publication.code
    saved_again(workspace, uid, victim(name_en="Fatima Hassan", age=7, age_group="child", sex="female"))
    for file in (workspace.addendum(code), workspace.publish(of(uid)).file):
        assert "Hassan" not in words(file)
        assert ENGLISH.text(LESS) in words(file)


def test_a_second_report_tells_of_tolls_that_changed_places(workspace: Workspace) -> None:
    tolls = {9: 7, 7: 9}
    given = [dossier(victim(number=n), incident=counted(date=When.on(dt.date(2018, 3, n)))) for n in tolls]
    uids = [workspace.save(one).dossier.incident.uid for one in given]
    first = workspace.publish(ALL).publication
    for uid, number in zip(uids, tolls.values(), strict=True):
        workspace.save(replace(workspace.dossier(uid), victims=(victim(number=number),)))
    with pytest.raises(FiguresDisagree):
        workspace.publish(replace(ALL, left_out=("revisions",)))
    second = workspace.publish(ALL)
    text = words(second.file)
    assert f"These sections of {first.code} of" in text
    assert "List of incidents: told otherwise of IDL-2018-00001 and IDL-2018-00002" in text
    assert workspace.rebuild(second.publication.code).differing == ()
    assert len(PdfReader(io.BytesIO(second.file)).pages) > 2
    [english] = written(workspace.gather(ALL), (ENGLISH,))
    assert not [part for part in english.sections().get("revisions", ()) if isinstance(part, DataTable)]


def test_what_is_new_is_told_by_its_numbers_and_what_is_gone_by_its_code(workspace: Workspace) -> None:
    uid = saved(workspace)
    code = workspace.publish(ALL).publication.code
    workspace.save(dossier(victim(number=7), incident=counted(place=TOWN)))
    told = bare("\n".join(workspace.changes_since(code).tell(ENGLISH)))
    assert "Civilians killed: +7 victims, IDL-2018-00002" in told
    assert "told otherwise" not in told.replace("where an incident is told otherwise", "")
    saved_again(workspace, uid, status="rejected")
    told = bare("\n".join(workspace.changes_since(code).tell(ENGLISH)))
    assert "List of incidents: told otherwise of IDL-2018-00001" in told
