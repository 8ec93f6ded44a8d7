#!/usr/bin/env python3
"""Proves that no word of the law is lost between a source and its two editions, the page and the Markdown text.

    conserve.py [FOLDER...]
    conserve.py --pair SOURCE EDITION...

Every .xml and .akn file below the folders is published by itself, as an edition does not name the file that it was made
from. Then two texts are compared, character by character, with white space (space, tab, line end) taken out of both:

    source   all character data outside the metadata, in the order of the file, read by expat
    edition  the text inside an element with data-law and outside any with data-added, read from HTML as a browser does;
             a Markdown edition becomes HTML by cmark-gfm first, with all extensions that GitHub uses

A note of the text may stand behind the text instead of in it, whole. Characters that HTML cannot hold (U+007F to U+009F,
U+FDD0 to U+FDEF) count as U+FFFD. Nothing else may differ. This program shares no code and no library with nomodex.

Prints a line a folder: documents, text nodes and characters of the sources, and the characters lost and added in each
format; and before these lines the first difference of every edition that differs. An edition differs also where a browser
would move its text, as its tags stand in places that HTML does not allow. Files that nomodex does not publish, as they are
broken or of no known dialect, are counted by its reason. --pair compares one source with editions that stand already
(.html or .md), whoever made them.

Leaves with 1 when anything differs and with 2 when the comparison could not be made. Where there is no folder there is
nothing to compare, and that is no failure. NOMODEX=PROGRAM takes another binary than the release build.
"""

import argparse
import bisect
import collections
import concurrent.futures
import dataclasses
import difflib
import glob
import html.parser
import os
import re
import shutil
import subprocess
import sys
import tempfile
import xml.parsers.expat

WHITE_SPACE = re.compile("[ \t\r\n]+")
NOT_IN_HTML = re.compile("[\x7f-\x9f\ufdd0-\ufdef]")
REASON = re.compile(r": (error|warning): .*\[([a-z-]+)\]$", re.MULTILINE)

# Roots of Justice Canada's documents. Its XML has no element for metadata; all others have one of the same name.
JUSTICE_CANADA = frozenset(("Statute", "Regulation", "Bill"))
METADATA = "meta"
# The answers of the BOE hold the text of the law beside data about it.
BOE = "response"
BOE_METADATA = frozenset(("status", "metadatos", "analisis", "metadata-eli"))
# Namespaces whose elements are data for the engine of the Open Law vocabulary, as its metadata is.
ENGINE = frozenset(f"https://{home}/schemas/codify" for home in ("code.dccouncil.us", "open.law"))
NOTES = frozenset(("authorialNote", "Footnote"))

MARKDOWN_READER = "cmark-gfm"
EXTENSIONS = ("table", "strikethrough", "autolink", "tagfilter", "tasklist", "footnotes")

# What HTML says of its elements, as far as it moves or hides text.
VOID = frozenset("area base br col embed hr img input link meta source track wbr".split())
BLOCKS = frozenset(
    "address article aside blockquote center details dialog dir div dl fieldset figcaption figure footer form h1 h2 h3 h4 h5"
    " h6 header hgroup hr li listing main menu nav ol p plaintext pre search section summary table ul xmp".split()
)
TABLE_PARTS = {
    # A row without a body gets one, and no text moves.
    "table": frozenset(("caption", "colgroup", "thead", "tbody", "tfoot", "tr")),
    "thead": frozenset(("tr",)),
    "tbody": frozenset(("tr",)),
    "tfoot": frozenset(("tr",)),
    "tr": frozenset(("td", "th")),
}
HIDING = frozenset("iframe math noembed noframes noscript script select style svg template textarea title xmp".split())

# As many characters in a row that agree are no accident.
ANCHOR = 24
CONTEXT = 30
SHOWN_FAULTS = 3


class Failure(Exception):
    pass


def squeeze(text):
    """Text as it is compared: without white space, and with the one character that stands for those HTML cannot hold."""
    return NOT_IN_HTML.sub("\ufffd", WHITE_SPACE.sub("", text))


# MARK: Sources


class Flow:
    """A text in its order: strings, and notes, which are flows themselves."""

    def __init__(self):
        self.parts = []

    def in_place(self):
        """Every note where its mark stands."""
        return "".join(part if isinstance(part, str) else part.in_place() for part in self.parts)

    def notes_behind(self):
        """The text, then its notes one after the other; notes of notes follow at the end."""
        out = []
        waiting = collections.deque([self])
        while waiting:
            for part in waiting.popleft().parts:
                if isinstance(part, str):
                    out.append(part)
                else:
                    waiting.append(part)
        return "".join(out)


