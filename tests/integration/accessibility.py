#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What a person with a screen reader has of the real window: AT-SPI alone, as an assistive program uses it.

accessibility.py CONSOLE, on a display and a session bus of its own (packaging/withdisplay.sh). Walks the pages
and dialogs and fails on a control without a name; then does the main job: takes the simulator, adds a task,
stops another one, and reads what became of both.
"""
import os
import subprocess
import sys
import tempfile
import time

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi  # noqa: E402

PATIENCE_S = 30
CONTROLS = {
    "push button", "toggle button", "check box", "radio button", "combo box", "spin button", "text",
    "password text", "table", "tree table", "list", "page tab", "page tab list", "menu item", "check menu item",
    "slider", "date editor",
}


class Failure(Exception):
    pass


def children(node):
    for index in range(node.get_child_count()):
        child = node.get_child_at_index(index)
        if child is not None:
            yield child


def is_shown(node):
    return node.get_state_set().contains(Atspi.StateType.SHOWING)


def walk(node, skip_cells=True):
    yield node
    if skip_cells and node.get_role_name() in ("table", "tree table", "list", "combo box"):
        return
    for child in children(node):
        yield from walk(child, skip_cells)


def waited(what, ask):
    end = time.monotonic() + PATIENCE_S
    while time.monotonic() < end:
        try:
            found = ask()
        except Exception:  # a node that went away while it was looked at
            found = None
        if found:
            return found
        time.sleep(0.1)
    raise Failure(f"not found within {PATIENCE_S} s: {what}")


class Console:
    def __init__(self, executable, home):
        environment = dict(
            os.environ, HOME=home, XDG_RUNTIME_DIR=home, XDG_CONFIG_HOME=f"{home}/config",
            XDG_DATA_HOME=f"{home}/data", QT_QPA_PLATFORM="xcb", QT_LINUX_ACCESSIBILITY_ALWAYS_ON="1",
            LC_ALL="C.UTF-8")
        self.process = subprocess.Popen([executable], env=environment)
        self.application = waited("the console", self._application)

    def _application(self):
        desktop = Atspi.get_desktop(0)
        for application in children(desktop):
            if application.get_process_id() == self.process.pid and application.get_child_count() > 0:
                return application
        return None

    def windows(self):
        return [window for window in children(self.application) if is_shown(window)]

    def find(self, role, name, within=None):
        def look():
            for window in [within] if within is not None else self.windows():
                for node in walk(window):
                    if node.get_role_name() == role and node.get_name() == name and is_shown(node):
                        return node
            return None
        return waited(f"{role} “{name}”", look)

    def press(self, role, name, within=None):
        node = self.find(role, name, within)
        for index in range(node.get_n_actions()):
            if Atspi.Action.get_action_name(node, index) in ("Press", "Toggle"):
                node.do_action(index)
                return
        raise Failure(f"{role} “{name}” cannot be pressed")

    def choose(self, entry):
        """An entry of the Task, View or Help menu, which need not be open."""
        for window in self.windows():
            for node in walk(window):
                if node.get_role_name() in ("menu item", "check menu item") and node.get_name() == entry:
                    node.do_action(0)
                    return
        raise Failure(f"no menu has the entry “{entry}”")

    def dialog(self):
        return waited("a dialog", lambda: next(
            (window for window in self.windows() if window.get_role_name() in ("dialog", "alert")), None))

    def no_dialog(self):
        waited("no dialog any more", lambda: all(
            window.get_role_name() not in ("dialog", "alert") for window in self.windows()))

    def table(self):
        return self.find("table", "Push tasks")

    def row_of(self, task_id):
        """The texts of the row of a task, by column."""
        table = self.table()
        columns = table.get_n_columns()
        heads = [table.get_column_description(column) for column in range(columns)]
        for row in range(table.get_n_rows()):
            texts = [table.get_accessible_at(row, column).get_name() for column in range(columns)]
            if task_id in texts:
                return row, dict(zip(heads, texts))
        return None


def nameless(window):
    faults = []
    for node in walk(window):
        if node.get_role_name() in CONTROLS and is_shown(node) and not node.get_name().strip():
            labels = [relation for relation in node.get_relation_set()
                      if relation.get_relation_type() == Atspi.RelationType.LABELLED_BY]
            if not labels:
                faults.append(f"{window.get_name()}: a {node.get_role_name()} has no name")
    return faults


def tour(console):
    """Every page, and the dialogs that the menus open."""
    faults = []
    frame = waited("the window", lambda: next(
        window for window in console.windows() if window.get_role_name() == "frame"))
    for page in ("Timeline", "History", "Explorer", "Tasks"):
        console.press("page tab", page)
        time.sleep(0.5)
        faults += nameless(frame)
    for entry in ("Add tasks…", "Start a push task…", "Callback…", "Stop a room…", "Rules…", "Why was a request refused?…",
                  "Keyboard shortcuts", "User's guide", "Settings…"):
        console.choose(entry)
        dialog = console.dialog()
        faults += nameless(dialog)
        closing = next(node for node in walk(dialog) if node.get_role_name() == "push button"
                       and node.get_name() in ("Cancel", "Close"))
        closing.do_action(0)
        console.no_dialog()
    return faults


def main_job(console):
    console.press("push button", "Add")
    dialog = console.dialog()
    field = waited("the field of the dialog", lambda: next(
        node for node in walk(dialog) if node.get_role_name() == "text" and node.get_name().startswith("Tasks")))
    Atspi.EditableText.set_text_contents(field, '{"SdkAppId": 1400000001, "TaskId": "added-by-speech"}')
    waited("Add, enabled", lambda: next(
        node for node in walk(dialog) if node.get_name() == "Add" and node.get_role_name() == "push button"
        and node.get_state_set().contains(Atspi.StateType.ENABLED))).do_action(0)
    added, _ = waited("the row of the added task", lambda: console.row_of("added-by-speech"))
    console.table().get_accessible_at(added, 0).do_action(0)  # what was added is selected; now it is not

    task, row = next(
        (texts["TaskId"], row) for row, texts in
        (console.row_of(cell) for cell in ids_of(console)) if texts["Status"] == "Pushing")
    console.table().get_accessible_at(row, 0).do_action(0)
    waited("Stop, enabled", lambda: console.find("push button", "Stop").get_state_set().contains(
        Atspi.StateType.ENABLED))
    console.press("push button", "Stop")
    question = console.dialog()
    console.press("push button", "Stop the task", question)
    status = waited(f"{task} Stopped", lambda: console.row_of(task)[1]["Status"] == "Stopped"
                    and console.row_of(task)[1])
    print(f"stopped {task}: {status['Status']}, {status['Last result']}, {status['Finish reason']}")


def ids_of(console):
    table = console.table()
    heads = [table.get_column_description(column) for column in range(table.get_n_columns())]
    return [table.get_accessible_at(row, heads.index("TaskId")).get_name() for row in range(table.get_n_rows())]


def main():
    with tempfile.TemporaryDirectory() as home:
        console = Console(sys.argv[1], home)
        try:
            console.press("push button", "Try the simulator")
            waited("tasks", lambda: console.table().get_n_rows() > 5)
            faults = tour(console)
            main_job(console)
        finally:
            console.process.terminate()
            console.process.wait(20)
    for fault in faults:
        print(fault)
    return 1 if faults else 0


if __name__ == "__main__":
    try:
        sys.exit(main())
    except Failure as failure:
        print(failure)
        sys.exit(1)
