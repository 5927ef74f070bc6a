#!/bin/sh
# usage: src/test/uml/run.sh [OPTION...] SCENARIO...      (paths below the repository; the words go to target/labrun)
#        src/test/uml/run.sh --lesson NAME                (runs the tests of scenarios/NAME.yaml)
#
# Runs labrun with an engine of its own on a kernel of its own: User-Mode Linux, a Linux that runs as a process and
# has what the machine's kernel may lack, ipvlan above all. Prints what labrun prints; the exit status is labrun's.
# About a minute and a half for each run of a scenario; a lesson has one, and one more for each change.
# Needs root on Debian or Ubuntu, target/labrun (mvn package), and on the machine's engine the image busybox; for
# scenarios with hosts docker:dind too.
set -eu

here=$(cd "$(dirname "$0")" && pwd -P)
top=$(cd "$here/../../.." && pwd -P)
cache=$top/target/uml

fail() {
  echo "uml: $1" >&2
  exit 4
}

need_things() {
  [ "$(id -u)" = 0 ] || fail "only root can make the file system of the other kernel"
  # Its FPU state is larger than this kernel has room for: every process ends with SIGSEGV (seen with 6.1).
  ! grep -qsw amx_tile /proc/cpuinfo || fail "User-Mode Linux can't run on a processor with AMX, as this one"
  [ -x "$top/target/labrun" ] || fail "there is no target/labrun: mvn package -DskipTests makes it"
  command -v apt-get >/dev/null || fail "the kernel is a package of Debian's; this machine has no apt-get"
  command -v mmdebstrap >/dev/null ||
    { apt-get update && apt-get install -y --no-install-recommends mmdebstrap; } >&2
}

# The kernel and its modules, without installing anything on this machine.
get_kernel() {
  [ ! -d "$cache/kernel" ] || return 0
  echo "uml: getting the kernel" >&2
  rm -rf "$cache/kernel.part" && mkdir -p "$cache/kernel.part"
  (cd "$cache/kernel.part" && { apt-get -q download user-mode-linux 2>/dev/null ||
    { apt-get -q update && apt-get -q download user-mode-linux; }; } >&2 && dpkg -x ./*.deb .)
  mv "$cache/kernel.part" "$cache/kernel"
}

# Debian with an engine and a Java. What was interrupted has the name root.part and is made anew.
get_root() {
  [ ! -d "$cache/root" ] || return 0
  echo "uml: putting a Debian with an engine together, once; about a minute" >&2
  rm -rf "$cache/root.part"
  mmdebstrap --quiet --variant=minbase --dpkgopt=force-unsafe-io \
    --aptopt="$(apt-config dump --format '%f "%v"; ' Acquire::Check-Valid-Until Acquire::Check-Date)
      Acquire::Languages \"none\";" \
    --include=docker.io,iptables,kmod,iproute2,procps,busybox-static,openjdk-17-jre-headless \
    bookworm "$cache/root.part" >&2
  mkdir -p "$cache/root.part/lib/modules" "$cache/root.part$top"
  cp -r "$cache"/kernel/usr/lib/uml/modules/* "$cache/root.part/lib/modules/"
  chroot "$cache/root.part" sh -c '
    depmod "$(ls /lib/modules)"
    update-alternatives --set iptables /usr/sbin/iptables-legacy >/dev/null
    update-alternatives --set ip6tables /usr/sbin/ip6tables-legacy >/dev/null'
  mv "$cache/root.part" "$cache/root"
}

# busybox, and what a host is made from where one of the scenarios has hosts.
get_images() {
  images=busybox
  for file in "$@"; do
    if [ ! -f "$file" ] || ! grep -q '^hosts:' "$file"; then continue; fi
    images="busybox docker:dind"
  done
  for image in $images; do
    docker image inspect "$image" >/dev/null 2>&1 || fail "no image $image here: target/labrun doctor --fix gets it"
  done
  # shellcheck disable=SC2086 # names of images have no blanks
  docker save $images -o "$run/images.tar"
}

# The kernel is several processes in a session of its own: all of them end, and no others.
end() {
  trap '' HUP INT TERM # once is enough: a second one must not keep this from its end
  if [ -n "${kernel:-}" ]; then
    while kill -s KILL -- "-$kernel" 2>/dev/null; do sleep 0.1; done
  fi
  rm -rf "$run"
}

boot() {
  setsid "$cache/kernel/usr/bin/linux.uml" mem=3G rootfstype=hostfs rootflags="$cache/root" rw init=/init.sh \
    con=null con0=null,fd:1 loglevel=0 uml_dir="$run" RUN="$run" TOP="$top" FOLDER="$(pwd -P)" \
    2>"$run/kernel.log" </dev/null &
  kernel=$!
  wait "$kernel" || true
}

# Sets the words of the command line that the other kernel is to run.
get_command() {
  if [ "$1" != --lesson ]; then
    printf '%s\n' "$top/target/labrun" "$@" >"$run/words"
    return
  fi
  [ $# = 2 ] && [ -f "$top/scenarios/$2.yaml" ] || fail "--lesson takes the name of one file in scenarios, without .yaml"
  [ -d "$top/target/test-classes" ] || fail "there are no compiled tests: mvn package -DskipTests makes them"
  cd "$top"
  mvn --quiet --batch-mode dependency:copy-dependencies -DincludeScope=test -DoutputDirectory="$run/lib" >&2
  printf '%s\n' java -cp "$top/target/test-classes:$top/target/classes:$run/lib/*" io.labrun.lessons.OneLesson "$2" \
    >"$run/words"
}

[ $# -gt 0 ] || fail "which scenarios? src/test/uml/run.sh scenarios/macvlan.yaml"
need_things
mkdir -p "$cache"
run=$(mktemp -d "$cache/run.XXXXXX")
trap end EXIT
trap 'exit 129' HUP
trap 'exit 130' INT
trap 'exit 143' TERM
get_kernel
get_root
if [ "$1" = --lesson ]; then get_images "$top/scenarios/${2:-}.yaml"; else get_images "$@"; fi
get_command "$@"
cp "$here/init.sh" "$cache/root/init.sh"
boot
[ -s "$run/status" ] || {
  tail -n 20 "$run/kernel.log" "$run"/*.log >&2 || true
  fail "the other kernel ended without a verdict"
}
exit "$(cat "$run/status")"
