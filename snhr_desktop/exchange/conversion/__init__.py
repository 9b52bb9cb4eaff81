"""Rows of a foreign file as dossiers, through a mapping that is compiled once and followed for each row."""

from snhr_desktop.exchange.conversion.mapped_cases import MappedCases
from snhr_desktop.exchange.conversion.mapped_rows import MappedRows
from snhr_desktop.exchange.conversion.settling import settled

__all__ = ["MappedCases", "MappedRows", "settled"]
