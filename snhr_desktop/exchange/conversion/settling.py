"""What a mapping leaves to the file itself, settled before its rows are converted: the order of day and month."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import chain

from snhr_desktop.exchange.date_text import Orders
from snhr_desktop.exchange.mapping import DAY_FIRST, FROM_COLUMN, FieldRule, FileMapping
from snhr_desktop.exchange.reading import Row, Source
from snhr_desktop.exchange.watching import UNWATCHED, Waiting


def settled(mapping: FileMapping, source: Source, waiting: Waiting = UNWATCHED) -> FileMapping:
    """The mapping with every order said. The rows are read once more, if there is one to settle.

    Raises `ImportStopped`.
    """
    columns = {column for rule in _fields(mapping) if rule.order == FROM_COLUMN for column in rule.columns}
    if mapping.date and mapping.date.order == FROM_COLUMN:
        columns.add(mapping.date.column)
    if not columns:
        return mapping
    orders = _orders(waiting.over(source.rows()), columns)
    date = mapping.date
    if date and date.order == FROM_COLUMN:
        date = replace(date, order=orders[date.column])
    records = {
        name: tuple(replace(rule, fields={k: _said(v, orders) for k, v in rule.fields.items()}) for rule in rules)
        for name, rules in mapping.records.items()
    }
    incident, case = (
        {name: _said(rule, orders) for name, rule in rules.items()} for rules in (mapping.incident, mapping.case)
    )
    return replace(mapping, date=date, incident=incident, case=case, records=records)


def _fields(mapping: FileMapping) -> Iterable[FieldRule]:
    records = chain.from_iterable(mapping.records.values())
    return chain(mapping.heads.values(), *(rule.fields.values() for rule in records))


def _said(rule: FieldRule, orders: dict[str, str]) -> FieldRule:
    if rule.order != FROM_COLUMN:
        return rule
    return replace(rule, order=next((orders[column] for column in rule.columns), ""))


def _orders(rows: Iterable[Row], columns: Iterable[str]) -> dict[str, str]:
    """The order of each column, day first where no date shows it; one reading of the rows settles all."""
    shown = {column: Orders() for column in columns}
    for row in rows:
        for column, orders in shown.items():
            for cell in _cells(row, column):
                orders.look(cell)
    return {column: orders.most or DAY_FIRST for column, orders in shown.items()}


def _cells(row: Row, column: str) -> Iterator[object]:
    """The cells of a column in a row, those of repeats among them."""
    yield (row.cells or {}).get(column)
    yield from (entry[column] for entries in row.lists.values() for entry in entries if column in entry)
