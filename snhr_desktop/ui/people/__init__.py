"""The page of people: the victims of all incidents."""

from snhr_desktop.ui.people.page import PeoplePage

__all__ = ["PeoplePage"]
