#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""forms.py [--self-check] [DIRECTORY]: guards Designer forms.

Every form of DIRECTORY is well-formed, named like its class, without styles, in reading order, and usable
by keyboard and screen reader: each input has a name of its own and a label. Prints file: fault, exits 1.
"""

import pathlib
import re
import sys
import xml.etree.ElementTree as ElementTree

# What a person types into or chooses from. It says nothing of itself, so it needs a buddy label or a name.
INPUTS = {
    "QComboBox", "QDateEdit", "QDateTimeEdit", "QDial", "QDoubleSpinBox", "QFontComboBox", "QKeySequenceEdit",
    "QLineEdit", "QListView", "QListWidget", "QPlainTextEdit", "QSlider", "QSpinBox", "QTableView",
    "QTableWidget", "QTextBrowser", "QTextEdit", "QTimeEdit", "QTreeView", "QTreeWidget",
}
# These carry a text, which is their name; with an icon alone they need an accessible one.
BUTTONS = {"QCheckBox", "QCommandLinkButton", "QPushButton", "QRadioButton", "QToolButton"}


def text_of(widget, name):
    """The text of a widget's property, or an empty string."""
    for prop in widget.findall("property"):
        if prop.get("name") == name:
            return "".join(prop.itertext()).strip()
    return ""


def is_generated(name, kind):
    """Whether Designer made the name up: lineEdit, lineEdit_2, ..."""
    stem = kind[1:2].lower() + kind[2:]
    return re.fullmatch(re.escape(stem) + r"(_?\d+)?", name) is not None


def reading_order(node):
    """Widgets below a node as they are read: layouts with rows by row and column, others as written."""
    items = list(node.findall("item"))
    items.sort(key=lambda item: (int(item.get("row", 0)), int(item.get("column", 0))))
    for item in items:
        yield from reading_order(item)
    for child in node:
        if child.tag == "widget":
            yield child
        if child.tag in ("widget", "layout"):
            yield from reading_order(child)


def grid_faults(root):
    """Items of a grid or form that stand in the file in another order than on the screen."""
    for layout in root.iter("layout"):
        cells = [(int(item.get("row")), int(item.get("column", 0)))
                 for item in layout.findall("item") if item.get("row") is not None]
        if cells != sorted(cells):
            yield f"items of layout {layout.get('name')} are not in reading order"


def tab_faults(root, order):
    """Tab stops that name nothing, name it twice, or jump against the reading order."""
    stops = [stop.text or "" for stop in root.iterfind("tabstops/tabstop")]
    for stop in stops:
        if stop not in order:
            yield f"tab stop {stop} names no widget"
    for stop in sorted({stop for stop in stops if stops.count(stop) > 1}):
        yield f"tab stop {stop} stands twice"
    places = [order[stop] for stop in stops if stop in order]
    for (first, here), (second, there) in zip(zip(stops, places), list(zip(stops, places))[1:]):
        if here > there:
            yield f"tab stop {second} is read before {first}"


def input_faults(root, widgets):
    """Inputs and buttons without a name of their own, or without a word for whoever cannot see them."""
    bases = {custom.findtext("class"): custom.findtext("extends") for custom in root.iter("customwidget")}
    names = {widget.get("name") for widget in widgets}
    buddies = set()
    for widget in widgets:
        buddy = text_of(widget, "buddy")
        if buddy:
            buddies.add(buddy)
            if buddy not in names:
                yield f"label {widget.get('name')} is the buddy of nothing: {buddy}"
    for widget in widgets:
        name, kind = widget.get("name", ""), widget.get("class", "")
        base = bases.get(kind, kind)
        if base not in INPUTS | BUTTONS:
            continue
        if not name or is_generated(name, kind) or is_generated(name, base):
            yield f"{kind} {name} has no name of its own"
        named = name in buddies or text_of(widget, "accessibleName")
        if base in BUTTONS and not named and not text_of(widget, "text"):
            yield f"{kind} {name} has neither text nor accessibleName"
        if base in INPUTS and not named:
            yield f"{kind} {name} has neither a buddy label nor an accessibleName"


