#!/bin/sh
# What small.yaml says, as a person would script it: one docker command after another.
set -e
docker network create lrb-front
docker network create lrb-back
docker run -d --name lrb-web --network lrb-front --network-alias web busybox httpd -f -p 80 -h /etc
docker network connect --alias web lrb-back lrb-web
docker run -d --name lrb-client --network lrb-front --network-alias client busybox sleep infinity
docker run -d --name lrb-store --network lrb-back --network-alias store busybox sleep infinity
docker exec lrb-client ping -c 1 web
docker exec lrb-client wget -q -O - http://web/hostname
docker exec lrb-store hostname
docker rm -f lrb-store
docker rm -f lrb-client
docker rm -f lrb-web
docker network rm lrb-back
docker network rm lrb-front
