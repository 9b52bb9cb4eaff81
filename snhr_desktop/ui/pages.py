"""The pages of an open store, in the order of the side bar: one line each, imported when first opened.

A page is opened by its key, with a subject for its `arrive`:
`overview`; `incidents` with an `IncidentQuery`; `entry` with a uid to edit, or None for a new incident; `reports`.
"""

from snhr_desktop.ui.page import PageEntry

PAGES: tuple[PageEntry, ...] = ()
