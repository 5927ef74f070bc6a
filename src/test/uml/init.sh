#!/bin/sh
# The first process of the User-Mode Linux that run.sh boots: brings an engine up, runs a command, and ends the machine.
# RUN, TOP and FOLDER are folders of the host, given on the kernel's command line.
export PATH=/usr/sbin:/usr/bin:/sbin:/bin HOME=/root LC_ALL=C.UTF-8

mount -t proc proc /proc
mount -t sysfs sys /sys
mount -t devtmpfs dev /dev 2>/dev/null
mkdir -p /dev/pts /dev/shm /var/lib/docker
mount -t devpts devpts /dev/pts
mount -t cgroup2 cgroup /sys/fs/cgroup
for folder in /run /tmp /var/lib/docker; do mount -t tmpfs tmpfs "$folder"; done
mount -t hostfs -o "$TOP" host "$TOP"
hostname uml
ip link set lo up

for module in ipvlan macvlan overlay bridge br_netfilter veth vxlan ip_vs esp4 xfrm_user \
  xt_conntrack xt_MASQUERADE xt_addrtype xt_mark xt_policy xt_u32 iptable_nat iptable_filter iptable_mangle; do
  modprobe "$module" || echo "uml: this kernel has no $module"
done >>"$RUN/modules.log" 2>&1

dockerd >"$RUN/dockerd.log" 2>&1 &
engine=$!
until docker info >/dev/null 2>&1; do
  kill -0 $engine || exec busybox poweroff -f
  sleep 0.2
done

docker load --quiet --input "$RUN/images.tar" >/dev/null
set --
while read -r word; do set -- "$@" "$word"; done <"$RUN/words"
cd "$FOLDER" || exit
# Through a pipe: on this console labrun would draw for a terminal.
{ "$@" </dev/null; echo $? >"$RUN/status"; } 2>&1 | cat
busybox poweroff -f
