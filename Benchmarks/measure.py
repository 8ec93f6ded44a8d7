#!/usr/bin/env python3
"""Measures commands in rotation, each bound to given processors.

    measure.py [-n ROUNDS] [-w WARM] [-c CPU] [--base LABEL]... [--clear DIR]... LABEL[@CPUS]=COMMAND...

In every round each command runs once, so that a busy moment of the machine meets all of them. A command is split
into words as a shell would do, and started without one; its output goes nowhere. Prints one line a command, with tabs:

    label  cpu  cpu-min  cpu-max  wall  peak  status  [ratio to each base]

cpu is user + system time in seconds and wall the time from start to end, both medians; peak is the largest resident
memory of any process of the command, in bytes, as a median. A ratio is the median of the ratios within the rounds. The
first line, labelled "floor", gives under peak what an empty process shows: the system counts the memory that this program
itself held when it started the command, so no peak below it can be seen.

Leaves with 2 when a command could not be started, was killed, or left with a status other than 0, 1 (something was found)
or 123 (the same, by way of xargs).
"""

import argparse
import os
import shlex
import shutil
import statistics
import sys
import time

FINE = (0, 1, 123)


class Failure(Exception):
    pass


def run(words, cpus):
    """Runs a command and returns its CPU time, wall time, peak memory and status."""
    start = time.monotonic()
    process = os.fork()
    if process == 0:
        try:
            os.sched_setaffinity(0, cpus)
            nowhere = os.open(os.devnull, os.O_RDWR)
            for stream in (0, 1, 2):
                os.dup2(nowhere, stream)
            os.execvp(words[0], words)
        finally:
            os._exit(127)
    _, status, used = os.wait4(process, 0)
    wall = time.monotonic() - start
    return used.ru_utime + used.ru_stime, wall, used.ru_maxrss * 1024, os.waitstatus_to_exitcode(status)


def parse_command(text, default):
    """LABEL[@CPUS]=COMMAND"""
    head, sign, command = text.partition("=")
    label, _, cpus = head.partition("@")
    if not sign or not label or not command.strip():
        raise Failure(f'"{text}": write a command as LABEL=COMMAND')
    try:
        chosen = {int(n) for n in cpus.split(",")} if cpus else {default}
    except ValueError:
        raise Failure(f'"{head}": processors are numbers with commas between')
    for cpu in chosen:
        if cpu not in os.sched_getaffinity(0):
            raise Failure(f"there is no processor {cpu} for this run")
    return label, chosen, shlex.split(command)


def measure(commands, rounds, warm, clear):
    """The samples of each command, in the order of the rounds."""
    samples = {label: [] for label, _, _ in commands}
    for turn in range(-warm, rounds):
        for label, cpus, words in commands:
            # Outside the measured time: what an earlier run wrote would have to be removed by the next.
            for folder in clear:
                shutil.rmtree(folder, ignore_errors=True)
            sample = run(words, cpus)
            if sample[3] not in FINE:
                how = f"was killed by signal {-sample[3]}" if sample[3] < 0 else f"left with status {sample[3]}"
                raise Failure(f"{label}: {words[0]} {how}")
            if turn >= 0:
                samples[label].append(sample)
    return samples


def main():
    parser = argparse.ArgumentParser(description="Measures commands in rotation.")
    parser.add_argument("-n", type=int, default=7, metavar="ROUNDS")
    parser.add_argument("-w", type=int, default=1, metavar="WARM", help="rounds before that are not counted")
    parser.add_argument("-c", type=int, default=0, metavar="CPU")
    parser.add_argument("--base", action="append", default=[], metavar="LABEL")
    parser.add_argument("--clear", action="append", default=[], metavar="DIR", help="remove before every run")
    parser.add_argument("commands", nargs="+", metavar="LABEL[@CPUS]=COMMAND")
    options = parser.parse_args()
    try:
        if options.n < 1:
            raise Failure("at least one round is needed")
        commands = [parse_command(text, options.c) for text in options.commands]
        for base in options.base:
            if base not in (label for label, _, _ in commands):
                raise Failure(f'--base "{base}": there is no such command')
        floor = run(["true"], {options.c})
        samples = measure(commands, options.n, options.w, options.clear)
    except Failure as failure:
        print(f"measure: {failure}", file=sys.stderr)
        return 2
    print("floor", "-", "-", "-", "-", floor[2], floor[3], *("-" for _ in options.base), sep="\t")
    for label, _, _ in commands:
        rows = samples[label]
        cpu = [row[0] for row in rows]
        ratios = (
            statistics.median(row[0] / max(other[0], 1e-9) for row, other in zip(rows, samples[base]))
            for base in options.base
        )
        print(
            label,
            *(f"{value:.4f}" for value in (statistics.median(cpu), min(cpu), max(cpu))),
            f"{statistics.median(row[1] for row in rows):.4f}",
            int(statistics.median(row[2] for row in rows)),
            rows[-1][3],
            *(f"{ratio:.3f}" for ratio in ratios),
            sep="\t",
        )
    return 0


if __name__ == "__main__":
    sys.exit(main())
