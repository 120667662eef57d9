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
in_volume() { # service, program, arguments…
  docker run --rm -i --network none --user 0 --workdir /home/app --entrypoint "$2" --volumes-from "$(container_of "$1")" "$(setting POSTGRES_IMAGE)" "${@:3}"
}
for service in portal invitations; do
  in_volume "$service" tar -x -p < "$work/$service"
done

# The product kept running while the backup was written: mails that are younger than its stores are set aside.
docker exec "$(container_of postgres)" psql -U conference -d conference -At -c "SELECT replace(mail_id::text, '-', '') FROM invitations.mails" > "$work/known"
tar -tf "$work/invitations" | sed -n 's|^\./mail/\(.*-\([0-9a-f]*\)\.eml\)$|\2 \1|p' \
  | awk 'FILENAME == ARGV[1] { known[$1]; next } !($1 in known) { print $2 }' "$work/known" - > "$work/younger"
if [ -s "$work/younger" ]; then
  in_volume invitations sh -c 'mkdir -p younger-than-backup && while read -r mail; do mv "mail/$mail" younger-than-backup/; done; chown -R --reference=. younger-than-backup' < "$work/younger"
  echo "$(wc -l < "$work/younger") mails are younger than the stores in the backup: see younger-than-backup in the volume mail, and tell who got one."
fi
exec bash "$infra/up.sh"
