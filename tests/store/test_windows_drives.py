"""Which drives of a computer with Windows can be pulled out, by what its kernel answers to the calls that are made."""

import ctypes
from pathlib import PureWindowsPath
from typing import Any

import pytest

from snhr_desktop.store.backups.windows import can_be_pulled

REMOVABLE, FIXED, REMOTE = 2, 3, 4
SATA, USB, NVME, UNREADABLE = 11, 7, 17, -1
DRIVES = {"C:": (FIXED, NVME), "D:": (FIXED, SATA), "E:": (REMOVABLE, USB), "F:": (FIXED, USB), "N:": (REMOTE, 0)}
DRIVES["G:"] = (FIXED, UNREADABLE)


class Kernel:
    """A kernel32 that has these drives: it writes a descriptor where a caller says, as the real one does."""

    def __init__(self) -> None:
        self.open: list[str] = []

    def GetDriveTypeW(self, root: str) -> int:
        assert root.endswith("\\")
        return DRIVES[root[:2]][0]

    def CreateFileW(self, name: str, access: int, *_: Any) -> int | None:
        assert (name[:4], access) == ("\\\\.\\", 0), "a drive is asked, not read"
        if DRIVES[name[4:]][1] == UNREADABLE:
            return ctypes.c_void_p(-1).value
        self.open.append(name[4:])
        return 40 + len(self.open)

    def DeviceIoControl(self, handle: int, code: int, *said: Any) -> int:
        _, asked, out, size, *_ = said
        assert (code, asked) == (0x2D1400, 12)
        whole = bytearray(size)
        whole[28:32] = DRIVES[self.open[handle - 41]][1].to_bytes(4, "little")
        ctypes.memmove(out, bytes(whole), size)
        return 1

    def CloseHandle(self, handle: int) -> int:
        return len(self.open.pop(handle - 41))


@pytest.mark.parametrize(
    ("place", "pulled"),
    [
        (r"C:\Users\office", False),
        (r"D:\backups", False),
        ("E:\\", True),
        (r"F:\backups\of the office", True),
        (r"G:\backups", False),
        (r"N:\backups", False),
        (r"\\server\share\backups", False),
        ("backups", False),
    ],
)
def test_sticks_and_disks_on_a_cable_can_be_pulled_out(place: str, pulled: bool) -> None:
    kernel = Kernel()
    assert can_be_pulled(PureWindowsPath(place), kernel) is pulled
    assert kernel.open == [], "every drive that was asked is let go"
