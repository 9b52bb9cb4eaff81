"""A report that counts otherwise than one published before says so, by itself; where it does not, it is refused."""

import datetime as dt
import io
from dataclasses import replace
from typing import TypeGuard

import pytest
from pypdf import PdfReader

from snhr_desktop.domain.values import When
from snhr_desktop.i18n import ARABIC, ENGLISH, LANGUAGES, Language, bare
from snhr_desktop.reports.agreement import FiguresDisagree, edited, revised
from snhr_desktop.reports.brief import Brief
from snhr_desktop.reports.changes import COUNTS_NOW
from snhr_desktop.reports.kind import BULLETIN, MONTHLY
from snhr_desktop.reports.parts import DataTable, Part, Prose
from snhr_desktop.reports.render import BOTH, printed, written
from snhr_desktop.reports.snapshot import Earlier, Snapshot
from snhr_desktop.workspace import Workspace
from tests.builders import counted, dossier, victim
from tests.reports.planting import answering, cell, changed, told_by
from tests.reports.reading import joined, text_of
from tests.reports.specimen import snapshot
from tests.reports.test_gathering import filled
from tests.reports.test_publishing import first_of, saved_again

IN_EACH = pytest.mark.parametrize("language", LANGUAGES.values(), ids=list(LANGUAGES))


def revised_report(**changes: object) -> Snapshot:
    """A report after R180601, which gave two civilians less."""
    before = answering(snapshot(), "civilians_killed", total=1107, **changes).answers
    return replace(snapshot(), earlier=(Earlier("R180601", dt.date(2018, 6, 13), before),))


def in_revisions(part: Part) -> TypeGuard[DataTable]:
    """Whether a part is the table of what was published otherwise."""
    return isinstance(part, DataTable) and "R180601" in bare(part.caption)


@IN_EACH
def test_what_was_published_otherwise_is_told_in_a_table_of_its_own(language: Language) -> None:
    [manuscript] = written(revised_report(), (language,))
    [table] = filter(in_revisions, manuscript.sections()["revisions"])
    assert [bare(cell) for cell in table.rows[0][1:]] == ["1,107", "1,109", "+2"]
    assert told_by(written(revised_report(), BOTH)) == []
    text = joined(text_of(PdfReader(io.BytesIO(printed([manuscript])[0]))))
    assert joined(bare(table.rows[0][0]) + "1,107" + "1,109" + "+2") in text


def test_where_nothing_differs_nothing_is_said() -> None:
    same = replace(snapshot(), earlier=(Earlier("R180601", dt.date(2018, 6, 13), snapshot().answers),))
    [manuscript] = written(same, (ENGLISH,))
    assert "revisions" not in manuscript.sections()
    assert told_by([manuscript]) == []


def test_a_revision_that_is_not_told_or_told_wrongly_stops_the_report() -> None:
    shown = revised_report()
    silent = replace(shown, brief=replace(shown.brief, left_out=("revisions",)))
    [whole] = written(shown, (ENGLISH,))
    wrong = changed(whole, lambda part: cell(0, 1, "1,170")(part) if in_revisions(part) else None)
    for manuscripts in (written(silent, (ENGLISH,)), written(silent, BOTH), [wrong]):
        assert revised.SILENT in [what for what, *_ in told_by(manuscripts)]
        with pytest.raises(FiguresDisagree) as refused:
            printed(manuscripts)
        assert "R180601" in bare(refused.value.tell(ENGLISH))
        assert "“1,109” instead of “1,107”" in bare(refused.value.tell(ENGLISH))
        assert "R180601" in bare(refused.value.tell(ARABIC))


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("In R180601 we told of at least 1,107 civilians killed.", False),
        ("In R180601 we told of at least 1,170 civilians killed.", True),
        ("In R180601 we told of 1,107 dead.", False),
        ("In R180601 we told of 1,170 dead.", True),
        ("We told of at least 1,107 civilians killed.", True),
    ],
)
def test_an_own_report_is_cited_with_its_own_number(text: str, wrong: bool) -> None:
    [manuscript] = written(revised_report(), (ENGLISH,), {"en": {"about": text}})
    assert bool(list(edited.disagreements(manuscript))) == wrong


