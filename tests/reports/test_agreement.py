"""Each kind of contradiction in what was gathered is found when it is planted, and stops the report."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from snhr_desktop.figures.catalogue import FIGURES
from snhr_desktop.i18n import ARABIC, ENGLISH, LANGUAGES, Message
from snhr_desktop.reports.agreement import Disagreement, FiguresDisagree, disagreements, recount
from snhr_desktop.reports.contents import CONTENTS
from snhr_desktop.reports.kind import THEMATIC
from snhr_desktop.reports.render import BOTH, render, written
from snhr_desktop.reports.section import Section
from snhr_desktop.reports.snapshot import Snapshot
from tests.reports.planting import answering, told_by
from tests.reports.specimen import empty, massacre, snapshot


def without_a_party(shown: Snapshot) -> Snapshot:
    by = shown.answers["massacres"].by
    return answering(shown, "massacres", by={**by, "party": {"regime": 1}})


def swapped_digits(shown: Snapshot) -> Snapshot:
    by = shown.answers["civilians_killed"].by
    return answering(shown, "civilians_killed", by={**by, "class": {**by["class"], "children": 225}})


def share(number: float) -> Callable[[Snapshot], Snapshot]:
    return lambda shown: answering(shown, "women_children_share", total=number)


def row_and_detail(shown: Snapshot) -> Snapshot:
    """The first incident of the list is a massacre, whose victims were more."""
    code = massacre().incident.reference
    return replace(shown, incidents=(replace(shown.incidents[0], reference=code), *shown.incidents[1:]))


PLANTED: dict[str, tuple[Callable[[Snapshot], Snapshot], Message, str]] = {
    "12 a party left out": (without_a_party, recount.BREAKDOWN, "massacres"),
    "1 digits swapped": (swapped_digits, recount.BREAKDOWN, "civilians_killed"),
    "9 a share without its first digit": (share(1.8), recount.SHARE, "women_children_share"),
    "11 a share rounded beyond its figures": (share(42), recount.SHARE, "women_children_share"),
    "a row of the list": (lambda s: replace(s, incidents=s.incidents[1:]), recount.LIST, "incidents"),
    "a massacre untold": (lambda s: replace(s, massacres=s.massacres[:1]), recount.DETAILS, "massacres"),
    "the classes of a party": (
        lambda s: replace(s, parties={**s.parties, "russia": {"men": 1}}), recount.PARTY, "civilians_killed",
    ),
}  # fmt: skip


@pytest.mark.parametrize("shown", [snapshot(), snapshot(listed=200), empty()], ids=["short", "long", "empty"])
def test_a_whole_report_agrees_with_itself_in_and_between_its_languages(shown: Snapshot) -> None:
    both = written(shown, BOTH)
    assert told_by(both) == []
    assert list(disagreements(both[:1], both[1:])) + list(disagreements(both[1:], both[:1])) == []


def test_a_share_rounded_at_the_half_agrees() -> None:
    killed = snapshot().answers["civilians_killed"]
    sixteen = {"men": 15, "women": 1}
    shown = answering(snapshot(), "civilians_killed", total=16, by={**killed.by, "class": sixteen})
    found = [list(recount.disagreements(share(number)(shown))) for number in (6.2, 6.3, 6.4)]
    wrong = Disagreement(recount.SHARE, FIGURES["women_children_share"].title)
    assert [wrong in several for several in found] == [False, False, True]


@pytest.mark.parametrize("plant", PLANTED.values(), ids=list(PLANTED))
def test_a_planted_contradiction_is_found_and_nothing_is_written(
    plant: tuple[Callable[[Snapshot], Snapshot], Message, str], tmp_path: Path
) -> None:
    change, what, figure = plant
    planted = change(snapshot())
    assert Disagreement(what, FIGURES[figure].title) in list(recount.disagreements(planted))
    with pytest.raises(FiguresDisagree) as refused:
        render(planted, ENGLISH, tmp_path / "report.pdf")
    assert list(tmp_path.iterdir()) == []
    assert "its numbers do not agree" in refused.value.tell(ENGLISH)
    assert "لم يُكتب التقرير" in refused.value.tell(ARABIC)


def test_the_toll_of_a_massacre_is_that_of_its_row_in_the_list() -> None:
    (found,) = recount.disagreements(row_and_detail(snapshot()))
    assert (found.what, found.figure, found.printed, found.expected) == (recount.DETAIL, "IDL-2018-00001", "28", "0")


def test_the_chart_of_months_need_not_draw_what_lies_in_no_known_month() -> None:
    killed = snapshot().answers["civilians_killed"]
    by_month = {**killed.by["month"], "2018-05": 34, "not_known": 2}
    shown = answering(snapshot(), "civilians_killed", by={**killed.by, "month": by_month})
    assert told_by(written(shown, BOTH)) == []


@pytest.mark.parametrize("section", CONTENTS[THEMATIC], ids=lambda section: section.code)
def test_a_section_may_be_left_out_and_the_rest_still_agrees(section: Section) -> None:
    whole = snapshot()
    some = replace(whole, brief=replace(whole.brief, left_out=(section.code,)))
    manuscripts = written(some, LANGUAGES.values())
    assert list(disagreements(manuscripts)) == []
    assert not manuscripts[0].prints(section.code)
