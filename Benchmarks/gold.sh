#!/usr/bin/env bash
# Carries out the instructions of the D.C. law library on its code and compares the sections with the official publication.
set -euo pipefail
cd "$(dirname "$0")/.."
gold=../shared/corpora/dc-publication
if [ ! -f "$gold/gold.tsv" ]; then
  echo "gold: $gold is absent; nothing is compared" >&2
  exit 0
fi
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
mkdir "$work/raw" "$work/official" "$work/ours"
tar -xJf "$gold/raw.tar.xz" -C "$work/raw"
tar -xJf "$gold/codified.tar.xz" -C "$work/official"
# The library is the folder that holds the tree of jurisdictions, whatever the archive calls it.
library=$(dirname "$(find "$work/raw" -maxdepth 2 -name us -type d | head -1)")
official=$(dirname "$(find "$work/official" -maxdepth 2 -name us -type d | head -1)")
command time -f '%e s, %M kB' .build/release/nomodex codify "$library" --on 2024-10-20 --jobs 2 \
  --output "$work/ours" --list "$work/instructions.tsv" 2> "$work/report" || true
tail -3 "$work/report"
python3 Benchmarks/gold.py "$work/ours" "$official" "$gold/gold.tsv" "$work/instructions.tsv" \
  --library "$library" "$@"
