#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The Chinese catalogue says everything that the program says, and it and the guide call one thing by one name.

chinese.py LUPDATE SOURCE_DIRECTORY   checks resources/i18n/whiteboard-push-console_zh_CN.ts against src and ui, the guide,
                                      the sources of window and texts, and what menus and software centres show
chinese.py --self-check               proves that each fault is noticed

A fault: a text of the sources that is missing or not finished; a translation that equals its source and is no
name; a placeholder or a mnemonic that only one of the two has; a word that the glossary has another one for; a sentence
that a source puts together with English punctuation (text/punctuation.h has that of the language); a text of the menu
entry or of the metainfo that is English alone.
"""
import pathlib
import re
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ElementTree

CATALOGUE = "resources/i18n/whiteboard-push-console_zh_CN.ts"
GUIDE = "resources/guide/zh_CN.md"
PACKAGED = "packaging/linux"
# What is the same in both languages: names, units, words of the protocol, and patterns without words.
NAMES = {
    "Whiteboard Push Console", "TaskId", "SdkAppId", "RequestId", "SecretId", "SecretKey", "JSON", "CSV", "HTTP",
    "SOCKS5", "true", "false", "proxy.example.org", "csv", "json", "English", "简体中文", "About Qt", "curl", "tccli", "TC3-HMAC-SHA256", "UTC", "URL", "TLS",
}
# (what is not to be read, where the English has this, what is said instead); the guide is held against those that are
# wrong whatever the English says.
GLOSSARY = [
    ("国内版|国际版|大陆版", "", "国际站, 中国站"),
    ("版本", r"\b[Ee]dition", "站点"),
    ("标签", "[Ll]abel", "备注名"),
    ("日志记录", "", "操作记录 (the journal), 日志 (the log)"),
    ("延迟", "", "耗时"),
    ("尝试次数|^次数$", "^(Try|Attempt)$", "第几次"),
    ("操作", "^(Acti&?on:?|All actions)$", "接口"),
    ("停止于", "", "计划停止时间"),
    ("额外", "^Extra", "附加"),
    ("(?<!临时)令牌", "", "临时令牌"),
    ("机密(?!信息)", "", "机密信息"),
    ("密钥", r"^(?!.*[Kk]ey).*\b[Ss]ecrets?\b", "机密信息"),
    ("接入域名", "", "接入点"),
    ("服务(返回|拒绝|受理)|向服务(?!端)", "", "服务端"),
    ("响应", r"(?<!not )\b[Aa]nswer", "应答"),
    ("技术细节|详细信息", "", "技术详情, 详情"),
    ("了结|等待轮次", "", "已有结果, 排队等待"),
    ("自带的控制台", "", "腾讯云控制台"),
    ("以前的?运行|之前的?运行", "", "此前运行"),
]
KEYS_OF_THE_WINDOW = ("Gui::ShortcutsDialog",)  # its actions are the window's, not the service's
PUNCTUATION = re.compile(r"""u"[.,:;] "_s|\.join\(u' '\)""")
NO_SENTENCES = (  # what people type and the program reads again, headers, and a text for the vendor, which is English
    'm_ui->applicationsEdit->setText(all.join(u", "_s));',
    'draft.applications = applications.join(u", "_s);',
    'text += field.name + u": "_s + field.value + u\'\\n\';',
    'text += name + u": "_s + value + u\'\\n\';',
)
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


def other_names(text, source=None):
    """What the glossary says of a text; without its source, by the words that are wrong everywhere."""
    for wrong, where, right in GLOSSARY:
        if where and (source is None or not re.search(where, source)):
            continue
        if match := re.search(wrong, text):
            yield f"{match[0]!r} is called {right}"


def guide_faults(path):
    lines = pathlib.Path(path).read_text(encoding="utf-8").splitlines()
    return [f"{path}:{number}: {fault}" for number, line in enumerate(lines, 1) for fault in other_names(line)]


def punctuation_faults(root):
    return [
        f"{path}:{number}: {match[0]} is English punctuation: see text/punctuation.h"
        for folder in ("src/gui", "src/text")
        for path in sorted(pathlib.Path(root, folder).glob("*.cpp"))
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1)
        if line.strip() not in NO_SENTENCES and (match := PUNCTUATION.search(line))
    ]


def packaged_faults(folder):
    """What of the menu entry and the metainfo has no Chinese beside it."""
    found = []
    for path in sorted(pathlib.Path(folder).glob("*.desktop")):
        text = path.read_text(encoding="utf-8")
        for group in re.split(r"^(?=\[)", text, flags=re.M):
            for key in re.findall(r"^(Name|GenericName|Comment|Keywords)=", group, flags=re.M):
                if f"\n{key}[zh_CN]=" not in group:
                    found.append(f"{path}: {group.splitlines()[0]} {key} is not translated")
    for path in sorted(pathlib.Path(folder).glob("*.metainfo.xml")):
        for parent in ElementTree.parse(path).getroot().iter():
            for tag in ("name", "summary", "p", "li"):
                languages = [child.get("{http://www.w3.org/XML/1998/namespace}lang") for child in parent.findall(tag)]
                if languages.count(None) != languages.count("zh-CN"):
                    found.append(f"{path}: a <{tag}> of <{parent.tag}> is not translated")
    return found


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
            if context not in KEYS_OF_THE_WINDOW:
                found.extend(f"{where}: {fault}" for fault in other_names(form, source))
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
        "is called 备注名": ("A::B", "Labels", "标签", ""),
        "is called 接口": ("A::B", "Acti&amp;on:", "操作(&amp;O)：", ""),
        "is called 临时令牌": ("A::B", "The token is missing", "缺少令牌", ""),
        "is called 机密信息": ("A::B", "JSON, without secrets", "JSON，不含密钥", ""),
        "is called 国际站, 中国站": ("A::B", "Mainland edition", "国内版", ""),
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
            "<message><source>TaskId</source><translation>TaskId</translation></message>"
            "<message><source>The key of the token, no secret</source><translation>临时令牌的密钥</translation></message>"
            "<message><source>It does not answer</source><translation>没有响应</translation></message></context>"
            "<context><name>Gui::ShortcutsDialog</name><message><source>Action</source>"
            "<translation>操作</translation></message></context></TS>",
            encoding="utf-8")
        if found := faults(path):
            return found
        guide = pathlib.Path(directory, "guide.md")
        guide.write_text("标签页和操作都可以这样写。\n请粘贴令牌。\n", encoding="utf-8")
        found = guide_faults(guide)
        if len(found) != 1 or ":2: '令牌' is called 临时令牌" not in found[0]:
            return [f"planted in a guide, noticed {found}"]
        source = pathlib.Path(directory, "src/gui/x.cpp")
        source.parent.mkdir(parents=True)
        source.write_text(
            "\n".join((*NO_SENTENCES, 'text = title + u". "_s + remedy;', "return parts.join(u' ');",
                       "return Text::joinedSentences(parts);")), encoding="utf-8")
        found = punctuation_faults(directory)
        if len(found) != 2 or ":5: " not in found[0] or ":6: " not in found[1]:
            return [f"planted in a source, noticed {found}"]
        pathlib.Path(directory, "x.desktop").write_text(
            "[Desktop Entry]\nName=A\nName[zh_CN]=甲\nKeywords=a;\n[Desktop Action b]\nName=B\n", encoding="utf-8")
        pathlib.Path(directory, "x.metainfo.xml").write_text(
            '<component><name>A</name><name xml:lang="zh-CN">甲</name><ul><li>a</li></ul></component>', encoding="utf-8")
        found = packaged_faults(directory)
        expected = ("Entry] Keywords is", "Action b] Name is", "a <li> of <ul> is")
        return [] if len(found) == 3 and all(text in fault for text, fault in zip(expected, found)) else [
            f"planted in what is packaged, noticed {found}"]


def main():
    if sys.argv[1:] == ["--self-check"]:
        found = self_check()
    else:
        lupdate, root = sys.argv[1:]
        with tempfile.TemporaryDirectory() as directory:
            found = (faults(updated(lupdate, root, directory)) + guide_faults(pathlib.Path(root, GUIDE))
                     + punctuation_faults(root) + packaged_faults(pathlib.Path(root, PACKAGED)))
    for fault in found:
        print(fault)
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