def test_a_later_report_of_a_real_store_tells_what_changed_since_the_one_before(workspace: Workspace) -> None:
    brief = Brief("idlib", edition="both")
    first = filled(workspace).publish(brief).publication
    assert [one.code for one in workspace.gather(brief).earlier] == [first.code]
    assert workspace.gather(replace(brief, scope="all")).earlier == ()
    saved_again(workspace, first_of(workspace), victim(number=2))
    second = workspace.publish(brief)
    text = joined(text_of(PdfReader(io.BytesIO(second.file))))
    assert joined(f"Changed since {first.code} of ") in text
    assert joined("Civilians killed 34 36 +2") in text
    again = workspace.gather(brief)
    assert [one.code for one in again.earlier] == [second.publication.code]
    assert "revisions" not in written(again, (ENGLISH,))[0].sections()
    assert workspace.rebuild(first.code).differing == workspace.rebuild(second.publication.code).differing == ()


def test_a_bulletin_tells_it_in_a_sentence_on_its_one_page(workspace: Workspace) -> None:
    brief = Brief("idlib", kind=BULLETIN, edition="both")
    first = filled(workspace).publish(brief).publication
    saved_again(workspace, first_of(workspace), victim(number=2))
    reader = PdfReader(io.BytesIO(workspace.publish(brief).file))
    assert len(reader.pages) == 2
    assert f"Changed since {first.code} of" in bare(text_of(reader)).replace("\n", " ")
    assert "Civilians killed from 34 to 36" in bare(text_of(reader)).replace("\n", " ")
    saved_again(workspace, first_of(workspace), victim())
    [whole] = written(workspace.gather(brief), (ENGLISH,))
    told = [part for part in whole.parts if isinstance(part, Prose) and "Changed since" in part.text]
    silent = replace(whole, parts=tuple(part for part in whole.parts if part not in told))
    assert (told_by([whole]), len(told)) == ([], 1)
    assert {what for what, *_ in told_by([silent])} == {revised.SILENT}


def test_a_month_tells_what_the_report_of_the_month_before_gave_otherwise(workspace: Workspace) -> None:
    february = Brief("idlib", "all", kind=MONTHLY, month="2018-02")
    workspace.save(dossier(victim(number=4), incident=counted(date=When.on(dt.date(2018, 2, 3)))))
    first = workspace.publish(february).publication
    assert (first.code[0], first.first, first.last) == ("M", "2018-02-01", "2018-02-28")
    march = replace(february, month="2018-03")
    assert [one.beside for one in workspace.gather(march).earlier] == ["previous"]
    saved_again(workspace, first_of(workspace), victim())
    since = workspace.changes_since(first.code)
    assert since.figures[0].difference.by == 1
    second = workspace.publish(march)
    text = joined(text_of(PdfReader(io.BytesIO(second.file))))
    assert joined(f"Changed since {first.code} of") in text
    assert joined("Civilians killed, 1 to 28 February 2018 4 5 +1") in text
    assert workspace.rebuild(first.code).differing == ()
    saved_again(workspace, first_of(workspace), victim())
    told = [bare(line) for line in workspace.changes_since(second.publication.code).tell(ENGLISH)]
    assert "Civilians killed, 1 to 28 February 2018: +1 victim, IDL-2018-00001" in told
    assert "Civilians killed, 1 January to 31 March 2018: +1 victim, IDL-2018-00001" in told
    workspace.save(dossier(victim(number=2), incident=counted(date=When.on(dt.date(2018, 2, 9)))))
    saved_again(workspace, first_of(workspace), status="rejected")
    found = workspace.changes_since(second.publication.code)
    told = [bare(line) for line in found.tell(ENGLISH)]
    assert "Civilians killed, 1 to 28 February 2018: −3 victims, IDL-2018-00001 and IDL-2018-00002" in told
    assert [(one.reference, one.what) for one in found.records][1] == ("IDL-2018-00002", COUNTS_NOW)
