"""Windows on whether a drive can be pulled out: a stick says so itself, a disk in a case by the bus it hangs on."""

import ctypes
from pathlib import PurePath
from typing import Any

_REMOVABLE, _FIXED = 2, 3  # of GetDriveTypeW
_PULLED_OUT = frozenset({4, 7, 12, 13})  # of STORAGE_BUS_TYPE: FireWire, USB, SD, MMC
_QUERY_PROPERTY = 0x2D1400  # IOCTL_STORAGE_QUERY_PROPERTY, which needs no right to read the drive
_SHARED, _EXISTING, _NO_HANDLE = 3, 3, ctypes.c_void_p(-1).value


Kernel = Any
"""kernel32 as ctypes gives it, which tells no types."""


class Descriptor(ctypes.Structure):
    """STORAGE_DEVICE_DESCRIPTOR as far as it is read here."""

    _fields_ = (
        ("version", ctypes.c_uint32), ("size", ctypes.c_uint32), ("kinds", ctypes.c_uint8 * 4),
        ("offsets", ctypes.c_uint32 * 4), ("bus", ctypes.c_uint32), ("rest", ctypes.c_uint8 * 996),
    )  # fmt: skip


def kernel() -> Kernel:
    """The system itself; on Windows alone."""
    found: Any = ctypes.WinDLL("kernel32")  # type: ignore[attr-defined, unused-ignore]
    found.CreateFileW.restype = ctypes.c_void_p
    found.CreateFileW.argtypes = (
        ctypes.c_wchar_p, ctypes.c_uint32, ctypes.c_uint32, ctypes.c_void_p, ctypes.c_uint32, ctypes.c_uint32,
        ctypes.c_void_p,
    )  # fmt: skip
    found.CloseHandle.argtypes = (ctypes.c_void_p,)
    found.DeviceIoControl.argtypes = (
        ctypes.c_void_p, ctypes.c_uint32, ctypes.c_void_p, ctypes.c_uint32, ctypes.c_void_p, ctypes.c_uint32,
        ctypes.c_void_p, ctypes.c_void_p,
    )  # fmt: skip
    return found


def can_be_pulled(place: PurePath, system: Kernel) -> bool:
    """Whether a folder lies on a stick, a card or a disk that is plugged in; a folder of the network does not."""
    drive = place.drive
    if len(drive) != len("E:"):  # a share of the network has a longer name, a relative path none
        return False
    kind = system.GetDriveTypeW(f"{drive}\\")
    return kind == _REMOVABLE or (kind == _FIXED and _bus(drive, system) in _PULLED_OUT)


def _bus(drive: str, system: Kernel) -> int:
    """The bus that a drive hangs on, 0 where the system does not say."""
    handle = system.CreateFileW(rf"\\.\{drive}", 0, _SHARED, None, _EXISTING, 0, None)
    if handle in (None, _NO_HANDLE):
        return 0
    try:
        asked, told, length = (ctypes.c_uint32 * 3)(), Descriptor(), ctypes.c_uint32()
        done = system.DeviceIoControl(
            handle, _QUERY_PROPERTY, ctypes.byref(asked), ctypes.sizeof(asked), ctypes.byref(told),
            ctypes.sizeof(told), ctypes.byref(length), None,
        )  # fmt: skip
        return int(told.bus) if done else 0
    finally:
        system.CloseHandle(handle)
