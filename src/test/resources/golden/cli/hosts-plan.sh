#!/bin/sh
# hosts
# What labrun does for everything.yaml, as docker commands.
# You compare what they print with what is expected; labrun does that by itself,
# tries again until it holds, and makes sure that "it can't" is not "it is down".

remove() {
  docker rm -fv everything-4f2a-main
  docker rm -fv everything-4f2a-lead everything-4f2a-help everything-4f2a-lone
  docker network rm everything-4f2a_underlay
  :
}
trap 'remove >/dev/null 2>&1' EXIT
trap 'exit 130' INT
trap 'exit 143' HUP TERM
set -e

# image busybox
docker image inspect busybox >/dev/null 2>&1 || docker pull busybox

# image docker:dind
docker image inspect docker:dind >/dev/null 2>&1 || docker pull docker:dind

# underlay underlay
docker network create everything-4f2a_underlay
subnet=$(docker network inspect -f '{{(index .IPAM.Config 0).Subnet}}' everything-4f2a_underlay)
docker network rm everything-4f2a_underlay
docker network create --subnet "$subnet" everything-4f2a_underlay
underlay=${subnet%.*}
# How an engine is started in a container that is not privileged.
start_engine() {
cat <<'END_OF_SCRIPT'
#!/bin/sh
# Starts the Docker engine of a host in a container of an image such as docker:dind that is not `privileged`: not every
# machine has all the capabilities that this asks for. What an engine needs to write are /sys, /proc/sys and its cgroups.
set -e

writable() { ! mountpoint -q "$1" || mount -o remount,bind,rw "$1"; }

writable /sys
writable /proc/sys
if [ -e /sys/fs/cgroup/cgroup.controllers ]; then
  # cgroup v2: a group that hands controllers on to others may have no processes of its own.
  writable /sys/fs/cgroup
  mkdir -p /sys/fs/cgroup/init
  while read -r pid; do
    echo "$pid" >/sys/fs/cgroup/init/cgroup.procs || true # it may have ended meanwhile
  done </sys/fs/cgroup/cgroup.procs
  sed 's/[^ ]*/+&/g' </sys/fs/cgroup/cgroup.controllers >/sys/fs/cgroup/cgroup.subtree_control
else
  # cgroup v1: a mount for each controller.
  for controller in $(awk '$2 ~ "^/sys/fs/cgroup/." { print $2 }' /proc/mounts); do
    writable "$controller"
  done
fi

# For kernels without nf_tables, the official image has the older iptables in a folder apart.
iptables -nL >/dev/null 2>&1 || PATH="/usr/local/sbin/.iptables-legacy:$PATH"

# The engine starts itself again for each container's network. Go then looks for garbage while there is hardly any,
# which takes a quarter of the work of starting a container; more memory before it looks costs 10 MB.
export GOGC="${GOGC:-400}"

# Only this container can reach the engine: no other must be able to give it orders.
exec dockerd --host=unix:///var/run/docker.sock
END_OF_SCRIPT
}

# host lead
docker run --detach --name everything-4f2a-lead --hostname lead --cap-add SYS_ADMIN --cap-add NET_ADMIN --cap-add SYS_PTRACE --cap-add NET_RAW --cap-add MKNOD --cap-add AUDIT_WRITE --security-opt seccomp=unconfined --security-opt apparmor=unconfined --tmpfs /run --env DOCKER_SERVICE_PREFER_OFFLINE_IMAGE=1 --env DOCKER_TLS_CERTDIR= --network everything-4f2a_underlay --network-alias lead --ip "$underlay.2" --entrypoint sh docker:dind -c "$(start_engine)"
until docker exec everything-4f2a-lead docker info >/dev/null 2>&1; do sleep 1; done

