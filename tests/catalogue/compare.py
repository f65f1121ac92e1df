#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""compare.py EDITION API_JSON [CATALOGUE]: the catalogue beside the vendor's public definitions, action by action and
field by field. EDITION is international or mainland; API_JSON is tccli/services/tiw/v20190919/api.json of
tencentcloud-cli-intl-en or tencentcloud-cli. Prints every difference; exit code 1 if there is one."""
import json
import pathlib
import sys

TYPES = {"int64": "integer", "uint64": "unsigned", "float": "number", "bool": "boolean", "string": "string",
         "date": "string", "datetime": "string", "datetime_iso": "string"}


def declared(member, objects):
    """A field of the definitions as the catalogue would write its type."""
    name = member["member"]
    is_list = member["type"] == "list"
    kind = ("object " + name) if name in objects else TYPES.get(name, name)
    return kind + (" list" if is_list else "")


def written(field):
    kind = "object " + field["object"] if field["type"] == "object" else field["type"]
    return kind + (" list" if field.get("list") else "")


def compare_fields(place, theirs, ours, objects, is_request):
    theirs = {m["name"]: m for m in theirs}
    ours = {f["name"]: f for f in ours}
    for name in theirs.keys() - ours.keys():
        yield f"{place}.{name}: not in the catalogue"
    for name in ours.keys() - theirs.keys():
        yield f"{place}.{name}: not in the definitions"
    for name in theirs.keys() & ours.keys():
        if declared(theirs[name], objects) != written(ours[name]):
            yield f"{place}.{name}: type {written(ours[name])}, defined as {declared(theirs[name], objects)}"
        if is_request and bool(theirs[name].get("required")) != ours[name].get("required", False):
            yield f"{place}.{name}: required differs from the definitions' {theirs[name].get('required')}"
        if not is_request and bool(theirs[name].get("value_allowed_null")) != ours[name].get("nullable", False):
            yield f"{place}.{name}: nullable differs from the definitions' {theirs[name].get('value_allowed_null')}"
        form = theirs[name]["member"] if theirs[name]["member"].startswith("date") else None
        if form and ours[name].get("format") != form:
            yield f"{place}.{name}: format {ours[name].get('format')}, defined as {form}"


def reachable(fields, objects, found):
    for field in fields:
        name = field.get("object")
        if name and name not in found:
            found.add(name)
            reachable(objects[name], objects, found)
    return found


def compare(edition, definitions, catalogue):
    def here(fields):
        return [f for f in fields if edition in f.get("editions", [edition])]

    ours = {a["name"]: a for a in catalogue["actions"] if edition in a["editions"]}
    theirs = definitions["actions"]
    objects = definitions["objects"]
    if catalogue["version"] != definitions["metadata"]["apiVersion"]:
        yield f"version {catalogue['version']}, defined as {definitions['metadata']['apiVersion']}"
    for name in theirs.keys() - ours.keys():
        yield f"{name}: not in the catalogue"
    for name in ours.keys() - theirs.keys():
        yield f"{name}: not in the definitions"
    our_objects = {o["name"]: here(o["fields"]) for o in catalogue["objects"]}
    in_requests, in_answers = set(), set()
    for name in sorted(theirs.keys() & ours.keys()):
        request, response = here(ours[name]["request"]), here(ours[name]["response"])
        yield from compare_fields(f"{name}.request", objects[theirs[name]["input"]]["members"], request, objects, True)
        yield from compare_fields(f"{name}.response", objects[theirs[name]["output"]]["members"], response, objects,
                                  False)
        reachable(request, our_objects, in_requests)
        reachable(response, our_objects, in_answers)
    for name in sorted(in_requests | in_answers):
        if name not in objects:
            yield f"{name}: an object that the definitions lack"
            continue
        yield from compare_fields(name, objects[name]["members"], our_objects[name], objects, name in in_requests)
    envelopes = {d[side] for d in theirs.values() for side in ("input", "output")}
    for name in sorted(objects.keys() - envelopes - our_objects.keys()):
        yield f"{name}: an object that is not in the catalogue"


def main():
    if len(sys.argv) not in (3, 4) or sys.argv[1] not in ("international", "mainland"):
        sys.exit(__doc__)
    own = pathlib.Path(__file__).resolve().parents[2] / "resources" / "catalogue" / "tiw.json"
    catalogue = json.loads(pathlib.Path(sys.argv[3] if len(sys.argv) == 4 else own).read_text(encoding="utf-8"))
    definitions = json.loads(pathlib.Path(sys.argv[2]).read_text(encoding="utf-8"))
    differences = sorted(compare(sys.argv[1], definitions, catalogue))
    for difference in differences:
        print(difference)
    print(f"{len(definitions['actions'])} actions defined, {len(differences)} differences")
    sys.exit(1 if differences else 0)


main()
