"""Every figure there is, by code. To add one: a `Figure` in the file of its subject, and its Arabic."""

from collections.abc import Mapping
from types import MappingProxyType

from snhr_desktop.errors import UnknownCode
from snhr_desktop.figures.catalogue import apart, cases, cases_apart, facilities, incidents, victims, weapons
from snhr_desktop.figures.figure import Figure
from snhr_desktop.i18n import N_

FIGURES: Mapping[str, Figure] = MappingProxyType(
    {
        figure.code: figure
        for module in (victims, incidents, facilities, weapons, cases, apart, cases_apart)
        for figure in vars(module).values()
        if isinstance(figure, Figure)
    }
)
"""The figures in the order they are shown; those that stand apart come last."""

KIND = N_("a figure")


def figure_of(code: str) -> Figure:
    """One figure. Raises `UnknownCode`."""
    if code not in FIGURES:
        raise UnknownCode(code=code, kind=KIND, known=tuple(FIGURES))
    return FIGURES[code]