def faults(stem, xml):
    """All faults of one form, given its file's name without ending and its text."""
    try:
        root = ElementTree.fromstring(xml)
    except ElementTree.ParseError as error:
        yield f"not well-formed: {error}"
        return
    top = root.find("widget")
    if root.tag != "ui" or top is None:
        yield "not a form"
        return
    qualified = root.findtext("class", "")
    if not re.fullmatch(r"(Gui::)?[A-Z][A-Za-z0-9]*", qualified):
        yield f"class {qualified} is neither Name nor Gui::Name"
    name = qualified.split("::")[-1]
    if stem != name.lower():
        yield f"class {qualified} belongs in {name.lower()}.ui"
    if top.get("name") not in (name, qualified):
        yield f"the top widget is called {top.get('name')}, not {name}"
    for widget in root.iter("widget"):
        if any(prop.get("name") == "styleSheet" for prop in widget.findall("property")):
            yield f"{widget.get('name')} has a style sheet"

    widgets = [top, *reading_order(top)]
    order = {widget.get("name"): place for place, widget in enumerate(widgets)}
    yield from input_faults(root, widgets)
    yield from grid_faults(root)
    yield from tab_faults(root, order)


def form(body, stops=(), name="Page", extra=""):
    """A small form for the self-check."""
    tabs = "".join(f"<tabstop>{stop}</tabstop>" for stop in stops)
    return (f'<ui version="4.0"><class>Gui::{name}</class><widget class="QWidget" name="{name}">'
            f'<layout class="QFormLayout" name="rows">{body}</layout></widget>{extra}'
            f"<tabstops>{tabs}</tabstops></ui>")


def row(number, kind, name, label=True, extra=""):
    """A label and an input in row `number` of the form."""
    buddy = f'<property name="buddy"><cstring>{name}</cstring></property>' if label else ""
    return (f'<item row="{number}" column="0"><widget class="QLabel" name="{name}Label">{buddy}</widget></item>'
            f'<item row="{number}" column="1"><widget class="{kind}" name="{name}">{extra}</widget></item>')


def self_check():
    """Plants faults and looks whether each is found, and nothing in the sound forms."""
    spoken = '<property name="accessibleName"><string>Filter</string></property>'
    styled = '<property name="styleSheet"><string notr="true">color: red</string></property>'
    both = row(0, "QLineEdit", "hostEdit") + row(1, "QSpinBox", "portSpin")
    promoted = ("<customwidgets><customwidget><class>KeyEdit</class><extends>QLineEdit</extends>"
                "</customwidget></customwidgets>")
    sound = [form(both, ["hostEdit", "portSpin"]), form(row(0, "QLineEdit", "filterEdit", False, spoken))]
    planted = [
        ("not well-formed", "<ui>"),
        ("not a form", "<ui/>"),
        ("belongs in other.ui", form(both, name="Other")),
        ("neither Name nor Gui::Name", form(both).replace("Gui::", "Api::")),
        ("the top widget is called", form(both).replace('name="Page"', 'name="Form"')),
        ("has a style sheet", form(row(0, "QLineEdit", "hostEdit", True, styled))),
        ("has no name of its own", form(row(0, "QLineEdit", "lineEdit_2"))),
        ("has no name of its own", form(row(0, "KeyEdit", "lineEdit"), extra=promoted)),
        ("neither a buddy label nor", form(row(0, "QComboBox", "regionBox", False))),
        ("neither text nor accessibleName", form(row(0, "QToolButton", "addButton", False))),
        ("is the buddy of nothing", form(both.replace("<cstring>hostEdit", "<cstring>gone"))),
        ("not in reading order", form(row(1, "QSpinBox", "portSpin") + row(0, "QLineEdit", "hostEdit"))),
        ("names no widget", form(both, ["gone"])),
        ("stands twice", form(both, ["hostEdit", "hostEdit"])),
        ("is read before", form(both, ["portSpin", "hostEdit"])),
    ]
    missed = [f"a sound form is refused: {fault}" for xml in sound for fault in faults("page", xml)]
    for fault, xml in planted:
        if not any(fault in found for found in faults("page", xml)):
            missed.append(f"not found: {fault}")
    return missed


def main(arguments):
    if "--self-check" in arguments:
        found = self_check()
    else:
        directory = pathlib.Path(arguments[0] if arguments else "ui")
        found = [f"{path}: {fault}" for path in sorted(directory.glob("**/*.ui"))
                 for fault in faults(path.stem, path.read_bytes())]
    for line in found:
        print(line)
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
