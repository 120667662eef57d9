# To be sourced: compose, as plugin or as program, on this project, with the settings of .env (or CONFERENCE_ENV).
infra=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
export CONFERENCE_ENV=${CONFERENCE_ENV:-$infra/.env}

# A value of the settings.
setting() { sed -n "s/^$1=//p" "$CONFERENCE_ENV" | tail -1; }

# What the file says counts, not what somebody's shell has exported by the same name.
compose() {
  local program=(docker-compose) files=(-f "$infra/compose.yaml") override project=${COMPOSE_PROJECT_NAME:-conference}
  ! docker compose version >/dev/null 2>&1 || program=(docker compose)
  for override in $(setting OVERRIDES); do
    files+=(-f "$infra/compose.$override.yaml")
  done
  # shellcheck disable=SC2046
  env $(sed -nE 's/^([A-Za-z_]+)=.*/-u \1/p' "$CONFERENCE_ENV") "${program[@]}" -p "$project" --env-file "$CONFERENCE_ENV" "${files[@]}" "$@"
}

# The first container of a service, running or not.
container_of() { compose ps -a -q "$1" | head -1; }

until_ready() { # service
  local tries=0
  printf 'Waiting for %s ' "$1"
  until [ "$(docker inspect -f '{{.State.Health.Status}}' "$(container_of "$1")")" = healthy ]; do
    tries=$((tries + 1))
    [ $tries -lt 120 ] || { echo; compose ps; echo "$1 does not become ready: docker logs $(container_of "$1")" >&2; return 1; }
    printf .
    sleep 3
  done
  echo
}
