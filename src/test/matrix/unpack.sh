#!/bin/sh
# unpack.sh SUITE FOLDER PACKAGE...: unpacks packages of a Debian release, and what they need, into a folder, for root
# on Debian. Nothing is installed, and nothing of the machine's own lists of packages is touched.
set -e
suite=$1 folder=$2
shift 2
command -v mmdebstrap >/dev/null ||
  { apt-get update && apt-get install -y --no-install-recommends mmdebstrap debian-archive-keyring; }
half=$folder.$$
trap 'rm -rf "$half"' EXIT

dates=$(apt-config dump --format '%f "%v"; ' Acquire::Check-Valid-Until Acquire::Check-Date)
packages=$(printf '%s,' "$@")
mmdebstrap --quiet --variant=extract --include="${packages%,}" \
  --aptopt="$dates Acquire::Languages \"none\"; APT::Install-Recommends \"false\";" \
  --keyring=/usr/share/keyrings/debian-archive-keyring.gpg \
  --hook-dir=/usr/share/mmdebstrap/hooks/merged-usr \
  "$suite" "$half" >&2

# What the packages' own scripts would have done.
for tool in iptables iptables-save iptables-restore ip6tables ip6tables-save ip6tables-restore; do
  ln -sf "$(echo $tool | sed 's/tables/tables-nft/')" "$half/usr/sbin/$tool"
done
# Podman would take this for its network, and then miss the plugins that it names.
rm -rf "$half/etc/cni"
mv "$half" "$folder"
