#!/usr/bin/env bash
# Proves that the stores, the mails and the queues of the running product agree; changes nothing. Prints a report and ends
# with 0 when all is proved, 1 when there are findings, 2 when something cannot be read.
#   bash infra/audit.sh [--Language=en] [--Json=true] [--Settle=00:01:00]
set -euo pipefail
source "$(dirname "$0")/compose.sh"
compose run --rm --no-deps -T audit "$@"
