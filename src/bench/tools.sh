#!/bin/sh
# What labrun does for small.yaml, command for command: one tool container, kept for all checks that need it.
set -e
docker image inspect busybox
docker network create lrb-front
docker network create lrb-back
docker create --name lrb-web --network-alias web --network lrb-front busybox httpd -f -p 80 -h /etc
docker network connect --alias web lrb-back lrb-web
docker start lrb-web
docker create --name lrb-client --network-alias client --network lrb-front busybox sleep infinity
docker start lrb-client
docker create --name lrb-store --network-alias store --network lrb-back busybox sleep infinity
docker start lrb-store
docker run -d --name lrb-tool --network container:lrb-client busybox sleep infinity
address=$(docker inspect -f '{{(index .NetworkSettings.Networks "lrb-front").IPAddress}}' lrb-web)
docker exec lrb-tool nc -w 2 "$address" 80 </dev/null
docker exec lrb-tool wget -q -O - http://web/hostname
docker exec lrb-store hostname
docker rm -fv lrb-tool
docker rm -fv lrb-store lrb-client lrb-web
docker network rm lrb-back lrb-front
