"""What only Windows can tell: when a process began."""

import ctypes
import sys

_QUERY = 0x1000  # PROCESS_QUERY_LIMITED_INFORMATION
_NO_SUCH = 87  # ERROR_INVALID_PARAMETER: there is no process of this number
_STILL_ACTIVE = 259


def process_started(pid: int) -> str | None:
    """Return when a process began: None if there is none, '' if that cannot be told."""
    if sys.platform != "win32":
        return ""
    kernel = ctypes.WinDLL("kernel32", use_last_error=True)
    kernel.OpenProcess.restype = ctypes.c_void_p
    opened = kernel.OpenProcess(_QUERY, False, pid)
    if not opened:
        return None if ctypes.get_last_error() == _NO_SUCH else ""
    handle = ctypes.c_void_p(opened)
    try:
        code = ctypes.c_ulong()
        if kernel.GetExitCodeProcess(handle, ctypes.byref(code)) and code.value != _STILL_ACTIVE:
            return None
        times = [ctypes.c_ulonglong() for _ in range(4)]
        if kernel.GetProcessTimes(handle, *(ctypes.byref(time) for time in times)):
            return str(times[0].value)
        return ""
    finally:
        kernel.CloseHandle(handle)
