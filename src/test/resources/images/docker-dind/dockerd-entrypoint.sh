#!/bin/sh
# No words or only options mean: the engine, on its socket and, where TLS is switched off, on port 2375.
if [ $# -eq 0 ] || [ "${1#-}" != "$1" ]; then
  if [ -z "$DOCKER_TLS_CERTDIR" ]; then
    set -- --host=tcp://0.0.0.0:2375 "$@"
  else
    echo "stand-in: no TLS here, so nothing listens on port 2376; the socket does" >&2
  fi
  set -- dockerd --host=unix:///var/run/docker.sock "$@"
fi
if [ "$1" = dockerd ]; then
  # What an engine that was killed leaves behind would keep the next one from starting.
  rm -f /var/run/docker.pid /run/docker/containerd/containerd.pid
else
  set -- docker-entrypoint.sh "$@"
fi
exec "$@"
