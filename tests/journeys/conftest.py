"""Journeys work with the window's own fixtures."""

from tests.ui.conftest import application, kit, worker

__all__ = ["application", "kit", "worker"]
