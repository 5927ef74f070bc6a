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
