#!/usr/bin/env python3
"""Compares sections that `nomodex codify` wrote with an official publication.

    gold.py OURS OFFICIAL GOLD_TSV INSTRUCTIONS_TSV [--library FOLDER] [--bar PERCENT] [--misses FILE]

The text of a section is flattened the same way for both sides: depth-first, each number, heading, text and cell as one
line with its white space as single spaces. The history is the set of (act, provision, date of application) that the
annotations show. For each section that is not exact a cause is worked out from the two texts, the outcomes of the
instructions on it and the words of the library.
"""
import argparse
import collections
import csv
import difflib
import hashlib
import os
import re
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


# Ways in which two texts may be one, the narrowest first: what is taken out of both before they are compared.
LIKENESSES = (
    ("they differ in white space only", lambda line: re.sub(r"\s", "", line)),
    ("they differ in capital letters only", lambda line: re.sub(r"\s", "", line).lower()),
    ("they differ in punctuation and brackets only", lambda line: re.sub(r"[\W_]", "", line).lower()),
    (
        "they differ in how citations are written only",
        lambda line: re.sub(
            r"[\W_]", "",
            re.sub(r"(this|that|such) (act|title|chapter|subchapter|part|section)s?\b|§+ ?[\w.-]+(\(\w+\))*|"
                   r"\b(title|chapter|subchapter|part|section|paragraph|d\.c\. law)s? [\w.-]+(\(\w+\))*( of (title|chapter) \w+)?",
                   "", line.lower())),
    ),
)


def words(lines):
    return collections.Counter(word for line in lines for word in re.findall(r"[\w$§.-]+", line))


def cause(theirs, ours, failed, waiting, library):
    """Why two texts of a section are not the same, as far as a program can tell."""
    for reason, reduced in LIKENESSES:
        if [r for r in map(reduced, theirs) if r] == [r for r in map(reduced, ours) if r]:
            return reason
    if sorted(theirs) == sorted(ours):
        return "they have the same lines in another order"
    if failed:
        return f"an instruction on it cannot be carried out ({len(failed)}): {sorted(failed)[0]}"
    if waiting:
        return f"an instruction on it waits here ({len(waiting)}): {sorted(waiting)[0]}"
    more, fewer = words(theirs) - words(ours), words(ours) - words(theirs)
    unknown = [word for word in more if word not in library]
    if unknown:
        return f"the publication has words that stand nowhere in the library: {' '.join(unknown[:5])}"
    if more and not fewer:
        return f"the publication has more ({sum(more.values())} words), though every instruction on it was carried out"
    if fewer and not more:
        return f"the publication has less ({sum(fewer.values())} words), though every instruction on it was carried out"
    return f"words differ ({sum(more.values())} there, {sum(fewer.values())} here), though every instruction was carried out"


def library_words(folder):
    """Every word of a library."""
    out = set()
    for home, _, names in os.walk(folder):
        for name in names:
            if name.endswith(".xml"):
                with open(os.path.join(home, name), encoding="utf-8", errors="replace") as file:
                    out.update(re.findall(r"[\w$§.-]+", re.sub(r"<[^>]*>", " ", file.read())))
    return out


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
    options.add_argument("--library", help="the library itself; tells causes better")
    given = options.parse_args()
    with open(given.gold) as file:
        gold = {row["gold_file"]: row for row in csv.DictReader(file, delimiter="\t")}
    failures, waiting = collections.defaultdict(set), collections.defaultdict(set)
    outcomes = collections.Counter()
    with open(given.instructions) as file:
        for act, provision, _, kind, _, target, outcome in csv.reader(file, delimiter="\t", quoting=csv.QUOTE_NONE):
            outcomes[outcome.split(":")[0]] += 1
            if target.startswith("§"):
                section = target.split("|")[0].strip("§[]")
                if outcome.startswith("failed"):
                    failures[section].add(f"{act} {provision} {kind} {outcome}")
                elif outcome.startswith("waiting"):
                    waiting[section].add(f"{act} {provision} {kind} {outcome}")
    exact, misses, found, wrong, absent = 0, [], 0, 0, 0
    for path, row in sorted(gold.items()):
        theirs, ours = parse(f"{given.official}/{path}"), parse(f"{given.ours}/{path}")
        facts = history(theirs)
        if ours is None:
            absent += len(facts)
            unamended = parse(f"{given.library}/{path}") if given.library else None
            misses.append((row["section"], flatten(theirs), flatten(unamended) if unamended is not None else []))
            continue
        own = history(ours)
        found, wrong, absent = found + len(facts & own), wrong + len(own - facts), absent + len(facts - own)
        text = flatten(ours)
        if hashlib.sha256("\n".join(text).encode()).hexdigest() == row["gold_sha256"]:
            exact += 1
        else:
            misses.append((row["section"], flatten(theirs), text))
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
    known = library_words(given.library) if given.library and misses else set()
    causes = collections.Counter()
    with open(given.misses, "w") if given.misses else sys.stdout as out:
        for section, theirs, text in misses:
            reason = cause(theirs, text, failures[section], waiting[section], known)
            causes[re.split("[:(]", reason)[0].strip()] += 1
            print(f"{section}\t{reason}\t{first_difference(theirs, text)}", file=out)
        for path in changed:
            print(f"{path}\tchanged without cause", file=out)
        for reason, count in causes.most_common():
            print(f"{count:4} {reason}", file=out)
    if share < given.bar or changed:
        sys.exit(1)


main()
