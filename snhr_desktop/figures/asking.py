"""Questions put to the store: few passes over the tables of facts, each shared by every figure it can serve.

One pass reduces the facts to one row per incident, from which come the totals and every breakdown by what is known
of the incident; a breakdown by what is known of a fact itself (class, category, type) takes a pass of its own.
All passes of one call see the same state of the store. Names of tables and columns come from the declarations,
which are the program's own; every code, date and place is bound as a parameter.
"""

import json
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from itertools import groupby
from typing import Any, Protocol

from snhr_desktop.domain.records import Period
from snhr_desktop.errors import UnknownCode
from snhr_desktop.figures.breakdowns import BREAKDOWNS, PUBLISHED_PLACE, Breakdown
from snhr_desktop.figures.catalogue import FIGURES
from snhr_desktop.figures.contribution import Contribution
from snhr_desktop.figures.figure import PLACED, Answer, Figure
from snhr_desktop.figures.question import Condition, Dates, Facts, Frame, Question
from snhr_desktop.figures.scopes import scope_condition
from snhr_desktop.figures.tally import Tally
from snhr_desktop.i18n import N_
from snhr_desktop.store.areas import present

KIND = N_("a breakdown of this figure")
_TOLD_BY = (*PLACED, PUBLISHED_PLACE)
"""The breakdowns that an incident stands under as a whole."""
_LEVELS = ("governorate", "district", "subdistrict")
_ALWAYS = ("0001-01-01", "9999-12-31")


class Cursor(Protocol):
    """What is asked of a cursor."""

    def fetchall(self) -> list[Any]:
        """Every row."""


class Connection(Protocol):
    """What is asked of a connection to a store, open and unlocked."""

    @property
    def in_transaction(self) -> bool:
        """Whether a transaction is open."""

    def execute(self, _sql: str, _parameters: Sequence[Any] = (), /) -> Cursor:
        """Run one statement."""


@dataclass(frozen=True)
class Sql:
    """A piece of a statement with the values it binds, in their order."""

    text: str
    values: tuple[object, ...] = ()


def ask(connection: Connection, figure: Figure, period: Period, scope: str) -> Answer:
    """The answer of one figure. Raises `UnknownCode` for a scope that does not exist."""
    return ask_all(connection, (figure,), period, scope)[figure.code]


def ask_all(connection: Connection, figures: Iterable[Figure], period: Period, scope: str) -> dict[str, Answer]:
    """The answers of several figures, in their order and of one moment. Raises `UnknownCode` for the scope."""
    asked = tuple(figures)
    tallies = tally_all(connection, asked, period, scope)
    return {figure.code: tallies[figure.code].answer(figure) for figure in asked}


def tally_all(
    connection: Connection, figures: Iterable[Figure], period: Period, scope: str, uid: str = ""
) -> dict[str, Tally]:
    """The sums of several figures, of one moment; with `uid`, what this incident or case alone adds to them.

    Raises `UnknownCode` for the scope.
    """
    asked = tuple(figures)
    tallies = {figure.code: Tally() for figure in asked}
    with one_moment(connection):
        for (facts, frame), alike in _alike(asked):
            of_incidents = _incidents(connection, frame, period, scope)
            if uid:
                of_one = f"i.{facts.head}_id = (SELECT id FROM {facts.head} WHERE uid = ?)"
                of_incidents = _all([of_incidents, Sql(of_one, (uid,))])
            for statement in _statements(facts, of_incidents, alike):
                for breakdown, term, *cells in connection.execute(statement.text, statement.values).fetchall():
                    numbers = iter(cells)
                    for figure in alike:
                        tallies[figure.code].take(figure, breakdown, term, numbers)
    return tallies


def by_published_place(connection: Connection, period: Period, scope: str) -> dict[str, dict[str, int]]:
    """Every figure's numbers by the sub-district that may be published. Raises `UnknownCode` for the scope."""
    placed = [replace(figure, breakdown_codes=(PUBLISHED_PLACE,)) for figure in FIGURES.values()]
    answers = ask_all(connection, placed, period, scope)
    return {code: dict(answer.by[PUBLISHED_PLACE]) for code, answer in answers.items()}


