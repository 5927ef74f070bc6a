#!/bin/sh
# An option or one of the CLI's commands means: docker. Without a socket, the engine is the host `docker`.
if [ "${1#-}" != "$1" ] || { [ -n "$1" ] && docker help "$1" >/dev/null 2>&1; }; then
  set -- docker "$@"
fi
if [ -z "$DOCKER_HOST" ] && [ ! -S /var/run/docker.sock ]; then
  export DOCKER_HOST=tcp://docker:2375
fi
exec "$@"
