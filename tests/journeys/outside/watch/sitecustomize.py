"""Loaded by every Python process of the session before anything else: notes each use of a socket that leads outside.

Sockets within the machine (AF_UNIX) are how a window speaks to the desktop and to its press; any other is noted.
"""

import os
import socket
import sys

_NOTED = os.environ.get("SNHR_SOCKETS", "")
_NAMES = ("socket.getaddrinfo", "socket.gethostbyname", "socket.gethostbyaddr", "socket.getnameinfo", "urllib.Request")


def _note(said: str) -> None:
    descriptor = os.open(_NOTED, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
    os.write(descriptor, f"{said}\n".encode())
    os.close(descriptor)


def _hear(event: str, arguments: tuple[object, ...]) -> None:
    if event == "socket.__new__" and arguments[1] not in (socket.AF_UNIX, -1):
        _note(f"{event} {arguments[1:]}")
    elif event == "socket.connect" and isinstance(arguments[1], tuple):
        _note(f"{event} {arguments[1]}")
    elif event in _NAMES:
        _note(event)


if _NOTED:
    _note(f"began {os.getpid()}")
    sys.addaudithook(_hear)
