#!/usr/bin/env bash
# One image for each service and one for the audit: conference/booking:TAG and so on, in the local Docker, or in REGISTRY
# when that is set.
#   bash infra/images/services.sh [tag]                           default tag: local
#   REGISTRY=registry.example/center bash infra/images/services.sh 1.4.0
# The base is Microsoft's chiseled ASP.NET image with ICU and time zones (no shell, no package manager), or
# CONFERENCE_DOTNET_IMAGE. Where Microsoft's registry is not reachable one is built from Debian's packages.
set -euo pipefail
cd "$(dirname "$0")/../.."
tag=${1:-local}
official=mcr.microsoft.com/dotnet/aspnet:10.0-noble-chiseled-extra
# registry.example/center: the registry and the folder in it.
folder=$([[ ${REGISTRY:-} != */* ]] || echo "${REGISTRY#*/}")

need() { # command, Debian package
  command -v "$1" >/dev/null 2>&1 && return
  local sudo=""; [ "$(id -u)" = 0 ] || sudo=sudo
  $sudo apt-get update -qq
  DEBIAN_FRONTEND=noninteractive $sudo apt-get install -y -qq --no-install-recommends "$2" >/dev/null
}

# The SDK takes its base from a registry only: one on this machine lends it, for as long as this script runs.
lend_own_base() {
  source infra/images/provide.sh
  debian_base
  local dotnet context port
  dotnet=$(dirname "$(readlink -f "$(command -v dotnet)")")
  context=$(mktemp -d)
  cp -r "$dotnet/dotnet" "$dotnet/host" "$dotnet/shared" "$context/"
  docker build -q --network host -t conference/dotnet:local -f infra/images/dotnet/Dockerfile "$context" >/dev/null
  rm -rf "$context"

  need docker-registry docker-registry
  port=$(( 20000 + RANDOM % 20000 ))
  storage=$(mktemp -d)
  printf 'version: 0.1\nstorage: { filesystem: { rootdirectory: %s } }\nhttp: { addr: "127.0.0.1:%s" }\n' "$storage" "$port" > "$storage/config.yml"
  docker-registry serve "$storage/config.yml" >"$storage/log" 2>&1 &
  registry=$!
  trap 'kill $registry; rm -rf "$storage"' EXIT
  until curl -sf "http://127.0.0.1:$port/v2/" >/dev/null; do kill -0 $registry; sleep 0.2; done
  CONFERENCE_DOTNET_IMAGE=localhost:$port/conference/dotnet:local
  docker tag conference/dotnet:local "$CONFERENCE_DOTNET_IMAGE"
  docker push -q "$CONFERENCE_DOTNET_IMAGE" >/dev/null
  docker rmi "$CONFERENCE_DOTNET_IMAGE" >/dev/null
}

if [ -z "${CONFERENCE_DOTNET_IMAGE:-}" ]; then
  if curl -sfL --max-time 10 -o /dev/null "https://mcr.microsoft.com/v2/dotnet/aspnet/manifests/${official##*:}"; then
    CONFERENCE_DOTNET_IMAGE=$official
  else
    lend_own_base
  fi
fi

# All in one build: what they share is compiled once.
dotnet publish infra/images/images.slnf -c Release -v quiet --nologo -t:PublishContainer \
  -p:ContainerBaseImage="$CONFERENCE_DOTNET_IMAGE" -p:ContainerImageTag="$tag" \
  ${REGISTRY:+-p:ContainerRegistry="${REGISTRY%%/*}"} ${folder:+-p:ContainerFolder="$folder/"}
sed -nE "s|.*Conference\.([A-Za-z]+)\.csproj.*|${REGISTRY:+$REGISTRY/}conference/\L\1\E:$tag|p" infra/images/images.slnf
