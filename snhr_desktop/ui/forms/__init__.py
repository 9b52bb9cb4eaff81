"""The entry form of an incident: for tired people with keyboards, in two languages, losing nothing."""

from snhr_desktop.ui.forms.incident_form import IncidentForm

__all__ = ["IncidentForm"]
