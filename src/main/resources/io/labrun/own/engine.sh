# engine.sh FOLDER NAME RELAY...: process 1 of a private engine. It ends when labrun says so,
# when labrun is gone, or when the engine has ended.
base=$1
name=$2
shift 2
exec >>"$base/log" 2>&1
set -e
cd /

# A /run of its own: the user's engine has its sockets, pid files and shims in the real one.
mkdir "$base/run" "$base/sys"
mount -t tmpfs -o mode=755 labrun "$base/run"
for entry in /run/*; do
  here="$base/run/${entry##*/}"
  case ${entry##*/} in docker | docker.* | containerd | netns | xtables.lock) continue ;; esac
  if [ -h "$entry" ]; then
    cp -P "$entry" "$here"
  elif [ -d "$entry" ]; then
    mkdir "$here"
    mount --rbind "$entry" "$here"
  elif [ -e "$entry" ]; then
    : >"$here"
    mount --bind "$entry" "$here"
  fi
done
mount --move "$base/run" /run

# A /sys that shows the interfaces of this network namespace, with the groups of processes as before.
mount --rbind /sys "$base/sys"
mount -t sysfs -o nosuid,nodev,noexec labrun /sys
for below in fs/cgroup kernel/security; do
  if [ -d "/sys/$below" ]; then mount --rbind "$base/sys/$below" "/sys/$below"; fi
done
umount -l "$base/sys"

# Engines make a key and folders of their programs where they find none: copies take these.
copy_on_write() {
  mkdir -p "/run/labrun/$2/new" "/run/labrun/$2/work"
  mount -t overlay -o "lowerdir=$1,upperdir=/run/labrun/$2/new,workdir=/run/labrun/$2/work" labrun "$1"
}
if [ -d /etc/docker ]; then copy_on_write /etc/docker docker; else copy_on_write /etc etc; fi
if [ -d /opt/containerd ]; then copy_on_write /opt/containerd containerd; else copy_on_write /opt opt; fi

# A card with a neighbour behind it, in whose network the way out listens: a program of labrun's that
# passes questions for names and connections to registries on through a socket in the folder. There
# is no other way out.
ip link set lo up
ip netns add outside
ip link add eth0 type veth peer name inside netns outside
ip address add 198.51.100.2/24 dev eth0
ip link set eth0 up
ip -netns outside address add 198.51.100.1/24 dev inside
ip -netns outside link set inside up
ip route add default via 198.51.100.1
echo "nameserver 198.51.100.1" >"$base/resolv.conf"
if [ -e /etc/resolv.conf ]; then mount --bind "$base/resolv.conf" /etc/resolv.conf; fi

# The engine starts itself again for each container's network. Go then looks for garbage while there is
# hardly any, which takes a quarter of the work of starting a container.
export GOGC="${GOGC:-400}"

# With a word in it that the engine's containers must not know.
read -r proxy <"$base/proxy"
HTTP_PROXY=$proxy HTTPS_PROXY=$proxy dockerd \
  --config-file "$base/daemon.json" --data-root "$base/data" --storage-driver overlay2 \
  --cgroup-parent "/labrun-$name" --exec-opt native.cgroupdriver=cgroupfs --log-level warn \
  --host unix:///run/docker.sock --host "unix://$base/docker.sock" 3<&- &
engine=$!
# After the engine, which takes longer and is waited for.
nsenter --net=/run/netns/outside "$@" 3<&- &
trap 'exit 0' TERM
(read -r line <&3 || :; kill -TERM 1) &
exec 3<&-
# This also takes in the processes whose parents have ended.
set +e
wait "$engine"
