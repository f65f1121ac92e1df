#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""catalogue.py SCHEMA CATALOGUE: the catalogue obeys its schema.

Understands the words of JSON Schema that the schema uses, and refuses a schema with others, so that nothing is
believed to be checked that is not. First proves on planted faults that it would notice them."""
import copy
import json
import re
import sys

TYPES = {
    "object": lambda v: isinstance(v, dict),
    "array": lambda v: isinstance(v, list),
    "string": lambda v: isinstance(v, str),
    "boolean": lambda v: isinstance(v, bool),
    "integer": lambda v: isinstance(v, int) and not isinstance(v, bool),
    "number": lambda v: isinstance(v, (int, float)) and not isinstance(v, bool),
}
KNOWN = {"$schema", "$defs", "title", "$ref", "type", "enum", "pattern", "minLength", "minItems", "items",
         "properties", "required", "additionalProperties"}


def faults(value, schema, root, place):
    unknown = set(schema) - KNOWN
    if unknown:
        raise SystemExit(f"the schema uses {sorted(unknown)}, which is not checked here")
    if "$ref" in schema:
        yield from faults(value, root["$defs"][schema["$ref"].removeprefix("#/$defs/")], root, place)
        return
    types = schema.get("type", [])
    types = [types] if isinstance(types, str) else types
    if types and not any(TYPES[t](value) for t in types):
        yield f"{place}: is not of type {' or '.join(types)}"
        return
    if "enum" in schema and value not in schema["enum"]:
        yield f"{place}: is none of {schema['enum']}"
    if isinstance(value, str):
        if len(value) < schema.get("minLength", 0):
            yield f"{place}: is too short"
        if not re.search(schema.get("pattern", ""), value):
            yield f"{place}: does not match {schema['pattern']}"
    if isinstance(value, list):
        if len(value) < schema.get("minItems", 0):
            yield f"{place}: has too few items"
        for index, item in enumerate(value):
            yield from faults(item, schema.get("items", {}), root, f"{place}[{index}]")
    if isinstance(value, dict):
        properties = schema.get("properties", {})
        for name in schema.get("required", []):
            if name not in value:
                yield f"{place}.{name}: is missing"
        for name, item in value.items():
            if name in properties:
                yield from faults(item, properties[name], root, f"{place}.{name}")
            elif schema.get("additionalProperties") is False:
                yield f"{place}.{name}: is not known"


def check_self(schema, catalogue):
    def spoil(change):
        spoiled = copy.deepcopy(catalogue)
        change(spoiled)
        return spoiled

    planted = [
        ("$.actions[0].kind", lambda c: c["actions"][0].update(kind="breaks")),
        ("$.actions[0].errors", lambda c: c["actions"][0].update(errors=[])),
        ("$.actions[0].colour", lambda c: c["actions"][0].update(colour="red")),
        ("$.objects[0].fields[0].type", lambda c: c["objects"][0]["fields"][0].pop("type")),
        ("$.objects[0].fields[0].description.zh_CN",
         lambda c: c["objects"][0]["fields"][0]["description"].update(zh_CN="")),
        ("$.definitions[0].commit", lambda c: c["definitions"][0].update(commit="HEAD")),
        ("$.version", lambda c: c.update(version=20190919)),
    ]
    for place, change in planted:
        found = list(faults(spoil(change), schema, schema, "$"))
        if len(found) != 1 or not found[0].startswith(place + ":"):
            raise SystemExit(f"planted a fault at {place}, found {found}")


def main():
    schema, catalogue = (json.load(open(path, encoding="utf-8")) for path in sys.argv[1:3])
    check_self(schema, catalogue)
    found = list(faults(catalogue, schema, schema, "$"))
    print("\n".join(found))
    sys.exit(1 if found else 0)


main()
