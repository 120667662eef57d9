#!/bin/sh
# POSTGRES_USER, POSTGRES_PASSWORD, POSTGRES_DB and /docker-entrypoint-initdb.d/*.sql: as the official image reads them.
set -e
if [ "$(id -u)" = 0 ]; then
  mkdir -p "$PGDATA" /var/run/postgresql
  chown -R postgres:postgres "$PGDATA" /var/run/postgresql
  chmod 700 "$PGDATA"
  exec setpriv --reuid=postgres --regid=postgres --init-groups "$0" "$@"
fi
case "$1" in -*) set -- postgres "$@" ;; esac
if [ "$1" = postgres ] && [ ! -s "$PGDATA/PG_VERSION" ]; then
  user=${POSTGRES_USER:-postgres}
  secret=$(mktemp)
  printf '%s\n' "${POSTGRES_PASSWORD:?is not set}" > "$secret"
  initdb --username="$user" --pwfile="$secret" --auth-local=trust --auth-host=scram-sha-256 --encoding=UTF8 --data-checksums
  rm "$secret"
  echo 'host all all all scram-sha-256' >> "$PGDATA/pg_hba.conf"
  # The first run answers on its socket alone, so that nobody connects before the databases are there.
  pg_ctl start --wait --options="-c listen_addresses=''"
  [ "${POSTGRES_DB:-$user}" = postgres ] || createdb --username="$user" "${POSTGRES_DB:-$user}"
  for script in /docker-entrypoint-initdb.d/*.sql; do
    [ ! -f "$script" ] || psql --username="$user" --dbname="${POSTGRES_DB:-$user}" --set=ON_ERROR_STOP=1 --file="$script"
  done
  pg_ctl stop --wait --mode=fast
fi
[ "$1" != postgres ] || set -- "$@" -c listen_addresses='*'
exec "$@"