# host help
docker run --detach --name everything-4f2a-help --hostname help --cap-add SYS_ADMIN --cap-add NET_ADMIN --cap-add SYS_PTRACE --cap-add NET_RAW --cap-add MKNOD --cap-add AUDIT_WRITE --security-opt seccomp=unconfined --security-opt apparmor=unconfined --tmpfs /run --env DOCKER_SERVICE_PREFER_OFFLINE_IMAGE=1 --env DOCKER_TLS_CERTDIR= --network everything-4f2a_underlay --network-alias help --ip "$underlay.3" --entrypoint sh docker:dind -c "$(start_engine)"
until docker exec everything-4f2a-help docker info >/dev/null 2>&1; do sleep 1; done

# host lone
docker run --detach --name everything-4f2a-lone --hostname lone --cap-add SYS_ADMIN --cap-add NET_ADMIN --cap-add SYS_PTRACE --cap-add NET_RAW --cap-add MKNOD --cap-add AUDIT_WRITE --security-opt seccomp=unconfined --security-opt apparmor=unconfined --tmpfs /run --env DOCKER_SERVICE_PREFER_OFFLINE_IMAGE=1 --env DOCKER_TLS_CERTDIR= --network everything-4f2a_underlay --network-alias lone --ip "$underlay.4" --entrypoint sh docker:dind -c "$(start_engine)"
until docker exec everything-4f2a-lone docker info >/dev/null 2>&1; do sleep 1; done

# swarm lead
docker exec everything-4f2a-lead docker swarm init --advertise-addr "$underlay.2"

# swarm help
docker exec everything-4f2a-help docker swarm join --advertise-addr "$underlay.3" --token "$(docker exec everything-4f2a-lead docker swarm join-token -q worker)" "$underlay.2":2377

# image busybox for lead
docker save busybox | docker exec -i everything-4f2a-lead docker load

# image busybox for help
docker save busybox | docker exec -i everything-4f2a-help docker load

# image busybox for lone
docker save busybox | docker exec -i everything-4f2a-lone docker load

# network span
docker exec everything-4f2a-lead docker network create --driver overlay --attachable everything-4f2a-span

# network inner
docker exec everything-4f2a-lone docker network create everything-4f2a-inner

# volume data
docker exec everything-4f2a-lone docker volume create everything-4f2a-data

# service web
docker exec everything-4f2a-lead docker service create --name everything-4f2a-web --network name=everything-4f2a-span,alias=web --replicas 2 busybox sleep 100

# container alice
docker exec everything-4f2a-lead docker create --name everything-4f2a-alice --network-alias alice --network everything-4f2a-span busybox sleep 100
docker exec everything-4f2a-lead docker start everything-4f2a-alice

# container bob
docker exec everything-4f2a-help docker create --name everything-4f2a-bob --network-alias bob --network everything-4f2a-span --env ALICE="$(docker exec everything-4f2a-lead docker inspect -f '{{(index .NetworkSettings.Networks "everything-4f2a-span").IPAddress}}' everything-4f2a-alice)" --env LONE="$underlay.4" --health-cmd true busybox sleep 100
docker exec everything-4f2a-help docker start everything-4f2a-bob

# container carol
docker exec everything-4f2a-lone docker create --name everything-4f2a-carol --network-alias carol --network everything-4f2a-inner --mount type=volume,source=everything-4f2a-data,target=/data busybox sh -c 'sleep 1'
docker exec everything-4f2a-lone docker start everything-4f2a-carol

# container main
docker create --name everything-4f2a-main busybox sleep 100
docker start everything-4f2a-main

# healthy bob
until [ "$(docker exec everything-4f2a-help docker inspect -f '{{.State.Health.Status}}' everything-4f2a-bob)" = healthy ]; do
  sleep 1
done

# completed carol
test "$(docker exec everything-4f2a-lone docker wait everything-4f2a-carol)" = 0

# container dora
docker exec everything-4f2a-lone docker create --name everything-4f2a-dora --network-alias dora --network everything-4f2a-inner busybox sleep 100
docker exec everything-4f2a-lone docker start everything-4f2a-dora

