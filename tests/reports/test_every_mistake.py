"""In every kind of report: each number one more, each row gone or twice, two rows exchanged, each part gone is caught.

Caught by what the records say alone, in one language, so that a mistake which both editions share is caught as well.
"""

from collections.abc import Iterator, Mapping

import pytest

from snhr_desktop.i18n import ARABIC, LANGUAGES, Language, bare, written_with
from snhr_desktop.reports.agreement import disagreements
from snhr_desktop.reports.agreement.tables import _difference
from snhr_desktop.reports.kind import BULLETIN, KINDS
from snhr_desktop.reports.parts import Prose
from snhr_desktop.reports.render import written
from snhr_desktop.reports.snapshot import Snapshot
from snhr_desktop.workspace import Workspace
from tests.builders import PASSPHRASE
from tests.reports.every_kind import every_kind
from tests.reports.mutations import mutations

STANDING = {
    "about", "introduction", "context", "legal", "recommendations", "method",  # words of the program, as they are kept
    "definitions",  # what the catalogue says of each figure
}  # fmt: skip
"""Sections that print no number of the records; dates of events and texts that are edited have checks of their own."""


@pytest.fixture(scope="module")
def shown(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Mapping[str, Snapshot]]:
    made, _ = Workspace.create(tmp_path_factory.mktemp("kinds") / "office.snhr", PASSPHRASE, "IDL")
    with made:
        yield every_kind(made)


@pytest.mark.parametrize("language", LANGUAGES.values(), ids=list(LANGUAGES))
@pytest.mark.parametrize("kind", KINDS)
def test_every_mistake_in_a_generated_part_is_caught(
    shown: Mapping[str, Snapshot], kind: str, language: Language
) -> None:
    [whole] = written(shown[kind], (language,))
    assert list(disagreements([whole])) == []
    told_how = [part for part in whole.parts if isinstance(part, Prose) and part.kind == "note" and kind == BULLETIN]
    planted = [
        (code, what, other)
        for code, what, other in mutations(whole)
        if code not in STANDING and all(part in other.parts for part in told_how)
    ]
    assert len(planted) > 40
    missed = [(code, bare(what)[:120]) for code, what, other in planted if not list(disagreements([other]))]
    assert missed == []


@pytest.mark.parametrize("kind", KINDS)
def test_whole_reports_agree_in_and_between_their_languages(shown: Mapping[str, Snapshot], kind: str) -> None:
    both = written(shown[kind], LANGUAGES.values())
    assert list(disagreements(both)) == []
    assert list(disagreements(both[:1], both[1:])) + list(disagreements(both[1:], both[:1])) == []


@pytest.mark.parametrize("kind", KINDS)
def test_what_is_written_with_arabic_indic_digits_is_read_back_too(shown: Mapping[str, Snapshot], kind: str) -> None:
    """Nothing is a word there, also where it is the difference from what was published."""
    telling = written(shown[kind], [written_with(ARABIC, arabic_indic=True)])
    assert list(disagreements(telling)) == []


def test_no_difference_is_read_back_in_either_digits() -> None:
    for language in (ARABIC, written_with(ARABIC, arabic_indic=True)):
        assert _difference(language.number(0)) == 0
        assert _difference(f"−{language.number(5.4, 1)}") == -5.4
