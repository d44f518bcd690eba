#!/bin/bash
set -e
umask 0002
case "${1:-}" in eswrapper | *elasticsearch) shift ;; *) exec "$@" ;; esac
cd /usr/share/elasticsearch
if [ -n "${ELASTIC_PASSWORD:-}" ]; then
  [ -f "${ES_PATH_CONF:-config}/elasticsearch.keystore" ] || bin/elasticsearch-keystore create
  echo "$ELASTIC_PASSWORD" | bin/elasticsearch-keystore add -f -x bootstrap.password
fi
exec bin/elasticsearch "$@"
