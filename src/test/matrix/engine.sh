#!/bin/sh
# engine.sh NAME ROOT FOLDER: runs the engine that is unpacked in ROOT, docker-* or podman-*, until its input ends; its
# API answers at FOLDER/engine.sock.
#
# It has namespaces of its own for the network, mounts and processes, so that nothing of the machine's is in its way and
# nothing of it can stay: when the first process in there ends, for whatever reason, the kernel ends the others, and the
# mounts and interfaces go with them. What is left then, a folder and control groups, is removed here.
set -u
name=$1 root=$2 folder=$3 self=$(readlink -f "$0")
slice=labrun-matrix-$name-$$

if [ "${4:-}" = "" ]; then
  trap '' INT TERM HUP
  mkdir -p "$folder/data"
  unshare --net --mount --pid --fork --kill-child --mount-proc sh "$self" "$name" "$root" "$folder" "$slice"
  status=$?
  rm -rf "$folder"
  # Podman has one parent group for all containers of the machine: what is not empty there is not ours.
  for group in /sys/fs/cgroup/*/"$slice" "/sys/fs/cgroup/$slice" /sys/fs/cgroup/*/libpod_parent; do
    [ -d "$group" ] && find "$group" -depth -type d -exec rmdir {} + 2>/dev/null
  done
  exit "$status"
fi

set -e
slice=$4
# The machine's files, with the engine's own programs and settings in their place; what is written there is forgotten.
mount -t tmpfs run /run
over() {
  mkdir -p "/run/over$1/up" "/run/over$1/work"
  mount -t overlay -o "lowerdir=$2$1,upperdir=/run/over$1/up,workdir=/run/over$1/work" over "$1"
}
over /etc "$root/etc:"
over /var/lib ""
if [ -d /sys/fs/cgroup/unified ]; then umount /sys/fs/cgroup/unified; fi
ip link set lo up

# A name server that knows no name, as quick as that of a machine with a network.
ip address add 192.0.2.53/32 dev lo
echo nameserver 192.0.2.53 >/etc/resolv.conf

case $name in
docker-*)
  mkdir -p /var/lib/docker
  mount --bind "$folder/data" /var/lib/docker
  ;;
podman-*)
  mkdir -p /var/lib/containers /etc/containers
  mount --bind "$folder/data" /var/lib/containers
  printf '[network]\nnetwork_backend = "netavark"\n[engine]\ncgroup_manager = "cgroupfs"\nevents_logger = "file"\n' \
    >/etc/containers/containers.conf
  ;;
esac
mount --bind "$root/usr" /usr

exec 3>"$folder/log"
dnsmasq --keep-in-foreground --no-resolv --no-hosts --conf-file=/dev/null --listen-address=192.0.2.53 \
  --bind-interfaces --address=/#/ --user=root --pid-file >&3 2>&1 </dev/null &
case $name in
docker-*)
  dockerd --host unix:///run/docker.sock --host "unix://$folder/engine.sock" --cgroup-parent "/$slice" \
    >&3 2>&1 </dev/null &
  ;;
podman-*)
  podman system service --time 0 "unix://$folder/engine.sock" >&3 2>&1 </dev/null &
  ;;
esac
while read -r _; do :; done
