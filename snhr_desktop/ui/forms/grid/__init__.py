"""One grid for every list of records: made from the record's fields, filled by keyboard alone."""

from snhr_desktop.ui.forms.grid.record_list import RecordList

__all__ = ["RecordList"]