class SourceReader:
    """Reads the text of one XML document outside its metadata."""

    def __init__(self):
        self.text = Flow()
        self.nodes = 0
        self.fault = None
        self.flows = [self.text]
        self.pieces = []
        self.depth = 0
        # The depth at which the metadata that is being read began.
        self.metadata_depth = None
        self.namespaces = None
        self.has_metadata = True
        self.metadata = frozenset((METADATA,))

    def read(self, path):
        parser = xml.parsers.expat.ParserCreate(namespace_separator=" ")
        parser.StartElementHandler = self.start
        parser.EndElementHandler = self.end
        parser.CharacterDataHandler = self.pieces.append
        parser.SkippedEntityHandler = self.skipped
        try:
            with open(path, "rb") as file:
                parser.ParseFile(file)
        except xml.parsers.expat.ExpatError as error:
            self.fault = f"expat cannot read the source, which was published: {error}"
        return self

    def start(self, name, attributes):
        self.flush()
        namespace, _, local = name.rpartition(" ")
        if self.depth == 0:
            self.namespaces = (namespace, "")
            self.has_metadata = local not in JUSTICE_CANADA
            self.metadata = BOE_METADATA if local == BOE else frozenset((METADATA,))
        self.depth += 1
        if namespace in ENGINE and self.metadata_depth is None:
            self.metadata_depth = self.depth
        if namespace not in self.namespaces:
            return
        if local in self.metadata and self.has_metadata and self.metadata_depth is None:
            self.metadata_depth = self.depth
        elif local in NOTES:
            note = Flow()
            self.flows[-1].parts.append(note)
            self.flows.append(note)

    def end(self, name):
        self.flush()
        namespace, _, local = name.rpartition(" ")
        if local in NOTES and namespace in self.namespaces:
            self.flows.pop()
        if self.metadata_depth == self.depth:
            self.metadata_depth = None
        self.depth -= 1

    def skipped(self, name, is_parameter):
        if not is_parameter:
            self.fault = f"expat skips the entity &{name}; of the source, which was published"

    def flush(self):
        """Markup ends a text node."""
        text = squeeze("".join(self.pieces))
        self.pieces.clear()
        if text and self.metadata_depth is None:
            self.nodes += 1
            self.flows[-1].parts.append(text)


# MARK: Editions


class EditionReader(html.parser.HTMLParser):
    """Reads the text of the law from HTML: inside data-law, outside data-added.

    A browser moves text and closes tags that stand where HTML does not allow them. Each such place is a fault; where there
    is none, the reading here, tag by tag, is the browser's.
    """

    def __init__(self):
        super().__init__(convert_charrefs=True)
        self.pieces = []
        self.faults = []
        self.holds_law = False
        # Open elements: name, whether inside the law, whether added.
        self.open = [("", False, False)]

    def read(self, text):
        self.feed(text)
        self.close()
        if not self.holds_law:
            self.faults.append("nothing bears data-law")
        if len(self.open) > 1:
            self.faults.append(f"<{self.open[-1][0]}> is never closed")
        return squeeze("".join(self.pieces))

    def fault(self, what):
        line, column = self.getpos()
        self.faults.append(f"{what}, at {line}:{column + 1} of the HTML")

    def handle_starttag(self, tag, attributes):
        names = {name for name, _ in attributes}
        holder, in_law, is_added = self.open[-1]
        in_law = in_law or "data-law" in names
        self.holds_law = self.holds_law or in_law
        if in_law:
            self.look_at_place(tag, holder)
        if tag not in VOID:
            self.open.append((tag, in_law, is_added or "data-added" in names))

    def handle_startendtag(self, tag, attributes):
        # HTML knows no empty-element tags: the slash means nothing.
        self.handle_starttag(tag, attributes)

    def look_at_place(self, tag, holder):
        if tag in HIDING:
            self.fault(f"<{tag}> stands in the text")
        if holder in TABLE_PARTS and tag not in TABLE_PARTS[holder]:
            self.fault(f"<{tag}> stands in <{holder}>")
        elif tag in BLOCKS and self.is_open("p", unless=("td", "th", "caption")):
            self.fault(f"<{tag}> stands in <p>")
        elif tag == "a" and self.is_open("a", unless=("td", "th", "caption")):
            self.fault("<a> stands in <a>")

    def is_open(self, tag, unless):
        for name, _, _ in reversed(self.open):
            if name == tag or name in unless:
                return name == tag
        return False

    def handle_endtag(self, tag):
        if tag == self.open[-1][0]:
            self.open.pop()
            return
        self.fault(f"</{tag}> closes <{self.open[-1][0]}>")
        while len(self.open) > 1 and any(name == tag for name, _, _ in self.open):
            if self.open.pop()[0] == tag:
                break

    def handle_data(self, data):
        holder, in_law, is_added = self.open[-1]
        if not in_law:
            return
        if holder in TABLE_PARTS and WHITE_SPACE.sub("", data):
            self.fault(f"text stands in <{holder}>")
        if not is_added:
            self.pieces.append(data)


