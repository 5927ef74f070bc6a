#!/bin/sh
# Writes root.tar: Debian 12. Runs as root on Debian or Ubuntu.
set -e
command -v mmdebstrap >/dev/null ||
  { apt-get update && apt-get install -y --no-install-recommends mmdebstrap debian-archive-keyring; }

# Whether dates are checked is for this machine to say: some mirrors and some clocks stand still.
dates=$(apt-config dump --format '%f "%v"; ' Acquire::Check-Valid-Until Acquire::Check-Date)
mmdebstrap --quiet --variant=minbase \
  --aptopt="$dates Acquire::Languages \"none\"; Dir::Cache { pkgcache \"\"; srcpkgcache \"\"; };" \
  --dpkgopt=force-unsafe-io \
  bookworm root.tar
