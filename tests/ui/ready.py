"""What a process has done ahead that presses and readers of files are forked from: imports, and a report of nothing."""

from snhr_desktop.exchange import making_child
from snhr_desktop.i18n import ARABIC, ENGLISH
from snhr_desktop.reports.render import rendered
from tests.reports.specimen import empty

__all__ = ["making_child"]

rendered(empty(), (ENGLISH, ARABIC))
