#!/bin/sh
# Starts a Docker engine inside a container of the image docker:dind that is not `privileged`: not every host has
# all the capabilities that `privileged` asks for. What an engine really needs are /sys, /proc/sys and its cgroups
# writable. Words given to this script go to dockerd.
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

# What an engine that was killed leaves behind would keep this one from starting.
rm -f /var/run/docker.pid /run/docker/containerd/containerd.pid
exec dockerd --host=unix:///var/run/docker.sock --host=tcp://0.0.0.0:2375 --tls=false "$@"
