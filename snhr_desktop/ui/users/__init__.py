"""Who may use the store, and the keys that open it."""

from snhr_desktop.ui.users.page import UsersPage

__all__ = ["UsersPage"]
