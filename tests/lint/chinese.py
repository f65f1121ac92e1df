#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The Chinese catalogue says everything that the program says.

chinese.py LUPDATE SOURCE_DIRECTORY   checks resources/i18n/whiteboard-push-console_zh_CN.ts against src and ui
chinese.py --self-check               proves that each fault is noticed

A fault: a text of the sources that is missing or not finished; a translation that equals its source and is no
name; a placeholder or a mnemonic that only one of the two has.
"""
import pathlib
import re
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ElementTree

CATALOGUE = "resources/i18n/whiteboard-push-console_zh_CN.ts"
# What is the same in both languages: names, units, words of the protocol, and patterns without words.
NAMES = {
    "Whiteboard Push Console", "TaskId", "SdkAppId", "RequestId", "SecretId", "SecretKey", "JSON", "CSV", "HTTP",
    "SOCKS5", "true", "false", "proxy.example.org", "csv", "json", "English", "简体中文", "About Qt", "curl", "tccli", "TC3-HMAC-SHA256", "UTC", "URL", "TLS",
}
WORD = re.compile(r"[A-Za-z]{2,}")
PLACE = re.compile(r"%(?:L?\d+|n)")
MNEMONIC = re.compile(r"&([^\s&])")


def messages(path):
    """(context, source, [forms], is finished) of each text that is still in use."""
    for context in ElementTree.parse(path).getroot().iter("context"):
        name = context.findtext("name") or ""
        for message in context.iter("message"):
            translation = message.find("translation")
            kind = translation.get("type", "")
            if kind in ("vanished", "obsolete"):
                continue
            forms = [form.text or "" for form in translation.iter("numerusform")] or [translation.text or ""]
            yield name, message.findtext("source") or "", forms, kind != "unfinished"


def is_name(source):
    """Nothing in it is a word of a language."""
    if source in NAMES:
        return True
    rest = PLACE.sub(" ", source)
    for name in sorted(NAMES, key=len, reverse=True):
        rest = rest.replace(name, " ")
    return not WORD.search(rest)


def faults(path):
    found = []
    for context, source, forms, is_finished in messages(path):
        where = f"{context}: {source!r}"
        if not context or "::" not in context:
            found.append(f"{where}: the context {context!r} is no class of ours; the program will not find it")
        if not is_finished or not all(forms):
            found.append(f"{where}: not translated")
            continue
        for form in forms:
            if form == source and not is_name(source):
                found.append(f"{where}: the translation equals its source")
            if set(PLACE.findall(form)) != set(PLACE.findall(source)):
                found.append(f"{where}: other placeholders in {form!r}")
            if bool(MNEMONIC.search(form)) != bool(MNEMONIC.search(source)):
                found.append(f"{where}: a mnemonic in only one of the two, {form!r}")
    return found


def updated(lupdate, root, directory):
    """A copy of the catalogue, brought up to date with the sources."""
    copy = pathlib.Path(directory, "copy.ts")
    copy.write_bytes(pathlib.Path(root, CATALOGUE).read_bytes())
    sources = sorted(
        str(path)
        for folder in ("src", "ui")
        for path in pathlib.Path(root, folder).rglob("*")
        if path.suffix in (".cpp", ".h", ".ui") and "simulator" not in path.parts)
    listed = pathlib.Path(directory, "sources.lst")
    listed.write_text("\n".join(sources), encoding="utf-8")
    subprocess.run([lupdate, "-silent", "-no-obsolete", "-locations", "none", "-I", f"{root}/src", f"@{listed}",
                    "-ts", str(copy)], check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    return copy


def self_check():
    planted = {
        "not translated": ("A::B", "Stop", "", ' type="unfinished"'),
        "equals its source": ("A::B", "Stop", "Stop", ""),
        "other placeholders": ("A::B", "Stop %1", "停止", ""),
        "a mnemonic in only one": ("A::B", "&amp;Stop", "停止", ""),
        "no class of ours": ("S", "Stop", "停止", ""),
    }
    with tempfile.TemporaryDirectory() as directory:
        path = pathlib.Path(directory, "x.ts")
        for expected, (context, source, form, attribute) in planted.items():
            path.write_text(
                f"<TS><context><name>{context}</name><message><source>{source}</source>"
                f"<translation{attribute}>{form}</translation></message></context></TS>", encoding="utf-8")
            found = faults(path)
            if len(found) != 1 or expected not in found[0]:
                return [f"planted {expected!r}, noticed {found}"]
        path.write_text(
            "<TS><context><name>A::B</name><message><source>&amp;Stop %1 (TaskId)</source>"
            "<translation>停止 %1(&amp;S)（TaskId）</translation></message>"
            "<message><source>TaskId</source><translation>TaskId</translation></message></context></TS>",
            encoding="utf-8")
        return faults(path)


def main():
    if sys.argv[1:] == ["--self-check"]:
        found = self_check()
    else:
        lupdate, root = sys.argv[1:]
        with tempfile.TemporaryDirectory() as directory:
            found = faults(updated(lupdate, root, directory))
    for fault in found:
        print(fault)
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
