#!/usr/bin/env bash
# Debian's own packages as an image, for a machine that reaches no image registry. Needs debootstrap and root.
#   bash infra/images/debian/build.sh conference/debian:trixie
set -euo pipefail
image=${1:?the name of the image}
root=$(mktemp -d)
trap 'rm -rf "$root"' EXIT
debootstrap --variant=minbase --include=ca-certificates trixie "$root" http://deb.debian.org/debian >&2
rm -rf "$root"/var/cache/apt/archives/*.deb "$root"/var/lib/apt/lists/*
tar -C "$root" -c . | docker import - "$image"
