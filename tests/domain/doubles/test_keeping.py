"""What is kept where nobody chose: the stricter consent, and the status that is further."""

from itertools import product

import pytest

from snhr_desktop.domain.doubles.keeping import OTHER
from snhr_desktop.domain.doubles.merging import MergePlan, Pair, merged
from snhr_desktop.domain.vocabularies import vocabulary
from snhr_desktop.reports.audience import RULES
from tests.builders import counted, dossier, source, victim

PAIR = (Pair(0, 0),)
STATUSES = list(vocabulary("status"))


@pytest.mark.parametrize("pair", list(product(("", *vocabulary("naming")), repeat=2)), ids="-".join)
def test_a_name_is_never_shown_to_more_than_both_records_allow(pair: tuple[str, str]) -> None:
    one, other = (dossier(victim(naming=code)) for code in pair)
    [kept] = merged(one, other, MergePlan(pairs={"victims": PAIR})).victims
    assert kept.naming in pair
    for rule in RULES.values():
        assert (kept.naming in rule.names) <= all(code in rule.names for code in pair)


@pytest.mark.parametrize("pair", list(product(("", *vocabulary("consent")), repeat=2)), ids="-".join)
def test_a_source_is_never_shown_to_more_than_both_records_allow(pair: tuple[str, str]) -> None:
    one, other = (dossier(sources=(source(consent=code),)) for code in pair)
    [kept] = merged(one, other, MergePlan(pairs={"sources": PAIR})).sources
    assert kept.consent in pair
    assert (kept.consent == "named") <= (set(pair) == {"named"})
    for rule in RULES.values():
        assert (kept.consent in rule.sources) <= all(code in rule.sources for code in pair)


@pytest.mark.parametrize(
    ("here", "there", "kept"),
    [
        ("exact", "governorate", "governorate"), ("governorate", "exact", "governorate"),
        ("", "district", "district"), ("district", "", "district"), ("", "exact", "exact"), ("exact", "", "exact"),
        ("community", "subdistrict", "subdistrict"), ("district", "governorate", "governorate"),
    ],
)  # fmt: skip
def test_a_place_is_told_no_closer_than_either_record_lets_it(here: str, there: str, kept: str) -> None:
    one, other = (dossier(incident=counted(place_shown=code)) for code in (here, there))
    assert merged(one, other, MergePlan()).incident.place_shown == kept


def test_the_looser_answer_is_kept_where_it_was_chosen() -> None:
    one = dossier(victim(naming="none"), incident=counted(place_shown="governorate"))
    other = dossier(victim(naming="published"), incident=counted(place_shown="exact"))
    plan = MergePlan({"place_shown": OTHER}, {"victims": (Pair(0, 0, {"naming": OTHER}),)})
    found = merged(one, other, plan)
    assert (found.incident.place_shown, found.victims[0].naming) == ("exact", "published")


@pytest.mark.parametrize("pair", list(product(STATUSES, repeat=2)), ids="-".join)
def test_what_either_documents_stays_documented_with_its_classification(pair: tuple[str, str]) -> None:
    one = dossier(incident=counted(status=pair[0], classification="not_violation"))
    other = dossier(incident=counted(status=pair[1], classification="violation"))
    kept = merged(one, other, MergePlan()).incident
    if "documented" in pair:
        said = "not_violation" if pair[0] == "documented" else "violation"
        assert (kept.status, kept.classification) == ("documented", said)
    elif "rejected" not in pair and "unconfirmed" not in pair:
        assert kept.status == max(pair, key=STATUSES.index)
    else:
        assert kept.status not in ("rejected", "unconfirmed") or set(pair) <= {"rejected", "unconfirmed"}
