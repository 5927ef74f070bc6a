# keeper.sh FOLDER NAME RELAY...: keeps a private engine for as long as the other end of its standard
# input is open, and then removes what the kernel does not.
#
# The engine has namespaces of its own for processes, mounts and the network: when its process 1 ends,
# the kernel ends its processes, and with them go its mounts, interfaces and rules. The folder and the
# groups of processes remain.
# Caught and not ignored: what is ignored here, the engine and its containers would ignore too.
trap : HUP INT TERM PIPE
folder=$1
name=$2
shift 2
exec 3<&0 </dev/null
unshare --net --mount --pid --ipc --fork --kill-child --mount-proc --propagation slave \
  sh "$folder/engine.sh" "$folder" "$name" "$@"
echo ended
# Now labrun may take images out of the folder, until it is done or dead.
cat <&3 >/dev/null
for group in "/sys/fs/cgroup/labrun-$name" /sys/fs/cgroup/*/"labrun-$name"; do
  # The kernel needs a moment to see that the last process is gone.
  tries=0
  while [ -d "$group" ] && [ "$tries" -lt 50 ]; do
    find "$group" -depth -type d -exec rmdir {} + 2>/dev/null || sleep 0.02
    tries=$((tries + 1))
  done
done
rm -rf --one-file-system -- "$folder"
