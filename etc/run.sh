#!/usr/bin/env bash
# Builds what changed and starts the product with demonstration data on http://localhost:5080 (PLATFORM_PORT for another port).
# The host's log goes to artifacts/host.log; Ctrl+C stops it.
set -euo pipefail
cd "$(dirname "$0")/.."
. etc/check-tools.sh

url=http://localhost:${PLATFORM_PORT:-5080}
root=$PWD
log=$PWD/artifacts/host.log

ready() {
  node -e "fetch(process.argv[1] + '/health/ready').then(r => process.exit(r.status === 200 ? 0 : 1), () => process.exit(1))" "$url"
}

port_in_use() {
  node -e "require('net').connect(process.argv[1], 'localhost').on('connect', () => process.exit(0)).on('error', () => process.exit(1))" "${url##*:}"
}

start_host() {
  cd host/Platform.Host
  ASPNETCORE_ENVIRONMENT=Development ASPNETCORE_URLS=$url dotnet bin/Debug/net10.0/Platform.Host.dll >"$log" 2>&1 </dev/null &
  host=$!
  cd "$root"
  trap 'kill "$host" 2>/dev/null || true' EXIT
  trap 'exit 130' INT TERM
}

wait_until_ready() {
  local left=120
  until ready; do
    left=$((left - 1))
    if [ $left -eq 0 ] || ! kill -0 "$host" 2>/dev/null; then
      tail -n 40 "$log" >&2
      echo "The host did not become ready; its whole log is $log" >&2
      exit 1
    fi
    sleep 0.5
  done
}

# Even a build that finds nothing to do takes many seconds, so it runs only after a change: a newer file, or a folder that lost one.
changed() {
  local before=artifacts/run-before after=artifacts/run-after
  [ -f host/Platform.Host/bin/Debug/net10.0/Platform.Host.dll ] && [ -f $before ] && [ -f $after ] || return 0
  [ -n "$(find framework modules host ./*.props ./*.targets ./*.Config ./*.json \
    \( -name bin -o -name obj -o -name node_modules -o -path '*/wwwroot/lib' -o -path host/Platform.Host/data \) -prune \
    -o -type f -newer $before -print -quit \
    -o -type d ! -path host/Platform.Host -newer $after -print -quit)" ]
}

build() {
  changed || return 0
  echo "Building (the first time also fetches packages) ..."
  rm -f artifacts/run-after
  touch artifacts/run-before
  dotnet build host/Platform.Host -nologo -v quiet -clp:ErrorsOnly
  touch artifacts/run-after
}

# PDF files are made by WeasyPrint and looked into by poppler-utils; without them everything else works, and pages say what is missing.
offer_pdf() {
  { command -v weasyprint && command -v pdfdetach; } >/dev/null || etc/services/apt-install.sh weasyprint fonts-dejavu-core poppler-utils ||
    echo "PDF files will not be made or looked into until WeasyPrint and poppler-utils are installed (docs/operations.md)" >&2
}

require_tools
if port_in_use; then echo "Port ${url##*:} is taken; another one: PLATFORM_PORT=5081 ./etc/run.sh" >&2; exit 1; fi
mkdir -p artifacts
build
offer_pdf
start_host
wait_until_ready
echo "Platform is ready: open $url (the sign-in page lists the demonstration people; log: artifacts/host.log; Ctrl+C stops it)"
wait "$host"
