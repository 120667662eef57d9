#!/usr/bin/env bash
# Starts the whole product on this host; at the first start makes infra/.env with secrets of its own. Runs again without
# harm: after a change of infra/.env or with a newer TAG it replaces what changed.
set -euo pipefail
source "$(dirname "$0")/compose.sh"

if [ ! -f "$CONFERENCE_ENV" ]; then
  key() { openssl rand -base64 32; }
  word() { openssl rand -hex 24; }
  (umask 077; sed -e "s|^POSTGRES_PASSWORD=|&$(word)|; s|^RABBITMQ_PASSWORD=|&$(word)|; s|^RABBITMQ_COOKIE=|&$(word)|" \
    -e "s|^Auth__SigningKey=|&$(key)|; s|^Auth__DataKey=|&$(key)|; s|^Mail__LinkKey=|&$(key)|; s|^Feeds__Key=|&$(key)|" \
    -e "s|^POSTGRES_IMAGE=.*|POSTGRES_IMAGE=${CONFERENCE_POSTGRES_IMAGE:-postgres:17}|" \
    -e "s|^RABBITMQ_IMAGE=.*|RABBITMQ_IMAGE=${CONFERENCE_RABBITMQ_IMAGE:-rabbitmq:4}|" \
    "$infra/.env.example" > "$CONFERENCE_ENV")
  echo "$CONFERENCE_ENV was made. Before others are let in, look at Portal__BaseUrl, Mail__Domain and Mail__Smtp there."
fi

if [ "$(setting IMAGES):$(setting TAG)" = conference:local ] && ! docker image inspect conference/portal:local >/dev/null 2>&1; then
  bash "$infra/images/services.sh"
fi

compose up -d "$@"
until_ready portal
echo "The portal listens on $(setting PORTAL_LISTEN). For the first sign-in: bash infra/token.sh"
