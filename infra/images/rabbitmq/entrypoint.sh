#!/bin/sh
# RABBITMQ_DEFAULT_USER, RABBITMQ_DEFAULT_PASS, RABBITMQ_ERLANG_COOKIE: as the official image reads them.
set -e
conf=/etc/rabbitmq/conf.d/10-defaults.conf
mkdir -p /etc/rabbitmq/conf.d
{
  echo 'log.console = true'
  [ -z "$RABBITMQ_DEFAULT_USER" ] || echo "default_user = $RABBITMQ_DEFAULT_USER"
  [ -z "$RABBITMQ_DEFAULT_PASS" ] || echo "default_pass = $RABBITMQ_DEFAULT_PASS"
} > "$conf"
cookie=/var/lib/rabbitmq/.erlang.cookie
if [ -n "$RABBITMQ_ERLANG_COOKIE" ]; then
  rm -f "$cookie"
  printf %s "$RABBITMQ_ERLANG_COOKIE" > "$cookie"
  chmod 400 "$cookie"
fi
chown -R rabbitmq:rabbitmq /var/lib/rabbitmq "$conf"
if [ "$1" = rabbitmq-server ]; then
  export HOME=/var/lib/rabbitmq
  exec setpriv --reuid=rabbitmq --regid=rabbitmq --init-groups /usr/lib/rabbitmq/bin/rabbitmq-server
fi
exec "$@"
