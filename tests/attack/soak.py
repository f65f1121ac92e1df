#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The real window at work for a while, and what it holds meanwhile.

soak.py CONSOLE [SECONDS], on a display and a session bus of its own (packaging/withdisplay.sh). The window runs
on the simulator inside it, over real sockets: tasks come, the automatic refresh finds them, the keyboard stops
them in bulk and turns the pages. Every 30 s: memory (PSS), open files, threads, wake-ups and the journal's size,
the simulator's share in them included.
The exit status says whether what it holds in the last third is more than in the middle one.
"""
import json
import os
import re
import subprocess
import sys
import tempfile
import time
import urllib.request

PAUSE_S = 30
STOP_EVERY_S = 60
TASKS_EVERY_S = 15
APPLICATION = 1400000001


def key(*names):
    subprocess.run(["xdotool", "key", "--clearmodifiers", *names], check=False, timeout=20)


def loopback_port(pid):
    """The port on which the process listens."""
    own = set()
    for entry in os.scandir(f"/proc/{pid}/fd"):
        try:
            found = re.match(r"socket:\[(\d+)\]", os.readlink(entry.path))
        except OSError:
            continue
        if found:
            own.add(found.group(1))
    with open(f"/proc/{pid}/net/tcp", encoding="ascii") as table:
        for line in list(table)[1:]:
            fields = line.split()
            if fields[3] == "0A" and fields[9] in own:
                return int(fields[1].split(":")[1], 16)
    return None


def waited(what, ask, patience_s=60):
    end = time.monotonic() + patience_s
    while time.monotonic() < end:
        found = ask()
        if found:
            return found
        time.sleep(0.2)
    sys.exit(f"soak: no {what} within {patience_s} s")


class Simulator:
    def __init__(self, port):
        self.base = f"http://127.0.0.1:{port}/_simulator/"
        self.born = 0

    def ask(self, what, body=None):
        data = None if body is None else json.dumps(body).encode()
        with urllib.request.urlopen(self.base + what, data, timeout=20) as answer:
            return json.load(answer)

    def is_there(self):
        try:
            return "tasks" in self.ask("tasks")
        except (OSError, ValueError):
            return False

    def add_tasks(self, count):
        tasks = []
        for _ in range(count):
            self.born += 1
            tasks.append({"sdkAppId": APPLICATION, "taskId": f"soak{self.born}", "roomId": 5000 + self.born})
        self.ask("tasks", tasks)

    def stopped(self):
        return sum(task["stopRequested"] for task in self.ask("tasks")["tasks"])


def wake_ups(pid):
    total = 0
    for thread in os.listdir(f"/proc/{pid}/task"):
        try:
            with open(f"/proc/{pid}/task/{thread}/status", encoding="ascii") as status:
                total += int(re.search(r"^voluntary_ctxt_switches:\s+(\d+)", status.read(), re.M).group(1))
        except OSError:
            pass  # it ended meanwhile
    return total


def size_of(pid, name):
    """Of the file of that name which the process holds open."""
    for entry in os.scandir(f"/proc/{pid}/fd"):
        try:
            path = os.readlink(entry.path)
            if os.path.basename(path) == name:
                return os.path.getsize(path)
        except OSError:
            continue
    return 0


def sample(pid):
    with open(f"/proc/{pid}/smaps_rollup", encoding="ascii") as memory:
        pss_kb = int(re.search(r"^Pss:\s+(\d+)", memory.read(), re.M).group(1))
    return {
        "pss": pss_kb / 1024,
        "files": len(os.listdir(f"/proc/{pid}/fd")),
        "threads": len(os.listdir(f"/proc/{pid}/task")),
        "wakeups": wake_ups(pid),
        "database": size_of(pid, "console.sqlite") / 1024,
        "wal": size_of(pid, "console.sqlite-wal") / 1024,
    }


def mean(samples, what):
    return sum(each[what] for each in samples) / len(samples)


def verdict(samples):
    third = max(1, len(samples) // 3)
    middle, last = samples[-2 * third:-third] or samples[:1], samples[-third:]
    faults = []
    for what, margin in (("pss", max(8.0, 0.1 * mean(middle, "pss"))), ("files", 4), ("threads", 3)):
        growth = mean(last, what) - mean(middle, what)
        print(f"soak: {what}: {mean(middle, what):.1f} in the middle third, {mean(last, what):.1f} in the last, "
              f"margin {margin:.1f}")
        if growth > margin:
            faults.append(what)
    if max(each["wal"] for each in samples) > 8192:
        faults.append("wal")
    return faults


def work(process, simulator, seconds):
    begin = time.monotonic()
    samples = []
    next_sample, next_stop, next_tasks = 0, STOP_EVERY_S, 0
    page = 0
    before = wake_ups(process.pid)
    print("     s  PSS MiB  files  threads  wake-ups/s  journal KiB  wal KiB  stops", flush=True)
    while time.monotonic() - begin < seconds:
        now = time.monotonic() - begin
        if process.poll() is not None:
            sys.exit(f"soak: the window ended by itself ({process.returncode})")
        if now >= next_tasks:
            simulator.add_tasks(4)
            next_tasks += TASKS_EVERY_S
        if now >= next_stop:
            key("ctrl+1")
            time.sleep(0.5)
            key("ctrl+shift+a")
            time.sleep(1)
            key("alt+s")
            next_stop += STOP_EVERY_S
        elif now >= next_sample:
            samples.append(sample(process.pid))
            last = samples[-1]
            rate = (last["wakeups"] - before) / PAUSE_S if len(samples) > 1 else 0
            before = last["wakeups"]
            print(f"{now:6.0f} {last['pss']:8.1f} {last['files']:6d} {last['threads']:8d} {rate:11.1f} "
                  f"{last['database']:12.0f} {last['wal']:8.0f} {simulator.stopped():6d}", flush=True)
            next_sample += PAUSE_S
            page = page % 3 + 1
            key(f"ctrl+{page}")
        time.sleep(0.5)
    return samples


def main():
    console = os.path.abspath(sys.argv[1])
    seconds = float(sys.argv[2]) if len(sys.argv) > 2 else 600
    with tempfile.TemporaryDirectory() as home:
        environment = dict(os.environ, HOME=home, XDG_RUNTIME_DIR=home, XDG_CONFIG_HOME=f"{home}/config",
                           XDG_DATA_HOME=f"{home}/data", QT_QPA_PLATFORM="xcb", LC_ALL="C.UTF-8")
        with subprocess.Popen([console, "--demo"], env=environment) as process:
            try:
                simulator = Simulator(waited("simulator", lambda: loopback_port(process.pid)))
                waited("answer of the simulator", simulator.is_there)
                waited("window", lambda: subprocess.run(
                    ["xdotool", "search", "--onlyvisible", "--pid", str(process.pid)],
                    capture_output=True, check=False).stdout)
                samples = work(process, simulator, seconds)
                stopped = simulator.stopped()
            finally:
                process.terminate()
    faults = verdict(samples)
    if stopped < seconds / STOP_EVERY_S:
        faults.append(f"only {stopped} tasks were stopped")
    print("soak: " + ("grew: " + ", ".join(faults) if faults else f"flat; {stopped} tasks were stopped"))
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
