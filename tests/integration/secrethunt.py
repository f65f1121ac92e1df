#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Plants secrets in the real window, uses them, and hunts for them wherever they could have been left.

secrethunt.py [--closed] CONSOLE SIMULATOR, on a display and a session bus of its own (packaging/withdisplay.sh).
secrethunt.py --commands CONSOLE SIMULATOR, without a display: the command line's part alone, in a few seconds.
Files of the home, arguments, environment, output, accessible texts, X selections, and the memory of the process
while it is locked are searched, as UTF-8 and as UTF-16. Each place is first shown to give away what is planted in it.

With --closed, as root, the programs are those that are handed out: a sanitizer's build lets itself be read, and has a
free() of its own. Then the console runs without root's rights, another process without them must not get at its
memory, and root itself must; where the machine keeps that from root, the exit status is 77.
"""
import hashlib
import hmac
import http.server
import json
import os
import pathlib
import re
import secrets
import subprocess
import sys
import tempfile
import threading
import time

sys.dont_write_bytecode = True
from assistive import Atspi, Console, Failure, waited, walk  # noqa: E402

APPLICATION = 1400000001
LARGEST_REGION = 1 << 30
SECRET_ID = "AKIDhunt000000000000000000000000000"
OTHER_ID = "AKIDhunt111111111111111111111111111"
# Of the same user, but without what root may do to any process.
WITHOUT_RIGHTS = ("setpriv", "--inh-caps=-all", "--bounding-set=-all")
NOT_RUN = 77


class Marks:
    """What is planted; no two of them share eight characters."""

    def __init__(self):
        def make(word):
            return f"Hunt{word}{secrets.token_hex(12)}"

        self.key, self.token, self.user_sig = make("Key"), make("Token"), make("Sig")
        self.map_key, self.callback_key = make("Map"), make("Call")
        self.proxy_password, self.environment_key = make("Proxy"), make("Env")

    def of_the_window(self):
        return {"SecretKey": self.key, "token": self.token, "UserSig": self.user_sig,
                "PrivateMapKey": self.map_key, "CallbackKey": self.callback_key,
                "proxy password": self.proxy_password}

    def all(self):
        return self.of_the_window() | {"SecretKey of the environment": self.environment_key}


def found_in(data, marks):
    return [name for name, mark in marks.items() if mark.encode() in data or mark.encode("utf-16-le") in data]


class Findings:
    def __init__(self):
        self.lines = []

    def note(self, where, names):
        for name in names:
            self.lines.append(f"{name} in {where}")

    def complain(self, text):
        self.lines.append(text)


# --- the tour -----------------------------------------------------------------------------------

def xdotool(*arguments, text=None):
    subprocess.run(["xdotool", *arguments], input=text, text=True, check=True, timeout=30)


def field(console, dialog, role, name):
    return waited(f"{role} “{name}”", lambda: next(
        node for node in walk(dialog) if node.get_role_name() == role and node.get_name().startswith(name)
        and node.get_state_set().contains(Atspi.StateType.SHOWING)))


def focus(node):
    node.grab_focus()
    waited(f"focus on “{node.get_name()}”", lambda: node.get_state_set().contains(Atspi.StateType.FOCUSED))


def type_into(console, dialog, role, name, text):
    focus(field(console, dialog, role, name))
    xdotool("key", "ctrl+a")
    xdotool("type", "--delay", "1", "--file", "-", text=text)


def paste_into(console, dialog, name, text):
    focus(field(console, dialog, "password text", name))
    for selection in ("clipboard", "primary"):
        subprocess.run(["xclip", "-selection", selection], input=text, text=True, check=True)
    if selection_text("clipboard") != text:
        raise Failure("the clipboard does not hold what was put into it")
    xdotool("key", "ctrl+v")


def selection_text(selection):
    result = subprocess.run(["xclip", "-selection", selection, "-o"], capture_output=True, text=True, timeout=20)
    return result.stdout if result.returncode == 0 else ""


def press(dialog, name):
    waited(f"“{name}”, enabled", lambda: next(
        node for node in walk(dialog) if node.get_role_name() == "push button" and node.get_name() == name
        and node.get_state_set().contains(Atspi.StateType.ENABLED))).do_action(0)


def set_up(console, marks, url):
    """An account and a proxy, as an operator enters them."""
    console.choose("Settings…")
    dialog = console.dialog()
    press(dialog, "Add")
    type_into(console, dialog, "text", "Name", "hunted")
    xdotool("key", "Tab", "Tab")  # past the edition; a combo box that can be typed into has no name to find it by
    time.sleep(0.5)
    xdotool("key", "ctrl+a")
    xdotool("type", "--delay", "1", url)
    type_into(console, dialog, "text", "SecretId", SECRET_ID)
    paste_into(console, dialog, "SecretKey", marks.key)
    waited("a clipboard without the key", lambda: marks.key not in selection_text("clipboard"))
    type_into(console, dialog, "password text", "Token", marks.token)
    type_into(console, dialog, "text", "Applications", str(APPLICATION))
    dialog_tab(dialog, "Network")
    proxy = field(console, dialog, "combo box", "As the system says")
    proxy.grab_focus()
    time.sleep(0.5)
    xdotool("key", "End", "Up")  # of System, Direct, HTTP and SOCKS: the third
    type_into(console, dialog, "text", "Host", "proxy.invalid")
    type_into(console, dialog, "spin button", "Port", "3128")
    type_into(console, dialog, "text", "User", "hunter")
    type_into(console, dialog, "password text", "Password", marks.proxy_password)
    press(dialog, "Save")
    console.no_dialog()


def dialog_tab(dialog, name):
    waited(f"page “{name}”", lambda: next(
        node for node in walk(dialog) if node.get_role_name() == "page tab" and node.get_name() == name)).do_action(0)


def start_a_task(console, marks):
    console.choose("Start a push task…")
    dialog = console.dialog()
    type_into(console, dialog, "text", "Room", "4711")
    type_into(console, dialog, "text", "Push user", "hunter")
    type_into(console, dialog, "password text", "UserSig", marks.user_sig)
    waited("More", lambda: next(
        node for node in walk(dialog) if node.get_name() == "More" and node.get_n_actions() > 0)).do_action(0)
    map_key = waited("PrivateMapKey", lambda: next(
        node for node in walk(dialog) if node.get_role_name() == "password text"
        and node.get_name().startswith("PrivateMapKey")))
    focus(map_key)
    xdotool("type", "--delay", "1", "--file", "-", text=marks.map_key)
    start = waited("Start, enabled", lambda: next(
        node for node in walk(dialog) if node.get_role_name() == "push button"
        and node.get_name().startswith("Start") and node.get_state_set().contains(Atspi.StateType.ENABLED)))
    start.do_action(0)

    def is_answered():
        others = [window for window in console.windows() if window.get_role_name() in ("dialog", "alert")]
        for window in others:  # a question, if one is asked, has a window of its own
            for node in walk(window):
                if node.get_role_name() == "push button" and node.get_name().startswith("Start"):
                    node.do_action(0)
        return not others

    waited("the end of the start dialog", is_answered)


def set_a_callback(console, marks):
    console.choose("Callback…")
    dialog = console.dialog()
    waited("the address, enabled", lambda: field(console, dialog, "text", "Address").get_state_set().contains(
        Atspi.StateType.ENABLED))
    type_into(console, dialog, "text", "Address", "https://example.com/hunted")
    type_into(console, dialog, "password text", "Key", marks.callback_key)
    press(dialog, "Save")
    waited("Saved.", lambda: next(node for node in walk(dialog) if node.get_name() == "Saved."))
    closing = next(node for node in walk(dialog) if node.get_role_name() == "push button"
                   and node.get_name() in ("Close", "Cancel"))
    closing.do_action(0)
    console.no_dialog()


def stop_a_task(console):
    def pushing():
        table = console.table()
        heads = [table.get_column_description(column) for column in range(table.get_n_columns())]
        for row in range(table.get_n_rows()):
            if table.get_accessible_at(row, heads.index("Status")).get_name() == "Pushing":
                return row, table.get_accessible_at(row, heads.index("TaskId")).get_name()
        return None

    row, task = waited("a task that is pushing", pushing)
    cell = console.table().get_accessible_at(row, 0)
    if not cell.get_state_set().contains(Atspi.StateType.SELECTED):  # acting on a cell toggles its row
        cell.do_action(0)
    waited("Stop, enabled", lambda: console.find("push button", "Stop").get_state_set().contains(
        Atspi.StateType.ENABLED))
    console.press("push button", "Stop")
    question = console.dialog()  # of one task or of several: what was started is selected too
    waited("the answer Stop", lambda: next(
        node for node in walk(question) if node.get_role_name() == "push button"
        and node.get_name().startswith("Stop"))).do_action(0)
    waited(f"{task} Stopped", lambda: console.row_of(task)[1]["Status"] == "Stopped")


def lock(console):
    console.choose("Lock now")
    waited("the notice that the keys are gone", lambda: any(
        "gone from memory. Unlocking" in node.get_name() for window in console.windows() for node in walk(window)))


# --- the hunt -----------------------------------------------------------------------------------

def memory_of(pid):
    """Every region that can hold what was written, with its name."""
    with open(f"/proc/{pid}/maps", encoding="utf-8") as maps, open(f"/proc/{pid}/mem", "rb", buffering=0) as mem:
        for line in maps:
            bounds, rights, *_rest = line.split(maxsplit=5)
            name = _rest[3].strip() if len(_rest) > 3 else "anonymous"
            if "r" not in rights or "w" not in rights or name.startswith(("[v", "/dev/dri")):
                continue
            first, last = (int(bound, 16) for bound in bounds.split("-"))
            if last - first > LARGEST_REGION:  # a sanitizer's book-keeping
                continue
            try:
                mem.seek(first)
                yield name, mem.read(last - first)
            except OSError:
                continue  # a guard page, or memory of a device


def copies(pid, patterns):
    """How often each pattern is in memory, and where."""
    counts = {name: {} for name in patterns}
    for region, data in memory_of(pid):
        for name, forms in patterns.items():
            for form in forms:
                count = data.count(form)
                if count:
                    counts[name][region] = counts[name].get(region, 0) + count
    return counts


def patterns_of(marks):
    patterns = {name: [mark.encode(), mark.encode("utf-16-le")] for name, mark in marks.of_the_window().items()}
    date = time.strftime("%Y-%m-%d", time.gmtime())
    key = ("TC3" + marks.key).encode()
    for name, text in (("key of the day", date), ("key of the service", "tiw"), ("signing key", "tc3_request")):
        key = hmac.new(key, text.encode(), hashlib.sha256).digest()
        patterns[name] = [key]
    return patterns


def said(counts):
    return ", ".join(f"{name}: {sum(regions.values())} {dict(regions)}" for name, regions in counts.items() if regions)


def hunt_memory(pid, marks, before, findings):
    if not before["SecretKey"]:
        findings.complain("the memory's search does not even find a key that is in use")
    after = copies(pid, patterns_of(marks))
    print(f"copies while unlocked: {said(before) or 'none'}")
    print(f"copies while locked: {said(after) or 'none'}")
    for name, regions in after.items():
        if regions:
            findings.complain(f"{name} in memory while locked: {regions}")


def hunt_files(places, marks, findings, least=5):
    searched = 0
    for place in places:
        for path in pathlib.Path(place).rglob("*"):
            if path.is_file() and not path.is_symlink():
                searched += 1
                data = path.read_bytes()
                findings.note(f"file {path}", found_in(data + str(path).encode(), marks))
    print(f"{searched} files searched")
    if searched < least:
        findings.complain(f"only {searched} files: the tour left none where they are looked for")


def hunt_process(pid, marks, findings):
    for name in ("cmdline", "environ"):
        try:
            findings.note(f"/proc/PID/{name}", found_in(pathlib.Path(f"/proc/{pid}/{name}").read_bytes(), marks))
        except PermissionError:
            print(f"SKIPPED: /proc/PID/{name} is closed to this user")
    limits = pathlib.Path(f"/proc/{pid}/limits").read_text(encoding="utf-8")
    if not re.search(r"^Max core file size\s+0\s+0\s", limits, re.MULTILINE):
        findings.complain("the process may dump its memory")


def can_open(pid, name):
    """Whether an ordinary process of the same user can."""
    opening = [*WITHOUT_RIGHTS, sys.executable, "-c", "import sys; open(sys.argv[1], 'rb')", f"/proc/{pid}/{name}"]
    return subprocess.run(opening, stderr=subprocess.DEVNULL, timeout=60).returncode == 0


def hunt_openings(pid, findings):
    # The kernel's question for maps is the one for mem; but for mem some systems refuse everybody's process.
    neighbour = subprocess.Popen([*WITHOUT_RIGHTS, "sleep", "60"])
    try:
        waited("a neighbour", lambda: b"sleep" in pathlib.Path(f"/proc/{neighbour.pid}/cmdline").read_bytes()[:5])
        if not can_open(neighbour.pid, "maps"):
            findings.complain("not even a process that hides nothing could be read, so that nothing is proven")
    finally:
        neighbour.terminate()
        neighbour.wait(20)
    for name in ("maps", "mem", "environ"):
        if can_open(pid, name):
            findings.complain(f"another process of the user can open /proc/PID/{name}")


def hunt_screen(console, marks, findings):
    for selection in ("primary", "secondary", "clipboard"):
        findings.note(f"X selection {selection}", found_in(selection_text(selection).encode(), marks))
    texts = []
    for window in console.windows():
        for node in walk(window, skip_cells=False):
            texts.append(node.get_name() + node.get_description())
            try:
                texts.append(Atspi.Text.get_text(node, 0, -1))
            except Exception:
                pass
    findings.note("what a screen reader sees", found_in("\n".join(texts).encode(), marks))
    titles = subprocess.run(["xwininfo", "-root", "-tree"], capture_output=True, check=True).stdout
    findings.note("window titles", found_in(titles, marks))


def run_commands(executable, environment, url, marks, findings):
    """The command line, with secrets from the environment: what it says."""
    at = ["--app", str(APPLICATION), "--endpoint", url, "--region", "ap-singapore"]
    template = json.dumps({"RoomId": 4712, "PushUserId": "commander"})
    signature = {"PUSH_USER_SIG": marks.user_sig}
    commands = ((["list", *at, "--json"], {}, 0), (["list", *at], {}, 0),
                (["stop", f"{APPLICATION}t000000002", *at, "--json"], {}, 0),
                (["start", "--from", "-", *at], signature, 0),
                (["start", "--from", "-", *at, "--json"], signature, 1),  # that push user is there already
                (["list", *at], {"TENCENTCLOUD_TOKEN": marks.token}, 1),  # to this key belongs none
                (["history", "--json"], {}, 0), (["history"], {}, 0))
    environment = environment | {"TENCENTCLOUD_SECRET_ID": OTHER_ID,
                                 "TENCENTCLOUD_SECRET_KEY": marks.environment_key,
                                 "QT_LOGGING_RULES": "*.debug=true"}
    for arguments, further, expected in commands:
        result = subprocess.run([executable, *arguments], env=environment | further, input=template.encode(),
                                capture_output=True, timeout=120)
        if result.returncode != expected:
            findings.complain(f"{arguments[0]} ended with {result.returncode}: {result.stderr[-300:]}")
        findings.note(f"output of {arguments[0]}", found_in(result.stdout + result.stderr, marks.all()))


class Echo(http.server.BaseHTTPRequestHandler):
    """A service that refuses everything, and quotes all that it was sent wherever an answer has room for it."""

    def do_POST(self):
        body = self.rfile.read(int(self.headers["Content-Length"])).decode()
        token = self.headers["X-TC-Token"]
        answer = json.dumps({"Response": {
            "Error": {"Code": f"InvalidParameter.{token}", "Message": token + body}, "RequestId": token,
            token: [token, body, json.dumps({"quoted": body})]}}).encode()
        self.send_response(200)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(answer)))
        self.send_header("X-Echo", token)
        self.end_headers()
        self.wfile.write(answer)

    def log_message(self, *_):
        pass


def run_against_an_echo(executable, environment, marks, findings):
    """What a service quotes is neither said nor kept."""
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Echo)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    at = ["--app", str(APPLICATION), "--endpoint", f"http://127.0.0.1:{server.server_port}", "--region",
          "ap-singapore"]
    environment = environment | {"TENCENTCLOUD_SECRET_ID": OTHER_ID,
                                 "TENCENTCLOUD_SECRET_KEY": marks.environment_key,
                                 "TENCENTCLOUD_TOKEN": marks.token, "PUSH_USER_SIG": marks.user_sig,
                                 "QT_LOGGING_RULES": "*.debug=true"}
    template = json.dumps({"RoomId": 4713, "PushUserId": "quoted"})
    for arguments in (["stop", f"{APPLICATION}t000000003", *at, "--json"], ["stop", f"{APPLICATION}t000000003", *at],
                      ["start", "--from", "-", *at, "--json"], ["list", *at, "--json"]):
        result = subprocess.run([executable, *arguments], env=environment, input=template.encode(),
                                capture_output=True, timeout=120)
        said_by_it = result.stdout + result.stderr
        if result.returncode == 0 or b"(redacted)" not in said_by_it:
            findings.complain(f"{arguments[0]} did not tell of a refusal: {said_by_it[-300:]}")
        findings.note(f"output of {arguments[0]} to an echo", found_in(said_by_it, marks.all()))
    server.shutdown()


# --- the run ------------------------------------------------------------------------------------

def start_simulator(executable, home, marks):
    scenario = pathlib.Path(home) / "scenario.json"
    scenario.write_text(json.dumps({"accounts": [
        {"secretId": SECRET_ID, "secretKey": marks.key, "token": marks.token, "sdkAppIds": [APPLICATION]},
        {"secretId": OTHER_ID, "secretKey": marks.environment_key, "sdkAppIds": [APPLICATION]}]}))
    process = subprocess.Popen(
        [executable, "--port", "0", "--scenario", str(scenario), "--tasks", "3", "--stop-delay", "300ms",
         "--start-delay", "300ms"],
        stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
    return process, json.loads(process.stdout.readline())["url"]


def unlock_keyring(environment):
    subprocess.run(["gnome-keyring-daemon", "--unlock", "--components=secrets", "--daemonize"],
                   input="keyring-password", text=True, env=environment, check=True, stdout=subprocess.DEVNULL)


def make_home(place):
    home = pathlib.Path(place)
    for name in ("run", "tmp", "config", "data", "cache"):
        (home / name).mkdir(mode=0o700)
    return dict(os.environ, HOME=place, XDG_RUNTIME_DIR=f"{place}/run", XDG_CONFIG_HOME=f"{place}/config",
                XDG_DATA_HOME=f"{place}/data", XDG_CACHE_HOME=f"{place}/cache", TMPDIR=f"{place}/tmp",
                QT_QPA_PLATFORM="xcb", QT_LINUX_ACCESSIBILITY_ALWAYS_ON="1", LC_ALL="C.UTF-8",
                QT_LOGGING_RULES="*.debug=true",
                # A sanitizer keeps what was freed; it is told to overwrite it.
                ASAN_OPTIONS="max_free_fill_size=16777216:free_fill_byte=0:detect_leaks=0")


def prove_the_hunt(place, marks, findings):
    """The hunt is able to find: what is planted in its places now is found."""
    control = Findings()
    (pathlib.Path(place) / "tmp" / "planted").write_text(marks.token)
    hunt_files([place], marks.all(), control, least=1)
    if len(control.lines) - len([line for line in findings.lines if " in file " in line]) != 1:
        findings.complain("a token that was planted in a file was not found")


def says_findings(findings):
    for line in findings.lines:
        print(f"FOUND: {line}")
    return bool(findings.lines)


def hunt_commands(executable, simulator_executable):
    marks, findings = Marks(), Findings()
    with tempfile.TemporaryDirectory() as place, tempfile.TemporaryDirectory() as elsewhere:
        environment = make_home(place)
        for name in ("DISPLAY", "WAYLAND_DISPLAY", "DBUS_SESSION_BUS_ADDRESS"):
            environment.pop(name, None)
        simulator, url = start_simulator(simulator_executable, elsewhere, marks)
        try:
            run_commands(executable, environment, url, marks, findings)
            run_against_an_echo(executable, environment, marks, findings)
        finally:
            simulator.terminate()
            simulator.wait(20)
        hunt_files([place], marks.all(), findings, least=2)  # the journal and the schedule
        prove_the_hunt(place, marks, findings)
    return 1 if says_findings(findings) else 0


def main():
    if sys.argv[1] == "--commands":
        return hunt_commands(*sys.argv[2:])
    closed = sys.argv[1] == "--closed"
    executable, simulator_executable = sys.argv[-2:]
    marks, findings = Marks(), Findings()
    with tempfile.TemporaryDirectory() as place, tempfile.TemporaryDirectory() as elsewhere:
        environment = make_home(place)
        unlock_keyring(environment)
        simulator, url = start_simulator(simulator_executable, elsewhere, marks)
        output = pathlib.Path(elsewhere) / "output"
        with output.open("wb") as sink:
            console = Console(executable, place, environment, sink, WITHOUT_RIGHTS if closed else ())
        pid = console.process.pid
        try:
            set_up(console, marks, url)
            waited("tasks", lambda: console.table().get_n_rows() >= 3)
            start_a_task(console, marks)
            set_a_callback(console, marks)
            stop_a_task(console)
            hunt_screen(console, marks.all(), findings)
            hunt_process(pid, marks.all(), findings)
            if closed:
                hunt_openings(pid, findings)
            try:
                before = copies(pid, patterns_of(marks))
            except PermissionError:
                before = None
                print("SKIPPED: the memory is closed to this user; root can search it, where the machine lets it")
            lock(console)
            if before is not None:
                hunt_memory(pid, marks, before, findings)
            hunt_screen(console, marks.all(), findings)
            run_commands(executable, environment, url, marks, findings)
        finally:
            console.process.terminate()
            console.process.wait(20)
            simulator.terminate()
            simulator.wait(20)
        hunt_files([place], marks.all(), findings)
        said_by_console = output.read_bytes()
        findings.note("the window's output", found_in(said_by_console, marks.all()))
        prove_the_hunt(place, marks, findings)
    if says_findings(findings):
        return 1
    return NOT_RUN if closed and before is None else 0


if __name__ == "__main__":
    try:
        sys.exit(main())
    except Failure as failure:
        print(failure)
        sys.exit(1)