def read_edition(path):
    """The text of the law in an edition, and what is wrong with its HTML."""
    with open(path, "rb") as file:
        written = file.read()
    if path.endswith(".md"):
        words = [MARKDOWN_READER, "--unsafe"]
        for extension in EXTENSIONS:
            words += ["-e", extension]
        rendered = subprocess.run(words, input=written, capture_output=True)
        if rendered.returncode != 0:
            raise Failure(f"{MARKDOWN_READER} cannot read {path}: {rendered.stderr.decode(errors='replace').strip()}")
        written = rendered.stdout
    reader = EditionReader()
    try:
        return reader.read(written.decode("utf-8")), reader.faults
    except UnicodeDecodeError as error:
        return "", [f"it is not UTF-8: {error}"]


# MARK: Comparing


@dataclasses.dataclass
class Difference:
    """What an edition does not have of its source, and what it has beyond it, in characters."""

    lost: int = 0
    added: int = 0
    # Lines for a person; none where nothing differs.
    story: list = dataclasses.field(default_factory=list)


def common_prefix(a, b):
    return len(os.path.commonprefix((a, b)))


def differing_stretches(source, edition):
    """Pairs of texts that stand in the place of one another. Between them at least ANCHOR characters agree."""
    start = common_prefix(source, edition)
    source, edition = source[start:], edition[start:]
    rest = common_prefix(source[::-1], edition[::-1])
    source, edition = source[: len(source) - rest], edition[: len(edition) - rest]
    places = collections.defaultdict(list)
    for at in range(len(edition) - ANCHOR + 1):
        places[edition[at : at + ANCHOR]].append(at)
    i = j = 0
    while i < len(source) or j < len(edition):
        lost, added = distance_to_agreement(source, i, edition, j, places)
        yield source[i : i + lost], edition[j : j + added]
        i, j = i + lost, j + added
        agreed = common_prefix(source[i:], edition[j:])
        i, j = i + agreed, j + agreed


def distance_to_agreement(source, i, edition, j, places):
    """How many characters to leave out of both, as few as possible, until ANCHOR characters agree."""
    best = (len(source) - i, len(edition) - j)
    for lost in range(len(source) - i):
        if lost >= sum(best):
            break
        found = places.get(source[i + lost : i + lost + ANCHOR], ())
        k = bisect.bisect_left(found, j)
        if k < len(found) and lost + found[k] - j < sum(best):
            best = (lost, found[k] - j)
    return best


def count_difference(source, edition):
    """Characters lost and added. Long stretches that differ count whole."""
    lost = added = 0
    for there, here in differing_stretches(source, edition):
        same = 0
        if there and here and len(there) * len(here) <= 1_000_000:
            matcher = difflib.SequenceMatcher(None, there, here, autojunk=False)
            same = sum(block.size for block in matcher.get_matching_blocks())
        lost += len(there) - same
        added += len(here) - same
    return lost, added


def visible(text):
    return "".join(c if c.isprintable() else f"\\u{ord(c):04X}" for c in text)


def excerpt(text, at):
    start, end = max(0, at - CONTEXT), at + CONTEXT
    before, behind = "…" if start > 0 else "", "…" if end < len(text) else ""
    return f"{before}{visible(text[start:at])}▸{visible(text[at:end])}{behind}"


