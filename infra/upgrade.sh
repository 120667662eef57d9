#!/usr/bin/env bash
# Goes over to other images, one container after the other, each when the one before is ready.
#   bash infra/upgrade.sh 1.5.0 [service…]      default: all services
# With OVERRIDES=replicas no request fails meanwhile but those to the portal, which is away for some seconds.
set -euo pipefail
source "$(dirname "$0")/compose.sh"
tag=${1:?names no tag}
shift
sed -i "s|^TAG=.*|TAG=$tag|" "$CONFERENCE_ENV"
[ $# -gt 0 ] || set -- hospitals booking invitations council timers requests portal
running=$(compose config --services)
for service in "$@"; do
  for container in "$service" "$service-2"; do
    grep -qx "$container" <<< "$running" || continue
    compose up -d --no-deps "$container"
    until_ready "$container"
  done
done
