package io.labrun.load.danger;

import io.labrun.scenario.Data;
import io.labrun.scenario.Grant;
import io.labrun.scenario.Resource;
import io.labrun.scenario.spec.View;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Volumes that are not the scenario's own, or that lead somewhere: the options of the driver
 * `local` are those of mount(8), so a volume can be any folder, disk or overlay of the machine.
 */
final class Volumes implements Finder {
  private static final Pattern MEMORY_OPTION =
      Pattern.compile("|(size|mode|uid|gid|nr_inodes|nr_blocks)=.*|no(exec|suid|dev|atime)|r[ow]");

  @Override
  public void find(Search search) {
    for (Resource volume : search.draft().scenario().volumes().values()) {
      View view = Search.view(volume);
      if (view.flag("external")) {
        String name = view.text("name").orElse(volume.key());
        search.danger(
            Grant.HOST_PATHS,
            view.map().spanOfKey("external"),
            "the volume `" + name + "` is not the scenario's own");
      }
      volume.body().mapping("driver_opts").ifPresent(options -> options(search, volume, options));
    }
  }

  private static void options(Search search, Resource volume, Data.Mapping options) {
    for (Data.Entry option : options.entries().values()) {
      if (search.draft().unfilled().contains(option.value())) {
        return;
      }
      if (!search.draft().isKnown(option.value())) {
        search.unknown(option.value(), "where the volume `" + volume.key() + "` leads");
        return;
      }
    }
    String driver = Search.view(volume).text("driver").orElse("local");
    if (driver.equals("local")) {
      local(search, volume, options);
    } else {
      plugin(search, options);
    }
  }

  private static void local(Search search, Resource volume, Data.Mapping options) {
    View view = Search.view(new Resource(volume.key(), volume.keySpan(), options));
    String[] flags = view.text("o").orElse("").split(",");
    boolean bind = Arrays.stream(flags).anyMatch(flag -> flag.matches("r?bind"));
    boolean memory =
        view.text("type").filter("tmpfs"::equals).isPresent()
            && Arrays.stream(flags).allMatch(flag -> MEMORY_OPTION.matcher(flag).matches());
    Optional<Data> device = options.get("device");
    if (memory) {
      search.harmless(Grant.HOST_PATHS, options.span());
    } else if (bind && device.filter(d -> Search.text(d).startsWith("/")).isPresent()) {
      search.path(device.get());
    } else if (!options.entries().isEmpty()) {
      search.danger(
          Grant.HOST_PATHS,
          options.spanOfValue(device.isPresent() ? "device" : "type"),
          "the volume `" + volume.key() + "` leads out of the scenario's folder");
    }
  }

  /** What a plugin makes of its options only its author knows: whole paths are judged as such. */
  private static void plugin(Search search, Data.Mapping options) {
    for (Data.Entry option : options.entries().values()) {
      if (Search.text(option.value()).startsWith("/")) {
        search.path(option.value());
      }
    }
  }
}
