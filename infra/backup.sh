#!/usr/bin/env bash
# Writes one file with everything that a new machine needs: database, portal's keys, mail drop, infra/.env. The product
# keeps running. The file holds secrets and personal data: it is readable by its owner alone; keep it so.
#   bash infra/backup.sh [folder]        default: the working directory; prints the file's name
set -euo pipefail
source "$(dirname "$0")/compose.sh"
umask 077
folder=$(cd "${1:-.}" && pwd)
work=$(mktemp -d "$folder/.backup-XXXXXX")
trap 'rm -rf "$work"' EXIT

# One snapshot of all services at one instant. Files come after it: each mail of the snapshot is among them.
docker exec "$(container_of postgres)" pg_dump -U conference -Fc conference > "$work/database"
for service in portal invitations; do
  # Mails are written meanwhile, each to a .part first: of a change below it tar says 1, of anything worse 2.
  docker run --rm --network none --entrypoint tar --volumes-from "$(container_of "$service"):ro" "$(setting POSTGRES_IMAGE)" \
    -c --exclude='*.part' -C /home/app . > "$work/$service" || [ $? -eq 1 ]
done
cp "$CONFERENCE_ENV" "$work/env"
file="$folder/backup-$(date -u +%Y%m%dT%H%M%SZ).tar"
tar -cf "$work/.part" -C "$work" database portal invitations env
mv "$work/.part" "$file"
echo "$file"
