#!/usr/bin/env python3
"""Compares sections that `nomodex codify` wrote with an official publication.

    gold.py OURS OFFICIAL GOLD_TSV INSTRUCTIONS_TSV [--bar PERCENT] [--misses FILE]

The text of a section is flattened the same way for both sides: depth-first, each number, heading, text and cell as one
line with its white space as single spaces. The history is the set of (act, provision, date of application) that the
annotations show.
"""
import argparse
import collections
import csv
import difflib
import hashlib
import os
import sys
import xml.etree.ElementTree as ET

KINDS = {"num", "heading", "text", "aftertext", "td", "th", "reason", "prefix"}


def flatten(element, lines=None):
    lines = [] if lines is None else lines
    for child in element:
        namespace, _, name = child.tag[1:].partition("}") if isinstance(child.tag, str) else ("codify", "", "")
        if name in ("annotations", "annotation") or "codif" in namespace:
            continue
        if name in KINDS:
            words = " ".join("".join(child.itertext()).split())
            if words:
                lines.append(f"{name}: {words}")
        else:
            flatten(child, lines)
    return lines


def history(root):
    return {
        (a.get("doc"), a.get("path"), a.get("app"))
        for a in root.iter()
        if isinstance(a.tag, str) and a.tag.endswith("}annotation") and a.get("type") == "History"
        and a.get("app") and a.get("display") != "false"
    }


def parse(path):
    return ET.parse(path).getroot() if os.path.exists(path) else None


def first_difference(theirs, ours):
    for line in difflib.unified_diff(theirs, ours, lineterm="", n=0):
        if line[:1] in "-+" and not line.startswith(("---", "+++")):
            return line[:160]
    return ""


def main():
    options = argparse.ArgumentParser(description=__doc__)
    for name in ("ours", "official", "gold", "instructions"):
        options.add_argument(name)
    options.add_argument("--bar", type=float, default=98.5)
    options.add_argument("--misses")
    given = options.parse_args()
    with open(given.gold) as file:
        gold = {row["gold_file"]: row for row in csv.DictReader(file, delimiter="\t")}
    failures = collections.defaultdict(set)
    outcomes = collections.Counter()
    with open(given.instructions) as file:
        for act, provision, _, kind, _, target, outcome in csv.reader(file, delimiter="\t", quoting=csv.QUOTE_NONE):
            outcomes[outcome.split(":")[0]] += 1
            if outcome.startswith("failed") and target.startswith("§"):
                failures[target.split("|")[0].strip("§[]")].add(f"{act} {provision} {kind} {outcome}")
    exact, misses, found, wrong, absent = 0, [], 0, 0, 0
    for path, row in sorted(gold.items()):
        theirs, ours = parse(f"{given.official}/{path}"), parse(f"{given.ours}/{path}")
        facts = history(theirs)
        if ours is None:
            absent += len(facts)
            misses.append((row["section"], "not written", failures[row["section"]]))
            continue
        own = history(ours)
        found, wrong, absent = found + len(facts & own), wrong + len(own - facts), absent + len(facts - own)
        text = flatten(ours)
        if hashlib.sha256("\n".join(text).encode()).hexdigest() == row["gold_sha256"]:
            exact += 1
        else:
            misses.append((row["section"], first_difference(flatten(theirs), text), failures[row["section"]]))
    changed, written = [], 0
    for folder, _, names in os.walk(given.ours):
        for name in names:
            path = os.path.relpath(os.path.join(folder, name), given.ours)
            if path in gold:
                continue
            written += 1
            theirs = parse(f"{given.official}/{path}")
            if theirs is None or flatten(theirs) != flatten(parse(f"{given.ours}/{path}")):
                changed.append(path)
    share = 100 * exact / len(gold)
    print("instructions: " + ", ".join(f"{count} {name}" for name, count in outcomes.most_common()))
    print(f"text: {exact} of {len(gold)} sections exact, {share:.2f} %")
    print(f"unchanged sections that differ: {len(changed)} of {written} written")
    print(f"history: recall {100 * found / max(1, found + absent):.2f} %, precision {100 * found / max(1, found + wrong):.2f} %")
    with open(given.misses, "w") if given.misses else sys.stdout as out:
        for section, difference, reasons in misses:
            print(f"{section}\t{difference}\t{'; '.join(sorted(reasons)) or 'no instruction failed'}", file=out)
        for path in changed:
            print(f"{path}\tchanged without cause", file=out)
    if share < given.bar or changed:
        sys.exit(1)


main()
