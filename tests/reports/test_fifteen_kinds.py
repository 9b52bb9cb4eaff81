"""The fifteen kinds of mistake found on published pages of this field: each planted as it was found, each caught.

The families of checks have tests of their own beside this one; here every kind stands under its number.
"""

import datetime as dt
from collections.abc import Callable, Sequence
from dataclasses import replace

import pytest

from snhr_desktop.i18n import ARABIC, ENGLISH, Message
from snhr_desktop.reports.agreement import FiguresDisagree, edited, editions, recount, revised, sentences, tables
from snhr_desktop.reports.agreement.timeline import EVENT
from snhr_desktop.reports.manuscript import Manuscript
from snhr_desktop.reports.render import BOTH, printed, written
from snhr_desktop.reports.sections import compared, facilities, months, parties, places
from snhr_desktop.reports.snapshot import Earlier
from tests.reports.planting import answering, cell, in_table, slip, told_by
from tests.reports.specimen import snapshot
from tests.reports.test_agreement_editions import one_more_massacre_in_idlib
from tests.reports.test_agreement_parts import with_total, without_row

Plant = Callable[[], Sequence[Manuscript]]


def english(change: Callable[[Manuscript], Manuscript]) -> Plant:
    """A mistake in the English edition."""
    return lambda: [change(one) for one in written(snapshot(), (ENGLISH,))]


def arabic_half(change: Callable[[Manuscript], Manuscript]) -> Plant:
    """A mistake in the Arabic half of the bilingual edition."""

    def plant() -> Sequence[Manuscript]:
        first, second = written(snapshot(), BOTH)
        return first, change(second)

    return plant


def typed(name: str, text: str) -> Plant:
    """A mistake in a text edited for this report."""
    return lambda: written(snapshot(), (ENGLISH,), {"en": {name: text}})


def silent_revision() -> Sequence[Manuscript]:
    """R180601 gave two less, and the section that would say so is left out."""
    before = answering(snapshot(), "civilians_killed", total=1107).answers
    shown = replace(snapshot(), earlier=(Earlier("R180601", dt.date(2018, 6, 13), before),))
    return written(replace(shown, brief=replace(shown.brief, left_out=("revisions",))), BOTH)


KINDS: dict[str, tuple[Plant, Message]] = {
    "1 digits swapped between headline and body": (
        english(lambda m: slip(m, "225 children", "255 children")), sentences.SENTENCE,
    ),
    "2 own earlier figure cited wrongly": (
        english(lambda m: in_table(m, compared.TITLE, cell(7, 1, "223"))), tables.PUBLISHED,
    ),
    "3 estimate without date or source": (typed("introduction", "It had 2.9 million people."), edited.UNSOURCED),
    "3 by or to ambiguous": (typed("introduction", "It increased 1.5 times (OCHA, 2018)."), edited.RATIO),
    "4 rounded in one place, exact in another": (
        english(lambda m: slip(m, "at least 230", "at least 233")), sentences.SENTENCE,
    ),
    "5 wrong date of an event of the timeline": (
        english(lambda m: slip(m, "6 June 2017: De-esc", "6 May 2017: De-esc")), EVENT,
    ),
    "6 running sum does not match its months": (
        english(lambda m: in_table(m, months.TABLE, with_total(4, "725"))), recount.BREAKDOWN,
    ),
    "7 title against body": (typed("title", "# The killing of 1,106 civilians"), edited.CONTRADICTS),
    "8 wrong subtotal in the title": (typed("title", "# Six women killed in Idlib"), edited.CONTRADICTS),
    "9 share that does not recompute": (english(lambda m: slip(m, "1.8%", "41.8%")), sentences.SENTENCE),
    "10 language editions differ in one row": (
        arabic_half(lambda m: in_table(m, places.TABLE, one_more_massacre_in_idlib)), editions.TABLE,
    ),
    "11 share rounded beyond its figures": (english(lambda m: slip(m, "42%", "41.8%")), sentences.SENTENCE),
    "12 a party left out of a table": (
        english(lambda m: in_table(m, parties.TABLE, without_row(0))), tables.MISSING,
    ),
    "13 digits swapped between languages": (
        arabic_half(lambda m: in_table(m, parties.TABLE, cell(2, 1, "163"))), editions.TABLE,
    ),
    "14 category differs between languages": (
        arabic_half(lambda m: in_table(m, facilities.CATEGORIES, cell(0, 0, "الإعلامية"))), tables.ROW,
    ),
    "15 a later revision silently contradicts a published report": (silent_revision, revised.SILENT),
}  # fmt: skip


@pytest.mark.parametrize("kind", KINDS)
def test_each_kind_of_mistake_is_caught_and_stops_the_report(kind: str) -> None:
    plant, what = KINDS[kind]
    manuscripts = plant()
    assert what in [found for found, *_ in told_by(manuscripts)]
    with pytest.raises(FiguresDisagree) as refused:
        printed(manuscripts)
    assert refused.value.tell(ENGLISH) != refused.value.tell(ARABIC)


def test_every_number_of_the_list_has_its_mistake() -> None:
    assert {int(kind.split()[0]) for kind in KINDS} == set(range(1, 16))
