#!/usr/bin/env bash
# Docker's compose plugin, where neither it nor a docker-compose of version 2 or later is there. From Debian's packages: a
# release whose own is older (it does not know what compose.yaml says) takes the one that our images are built on.
set -euo pipefail
images=$(cd "$(dirname "$0")" && pwd)
! docker compose version >/dev/null 2>&1 || exit 0
case $(docker-compose version --short 2>/dev/null) in [2-9]* | v[2-9]*) exit 0 ;; esac

sudo=""; [ "$(id -u)" = 0 ] || sudo=sudo
$sudo apt-get update -qq
case $(apt-cache policy docker-compose | sed -n 's/^ *Candidate: *//p') in
  [2-9]*) DEBIAN_FRONTEND=noninteractive exec $sudo apt-get install -y -qq --no-install-recommends docker-compose >/dev/null ;;
esac

source "$images/provide.sh"
base=debian:trixie-slim
reachable "$base" || { debian_base; base=conference/debian:trixie; }
container=$(docker create --network host "$base" sh -c \
  'apt-get update -qq && cd /tmp && apt-get download -qq docker-compose && dpkg-deb -x docker-compose_*.deb /tmp/compose')
trap 'docker rm -f "$container" >/dev/null' EXIT
docker start -a "$container" >&2
plugins=/usr/local/lib/docker/cli-plugins
$sudo mkdir -p "$plugins"
$sudo docker cp "$container:/tmp/compose/usr/libexec/docker/cli-plugins/docker-compose" "$plugins/"
docker compose version