def behind(
    connection: Connection, figure: Figure, period: Period, scope: str, breakdown: str = "", term: str = ""
) -> tuple[str, ...]:
    """Identities of the incidents behind a number, by date: the total's, or those of one term of a breakdown.

    Behind a figure of cases stand cases.
    Uses whose number nobody stated are among them, since they are told beside the number. Behind a share stand the
    incidents of the whole. Raises `UnknownCode` for a scope or breakdown that does not exist.
    """
    question = figure.question
    met = [
        _incidents(connection, question.frame, period, scope),
        *(_condition(c, question.facts) for c in question.where),
    ]
    if breakdown:
        found = next((b for b in figure.breakdowns if b.code == breakdown), None)
        if found is None:
            raise UnknownCode(code=breakdown, kind=KIND, known=tuple(figure.breakdown_codes))
        key = _key(found, question.facts)
        met.append(Sql(f"{key.text} = ?", (*key.values, term)))
    where = _all(met)
    rows = connection.execute(
        f"SELECT DISTINCT head.uid, i.first FROM {_headed(question.facts)}"
        f" WHERE {where.text} ORDER BY i.first, head.uid",
        where.values,
    ).fetchall()
    return tuple(row[0] for row in rows)


def contributions(
    connection: Connection, figures: Iterable[Figure], period: Period, scope: str, uids: Iterable[str] | None = None
) -> dict[str, Contribution]:
    """What each incident or case adds to the figures, by its identity; one that adds nothing is not there.

    With `uids`, of these alone. Raises `UnknownCode` for the scope.
    """
    found: dict[str, Contribution] = {}
    chosen = Sql("1") if uids is None else _among(uids)
    with one_moment(connection):
        for (facts, frame), alike in _alike(figures):
            of_incidents = _all([_incidents(connection, frame, period, scope), chosen])
            breakdowns = dict.fromkeys(breakdown for figure in alike for breakdown in figure.breakdowns)
            if facts.of_cases:  # the events of a case are not all of one place and month
                breakdowns[BREAKDOWNS[PUBLISHED_PLACE]] = None
            told_by = () if facts.of_cases else _TOLD_BY
            for breakdown in (None, *(b for b in breakdowns if facts.of_cases or not b.of_incident)):
                statement = _one_by_one(facts, of_incidents, alike, breakdown, told_by)
                for row in connection.execute(statement.text, statement.values).fetchall():
                    uid, term, *placed = row[: 2 + len(told_by)]
                    one = found.setdefault(uid, Contribution(dict(zip(told_by, placed, strict=True))))
                    one.take(alike, breakdown, term, iter(row[2 + len(told_by) :]))
    return {uid: one for uid, one in found.items() if one.cells}


def _one_by_one(
    facts: Facts, of_incidents: Sql, alike: Sequence[Figure], breakdown: Breakdown | None, told_by: Sequence[str]
) -> Sql:
    """Rows of incident or case, term, the terms it is placed under, and the cells of every figure."""
    term = _key(breakdown, facts) if breakdown else Sql("''")
    columns = [column for figure in alike for column in _columns(figure.question)]
    chosen = _list([term, *(_key(BREAKDOWNS[code], facts) for code in told_by), *columns])
    return Sql(
        f"SELECT head.uid, {chosen.text} FROM {_headed(facts)}"
        f" WHERE {of_incidents.text} GROUP BY i.{facts.head}_id{', 2' if breakdown else ''}",
        (*chosen.values, *of_incidents.values),
    )


@contextmanager
def one_moment(connection: Connection) -> Iterator[None]:
    """Let several reads see one state of the store, whatever another window saves meanwhile. May be nested."""
    if connection.in_transaction:
        yield
        return
    connection.execute("BEGIN")
    try:
        yield
    finally:
        connection.execute("ROLLBACK")  # nothing was written: this only lets go of the state that was read


def _alike(figures: Iterable[Figure]) -> Iterator[tuple[tuple[Facts, Frame], list[Figure]]]:
    """The figures that the same pass can serve."""

    def kin(figure: Figure) -> tuple[str, str, str]:
        question = figure.question
        return question.facts.value, question.frame.standing, question.frame.dates.value

    for _, together in groupby(sorted(figures, key=kin), kin):
        alike = list(together)
        yield (alike[0].question.facts, alike[0].question.frame), alike


def _statements(facts: Facts, of_incidents: Sql, alike: Sequence[Figure]) -> Iterator[Sql]:
    """Rows of breakdown, term and the cells of every figure; the totals have a blank breakdown and term."""
    columns = [column for figure in alike for column in _columns(figure.question)]
    breakdowns = dict.fromkeys(breakdown for figure in alike for breakdown in figure.breakdowns)
    yield _by_incident(facts, of_incidents, columns, [b for b in breakdowns if b.of_incident])
    for breakdown in breakdowns:
        if not breakdown.of_incident:
            yield _by_fact(facts, of_incidents, columns, breakdown)


