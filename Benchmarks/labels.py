#!/usr/bin/env python3
"""Measures the proposals of `nomodex propose` against labelled provisions.

    labels.py NOMODEX LABELS_TSV CORPUS [-v]

T1: is the provision about an electronic interaction; T2: of which types; T3: which requirements does it state. F1 with an
interval of 95 % by drawing files with replacement. Files whose name has a SHA-256 that is divisible by three were left unread
while the tables were made; they are shown apart.
"""
import csv
import hashlib
import json
import random
import subprocess
import sys


def share(tp, fp, fn):
    precision = tp / (tp + fp) if tp + fp else 0.0
    recall = tp / (tp + fn) if tp + fn else 0.0
    return precision, recall, 2 * precision * recall / (precision + recall) if precision + recall else 0.0


def line(name, counts, extra=""):
    p, r, f = share(*counts)
    return f"  {name}: precision {p:.2f}, recall {r:.2f}, F1 {f:.2f} ({counts[0]} right, {counts[1]} too many, {counts[2]} missed){extra}"


def add(counts, found, wanted):
    counts[0] += len(found & wanted)
    counts[1] += len(found - wanted)
    counts[2] += len(wanted - found)


def values(text):
    return set(text.split(";")) - {"-", ""}


def offset(source, identifier):
    """Where the element with an identifier begins."""
    place = source.find(b'lims:id="%s"' % identifier.encode())
    return source.rfind(b"<", 0, place) if place >= 0 else -1


def main():
    program, labels, corpus = sys.argv[1:4]
    with open(labels, encoding="utf-8") as file:
        rows = list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))
    files = sorted({row["file"] for row in rows})
    run = subprocess.run([program, "propose", "--report", "json", *(f"{corpus}/{name}" for name in files)], capture_output=True, check=True)
    found = {}
    for proposal in json.loads(run.stdout)["proposals"]:
        found[proposal["path"], proposal["start"]] = proposal
    sources = {name: open(f"{corpus}/{name}", "rb").read() for name in files}
    for part in ("read", "unread"):
        by_file, types, kinds, bases = {}, [0, 0, 0], [0, 0, 0], [0, 0, 0]
        for row in rows:
            unread = int(hashlib.sha256(row["file"].encode()).hexdigest(), 16) % 3 == 0
            if unread != (part == "unread"):
                continue
            place = (f"{corpus}/{row['file']}", offset(sources[row["file"]], row["lims_id"]))
            proposal = found.get(place, {"types": [], "requirements": []})
            wanted, proposed = row["is_electronic_interaction"] == "y", bool(proposal["types"])
            add(by_file.setdefault(row["file"], [0, 0, 0]), {1} if proposed else set(), {1} if wanted else set())
            if wanted and proposed:
                add(types, set(proposal["types"]), values(row["interaction_type"]))
            add(kinds, set(proposal["types"]), values(row["interaction_type"]) if wanted else set())
            add(bases, {r["id"] for r in proposal["requirements"]}, values(row["is_legal_basis"]))
            if "-v" in sys.argv and part == "read" and wanted != proposed:
                print(row["file"], row["provision"], row["is_electronic_interaction"], proposal)
        total = [sum(counts[k] for counts in by_file.values()) for k in range(3)]
        draw, names = random.Random(7), list(by_file)
        drawn = sorted(
            share(*(sum(by_file[name][k] for name in sample) for k in range(3)))[2]
            for sample in ([draw.choice(names) for _ in names] for _ in range(2000)))
        print(f"{part} files: {len(by_file)}")
        print(line("T1", total, f", 95 % between {drawn[50]:.2f} and {drawn[1949]:.2f}"))
        print(line("T2, where T1 is right", types))
        print(line("T2, end to end", kinds))
        print(line("T3", bases))


main()
