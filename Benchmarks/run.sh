#!/usr/bin/env bash
# Compares nomodex with a no-op SAX pass in C and with xmllint over the same files. See README.md.
#
#   run.sh [-n ROUNDS] [-c CPU] [--gate] [FOLDER...]
#
# NOMODEX=PROGRAM measures another binary than the release build.
set -u -o pipefail
export LC_ALL=C

here=$(cd "$(dirname "$0")" && pwd)
root=$(dirname "$here")
rounds=7 cpu=0 gate=
given=()

usage() {
  echo "usage: run.sh [-n ROUNDS] [-c CPU] [--gate] [FOLDER...]"
}
fail() {
  echo "run.sh: $*" >&2
  exit 2
}
is_number() {
  case $1 in '' | *[!0-9]*) return 1 ;; esac
}

while [ $# -gt 0 ]; do
  case $1 in
    -n | -c)
      is_number "${2-}" || fail "$1 takes a number"
      if [ "$1" = -n ]; then rounds=$2; else cpu=$2; fi
      shift
      ;;
    --gate) gate=yes ;;
    -h | --help)
      usage
      exit 0
      ;;
    -*)
      usage >&2
      exit 2
      ;;
    *) given+=("$1") ;;
  esac
  shift
done
[ "$rounds" -gt 0 ] || fail "-n takes at least 1"
if [ ${#given[@]} -eq 0 ]; then
  given=("$root/../shared/corpora/canada-labelled" "$root/../shared/corpora/large")
fi

# Folders first: where the corpora are absent there is nothing to measure, and that is no failure.
folders=()
for folder in "${given[@]}"; do
  if [ -d "$folder" ]; then
    folders+=("$(cd "$folder" && pwd)")
  else
    echo "skipped: there is no folder $folder"
  fi
done
if [ ${#folders[@]} -eq 0 ]; then
  echo "nothing to measure"
  exit 0
fi

need() {
  command -v "$1" > /dev/null || fail "$1 is missing; install the package $2"
}
need gcc gcc
need xml2-config libxml2-dev
need xmllint libxml2-utils
need python3 python3
need xargs findutils
nomodex=${NOMODEX:-$root/.build/release/nomodex}
[ -x "$nomodex" ] || fail "there is no release binary at $nomodex; build it with: swift build -c release (package swift)"

# Pages are written to memory where that can be: a disk that has just lost many files is slow in making new ones.
memory=/dev/shm
[ -d "$memory" ] && [ -w "$memory" ] || memory=${TMPDIR:-/tmp}
work=$(mktemp -d -p "$memory") || fail "no temporary folder can be made"
trap 'rm -rf "$work"' EXIT
trap 'exit 130' INT TERM

# A copy, as a build may replace the program while it is measured.
cp "$nomodex" "$work/nomodex" || fail "$nomodex cannot be copied"
read -ra flags <<< "$(xml2-config --cflags --libs | tr '\n' ' ')"
gcc -O2 "$here/sax.c" -o "$work/sax" "${flags[@]}" || fail "sax.c cannot be built; install the package libxml2-dev"

# The files that nomodex takes: no links, nothing hidden, .xml and .akn.
find "${folders[@]}" -mindepth 1 -name '.*' -prune -o -type f \( -iname '*.xml' -o -iname '*.akn' \) -print |
  sort > "$work/list"
files=$(wc -l < "$work/list")
if [ "$files" -eq 0 ]; then
  echo "skipped: there is no .xml or .akn file in ${folders[*]}"
  exit 0
fi
bytes=$("$work/sax" "$work/list" | sed -n 's/.* bytes=\([0-9]*\) .*/\1/p')
is_number "$bytes" || fail "the files cannot be read"

quoted() {
  printf ' %q' "$@"
}
check="$work/nomodex check --jobs 1$(quoted "${folders[@]}")"
build="$work/nomodex build --jobs 1 --format html,markdown --output $work/out$(quoted "${folders[@]}")"
measure() {
  python3 "$here/measure.py" -n "$rounds" "$@"
}

# The second processor of the two jobs: any other that this run may use.
other=$(python3 -c 'import os, sys; print(next((c for c in sorted(os.sched_getaffinity(0)) if c != int(sys.argv[1])), ""))' "$cpu")

said=$("$work/nomodex" build --jobs 1 --format html --output "$work/out" "${folders[@]}" 2>&1 > /dev/null | tail -n 1)
documents=${said%% *}
is_number "$documents" || fail "nomodex build failed: $said"
echo "$files files, $bytes bytes, of which nomodex publishes $documents; $rounds rounds; $("$work/nomodex" --version); load $(cut -d' ' -f1 /proc/loadavg)"
[ "$documents" -eq "$files" ] ||
  echo "note: files of no known dialect, or broken ones, are read and reported but not published: the ratios are then too kind"
echo

measure -c "$cpu" --base sax --base xmllint --clear "$work/out" \
  "sax=$work/sax $work/list" \
  "xmllint=xargs -d '\\n' -a $work/list xmllint --noout" \
  "check=$check" \
  "build=$build" > "$work/main.tsv" || exit 2

awk -F '\t' -v bytes="$bytes" '
  $1 == "floor" { floor = $6; next }
  NR == 2 { printf "%-18s %9s %19s %7s %10s %9s %11s\n", "one core", "CPU s", "min to max", "x SAX", "x xmllint", "peak MB", "bytes/byte" }
  {
    name = $1
    if (name == "sax") name = "C SAX, no-op"
    if (name == "xmllint") name = "xmllint --noout"
    if (name == "check" || name == "build") name = "nomodex " name
    # Near the floor only a bound is known.
    near = $6 < floor * 1.15 ? "<" : ""
    printf "%-18s %9.3f %19s %7.2f %10.2f %9s %11s\n", name, $2, sprintf("%.3f to %.3f", $3, $4), $8, $9, \
      near sprintf("%.1f", $6 / 1e6), near sprintf("%.2f", $6 / bytes)
  }' "$work/main.tsv"
echo

speedup=
if [ -n "$other" ]; then
  measure \
    "one@$cpu=$check" \
    "two@$cpu,$other=$work/nomodex check --jobs 2$(quoted "${folders[@]}")" \
    "pair@$cpu,$other=sh -c $(printf %q "$check & $check; wait")" > "$work/jobs.tsv" || exit 2
  read -r one two speedup pair <<< "$(awk -F '\t' '{ w[$1] = $5 } END {
    printf "%.3f %.3f %.2f %.2f", w["one"], w["two"], w["one"] / w["two"], 2 * w["one"] / w["pair"] }' "$work/jobs.tsv")"
  echo "check, wall time: $one s with 1 job, $two s with 2 jobs: $speedup times as fast"
  echo "(as a control, two runs of 1 job at once do $pair times the work of one: no program gains more on this machine now)"
else
  echo "check with 2 jobs: skipped, as this run may use one processor only"
fi

# More rounds, as one is over at once.
python3 "$here/measure.py" -n $((rounds * 5)) -w 2 -c "$cpu" "version=$work/nomodex --version" > "$work/version.tsv" || exit 2
version=$(awk -F '\t' '$1 == "version" { printf "%.1f", $5 * 1000 }' "$work/version.tsv")
echo "nomodex --version: $version ms from start to end"

[ -n "$gate" ] || exit 0
echo
failed=0
# judge WHAT FIGURE SIGN GOAL [UNIT]
judge() {
  if awk -v a="$2" -v sign="$3" -v b="$4" 'BEGIN { exit !(sign == "<=" ? a + 0 <= b + 0 : a + 0 >= b + 0) }'; then
    echo "pass  $1: $2${5-} $3 $4${5-}"
  else
    echo "FAIL  $1: $2${5-}, the goal is $3 $4${5-}"
    failed=1
  fi
}
column() {
  awk -F '\t' -v label="$1" -v n="$2" '$1 == label { print $n }' "$work/main.tsv"
}
judge "check, times SAX" "$(column check 8)" "<=" 2.5
judge "build, times SAX" "$(column build 8)" "<=" 5
judge "check, times xmllint" "$(column check 9)" "<=" 1.0
judge "peak memory of check" "$(column check 6 | awk '{ printf "%.1f", $1 / 1e6 }')" "<=" \
  "$(awk -v b="$bytes" 'BEGIN { printf "%.1f", (2.5 * b + 40e6) / 1e6 }')" " MB"
if [ -n "$speedup" ]; then
  judge "two jobs over one" "$speedup" ">=" 1.5
else
  echo "skip  two jobs over one: one processor only"
fi
judge "nomodex --version" "$version" "<=" 15 " ms"
exit $failed
