#!/bin/sh
# everything: Much of the language in one scenario
# What labrun does for everything.yaml, as docker commands.
# You compare what they print with what is expected; labrun does that by itself,
# tries again until it holds, and makes sure that "it can't" is not "it is down".
# It asks for capabilities: look what for.

remove() {
  docker rm -fv everything-4f2a-late everything-4f2a-neighbour everything-4f2a-job everything-4f2a-web
  docker network rm everything-4f2a-spare everything-4f2a-quiet everything-4f2a-flat everything-4f2a-lan
  docker volume rm everything-4f2a-more everything-4f2a-data
  :
}
trap 'remove >/dev/null 2>&1' EXIT
trap 'exit 130' INT
trap 'exit 143' HUP TERM
set -e

# image busybox
docker image inspect busybox >/dev/null 2>&1 || docker pull busybox

# network lan
docker network create --opt com.docker.network.bridge.name=lan4f2a everything-4f2a-lan

# network quiet
docker network create --internal --label 'purpose=a quiet place' everything-4f2a-quiet

# volume data
docker volume create --driver local everything-4f2a-data

# container web
docker create --name everything-4f2a-web --network-alias web --network-alias www --network everything-4f2a-lan --publish 127.0.0.1::80/tcp --publish 8080:81/udp --publish 8081:82/udp --env 'EVIL='\''$(touch pwned)'\'' `touch pwned` "; touch pwned' --user 0 --hostname web --mount type=volume,source=everything-4f2a-data,target=/data,readonly --mount type=tmpfs,target=/scratch,tmpfs-size=16777216 --memory 67108864 --ulimit nofile=100:200 --cap-add NET_ADMIN --sysctl net.ipv4.ip_forward=1 --health-cmd 'wget -qO- http://localhost/' --health-interval 1000ms --health-retries 5 busybox httpd -f -p 80
docker network connect --alias web everything-4f2a-quiet everything-4f2a-web
docker start everything-4f2a-web

# container job
docker create --name everything-4f2a-job --entrypoint sh busybox -c 'exit 0'
docker start everything-4f2a-job

# healthy web
until [ "$(docker inspect -f '{{.State.Health.Status}}' everything-4f2a-web)" = healthy ]; do
  sleep 1
done

# completed job
test "$(docker wait everything-4f2a-job)" = 0

# network flat
docker network create --driver macvlan --opt parent=lan4f2a --subnet 10.77.0.0/24 --gateway 10.77.0.1 --ip-range 10.77.0.128/25 everything-4f2a-flat

# container neighbour
docker create --name everything-4f2a-neighbour --network container:everything-4f2a-web busybox sh -c 'echo '"$(docker inspect -f '{{(index .NetworkSettings.Networks "everything-4f2a-lan").IPAddress}}' everything-4f2a-web)"' && sleep infinity'
docker start everything-4f2a-neighbour

set +e

echo; echo '== it'\''s reachable; $(touch pwned)'
docker inspect everything-4f2a-late >/dev/null 2>&1 || docker create --name everything-4f2a-late --network-alias late --network everything-4f2a-flat --ip 10.77.0.10 --rm busybox sleep infinity
docker start everything-4f2a-late
docker exec --user nobody --workdir / --env 'A=1 2' everything-4f2a-web sh -c 'echo hi >/scratch/a'
printf %s 'don'\''t $(touch pwned)' | docker exec -i everything-4f2a-web sh -c 'cat >"$1"' sh /scratch/b
docker kill --signal SIGTERM everything-4f2a-late
docker rm -fv everything-4f2a-late
docker create --name everything-4f2a-late --network-alias late --network everything-4f2a-flat --ip 10.77.0.10 --rm busybox sleep infinity
docker start everything-4f2a-late
docker network disconnect everything-4f2a-quiet everything-4f2a-web
docker network connect --alias web --alias w2 everything-4f2a-quiet everything-4f2a-web
docker network create --opt com.docker.network.bridge.name=sp4f2a everything-4f2a-spare
docker volume create everything-4f2a-more
docker network rm everything-4f2a-spare
docker volume rm everything-4f2a-more
sleep 1
# reach: {from: [late, web], to: [web, late], port: 80}
# expect: {reachable: true}
docker run --rm --network container:everything-4f2a-late busybox nc -w 2 "$(docker inspect -f '{{(index .NetworkSettings.Networks "everything-4f2a-lan").IPAddress}}' everything-4f2a-web)" 80 </dev/null
echo "exit code $?"
docker run --rm --network container:everything-4f2a-web busybox nc -w 2 "$(docker inspect -f '{{(index .NetworkSettings.Networks "everything-4f2a-flat").IPAddress}}' everything-4f2a-late)" 80 </dev/null
echo "exit code $?"

echo; echo '== dns and http'
# dns: {from: web, name: www}
docker run --rm --network container:everything-4f2a-web busybox nslookup www
echo "exit code $?"

echo; echo '== a page'
# http: {from: web, url: "http://${web.ip}:80/", headers: {X-Test: "a b"}}
# expect: {status: 404}
docker run --rm --network container:everything-4f2a-web busybox wget -S -O - --header 'X-Test: a b' http://"$(docker inspect -f '{{(index .NetworkSettings.Networks "everything-4f2a-lan").IPAddress}}' everything-4f2a-web)":80/
echo "exit code $?"

echo; echo '== from outside'
# http: {url: "http://127.0.0.1:${web.ports.80}/"}
# expect: {status: 404}
docker run --rm --network host busybox wget -S -O - http://127.0.0.1:"$(docker inspect -f '{{(index (index .NetworkSettings.Ports "80/tcp") 0).HostPort}}' everything-4f2a-web)"/
echo "exit code $?"

echo; echo '== looks'
# inspect: {network: lan}
# expect: {Driver: bridge}
docker network inspect everything-4f2a-lan
echo "exit code $?"

echo; echo '== state'
# state: {container: web}
# expect: {status: running}
docker inspect -f '{{json .State}} {{json .Mounts}} {{json .NetworkSettings.Networks}}' everything-4f2a-web
echo "exit code $?"

echo; echo '== cannot stop what is gone'
# attempt: {stop: late}
docker stop everything-4f2a-late
echo "exit code $?"

echo; echo '== input'
# exec: {container: web, command: cat, stdin: "one\ntwo"}
# expect: {stdout: "one\ntwo"}
printf %s 'one
two' | docker exec --interactive everything-4f2a-web cat
echo "exit code $?"

echo; echo '== a file'
# file: {container: [web, late], path: "/scratch/a b; $(touch pwned)"}
# expect: {exists: false}
docker cp everything-4f2a-web':/scratch/a b; $(touch pwned)' - | tar -tvf -
echo "exit code $?"
docker cp everything-4f2a-late':/scratch/a b; $(touch pwned)' - | tar -tvf -
echo "exit code $?"

echo; echo '== what it printed'
# logs: {container: web}
# expect: {stderr: {empty: true}}
docker logs everything-4f2a-web
echo "exit code $?"

echo; echo '== what runs in it'
# processes: {container: web}
# expect: {length: 1}
docker top everything-4f2a-web
echo "exit code $?"

echo; echo '== what it wrote'
# changes: {container: web}
# expect: {deleted: []}
docker diff everything-4f2a-web
echo "exit code $?"
