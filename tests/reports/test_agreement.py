"""Each kind of contradiction is found when it is planted, and stops the report."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from snhr_desktop.figures.figure import Answer
from snhr_desktop.i18n import ARABIC, ENGLISH, Message
from snhr_desktop.reports import agreement
from snhr_desktop.reports.agreement import Disagreement, FiguresDisagree, disagreements
from snhr_desktop.reports.render import render
from snhr_desktop.reports.snapshot import Snapshot
from tests.reports.specimen import empty, snapshot


def answering(shown: Snapshot, code: str, **changes: object) -> Snapshot:
    answer: Answer = replace(shown.answers[code], **changes)  # type: ignore[arg-type]
    return replace(shown, answers={**shown.answers, code: answer})


def without_a_party(shown: Snapshot) -> Snapshot:
    by = shown.answers["massacres"].by
    return answering(shown, "massacres", by={**by, "party": {"regime": 1}})


def swapped_digits(shown: Snapshot) -> Snapshot:
    by = shown.answers["civilians_killed"].by
    return answering(shown, "civilians_killed", by={**by, "class": {**by["class"], "children": 225}})


PLANTED: dict[str, tuple[Callable[[Snapshot], Snapshot], Message, str]] = {
    "a party left out": (without_a_party, agreement.BREAKDOWN, "massacres"),
    "digits swapped": (swapped_digits, agreement.BREAKDOWN, "civilians_killed"),
    "a share": (lambda s: answering(s, "women_children_share", total=42), agreement.SHARE, "women_children_share"),
    "a row of the list": (lambda s: replace(s, incidents=s.incidents[1:]), agreement.LIST, "incidents"),
    "a massacre untold": (lambda s: replace(s, massacres=s.massacres[:1]), agreement.DETAILS, "massacres"),
    "the classes of a party": (
        lambda s: replace(s, parties={**s.parties, "russia": {"men": 1}}), agreement.PARTY, "civilians_killed",
    ),
}  # fmt: skip


@pytest.mark.parametrize("shown", [snapshot(), snapshot(listed=200), empty()], ids=["short", "long", "empty"])
def test_a_whole_snapshot_agrees_with_itself(shown: Snapshot) -> None:
    assert list(disagreements(shown)) == []


def test_a_share_rounded_at_the_half_agrees() -> None:
    killed = snapshot().answers["civilians_killed"]
    sixteen = {"men": 15, "women": 1}
    shown = answering(snapshot(), "civilians_killed", total=16, by={**killed.by, "class": sixteen})
    shares = [answering(shown, "women_children_share", total=share) for share in (6.2, 6.3, 6.4)]
    assert [Disagreement(agreement.SHARE, "women_children_share") in list(disagreements(s)) for s in shares] == [
        False,
        False,
        True,
    ]


@pytest.mark.parametrize("plant", PLANTED.values(), ids=list(PLANTED))
def test_a_planted_contradiction_is_found_and_nothing_is_written(
    plant: tuple[Callable[[Snapshot], Snapshot], Message, str], tmp_path: Path
) -> None:
    change, what, figure = plant
    planted = change(snapshot())
    assert Disagreement(what, figure) in list(disagreements(planted))
    with pytest.raises(FiguresDisagree) as refused:
        render(planted, ENGLISH, tmp_path / "report.pdf")
    assert list(tmp_path.iterdir()) == []
    assert "its numbers do not agree" in refused.value.tell(ENGLISH)
    assert "لم يُكتب التقرير" in refused.value.tell(ARABIC)
