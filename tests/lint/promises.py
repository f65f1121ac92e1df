#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Every promise of SECURITY.md names a test that exists.

promises.py CTEST BUILD_DIRECTORY SOURCE_DIRECTORY   holds the table against the tests of that build
promises.py --self-check                             proves that each fault is noticed

The table has the columns promise, mechanism, test; the last names tests of ctest and fuzzers (`fuzz NAME`, a
source in tests/fuzz) in back quotes. A fault: no table, a row with an empty cell, a row without a test, a name
that is neither.
"""
import json
import pathlib
import re
import subprocess
import sys

HEADING = "| promise | mechanism | test |"
NAME = re.compile(r"`([^`]+)`")


def rows(text):
    """The cells of each row below the heading."""
    lines = text.splitlines()
    if HEADING not in lines:
        return []
    found = []
    for line in lines[lines.index(HEADING) + 2:]:
        if not line.startswith("|"):
            break
        found.append([cell.strip() for cell in line.strip("|").split("|")])
    return found


def faults(text, tests, fuzzers):
    table = rows(text)
    if not table:
        return [f"there is no table under {HEADING!r}"]
    found = []
    for cells in table:
        if len(cells) != 3 or not all(cells):
            found.append(f"not three cells with something in them: {cells}")
            continue
        names = NAME.findall(cells[2])
        if not names:
            found.append(f"no test for: {cells[0]}")
        for name in names:
            word, _, fuzzer = name.partition(" ")
            if not (fuzzer in fuzzers if word == "fuzz" else name in tests):
                found.append(f"no such test: {name} (for: {cells[0]})")
    return found


def self_check():
    def table(row):
        return f"# Security\n\n{HEADING}\n|---|---|---|\n{row}\n\nmore\n"

    tests, fuzzers = {"tst_known"}, {"answer"}
    good = table("| a | b | `tst_known`, `fuzz answer` |")
    bad = ["# Security", table("| a | b | `tst_unknown` |"), table("| a | b | `fuzz nothing` |"),
           table("| a | | `tst_known` |"), table("| a | b | tst_known |"), table("| a | b |")]
    return not faults(good, tests, fuzzers) and all(faults(text, tests, fuzzers) for text in bad)


def main(arguments):
    if arguments == ["--self-check"]:
        return 0 if self_check() else 1
    ctest, build, source = arguments
    listed = subprocess.run([ctest, "--test-dir", build, "--show-only=json-v1"], check=True, capture_output=True)
    tests = {test["name"] for test in json.loads(listed.stdout)["tests"]}
    root = pathlib.Path(source)
    fuzzers = {path.stem for path in (root / "tests/fuzz").glob("*.cpp")}
    found = faults((root / "SECURITY.md").read_text(encoding="utf-8"), tests, fuzzers)
    print("\n".join(found))
    return 1 if found else 0


sys.exit(main(sys.argv[1:]))
