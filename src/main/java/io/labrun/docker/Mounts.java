package io.labrun.docker;

import com.github.dockerjava.api.model.AccessMode;
import com.github.dockerjava.api.model.Bind;
import com.github.dockerjava.api.model.BindOptions;
import com.github.dockerjava.api.model.BindPropagation;
import com.github.dockerjava.api.model.Mount;
import com.github.dockerjava.api.model.MountType;
import com.github.dockerjava.api.model.PropagationMode;
import com.github.dockerjava.api.model.SELContext;
import com.github.dockerjava.api.model.TmpfsOptions;
import com.github.dockerjava.api.model.Volume;
import com.github.dockerjava.api.model.VolumeOptions;
import io.labrun.run.engine.ContainerRequest;
import io.labrun.run.engine.ServiceRequest;
import io.labrun.scenario.spec.MountSpec;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What is mounted into a container.
 *
 * <p>A bind mount whose source may be made goes the old way ({@code Binds}), because only there
 * every engine makes the folder; everything else goes the new way ({@code Mounts}).
 */
final class Mounts {
  private final List<MountSpec> mounts;
  private final Map<String, String> volumeNames;
  private final Path folder;
  private final Path home;

  private Mounts(List<MountSpec> mounts, Map<String, String> volumeNames, Path folder, Path home) {
    this.mounts = mounts;
    this.volumeNames = volumeNames;
    this.folder = folder;
    this.home = home;
  }

  Mounts(ContainerRequest request, Path home) {
    this(request.spec().storage().mounts(), request.volumeNames(), request.folder(), home);
  }

  Mounts(ServiceRequest request, Path home) {
    this(request.spec().storage().mounts(), request.volumeNames(), request.folder(), home);
  }

  List<Bind> binds() {
    return mounts.stream().filter(this::isOldWay).map(this::bind).toList();
  }

  List<Mount> mounts() {
    return mounts.stream().filter(mount -> !isOldWay(mount)).map(this::mount).toList();
  }

  /** All of them the new way, which is the only one that a service has. */
  List<Mount> allNewWay() {
    return mounts.stream().map(this::mount).toList();
  }

  /** The old way writes source and target into one text with colons between. */
  private boolean isOldWay(MountSpec mount) {
    return mount.type() == MountSpec.Type.BIND
        && mount.createHostPath()
        && !hostPath(mount).contains(":");
  }

  private Bind bind(MountSpec mount) {
    PropagationMode propagation =
        mount.propagation().map(PropagationMode::fromString).orElse(PropagationMode.DEFAULT_MODE);
    return new Bind(
        hostPath(mount),
        new Volume(mount.target()),
        mount.readOnly() ? AccessMode.ro : AccessMode.rw,
        SELContext.none,
        null,
        propagation);
  }

  private Mount mount(MountSpec mount) {
    Mount out = new Mount().withTarget(mount.target()).withReadOnly(mount.readOnly());
    return switch (mount.type()) {
      case BIND ->
          out.withType(MountType.BIND)
              .withSource(hostPath(mount))
              .withBindOptions(bindOptions(mount));
      case VOLUME -> volume(out.withType(MountType.VOLUME), mount);
      case TMPFS -> out.withType(MountType.TMPFS).withTmpfsOptions(tmpfsOptions(mount));
    };
  }

  private Mount volume(Mount out, MountSpec mount) {
    if (!mount.source().isEmpty()) {
      out.withSource(volumeNames.getOrDefault(mount.source(), mount.source()));
    }
    return mount.noCopy() ? out.withVolumeOptions(new VolumeOptions().withNoCopy(true)) : out;
  }

  private static BindOptions bindOptions(MountSpec mount) {
    BindOptions out = new BindOptions();
    mount
        .propagation()
        .map(name -> BindPropagation.valueOf(docker(name)))
        .ifPresent(out::withPropagation);
    return out;
  }

  /** {@code rprivate} is {@code R_PRIVATE} in docker-java. */
  private static String docker(String propagation) {
    String upper = propagation.toUpperCase(Locale.ROOT);
    return upper.startsWith("R") ? "R_" + upper.substring(1) : upper;
  }

  private static TmpfsOptions tmpfsOptions(MountSpec mount) {
    TmpfsOptions out = new TmpfsOptions();
    mount.size().ifPresent(out::withSizeBytes);
    mount.mode().map(octal -> Integer.parseInt(octal, 8)).ifPresent(out::withMode);
    return out;
  }

  private String hostPath(MountSpec mount) {
    String source = mount.source();
    Path path =
        source.equals("~") || source.startsWith("~/")
            ? home.resolve(source.replaceFirst("~/?", ""))
            : folder.resolve(source);
    return path.toAbsolutePath().normalize().toString();
  }
}
