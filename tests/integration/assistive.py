# SPDX-License-Identifier: GPL-3.0-or-later
"""The console as an assistive program sees it: its windows, controls and tables, through AT-SPI."""
import os
import subprocess
import time

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, GLib  # noqa: E402

PATIENCE_S = 30


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


class Heard:
    """What a screen reader reads out by itself: notifications that appear, wherever the focus is. Made before the
    program starts, which sends only what somebody listens to."""

    def __init__(self):
        self._texts = []
        self._listener = Atspi.EventListener.new(self._on_showing)
        self._listener.register("object:state-changed:showing")

    def _on_showing(self, event):
        if event.detail1 and event.source.get_role() == Atspi.Role.NOTIFICATION:
            self._texts.append(event.source.get_name())

    def wait_for(self, part):
        def look():
            while GLib.MainContext.default().iteration(False):
                pass
            return next((text for text in self._texts if part in text), None)
        try:
            return waited(f"“{part}”, heard", look)
        except Failure as failure:
            raise Failure(f"{failure}, but {self._texts}") from None


class Console:
    def __init__(self, executable, home, environment=None, output=None, through=()):
        environment = environment or dict(
            os.environ, HOME=home, XDG_RUNTIME_DIR=home, XDG_CONFIG_HOME=f"{home}/config",
            XDG_DATA_HOME=f"{home}/data", QT_QPA_PLATFORM="xcb", QT_LINUX_ACCESSIBILITY_ALWAYS_ON="1",
            LC_ALL="C.UTF-8")
        self.process = subprocess.Popen([*through, executable], env=environment, stdout=output, stderr=output)
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

    def frame(self):
        return waited("the window", lambda: next(
            window for window in self.windows() if window.get_role_name() == "frame"))

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