def compare(reader, edition, faults):
    """The difference between a source that was read and the text of an edition."""
    out = Difference(story=faults[:SHOWN_FAULTS])
    if len(faults) > SHOWN_FAULTS:
        out.story.append(f"and {len(faults) - SHOWN_FAULTS} more faults of its HTML")
    if reader.fault:
        out.story.append(reader.fault)
    source = reader.text.notes_behind()
    if edition in (source, reader.text.in_place()):
        return out
    out.lost, out.added = count_difference(source, edition)
    at = common_prefix(source, edition)
    out.story.append(f"{out.lost} characters lost, {out.added} added; they part at character {at}")
    out.story.append(f"source  {excerpt(source, at)}")
    out.story.append(f"edition {excerpt(edition, at)}")
    return out


# MARK: Publishing


@dataclasses.dataclass
class Outcome:
    """What became of one source."""

    path: str
    # Why it was not published.
    reason: str = ""
    nodes: int = 0
    characters: int = 0
    # By format.
    differences: dict = dataclasses.field(default_factory=dict)


def publish(nomodex, source, place, formats):
    """Publishes a source by itself. Returns its editions by format, or the reason why there is none."""
    words = [nomodex, "build", "--jobs", "1", "--format", ",".join(formats), "--output", place, source]
    done = subprocess.run(words, capture_output=True, text=True, errors="replace")
    if done.returncode not in (0, 1):
        raise Failure(f"nomodex build {source} left with status {done.returncode}: {done.stderr.strip()}")
    editions = {}
    for name, ending in formats.items():
        found = glob.glob(os.path.join(glob.escape(place), "acts", "*" + ending))
        if len(found) > 1:
            raise Failure(f"nomodex build made {len(found)} {name} editions of {source}")
        if found:
            editions[name] = found[0]
    if editions:
        return editions, ""
    reasons = REASON.findall(done.stderr)
    if not reasons:
        raise Failure(f"nomodex build published nothing for {source} and did not say why: {done.stderr.strip()}")
    # An error before a warning.
    return {}, min(reasons)[1]


def examine(nomodex, source, formats):
    """Publishes a source and compares its editions with it."""
    with tempfile.TemporaryDirectory(prefix="conserve-") as folder:
        editions, reason = publish(nomodex, source, os.path.join(folder, "out"), formats)
        if reason:
            return Outcome(source, reason=reason)
        return compare_all(source, {name: editions.get(name) for name in formats})


def compare_all(source, editions):
    reader = SourceReader().read(source)
    out = Outcome(source, nodes=reader.nodes, characters=len(reader.text.in_place()))
    for name, edition in editions.items():
        text, faults = read_edition(edition) if edition else ("", ["there is no such edition"])
        out.differences[name] = compare(reader, text, faults)
    return out


def examine_all(nomodex, sources, formats):
    """Outcomes by source; the largest sources go first, so that no worker is left with one at the end."""
    workers = len(os.sched_getaffinity(0))
    ordered = sorted(sources, key=os.path.getsize, reverse=True)
    with concurrent.futures.ProcessPoolExecutor(max_workers=workers) as pool:
        count = len(ordered)
        found = pool.map(examine, [nomodex] * count, ordered, [formats] * count)
        return dict(zip(ordered, found))


def find_sources(folder):
    """The files that nomodex takes: no links, nothing hidden, .xml and .akn."""
    out = []
    for place, folders, files in os.walk(folder):
        folders[:] = [name for name in folders if not name.startswith(".")]
        for name in files:
            path = os.path.join(place, name)
            if not name.startswith(".") and name.lower().endswith((".xml", ".akn")) and not os.path.islink(path):
                out.append(path)
    return sorted(out)


# MARK: Telling


def tell(outcome, shown):
    """Prints what differs. Returns whether anything does."""
    differs = False
    for name, difference in outcome.differences.items():
        if difference.story:
            differs = True
            print(f"{shown}: {name}")
            for line in difference.story:
                print(f"  {line}")
    return differs


def print_head(width, formats):
    above = " " * width + f"{'':>10} {'':>10} {'':>10} {'':>12}"
    below = f"{'folder':<{width}}{'documents':>10} {'left out':>10} {'text nodes':>10} {'characters':>12}"
    for name in formats:
        above += f"  {name:>16}"
        below += f"  {'lost':>8}{'added':>8}"
    print(above.rstrip())
    print(below)


