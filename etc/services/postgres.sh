#!/usr/bin/env bash
# A private PostgreSQL for tests and development: own folder, own port, loopback only, no durability.
#
#   postgres.sh start [FOLDER]   makes and starts the cluster (installs postgresql on Debian if missing)
#   postgres.sh env   [FOLDER]   prints the variables to set:  eval "$(etc/services/postgres.sh env)"
#   postgres.sh stop  [FOLDER]   stops it and deletes it with all its data
#
# FOLDER defaults to /tmp/platform-postgres-<uid>. Roles: platform_owner (may create databases, owns them, migrates) and
# platform_app (owns nothing, subject to row-level security). The superuser is reachable by the folder's socket only.
set -euo pipefail

here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
command=${1:-}
folder=${2:-${PLATFORM_POSTGRES_FOLDER:-/tmp/platform-postgres-$(id -u)}}

bin_folder() {
  local initdb
  initdb=$(find /usr/lib/postgresql -maxdepth 3 -path '*/bin/initdb' 2>/dev/null | sort -V | tail -n 1)
  initdb=${initdb:-$(command -v initdb || true)}
  [ -n "$initdb" ] && dirname "$(readlink -f "$initdb")"
}

# PostgreSQL refuses to run as root, so root hands over to the user that the Debian package made.
as_server() {
  if [ "$(id -u)" -eq 0 ]; then (cd / && runuser -u postgres -- "$@"); else "$@"; fi
}

running() { [ -f "$folder/data/postmaster.pid" ] && as_server "$bin/pg_ctl" -D "$folder/data" status >/dev/null 2>&1; }

secret() { od -An -N18 -tx1 /dev/urandom | tr -d ' \n'; }

create() {
  mkdir -p "$folder"
  if [ -L "$folder" ] || [[ " $(id -un) postgres " != *" $(stat -c %U "$folder") "* ]]; then
    echo "$folder belongs to somebody else: give another folder" >&2; exit 1
  fi
  [ "$(id -u)" -ne 0 ] || chown postgres "$folder"
  chmod 700 "$folder"
  as_server "$bin/initdb" -D "$folder/data" -U postgres -E UTF8 --locale=C.UTF-8 -A reject --no-sync >"$folder/initdb.log"
  printf '%s\n' 'local all postgres trust' 'host all platform_owner,platform_app 127.0.0.1/32 scram-sha-256' |
    as_server tee "$folder/data/pg_hba.conf" >/dev/null
  printf '%s\n' "listen_addresses = '127.0.0.1'" "unix_socket_directories = '$folder'" 'max_connections = 300' \
    'fsync = off' 'synchronous_commit = off' 'full_page_writes = off' 'jit = off' 'max_locks_per_transaction = 256' |
    as_server tee -a "$folder/data/postgresql.conf" >/dev/null
}

start_on_free_port() {
  local attempt port
  for attempt in 1 2 3 4 5 6 7 8; do
    port=$((20000 + (RANDOM % 10000)))
    if as_server "$bin/pg_ctl" -D "$folder/data" -l "$folder/server.log" -o "-p $port" -w -t 60 start >/dev/null 2>&1; then
      echo "$port" >"$folder/port"
      return
    fi
    grep -q 'Address already in use' "$folder/server.log" || break
  done
  echo "PostgreSQL did not start:" >&2
  tail -n 20 "$folder/server.log" >&2
  exit 1
}

sql() { as_server "$bin/psql" -h "$folder" -p "$(cat "$folder/port")" -U postgres -d postgres -v ON_ERROR_STOP=1 -qX; }

create_roles() {
  local owner app
  owner=$(secret) app=$(secret)
  sql <<SQL
create role platform_owner login createdb nosuperuser nobypassrls password '$owner';
create role platform_app login nocreatedb nosuperuser nobypassrls password '$app';
grant pg_signal_backend to platform_owner; -- tests drop databases that still have idle connections
SQL
  connection() { echo "Host=127.0.0.1;Port=$(cat "$folder/port");Username=$1;Password=$2"; }
  (umask 077
    printf "export PLATFORM_TEST_POSTGRES_OWNER='%s'\nexport PLATFORM_TEST_POSTGRES_APP='%s'\n" \
      "$(connection platform_owner "$owner")" "$(connection platform_app "$app")" >"$folder/env")
}

start() {
  bin=$(bin_folder) || { "$here/apt-install.sh" postgresql; bin=$(bin_folder); }
  if running; then echo "PostgreSQL already runs in $folder" >&2; return; fi
  case $folder in /*) ;; *) echo "Give an absolute folder, not '$folder'" >&2; exit 2 ;; esac
  rm -rf "$folder/data" "$folder/env" "$folder/port"
  create
  start_on_free_port
  create_roles
  echo "PostgreSQL $(as_server "$bin/postgres" --version | cut -d' ' -f3) runs on 127.0.0.1:$(cat "$folder/port") in $folder" >&2
}

stop() {
  bin=$(bin_folder) || exit 0
  if running; then as_server "$bin/pg_ctl" -D "$folder/data" -m immediate -w stop >/dev/null; fi
  if [ -d "$folder/data" ]; then rm -rf "$folder"; fi
}

case $command in
  start) start ;;
  stop) stop ;;
  env) cat "$folder/env" 2>/dev/null || { echo "No PostgreSQL in $folder: run '$0 start' first" >&2; exit 1; } ;;
  *) sed -n '2,9s/^# \{0,1\}//p' "$0" >&2; exit 2 ;;
esac
