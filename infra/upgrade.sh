#!/usr/bin/env bash
# Goes over to other images, one container after the other, each when the one before is ready.
#   bash infra/upgrade.sh 1.5.0 [service…]      default: all services
# With OVERRIDES=replicas no request fails meanwhile but those to the portal, which is away for some seconds.
set -euo pipefail
source "$(dirname "$0")/compose.sh"
tag=${1:?names no tag}
shift
[ $# -gt 0 ] || set -- hospitals booking invitations council timers requests portal
images=$(setting IMAGES)
for service in "$@"; do
  image=${images:-conference}/$service:$tag
  docker image inspect "$image" >/dev/null 2>&1 || docker pull -q "$image" >/dev/null || { echo "There is no image $image; nothing was changed." >&2; exit 1; }
done
sed -i "s|^TAG=.*|TAG=$tag|" "$CONFERENCE_ENV"
running=$(compose config --services)
for service in "$@"; do
  for container in "$service" "$service-2"; do
    grep -qx "$container" <<< "$running" || continue
    compose up -d --no-deps "$container"
    until_ready "$container"
  done
done
