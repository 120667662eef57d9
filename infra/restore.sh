#!/usr/bin/env bash
# Restores a backup into a machine where the product is not set up, and starts it.
#   bash infra/restore.sh backup-….tar
set -euo pipefail
source "$(dirname "$0")/compose.sh"
backup=${1:?names no backup}
[ ! -e "$CONFERENCE_ENV" ] || { echo "$CONFERENCE_ENV is there: this machine has been set up. Nothing was changed." >&2; exit 1; }
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
tar -xf "$backup" -C "$work"
(umask 077; cp "$work/env" "$CONFERENCE_ENV")

compose up -d postgres
until_ready postgres
docker exec -i "$(container_of postgres)" pg_restore -U conference -d conference --exit-on-error < "$work/database"
docker exec -i "$(container_of postgres)" psql -U conference -d conference -q -v ON_ERROR_STOP=1 < "$infra/postgres/after-restore.sql"
compose create portal invitations
for service in portal invitations; do
  docker run --rm -i --network none --user 0 --entrypoint tar --volumes-from "$(container_of "$service")" "$(setting POSTGRES_IMAGE)" -x -p -C /home/app < "$work/$service"
done
exec bash "$infra/up.sh"
