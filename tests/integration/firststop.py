#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""From a first start to the first confirmed stop, with a mouse: counts the clicks and the seconds.

firststop.py CONSOLE, on a display and a session bus of its own (packaging/withdisplay.sh). The pointer really moves and
clicks; where to, and what came of it, is read through AT-SPI. Fails beyond three clicks.
"""
import subprocess
import sys
import tempfile
import time

from assistive import Atspi, Console, Failure, waited

MOST_CLICKS = 3


class Mouse:
    def __init__(self):
        self.clicks = 0

    def click(self, console, name, within=None):
        def ready():
            node = console.find("push button", name, within)
            return node if node.get_state_set().contains(Atspi.StateType.ENABLED) else None
        node = waited(f"“{name}”, enabled", ready)
        place = node.get_extents(Atspi.CoordType.SCREEN)
        subprocess.run(
            ["xdotool", "mousemove", str(place.x + place.width // 2), str(place.y + place.height // 2), "click", "1"],
            check=True)
        self.clicks += 1


def stopped_here(console):
    table = console.table()
    heads = [table.get_column_description(column) for column in range(table.get_n_columns())]
    for row in range(table.get_n_rows()):
        texts = dict(zip(heads, (table.get_accessible_at(row, column).get_name() for column in range(len(heads)))))
        if texts["Last result"] == "Stopped" and texts["Status"] == "Stopped":
            return texts["TaskId"]
    return None


def main():
    mouse = Mouse()
    with tempfile.TemporaryDirectory() as home:
        begin = time.monotonic()
        console = Console(sys.argv[1], home)
        try:
            mouse.click(console, "Try the simulator")
            mouse.click(console, "Stop")
            mouse.click(console, "Stop the task", console.dialog())
            task = waited("a task that was stopped", lambda: stopped_here(console))
            seconds = time.monotonic() - begin
        finally:
            console.process.terminate()
            console.process.wait(20)
    print(f"first stop confirmed ({task}) after {mouse.clicks} clicks and {seconds:.1f} s from the program's start")
    return 0 if mouse.clicks <= MOST_CLICKS else 1


if __name__ == "__main__":
    try:
        sys.exit(main())
    except Failure as failure:
        print(failure)
        sys.exit(1)