set +e

echo; echo '== over the hosts'
# reach: {from: alice, to: bob, port: 80}
docker exec everything-4f2a-lead docker run --rm --network container:everything-4f2a-alice busybox nc -w 2 "$(docker exec everything-4f2a-help docker inspect -f '{{(index .NetworkSettings.Networks "everything-4f2a-span").IPAddress}}' everything-4f2a-bob)" 80 </dev/null
echo "exit code $?"

echo; echo '== to a host'
# reach: {from: [main, lone], to: help}
docker run --rm --network container:everything-4f2a-main busybox ping -c 1 -W 2 "$underlay.3"
echo "exit code $?"
docker run --rm --network container:everything-4f2a-lone busybox ping -c 1 -W 2 "$underlay.3"
echo "exit code $?"

echo; echo '== from the engine'
# reach: {from: engine, to: lead, port: 80}
# expect: {reachable: false}
docker run --rm --network host busybox nc -w 2 "$underlay.2" 80 </dev/null
echo "exit code $?"

echo; echo '== by name'
# dns: {from: bob, name: alice}
# expect: {addresses: ["${alice.ip}"]}
docker exec everything-4f2a-help docker run --rm --network container:everything-4f2a-bob busybox nslookup alice
echo "exit code $?"

echo; echo '== a page'
# http: {from: bob, url: "http://${alice.ip}/"}
# expect: {body: "${span.subnet} ${data.mountpoint} ${lone.name}"}
docker exec everything-4f2a-help docker run --rm --network container:everything-4f2a-bob busybox wget -S -O - http://"$(docker exec everything-4f2a-lead docker inspect -f '{{(index .NetworkSettings.Networks "everything-4f2a-span").IPAddress}}' everything-4f2a-alice)"/
echo "exit code $?"

echo; echo '== tasks'
# tasks: {service: web}
# expect: {length: 2}
docker exec everything-4f2a-lead docker service ps everything-4f2a-web
echo "exit code $?"

echo; echo '== scaled'
docker exec everything-4f2a-lead docker service scale everything-4f2a-web=3
docker exec everything-4f2a-lead docker service update --force everything-4f2a-web
# tasks: {service: web}
# expect: {length: 3}
docker exec everything-4f2a-lead docker service ps everything-4f2a-web
echo "exit code $?"

echo; echo '== read'
# exec: {container: bob, command: cat, stdin: hello}
# expect: {stdout: hello}
printf %s hello | docker exec -i everything-4f2a-help docker exec --interactive everything-4f2a-bob cat
echo "exit code $?"

echo; echo '== written'
printf %s 'a note' | docker exec -i everything-4f2a-help docker exec -i everything-4f2a-bob sh -c 'cat >"$1"' sh /note
docker exec -i everything-4f2a-help docker exec -i everything-4f2a-bob sh -c 'cat >"$1"' sh /schema <hosts.yaml
docker cp hosts.yaml everything-4f2a-main:/schema
# file: {container: bob, path: /note}
# expect: {content: a note}
docker exec everything-4f2a-help docker cp everything-4f2a-bob:/note - | tar -tvf -
echo "exit code $?"

echo; echo '== seen'
# inspect: {host: [lead, lone]}
# expect: {OSType: linux}
docker exec everything-4f2a-lead docker info
echo "exit code $?"
docker exec everything-4f2a-lone docker info
echo "exit code $?"

echo; echo '== a network'
# inspect: {network: inner}
# expect: {Driver: bridge}
docker exec everything-4f2a-lone docker network inspect everything-4f2a-inner
echo "exit code $?"

echo; echo '== logs'
# logs: {container: carol}
# expect: {stdout: {empty: true}}
docker exec everything-4f2a-lone docker logs everything-4f2a-carol
echo "exit code $?"

