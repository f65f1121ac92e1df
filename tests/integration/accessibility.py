#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What a person with a screen reader has of the real window: AT-SPI alone, as an assistive program uses it.

accessibility.py CONSOLE, on a display and a session bus of its own (packaging/withdisplay.sh). Walks the pages
and dialogs and fails on a control without a name, or an input without a description; then does the main job: takes
the simulator, adds a task that runs, stops it and reads what became of it; then stops all the others. What the
window says by itself meanwhile has to be heard.
"""
import sys
import tempfile
import time

from assistive import Atspi, Console, Failure, Heard, is_shown, walk, waited

CONTROLS = {
    "push button", "toggle button", "check box", "radio button", "combo box", "spin button", "text",
    "password text", "table", "tree table", "list", "page tab", "page tab list", "menu item", "check menu item",
    "slider", "date editor",
}
# Buttons have one too, but for those of a dialog's own, which tst_everywindow can tell from the others.
DESCRIBED = {
    "check box", "radio button", "combo box", "spin button", "text", "password text", "table", "tree table", "tree",
    "list", "slider", "date editor",
}
MORE_PAGES = {"Settings…": ("Network", "Behaviour")}
QUESTIONS = {"Edit label…", "About"}  # what they ask or say describes their controls


def unspoken(window, described=True):
    """What is shown without a name, or, if it is to be described, without a description where one belongs."""
    faults = []
    for node in walk(window):
        role, name = node.get_role_name(), node.get_name().strip()
        if not is_shown(node):
            continue
        if role in CONTROLS and not name:
            labels = [relation for relation in node.get_relation_set()
                      if relation.get_relation_type() == Atspi.RelationType.LABELLED_BY]
            if not labels:
                faults.append(f"{window.get_name()}: a {role} has no name")
        if described and role in DESCRIBED and node.get_description().strip() in ("", name):
            faults.append(f"{window.get_name()}: the {role} “{name}” has no description")
    return faults


def look_and_close(console, pages=(), described=True):
    """At the dialog that opens, and at its pages beside the one in front."""
    dialog = console.dialog()
    faults = unspoken(dialog, described)
    for page in pages:
        console.press("page tab", page, dialog)
        time.sleep(0.5)
        faults += unspoken(dialog)
    closing = next(node for node in walk(dialog) if node.get_role_name() == "push button"
                   and node.get_name() in ("Cancel", "Close", "OK"))
    closing.do_action(0)
    console.no_dialog()
    return faults


def await_enabled(console, button):
    waited(f"{button}, enabled", lambda: console.find("push button", button).get_state_set().contains(
        Atspi.StateType.ENABLED))


def inspector(console):
    """Of a request that the explorer sends: a Stop of the example's task, which the simulator does not know."""
    console.press("page tab", "Explorer")
    console.press("push button", "Fill in the example")
    console.press("push button", "Call")
    console.press("push button", "Call", console.dialog())
    console.no_dialog()
    await_enabled(console, "Inspect…")
    console.press("push button", "Inspect…")
    return look_and_close(console, ("Signature", "Answer", "Connection", "Attempts"))


def tour(console):
    """Every page, the dialogs that the menus open, and the inspector."""
    faults = []
    frame = console.frame()
    for page in ("Timeline", "History", "Explorer", "Tasks"):
        console.press("page tab", page)
        time.sleep(0.5)
        faults += unspoken(frame)
    await_enabled(console, "Stop")  # a task that runs is selected from the start
    for entry in ("Add tasks…", "Start a push task…", "Callback…", "Stop a room…", "Stop at…", "Rules…",
                  "Why was a request refused?…", "Keyboard shortcuts", "User's guide", "Settings…", "Edit label…",
                  "About"):
        console.choose(entry)
        faults += look_and_close(console, MORE_PAGES.get(entry, ()), entry not in QUESTIONS)
    faults += inspector(console)
    console.press("page tab", "Tasks")
    return faults


def status_of(console, task):
    return console.row_of(task)[1]["Status"]


def selected(console):
    table = console.table()
    return next(task for row, task in enumerate(ids_of(console))
                if table.get_accessible_at(row, 0).get_state_set().contains(Atspi.StateType.SELECTED))


def taken_off(console, heard):
    """The task that runs and was selected from the start, which is not on the list any more."""
    await_enabled(console, "Stop")
    task = selected(console)
    application = console.row_of(task)[1]["Application"]
    console.choose("Remove from the list")
    print("heard:", heard.wait_for("1 task removed from the list. It goes on running"))
    waited(f"no {task}", lambda: task not in ids_of(console))
    faults = unspoken(console.frame())
    console.press("push button", "Close")  # of the notice
    return task, application, faults


def main_job(console, heard):
    task, application, faults = taken_off(console, heard)
    console.press("push button", "Add")
    dialog = console.dialog()
    field = waited("the field of the dialog", lambda: next(
        node for node in walk(dialog) if node.get_role_name() == "text" and node.get_name().startswith("Tasks")))
    Atspi.EditableText.set_text_contents(field, f'{{"SdkAppId": {application}, "TaskId": "{task}"}}')
    waited("Add, enabled", lambda: next(
        node for node in walk(dialog) if node.get_name() == "Add" and node.get_role_name() == "push button"
        and node.get_state_set().contains(Atspi.StateType.ENABLED))).do_action(0)
    waited(f"{task} Pushing", lambda: status_of(console, task) == "Pushing")  # what was added is selected
    await_enabled(console, "Stop")
    console.press("push button", "Stop")
    console.press("push button", "Stop the task", console.dialog())
    print("heard:", heard.wait_for(f"{task}: The service confirmed that the task has stopped."))
    status = waited(f"{task} Stopped", lambda: status_of(console, task) == "Stopped" and console.row_of(task)[1])
    print(f"stopped {task}: {status['Status']}, {status['Last result']}, {status['Finish reason']}")
    return faults


def stop_the_rest(console, heard):
    console.choose("Stop all shown…")
    question = console.dialog()
    next(node for node in walk(question) if node.get_role_name() == "push button"
         and node.get_name().startswith("Stop ")).do_action(0)
    console.find("progress bar", "Stops that have an outcome")
    faults = unspoken(console.frame())
    print("heard:", heard.wait_for("Stopped: "))
    return faults


def ids_of(console):
    table = console.table()
    heads = [table.get_column_description(column) for column in range(table.get_n_columns())]
    return [table.get_accessible_at(row, heads.index("TaskId")).get_name() for row in range(table.get_n_rows())]


def main():
    with tempfile.TemporaryDirectory() as home:
        heard = Heard()
        console = Console(sys.argv[1], home)
        try:
            faults = unspoken(console.frame())
            console.press("push button", "Try the simulator")
            waited("tasks", lambda: console.table().get_n_rows() > 5)
            faults += tour(console)
            faults += main_job(console, heard)
            faults += stop_the_rest(console, heard)
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
