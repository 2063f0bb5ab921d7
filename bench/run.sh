#!/usr/bin/env bash
# Compares pain.008 generation with other libraries in one run and writes docs/benchmarks.md; "vault" as the first word times the
# vault instead and writes docs/benchmarks-vault.md, "access" permission checks and sign-in, "journey" every step of a remittance with its
# memory and the answers of the bank, "directory" the search for a firm, "handoff" a zip of 2 GiB (needs zip, unzip, curl).
# Options go on to the comparison: bench/run.sh --counts 1000 --rounds 1
set -euo pipefail
cd "$(dirname "$0")/.."
. etc/check-tools.sh

require_tools
subject=compare report=docs/benchmarks.md
if [[ " vault access journey directory handoff " == *" ${1:-} "* ]] && [ -n "${1:-}" ]; then
  subject=$1 report=docs/benchmarks-$1.md
  shift
fi
if [ "$subject" = handoff ]; then set -- "$@" --counts 10000; fi
npm ci --prefix bench/peers --ignore-scripts --no-fund --no-audit --silent
dotnet build bench/Platform.Bench -c Release -nologo -v quiet -clp:ErrorsOnly
dotnet bench/Platform.Bench/bin/Release/net10.0/Platform.Bench.dll "$subject" --report "$report" "$@"