echo; echo '== state'
docker exec everything-4f2a-lone docker restart everything-4f2a-dora
docker exec everything-4f2a-lone docker kill everything-4f2a-dora
docker exec everything-4f2a-lone docker rm -fv everything-4f2a-dora
docker exec everything-4f2a-lone docker create --name everything-4f2a-dora --network-alias dora --network everything-4f2a-inner busybox sleep 100
docker exec everything-4f2a-lone docker start everything-4f2a-dora
# state: {container: dora}
# expect: {status: running}
docker exec everything-4f2a-lone docker inspect -f '{{json .State}} {{json .Mounts}} {{json .NetworkSettings.Networks}}' everything-4f2a-dora
echo "exit code $?"

echo; echo '== gone'
docker exec everything-4f2a-lone docker network disconnect everything-4f2a-inner everything-4f2a-dora
# state: {container: dora}
# expect: {status: running}
docker exec everything-4f2a-lone docker inspect -f '{{json .State}} {{json .Mounts}} {{json .NetworkSettings.Networks}}' everything-4f2a-dora
echo "exit code $?"

echo; echo '== back'
docker exec everything-4f2a-lone docker network connect --alias dora everything-4f2a-inner everything-4f2a-dora
# state: {container: dora}
# expect: {status: running}
docker exec everything-4f2a-lone docker inspect -f '{{json .State}} {{json .Mounts}} {{json .NetworkSettings.Networks}}' everything-4f2a-dora
echo "exit code $?"

echo; echo '== cut off'
docker exec everything-4f2a-lead iptables -w -t mangle -I PREROUTING -s "$underlay.3" -j DROP
docker exec everything-4f2a-help iptables -w -t mangle -I PREROUTING -s "$underlay.2" -j DROP
docker exec everything-4f2a-help iptables -w -t mangle -I PREROUTING -s "$underlay.4" -j DROP
docker exec everything-4f2a-lone iptables -w -t mangle -I PREROUTING -s "$underlay.3" -j DROP
# reach: {from: alice, to: bob}
# expect: {reachable: false}
docker exec everything-4f2a-lead docker run --rm --network container:everything-4f2a-alice busybox ping -c 1 -W 2 "$(docker exec everything-4f2a-help docker inspect -f '{{(index .NetworkSettings.Networks "everything-4f2a-span").IPAddress}}' everything-4f2a-bob)"
echo "exit code $?"

echo; echo '== healed'
docker exec everything-4f2a-lead iptables -w -t mangle -D PREROUTING -s "$underlay.3" -j DROP 2>/dev/null
docker exec everything-4f2a-help iptables -w -t mangle -D PREROUTING -s "$underlay.2" -j DROP 2>/dev/null
docker exec everything-4f2a-help iptables -w -t mangle -D PREROUTING -s "$underlay.4" -j DROP 2>/dev/null
docker exec everything-4f2a-lone iptables -w -t mangle -D PREROUTING -s "$underlay.3" -j DROP 2>/dev/null
# reach: {from: alice, to: bob}
docker exec everything-4f2a-lead docker run --rm --network container:everything-4f2a-alice busybox ping -c 1 -W 2 "$(docker exec everything-4f2a-help docker inspect -f '{{(index .NetworkSettings.Networks "everything-4f2a-span").IPAddress}}' everything-4f2a-bob)"
echo "exit code $?"

echo; echo '== without power'
docker kill everything-4f2a-help
docker kill everything-4f2a-lone
# tasks: {service: web}
# expect: {length: 3}
docker exec everything-4f2a-lead docker service ps everything-4f2a-web
echo "exit code $?"

echo; echo '== with power'
docker start everything-4f2a-help
until docker exec everything-4f2a-help docker info >/dev/null 2>&1; do sleep 1; done
docker start everything-4f2a-lone
until docker exec everything-4f2a-lone docker info >/dev/null 2>&1; do sleep 1; done
# inspect: {host: help}
# expect: {OSType: linux}
docker exec everything-4f2a-help docker info
echo "exit code $?"
