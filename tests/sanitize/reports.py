"""Reads the reports that the sanitizers left, and fails where one concerns this library.

    reports.py DIRECTORY LIBRARY

An error that AddressSanitizer reports counts whatever its place. A leak counts where the memory
was allocated in the shared library whose file name contains LIBRARY: interpreters, and other
programs that tests start, end without freeing everything.
"""

import pathlib
import re
import sys

#: The stack traces are printed in this form, which names the module of each frame.
FRAME = re.compile(r"^ *#\d+ 0x[0-9a-f]+ .*\[(.*)\]$", re.MULTILINE)

#: The sanitizer's library and those of the C library, which allocate for others.
SYSTEM = re.compile(r"lib(asan|c|nss_\w+|resolv)\.so\b")


def allocated_in(leak, library):
    """Whether the innermost frame outside of the sanitizer and the C library is in the library."""
    modules = [pathlib.PurePath(path).name for path in FRAME.findall(leak)]
    callers = [
        module for module in modules if not re.match(r"lib([alt]san|c|nss_\w+|resolv)\b", module)
    ]
    return bool(callers) and library in callers[0]


def findings(report, library):
    """The parts of a report that concern the library."""
    if "ERROR: LeakSanitizer: detected memory leaks" in report:
        leaks = re.split(r"\n\n(?=(?:Direct|Indirect) leak of )", report)[1:]
        return [
            leak.partition("\n\n")[0]
            for leak in leaks
            if leak.startswith("Direct") and allocated_in(leak, library)
        ]
    return [report] if re.search(r"ERROR: \w+Sanitizer", report) else []


def main(directory, library):
    found = []
    for path in sorted(pathlib.Path(directory).iterdir()):
        found += findings(path.read_text(errors="replace"), library)
    for finding in found:
        print(finding, end="\n\n")
    return bool(found)


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
