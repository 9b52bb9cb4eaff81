"""The rules of a list of people who were taken, that follow from what each column is taken for."""

from collections.abc import Mapping, Sequence

from snhr_desktop.domain.kinds import Flag, Invalid
from snhr_desktop.domain.records import Case, CaseState, Record
from snhr_desktop.exchange.date_text import order_of, says_no_date
from snhr_desktop.exchange.guessing.looks import Column, ambiguous, is_date
from snhr_desktop.exchange.guessing.taken import FATE, FIRST, FOLLOWING
from snhr_desktop.exchange.mapping import FROM_COLUMN, FieldRule, RecordRule

Targets = Mapping[str, Sequence[Column]]
_OF_FATE = ("fate", "released", "died")


def case_rules(targets: Targets) -> dict[str, FieldRule]:
    """The fields of the person. Nothing is documented by being imported."""
    rules = _rules("case", targets, Case)
    rules.setdefault("civil_status", FieldRule(value="unknown"))
    return {**rules, "status": FieldRule(value="reported")}


def state_rules(targets: Targets) -> tuple[RecordRule, ...]:
    """The arrest, then what followed. Where one column says what became of the person, the dates of it are its own."""
    first = _rules(FIRST, targets, CaseState)
    first.setdefault("state", FieldRule(value="arrested"))
    if fate := targets.get(f"{FATE}.state"):
        own = [name for name in FOLLOWING if name not in _OF_FATE]
        return (RecordRule(first), *_following(own, targets), RecordRule(_fate(fate[0], targets)))
    return (RecordRule(first), *_following(FOLLOWING, targets))


def _following(states: Sequence[str], targets: Targets) -> tuple[RecordRule, ...]:
    found = []
    for state in states:
        if not any(some and name.startswith(f"states.{state}.") for name, some in targets.items()):
            continue
        rules = _rules(f"states.{state}", targets, CaseState)
        told = targets.get(f"states.{state}.date", ())
        if told and _is_flag(told[0]):
            del rules["date"]
            rules["state"] = FieldRule(flags={told[0].name: state})
        else:
            rules["state"] = FieldRule(value=state)
        found.append(RecordRule(rules))
    return tuple(found)


def _fate(column: Column, targets: Targets) -> dict[str, FieldRule]:
    """What became of the person, on the day that is told of it; a yes or a day in the columns of one state says it as
    well, and has to agree."""
    flags = {one.name: name for name, one in _told(targets).items() if name != "fate"}
    dates = _days(targets)
    state = FieldRule(columns=(column.name,), flags=flags)
    rules = {name: rule for name, rule in _rules("states.died", targets, CaseState).items() if name != "date"}
    return {**rules, "state": state, **({"date": _dated(dates)} if dates else {})}


def _told(targets: Targets) -> dict[str, Column]:
    return {name: targets[f"states.{name}.date"][0] for name in _OF_FATE if targets.get(f"states.{name}.date")}


def _days(targets: Targets) -> list[Column]:
    """The columns of days among those that tell what became of the person."""
    return [one for name, one in _told(targets).items() if name == "fate" or not _is_flag(one)]


def _rules(part: str, targets: Targets, record_type: type[Record]) -> dict[str, FieldRule]:
    """The fields of the person or of one state whose columns were found."""
    known = {field.name for field in record_type.fields()}
    rules: dict[str, FieldRule] = {}
    for target, columns in targets.items():
        head, _, field = target.rpartition(".")
        if head == part and field in known and columns:
            rules[field] = _dated(columns[:1]) if field == "date" else FieldRule(columns=(columns[0].name,))
    return rules


def _dated(columns: Sequence[Column]) -> FieldRule:
    """A date; where cells of the sample say in words that there is none, what cannot be read is left out and told."""
    cells = [cell for column in columns for cell in column.cells]
    doubtful = any(ambiguous(column) for column in columns)
    return FieldRule(
        columns=tuple(column.name for column in columns),
        order=order_of(cells) or (FROM_COLUMN if doubtful else ""),
        lenient=any(_says_none(text) for column in columns for text in column.distinct),
    )


def _says_none(text: str) -> bool:
    return says_no_date(text) or not any(sign.isdigit() for sign in text)


def _is_flag(column: Column) -> bool:
    """Whether a column that might hold dates says yes or no."""
    return column.share(_is_yes_or_no) > column.share(is_date)


def _is_yes_or_no(text: str) -> bool:
    try:
        return Flag().parse(text) is not None
    except Invalid:
        return False
