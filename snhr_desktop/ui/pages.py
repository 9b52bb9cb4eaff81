"""The pages of an open store, in the order of the side bar: one line each, imported when first opened.

A page is opened by its key, with a subject for its `arrive`:
`overview`; `people` with a `PersonQuery`; `incidents` with an `IncidentQuery`, a pair of one and the heading it is
behind, or a uid; `entry` with a uid to edit, a `Draft` to go on with, or None for a new incident; `cases` with a pair
of a `CaseQuery` and the heading it is behind, or a uid; `case` like `entry`; `reports` with a
`Brief`, whose blank edition or period is the last, or the code of a published one; `exchange`; `care`; `users`.
"""

from PySide6.QtWidgets import QWidget

from snhr_desktop.i18n import N_, NC_
from snhr_desktop.ui.desk import Desk
from snhr_desktop.ui.page import Page, PageEntry


def _overview(desk: Desk, room: QWidget) -> Page:
    from snhr_desktop.ui.overview import OverviewPage

    return OverviewPage(desk, room)


def _incidents(desk: Desk, room: QWidget) -> Page:
    from snhr_desktop.ui.incidents import IncidentsPage

    return IncidentsPage(desk, room)


def _people(desk: Desk, room: QWidget) -> Page:
    from snhr_desktop.ui.people import PeoplePage

    return PeoplePage(desk, room)


def _entry(desk: Desk, room: QWidget) -> Page:
    from snhr_desktop.ui.entry_page import EntryPage

    return EntryPage(desk, room)


def _cases(desk: Desk, room: QWidget) -> Page:
    from snhr_desktop.ui.cases.page import CasesPage

    return CasesPage(desk, room)


def _case(desk: Desk, room: QWidget) -> Page:
    from snhr_desktop.ui.cases.entry_page import CaseEntryPage

    return CaseEntryPage(desk, room)


def _review(desk: Desk, room: QWidget) -> Page:
    from snhr_desktop.ui.review import ReviewPage

    return ReviewPage(desk, room)


def _reports(desk: Desk, room: QWidget) -> Page:
    from snhr_desktop.ui.reports.page import ReportsPage

    return ReportsPage(desk, room)


def _exchange(desk: Desk, room: QWidget) -> Page:
    from snhr_desktop.ui.exchange.page import ExchangePage

    return ExchangePage(desk, room)


def _care(desk: Desk, room: QWidget) -> Page:
    from snhr_desktop.ui.care.page import CarePage

    return CarePage(desk, room)


def _users(desk: Desk, room: QWidget) -> Page:
    from snhr_desktop.ui.users import UsersPage

    return UsersPage(desk, room)


PAGES: tuple[PageEntry, ...] = (
    PageEntry("overview", "layout-dashboard", NC_("page", "Overview"), _overview),
    PageEntry("incidents", "list", N_("Incidents"), _incidents),
    PageEntry("people", "users", N_("People"), _people),
    PageEntry("cases", "user", N_("Cases"), _cases),
    PageEntry("review", "shield-check", N_("Review"), _review),
    PageEntry("reports", "file-text", N_("Reports"), _reports),
    PageEntry("exchange", "import", N_("Exchange"), _exchange),
    PageEntry("care", "hard-drive", N_("Care of the store"), _care),
    PageEntry("users", "key-round", N_("Users and keys"), _users),
    PageEntry("entry", "file-plus", N_("New incident"), _entry, listed=False),
    PageEntry("case", "user-plus", N_("New case"), _case, listed=False),
)
