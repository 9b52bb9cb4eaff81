"""Journeys work with the window's own fixtures."""

from tests.ui.conftest import application, kit

__all__ = ["application", "kit"]
