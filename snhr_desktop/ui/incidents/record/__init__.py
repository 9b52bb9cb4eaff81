"""The record of an incident, to be read: every declared field that says something, in the language spoken."""

from snhr_desktop.ui.incidents.record.record_view import RecordView

__all__ = ["RecordView"]
