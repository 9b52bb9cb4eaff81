"""The mapping that follows from what each column is taken for."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import Any

from snhr_desktop.domain.kinds import Count
from snhr_desktop.domain.places import Gazetteer, Level
from snhr_desktop.domain.records import CHILDREN, Incident
from snhr_desktop.exchange.assumptions import KIND_OF
from snhr_desktop.exchange.date_text import order_of, says_no_date
from snhr_desktop.exchange.guessing.looks import Column, ambiguous
from snhr_desktop.exchange.guessing.outcomes import outcome_of_all
from snhr_desktop.exchange.guessing.targets import ColumnGuess
from snhr_desktop.exchange.guessing.tolls import toll_records
from snhr_desktop.exchange.mapping import FROM_COLUMN, DateRule, FieldRule, PlaceRule, RecordRule, TollRule

Targets = Mapping[str, Sequence[Column]]
_SEPARATORS = (" : ", ":", " - ", "-", "/", "،", ",")
_SPLIT = (";", "؛", "،", "|", ",", "/", "+")
_LEVELS = ("community", "subdistrict", "district", "governorate")


def by_target(columns: Sequence[Column], guesses: Sequence[ColumnGuess]) -> Targets:
    """The columns of each target."""
    found: dict[str, list[Column]] = defaultdict(list)
    for column, guess in zip(columns, guesses, strict=True):
        if guess.target:
            found[guess.target].append(column)
    return found


def incident_rules(targets: Targets, victims: Sequence[RecordRule]) -> dict[str, FieldRule]:
    """The fields of the incident, of which the kinds follow from what became of its `victims` where no column says
    them. Nothing is documented by being imported."""
    rules = _rules("incident", targets)
    if "kinds" not in rules and (kinds := _kinds(victims)):
        rules["kinds"] = FieldRule(value=kinds, follows=True)
    rules["status"] = FieldRule(value="reported")
    return rules


def date_rule(targets: Targets) -> DateRule | None:
    """The date; its order by the dates of the sample that can be read in one way, else by those of the whole file."""
    if "date.column" not in targets:
        return None
    (column,), until = targets["date.column"], targets.get("date.until", ())
    unknown = tuple(text for text in column.distinct if says_no_date(text))
    order = order_of(column.cells) or (FROM_COLUMN if ambiguous(column) else "")
    return DateRule(column.name, until=until[0].name if until else "", order=order, unknown=unknown)


def place_rule(targets: Targets, gazetteer: Gazetteer) -> PlaceRule | None:
    """The place: by p-codes, by a column for each level, by one cell that begins with the governorate, by a point."""
    named = {level: targets[f"place.{level}"][0] for level in _LEVELS if f"place.{level}" in targets}
    columns: dict[str, Any] = {level: column.name for level, column in named.items()}
    for part in ("latitude", "longitude", "point"):
        if found := targets.get(f"place.{part}"):
            columns[part] = found[0].name
    if ("latitude" in columns) != ("longitude" in columns):
        columns = {name: said for name, said in columns.items() if name not in ("latitude", "longitude")}
    if "latitude" in columns:
        columns.pop("point", None)
    if codes := targets.get("place.pcodes"):
        columns["pcodes"] = tuple(column.name for column in sorted(codes, key=_narrow_first))
    if "community" in named and "governorate" not in named:
        columns |= _in_one_cell(named["community"], gazetteer)
    return PlaceRule(**columns) if columns else None


def toll_rule(targets: Targets) -> TollRule | None:
    """Least and most, where the file has both."""
    least, most = targets.get("toll.minimum"), targets.get("toll.maximum")
    return TollRule(least[0].name, most[0].name) if least and most else None


def record_rules(
    targets: Targets, *, source: str = "", titles: Sequence[str] = ()
) -> dict[str, tuple[RecordRule, ...]]:
    """The lists of a dossier, from the row itself or from a repeat; `titles` are what file and sheet are called."""
    found: dict[str, tuple[RecordRule, ...]] = {}
    for name in CHILDREN:
        rules = _rules(name, targets)
        if name == "attributions" and rules:
            rules.setdefault("mode", FieldRule(value="believed"))
        if name == "sources" and rules and "kind" not in rules:
            rules["kind"] = FieldRule(value="open_source")
        if name == "victims" and rules:
            rules.setdefault("civil_status", FieldRule(value="unknown"))
            rules.setdefault("outcome", FieldRule(value=outcome_of_all(targets, titles)))
        if rules:
            found[name] = (RecordRule(rules, source=source),)
    if tolls := toll_records(targets, source=source):
        found["victims"] = (*found.get("victims", ()), *tolls)
    return found


def _kinds(victims: Sequence[RecordRule]) -> list[str]:
    """What may have happened, as far as the lists of victims say what became of them; all of it where a person has yet
    to say."""
    rules = [rule.fields["outcome"] for rule in victims]
    if any(rule.used() or rule.value is None for rule in rules):
        return list(KIND_OF.values())
    said = {rule.value for rule in rules}
    return [kind for outcome, kind in KIND_OF.items() if outcome in said]


def _rules(name: str, targets: Targets) -> dict[str, FieldRule]:
    """The fields of one record type whose columns were found."""
    record_type = Incident if name == "incident" else CHILDREN[name]
    known = {field.name: field for field in record_type.fields()}
    rules: dict[str, FieldRule] = {}
    for target, columns in targets.items():
        part, _, field = target.partition(".")
        if part != name:
            continue
        for column in columns:
            told = field if field in known else f"{field}_{'ar' if column.arabic else 'en'}"
            if told in known and told not in rules:
                counted = isinstance(known[told].kind, Count) and known[told].to_be_said
                rules[told] = _rule(column, several=told == "kinds", constant=1 if counted else None)
    return rules


def _rule(column: Column, *, several: bool, constant: Any) -> FieldRule:
    separator = next((sign for sign in _SPLIT if any(sign in text for text in column.texts)), "") if several else ""
    return FieldRule(columns=(column.name,), separator=separator, value=constant)


def _narrow_first(column: Column) -> int:
    digits = [int(sign) for sign in column.name if sign.isdigit()]
    return -max(digits, default=9)


def _in_one_cell(column: Column, gazetteer: Gazetteer) -> dict[str, Any]:
    """Where most cells begin with a governorate and a sign: what the rule for such cells needs."""
    for separator in _SEPARATORS:
        heads = {head.strip() for text in column.texts if (head := text.partition(separator)[0]) != text}
        fits = {head: gazetteer.named(head, levels=[Level.GOVERNORATE]) for head in heads}
        told = {head: tuple(place.pcode for place in places) for head, places in fits.items() if places}
        begin = sum(text.partition(separator)[0].strip() in told for text in column.texts)
        if begin * 2 > len(column.texts):
            return {"column": column.name, "community": "", "separator": separator, "governorates": told}
    return {}
