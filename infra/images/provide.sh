# To be sourced: a Docker daemon that runs, and the images of the servers, official where a registry is reachable, else
# built from Debian's packages. What CONFERENCE_{POSTGRES,RABBITMQ,POSTFIX,DOVECOT}_IMAGE already name is taken as it is.
images=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)

start_docker() {
  docker info >/dev/null 2>&1 && return
  (setsid dockerd >/tmp/dockerd.log 2>&1 &)
  local tries=0
  until docker info >/dev/null 2>&1; do
    tries=$((tries + 1))
    [ "$tries" -lt 60 ] || { echo "dockerd does not start: see /tmp/dockerd.log" >&2; return 1; }
    sleep 1
  done
}

# Programs that ask for a newer API than an older daemon speaks have to be told.
speak_api_of_daemon() {
  [ -n "${DOCKER_API_VERSION:-}" ] && return
  local api
  api=$(docker version --format '{{.Server.APIVersion}}')
  [ "$(printf '%s\n1.44\n' "$api" | sort -V | head -1)" = 1.44 ] || export DOCKER_API_VERSION=$api
}

reachable() { docker image inspect "$1" >/dev/null 2>&1 || timeout 120 docker pull -q "$1" >/dev/null 2>&1; }

debian_base() {
  docker image inspect conference/debian:trixie >/dev/null 2>&1 || bash "$images/debian/build.sh" conference/debian:trixie >/dev/null
}

provide() { # name, official image
  local variable="CONFERENCE_${1^^}_IMAGE" own="conference/$1:local"
  [ -z "${!variable:-}" ] || return 0
  if [ -n "$2" ] && reachable "$2"; then
    export "$variable=$2"
    return
  fi
  if [ -z "$2" ] && reachable debian:trixie-slim; then
    docker build -q --network host --build-arg BASE=debian:trixie-slim -t "$own" "$images/$1" >/dev/null
  else
    debian_base
    docker image inspect "$own" >/dev/null 2>&1 || docker build -q --network host -t "$own" "$images/$1" >/dev/null
  fi
  export "$variable=$own"
}

start_docker
speak_api_of_daemon
provide postgres postgres:17
provide rabbitmq rabbitmq:4
provide postfix ""
provide dovecot ""