def _by_incident(facts: Facts, of_incidents: Sql, columns: Sequence[Sql], breakdowns: Sequence[Breakdown]) -> Sql:
    keys = [_named(_key(breakdown, facts), breakdown.code) for breakdown in breakdowns]
    chosen = _list([*keys, *(_named(column, f"n{number}") for number, column in enumerate(columns))])
    sums = ", ".join(f"SUM(n{number})" for number in range(len(columns)))
    selects = [f"SELECT '', '', {sums} FROM one"]
    selects += [f"SELECT '{b.code}', {b.code}, {sums} FROM one GROUP BY {b.code}" for b in breakdowns]
    one = "i.rowid" if facts.of_cases else "i.incident_id"
    return Sql(
        f"WITH one AS MATERIALIZED (SELECT {chosen.text} FROM {_source(facts)} WHERE {of_incidents.text}"
        f" GROUP BY {one}) {' UNION ALL '.join(selects)}",
        (*chosen.values, *of_incidents.values),
    )


def _by_fact(facts: Facts, of_incidents: Sql, columns: Sequence[Sql], breakdown: Breakdown) -> Sql:
    chosen = _list([_key(breakdown, facts), *columns])
    return Sql(
        f"SELECT '{breakdown.code}', {chosen.text} FROM {_source(facts)} WHERE {of_incidents.text} GROUP BY 2",
        (*chosen.values, *of_incidents.values),
    )


def _columns(question: Question) -> Iterator[Sql]:
    measured = f"SUM(f.{question.measure})" if question.measure else "COUNT(*)"
    where = [_condition(condition, question.facts) for condition in question.where]
    yield _filtered(measured, where)
    if question.part:
        yield _filtered(measured, [*where, *(_condition(condition, question.facts) for condition in question.part)])
    if question.nullable:
        yield _filtered("COUNT(*)", [*where, Sql(f"f.{question.measure} IS NULL")])


def _filtered(aggregate: str, where: Sequence[Sql]) -> Sql:
    if not where:
        return Sql(aggregate)
    met = _all(where)
    return Sql(f"{aggregate} FILTER (WHERE {met.text})", met.values)


def _incidents(connection: Connection, frame: Frame, period: Period, scope: str) -> Sql:
    """Which incidents count: standing, dates, scope and area. A bound that a period leaves open is no bound."""
    first = period.first.isoformat() if period.first else _ALWAYS[0]
    last = period.last.isoformat() if period.last else _ALWAYS[1]
    met = [Sql("i.standing = ?", (frame.standing,))]
    if frame.dates is Dates.WITHIN:
        met.append(Sql("i.first >= ? AND i.last <= ?", (first, last)))
    else:
        met.append(Sql("i.first <= ? AND i.last >= ? AND (i.first < ? OR i.last > ?)", (last, first, first, last)))
    in_scope = scope_condition(scope)
    if in_scope:
        met.append(_condition(in_scope, Facts.INCIDENT))
    if period.area:
        area = present(connection, period.area)
        met.append(Sql(f"i.{_level(connection, area)} = ?", (area,)))
    return _all(met)


def _level(connection: Connection, area: str) -> str:
    """The column that the facts hold an area of this level in: a p-code is of one level alone."""
    found = connection.execute("SELECT level FROM place WHERE pcode = ?", (area,)).fetchall()
    return str(found[0][0]) if found and found[0][0] in _LEVELS else _LEVELS[0]


def _source(facts: Facts) -> str:
    """The facts, `i` what is known of the whole and `f` what is known of a part, which may be the same."""
    if _table(facts) == "i":
        return f"{facts} AS i"
    return f"incident_fact AS i JOIN {facts} AS f ON f.incident_id = i.incident_id"


def _headed(facts: Facts) -> str:
    """The facts with the records they are of."""
    return f"{_source(facts)} JOIN {facts.head} AS head ON head.id = i.{facts.head}_id"


def _table(facts: Facts) -> str:
    return "i" if facts in (Facts.INCIDENT, Facts.CASE) else "f"


def _among(uids: Iterable[str]) -> Sql:
    return Sql("head.uid IN (SELECT value FROM json_each(?))", (json.dumps(list(uids)),))


def _condition(condition: Condition, facts: Facts) -> Sql:
    table = _table(facts)
    codes = ", ".join("?" * len(condition.codes))
    holds = "IN" if condition.holds else "NOT IN"
    return Sql(f"{table}.{condition.column} {holds} ({codes})", condition.codes)


def _key(breakdown: Breakdown, facts: Facts) -> Sql:
    table = "i" if breakdown.of_incident else _table(facts)
    return Sql(f"COALESCE(NULLIF({table}.{breakdown.column}, ''), ?)", (breakdown.remainder,))


def _named(piece: Sql, name: str) -> Sql:
    return Sql(f"{piece.text} AS {name}", piece.values)


def _all(met: Sequence[Sql]) -> Sql:
    return Sql(" AND ".join(piece.text for piece in met), tuple(value for piece in met for value in piece.values))


def _list(pieces: Sequence[Sql]) -> Sql:
    return Sql(", ".join(piece.text for piece in pieces), tuple(value for piece in pieces for value in piece.values))
