"""Two breakdowns at once: civilians killed of each class by month, for stacked columns."""

from collections.abc import Mapping
from dataclasses import replace
from types import MappingProxyType

from snhr_desktop.domain.vocabularies import vocabulary
from snhr_desktop.figures.breakdowns import NOT_KNOWN
from snhr_desktop.figures.catalogue import FIGURES
from snhr_desktop.figures.figure import Answer, Figure
from snhr_desktop.figures.question import among

_KILLED = FIGURES["civilians_killed"]


def _of_class(code: str) -> Figure:
    held = ("", code) if code == NOT_KNOWN else (code,)
    where = (*_KILLED.question.where, among("victim_class", *held))
    question = replace(_KILLED.question, where=where)
    return replace(_KILLED, code=f"{_KILLED.code}/{code}", breakdown_codes=("month",), question=question)


BY_CLASS: Mapping[str, Figure] = MappingProxyType({code: _of_class(code) for code in vocabulary("victim_class")})
"""Civilians killed of each class, by the class: what the columns of a month are stacked of."""


def by_month(answers: Mapping[str, Answer]) -> dict[str, dict[str, int]]:
    """The numbers of each class by month, of the answers to `BY_CLASS`."""
    return {code: dict(answers[figure.code].by["month"]) for code, figure in BY_CLASS.items()}
