#!/bin/sh
set -e
# Makes the folder in which Postfix asks Dovecot who may sign in.
postfix check 2>/dev/null
dovecot -F &
exec postfix start-fg
