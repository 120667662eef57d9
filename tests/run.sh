#!/usr/bin/env bash
# Everything the tests need on a fresh Debian machine with the .NET SDK, then every test.
# Ends with what failed and why, and the line "N passed, N failed" and exits non-zero when something failed.
#   bash tests/run.sh            all
#   bash tests/run.sh Unit       one project
set -euo pipefail
cd "$(dirname "$0")/.."

need() { # command, Debian packages...
  command -v "$1" >/dev/null 2>&1 && return
  local sudo=""; [ "$(id -u)" = 0 ] || sudo=sudo
  [ -n "${APT_UPDATED:-}" ] || { $sudo apt-get update -qq; APT_UPDATED=1; }
  DEBIAN_FRONTEND=noninteractive $sudo apt-get install -y -qq --no-install-recommends "${@:2}" >/dev/null
}

projects=("$@")
[ ${#projects[@]} -gt 0 ] || projects=(Unit Integration Browser)

if [[ " ${projects[*]} " == *" Browser "* ]]; then
  need chromium chromium
  fc-list 2>/dev/null | grep -qi 'noto.*cjk' || need no-such-command fonts-noto-cjk fontconfig
fi

log=$(mktemp -d)
clean_up() {
  rm -rf "$log"
  command -v docker >/dev/null 2>&1 || return 0
  docker ps -aq --filter label=conference.tests | xargs -r docker rm -f -v >/dev/null 2>&1 || true
  # The product as it ships: compose projects whose names begin so.
  docker ps -a --format '{{.Names}}' | grep '^conference-tests-' | xargs -r docker rm -f -v >/dev/null 2>&1 || true
  docker volume ls -q | grep '^conference-tests-' | xargs -r docker volume rm >/dev/null 2>&1 || true
  docker network ls --format '{{.Name}}' | grep '^conference-tests-' | xargs -r docker network rm >/dev/null 2>&1 || true
  docker network ls -q --filter label=conference.tests | xargs -r docker network rm >/dev/null 2>&1 || true
}
trap clean_up EXIT

if [[ " ${projects[*]} " == *" Integration "* ]]; then
  command -v docker >/dev/null 2>&1 && docker info >/dev/null 2>&1 || need dockerd docker.io iptables
  # In Debian's newer releases the client is a package of its own.
  need docker docker-cli
  need debootstrap debootstrap
  need promtool prometheus
  # A clock that is wrong for one process alone.
  compgen -G '/usr/lib/*/faketime/libfaketimeMT.so.1' >/dev/null || need no-such-command libfaketime
  # Programs that we did not write, to read our calendars.
  need khal khal vdirsyncer
  /usr/bin/python3 -c 'import icalendar, vobject, gi; gi.require_version("ICalGLib", "3.0")' 2>/dev/null ||
    need no-such-command python3-icalendar python3-vobject python3-gi gir1.2-ical-3.0
  need npm npm
  npm ci --prefix tests/Integration/Support/Peers --no-audit --no-fund --silent
  need openssl openssl
  source infra/images/provide.sh
  bash infra/images/compose.sh
  # Its image is not everywhere to be had; clean_up does its work.
  export TESTCONTAINERS_RYUK_DISABLED=true
fi

dotnet build Conference.sln --nologo -v quiet

status=0
for project in "${projects[@]}"; do
  echo "== tests/$project"
  dotnet test --project "tests/$project" --no-build 2>&1 | tee "$log/$project" || status=1
done

count() { cat "$log"/* | sed -nE "s/^ *$1: ([0-9]+).*/\1/p" | awk '{ sum += $1 } END { print sum + 0 }'; }
# Each with what went wrong: a log may be kept by its end alone.
grep -hE -A 24 '^failed ' "$log"/* | grep -vE 'ExceptionDispatchInfo|TaskAwaiter' | cut -c 1-400 || true
passed=$(count succeeded) failed=$(count failed) skipped=$(count skipped)
[ "$passed" -gt 0 ] || status=1
echo "$passed passed, $failed failed, $skipped skipped"
exit $status
