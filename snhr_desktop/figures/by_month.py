"""Two breakdowns at once: civilians killed of each class by month, for stacked columns."""

from dataclasses import replace

from snhr_desktop.domain.records import Period
from snhr_desktop.domain.vocabularies import vocabulary
from snhr_desktop.figures.asking import Connection, ask_all
from snhr_desktop.figures.breakdowns import NOT_KNOWN
from snhr_desktop.figures.catalogue import FIGURES
from snhr_desktop.figures.question import among


def killed_by_month(connection: Connection, period: Period, scope: str) -> dict[str, dict[str, int]]:
    """Civilians killed of each class by month: what stacked columns are made of. Raises `UnknownCode` for the scope."""
    killed = FIGURES["civilians_killed"]
    classes = [(code, ("", code) if code == NOT_KNOWN else (code,)) for code in vocabulary("victim_class")]
    parts = [
        replace(
            killed,
            code=code,
            breakdown_codes=("month",),
            question=replace(killed.question, where=(*killed.question.where, among("victim_class", *held))),
        )
        for code, held in classes
    ]
    return {code: dict(answer.by["month"]) for code, answer in ask_all(connection, parts, period, scope).items()}
