#!/usr/bin/env bash
# Starts the whole product on this host; at the first start makes infra/.env with secrets of its own. Runs again without
# harm: after a change of infra/.env or with a newer TAG it replaces what changed. The first start takes IMAGES, TAG,
# OVERRIDES, PORTAL_LISTEN, Portal__BaseUrl and Mail__Domain from the environment where it has them.
set -euo pipefail
source "$(dirname "$0")/compose.sh"

# What the environment names, secrets made here, and the example's for all else.
first_settings() {
  local line name
  while IFS= read -r line; do
    name=${line%%=*}
    case $name in
      POSTGRES_PASSWORD | RABBITMQ_PASSWORD | RABBITMQ_COOKIE) line="$name=$(openssl rand -hex 24)" ;;
      Auth__SigningKey | Auth__DataKey | Mail__LinkKey | Feeds__Key) line="$name=$(openssl rand -base64 32)" ;;
      POSTGRES_IMAGE) line="$name=${CONFERENCE_POSTGRES_IMAGE:-${line#*=}}" ;;
      RABBITMQ_IMAGE) line="$name=${CONFERENCE_RABBITMQ_IMAGE:-${line#*=}}" ;;
      IMAGES | TAG | OVERRIDES | PORTAL_LISTEN | Portal__BaseUrl | Mail__Domain) line="$name=${!name:-${line#*=}}" ;;
    esac
    printf '%s\n' "$line"
  done < "$infra/.env.example"
}

if [ ! -f "$CONFERENCE_ENV" ]; then
  (umask 077; first_settings > "$CONFERENCE_ENV.part")
  mv "$CONFERENCE_ENV.part" "$CONFERENCE_ENV"
  echo "$CONFERENCE_ENV was made. Before others are let in, look at Portal__BaseUrl, Mail__Domain and Mail__Smtp there."
fi

if [ "$(setting IMAGES):$(setting TAG)" = conference:local ] && ! docker image inspect conference/{hospitals,requests,booking,invitations,council,timers,portal,audit}:local >/dev/null 2>&1; then
  bash "$infra/images/services.sh"
fi

compose up -d "$@"
until_ready portal
echo "The portal listens on $(setting PORTAL_LISTEN). For the first sign-in: bash infra/token.sh"
