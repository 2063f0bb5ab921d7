#!/usr/bin/env bash
# Builds the solution and runs every test project: ./etc/test.sh [WORD...] runs those whose names contain a word.
# Installs on Debian what the tests need. Results go to artifacts/test-results; the last line is "N passed, N failed".
set -euo pipefail
cd "$(dirname "$0")/.."
. etc/check-tools.sh

results=$PWD/artifacts/test-results
services=$(mktemp -d /tmp/platform-test.XXXXXX)
# What most hosts begin with is made once; short-lived processes gain nothing from code tuned by profile.
export PLATFORM_TEST_TEMPLATES=$services/templates DOTNET_TieredPGO=0
trap 'etc/services/postgres.sh stop "$services/pg" || true; rm -rf "$services"' EXIT
trap 'exit 130' INT TERM

# Without a service its tests skip on a developer's machine and fail where CI=true.
start_services() {
  etc/services/apt-install.sh postgresql chromium-headless-shell fonts-dejavu-core libxml2-utils softhsm2 gdb weasyprint poppler-utils clamav-daemon unzip python3 ||
    { [ "${CI:-}" != true ] || return 1; }
  chmod 755 "$services"
  if etc/services/postgres.sh start "$services/pg"; then
    eval "$(etc/services/postgres.sh env "$services/pg")"
  else
    [ "${CI:-}" != true ]
  fi
}

chosen() {
  local project=$1 word
  shift
  [ $# -eq 0 ] && return
  for word in "$@"; do case $project in *"$word"*) return ;; esac; done
  return 1
}

counter() { sed -n "s/.*<Counters .*\b$1=\"\([0-9]*\)\".*/\1/p" "$2"; }

# Leaves NAME.log and NAME.counts (passed, failed, skipped) among the results; two projects run at a time.
run_project() {
  local name trx status=0 executed ok failed=0
  name=$(basename "$1")
  trx=$results/$name.trx
  timeout 40m dotnet "$1/bin/Debug/net10.0/$name.dll" -noLogo -noColor -trx "$trx" >"$results/$name.log" 2>&1 || status=$?
  if [ ! -f "$trx" ] || [ "$(counter executed "$trx")" = 0 ]; then
    echo "$name ran no test (exit code $status)" >>"$results/$name.log"
    echo "0 1 0" >"$results/$name.counts"
  else
    executed=$(counter executed "$trx") ok=$(counter passed "$trx")
    failed=$((executed - ok))
    if [ $status -ne 0 ] && [ $failed -eq 0 ]; then
      echo "$name failed outside its tests (exit code $status)" >>"$results/$name.log"
      failed=1
    fi
    echo "$ok $failed $(($(counter total "$trx") - executed))" >"$results/$name.counts"
  fi
  (
    flock 9
    echo "== $name"
    cat "$results/$name.log"
  ) 9>"$results/lock"
}

# The longest first, so that no lane waits for the other at the end. The one that builds packages comes alone, after all others.
projects() {
  printf '%s\n' tests/Platform.{EndToEnd,Sepa,Vault,Identity}.Tests tests/*.Tests | grep -v Packaging | awk '!seen[$0]++'
  echo tests/Platform.Packaging.Tests
}

require_tools
start_services
rm -rf "$results"
mkdir -p "$results"
dotnet build Platform.sln -nologo -v quiet -clp:ErrorsOnly
started=()
for project in $(projects); do
  chosen "$project" "$@" || continue
  case $project in
    *Packaging*) wait ;;
    *) [ "$(jobs -rp | wc -l)" -lt 2 ] || wait -n || true ;;
  esac
  started+=("$(basename "$project")")
  run_project "$project" &
done
wait

passed=0 failed=0 skipped=0
for name in "${started[@]}"; do
  read -r p f s <"$results/$name.counts" || { p=0 f=1 s=0 && echo "$name left no result"; }
  passed=$((passed + p)) failed=$((failed + f)) skipped=$((skipped + s))
  # Said again at the end: what is kept of a long log is often its end alone.
  [ "$f" -eq 0 ] || { echo "== $name failed" && { grep -A 15 '\[FAIL\]' "$results/$name.log" || tail -5 "$results/$name.log"; }; }
done
summary="$passed passed, $failed failed"
[ $skipped -eq 0 ] || summary="$summary, $skipped skipped"
echo "$summary"
[ $failed -eq 0 ] && [ $passed -gt 0 ]