def print_row(name, width, outcomes, formats):
    published = [outcome for outcome in outcomes if not outcome.reason]
    row = f"{name:<{width}}{len(published):>10,} {len(outcomes) - len(published):>10,}"
    row += f" {sum(outcome.nodes for outcome in published):>10,}"
    row += f" {sum(outcome.characters for outcome in published):>12,}"
    for format_name in formats:
        differences = [outcome.differences[format_name] for outcome in published]
        row += f"  {sum(d.lost for d in differences):>8,}{sum(d.added for d in differences):>8,}"
    print(row)


def prove(nomodex, folders, formats):
    """Compares everything below the folders and prints it. Returns whether anything differs."""
    sources = {folder: find_sources(folder) for folder in folders}
    outcomes = examine_all(nomodex, sorted({path for paths in sources.values() for path in paths}), formats)
    differing = 0
    for path in sorted(outcomes):
        differing += tell(outcomes[path], os.path.relpath(path))
    if differing:
        print()
    names = {folder: os.path.basename(folder) for folder in folders}
    width = max(map(len, names.values())) + 2
    print_head(width, formats)
    for folder in folders:
        print_row(names[folder], width, [outcomes[path] for path in sources[folder]], formats)
    print_row("total", width, outcomes.values(), formats)
    print()
    reasons = collections.Counter(outcome.reason for outcome in outcomes.values() if outcome.reason)
    if reasons:
        print("left out by nomodex: " + ", ".join(f"{count} {reason}" for reason, count in sorted(reasons.items())))
    published = sum(1 for outcome in outcomes.values() if not outcome.reason)
    if differing:
        print(f"{differing} of {published} documents differ")
    else:
        print(f"{published} documents: no word is lost and none is added" if published else "nothing was compared")
    return differing > 0


def existing_folders(given):
    out = []
    for pattern in given:
        found = sorted(filter(os.path.isdir, glob.glob(pattern))) or [pattern]
        for folder in found:
            if os.path.isdir(folder):
                out.append(os.path.realpath(folder))
            else:
                print(f"skipped: there is no folder {folder}")
    return list(dict.fromkeys(out))


def default_folders(root):
    corpora = os.path.join(root, "..", "shared", "corpora")
    return [os.path.join(corpora, name) for name in ("akn-*", "canada", "canada-labelled", "dc", "large")]


def copy_of_program(root, folder):
    """A copy, as a build may replace the program while it is used."""
    program = os.environ.get("NOMODEX") or os.path.join(root, ".build", "release", "nomodex")
    if not os.access(program, os.X_OK):
        raise Failure(f"there is no release binary at {program}; build it with: make build")
    return shutil.copy(program, os.path.join(folder, "nomodex"))


def prove_folders(given):
    """The comparison of whole folders, from the command line to the exit status."""
    root = os.path.dirname(os.path.dirname(os.path.realpath(__file__)))
    folders = existing_folders(given or default_folders(root))
    if not folders:
        print("nothing to compare")
        return 0
    formats = {"html": ".html", "markdown": ".md"}
    if not shutil.which(MARKDOWN_READER):
        print(f"Markdown is skipped: {MARKDOWN_READER} is missing; install the package cmark-gfm")
        del formats["markdown"]
    with tempfile.TemporaryDirectory(prefix="conserve-") as folder:
        return int(prove(copy_of_program(root, folder), folders, formats))


def prove_pair(source, *editions):
    """The comparison of one source with editions that stand already."""
    if any(path.endswith(".md") for path in editions) and not shutil.which(MARKDOWN_READER):
        raise Failure(f"{MARKDOWN_READER} is missing; install the package cmark-gfm")
    outcome = compare_all(source, {path: path for path in editions})
    if tell(outcome, source):
        return 1
    print(f"{outcome.nodes} text nodes, {outcome.characters} characters: no word is lost and none is added")
    return 0


def main():
    parser = argparse.ArgumentParser(description="Proves that no word of the law is lost.")
    parser.add_argument("folders", nargs="*", metavar="FOLDER")
    parser.add_argument(
        "--pair", nargs="+", metavar=("SOURCE", "EDITION"), help="compare a source with editions that stand already"
    )
    options = parser.parse_args()
    if options.pair and (options.folders or len(options.pair) < 2):
        parser.error("--pair takes a source and its editions, and no folders")
    try:
        return prove_pair(*options.pair) if options.pair else prove_folders(options.folders)
    except (Failure, OSError) as failure:
        print(f"conserve: {failure}", file=sys.stderr)
        return 2


if __name__ == "__main__":
    sys.exit(main())
