#!/usr/bin/env bash
# Prints the token of a national coordinator, for the first sign-in and for scripts.
set -euo pipefail
source "$(dirname "$0")/compose.sh"
docker cp "$(container_of portal):/home/app/admin.token" - | tar -xO
