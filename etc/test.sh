#!/usr/bin/env bash
# Builds the solution and runs every test project: ./etc/test.sh [WORD...] runs those whose names contain a word.
# Installs on Debian what the tests need. Results go to artifacts/test-results; the last line is "N passed, N failed".
set -euo pipefail
cd "$(dirname "$0")/.."
. etc/check-tools.sh

results=$PWD/artifacts/test-results
services=$(mktemp -d /tmp/platform-test.XXXXXX)
trap 'etc/services/postgres.sh stop "$services/pg" || true; rm -rf "$services"' EXIT
trap 'exit 130' INT TERM

# Without a service its tests skip on a developer's machine and fail where CI=true.
start_services() {
  etc/services/apt-install.sh postgresql chromium fonts-dejavu-core libxml2-utils softhsm2 gdb ||
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

passed=0 failed=0 skipped=0
run_project() {
  local name trx status=0 executed ok
  name=$(basename "$1")
  trx=$results/$name.trx
  echo "== $name"
  timeout 20m dotnet "$1/bin/Debug/net10.0/$name.dll" -noLogo -noColor -trx "$trx" || status=$?
  if [ ! -f "$trx" ] || [ "$(counter executed "$trx")" = 0 ]; then
    echo "$name ran no test (exit code $status)"
    failed=$((failed + 1))
    return
  fi
  executed=$(counter executed "$trx") ok=$(counter passed "$trx")
  skipped=$((skipped + $(counter total "$trx") - executed))
  passed=$((passed + ok))
  failed=$((failed + executed - ok))
  if [ $status -ne 0 ] && [ "$executed" = "$ok" ]; then
    echo "$name failed outside its tests (exit code $status)"
    failed=$((failed + 1))
  fi
}

require_tools
start_services
rm -rf "$results"
mkdir -p "$results"
dotnet build Platform.sln -nologo -v quiet -clp:ErrorsOnly
for project in tests/*.Tests; do
  if chosen "$project" "$@"; then run_project "$project"; fi
done

summary="$passed passed, $failed failed"
[ $skipped -eq 0 ] || summary="$summary, $skipped skipped"
echo "$summary"
[ $failed -eq 0 ] && [ $passed -gt 0 ]
