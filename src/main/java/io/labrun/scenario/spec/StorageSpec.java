package io.labrun.scenario.spec;

import java.util.List;
import java.util.Optional;

/**
 * What a container sees of disks.
 *
 * @param mounts volumes, bind mounts and tmpfs in the order of the file
 * @param readOnly whether its own layer can't be written
 * @param shmSize size of {@code /dev/shm} in bytes; empty for the engine's 64 MiB
 */
public record StorageSpec(List<MountSpec> mounts, boolean readOnly, Optional<Long> shmSize) {

  static StorageSpec read(View view) {
    return new StorageSpec(MountSpec.readAll(view), view.flag("read_only"), view.bytes("shm_size"));
  }
}
