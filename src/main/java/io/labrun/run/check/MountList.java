package io.labrun.run.check;

import io.labrun.run.engine.Tree;
import io.labrun.run.lab.Lab;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What is mounted in a container, with volumes under their keys. */
record MountList(Lab lab) {

  /** By the path in the container: type, source, whether it can only be read. */
  Map<String, Object> of(Tree container) {
    Map<String, Object> out = new LinkedHashMap<>();
    if (container.at("HostConfig", "Tmpfs").orElse(null) instanceof Map<?, ?> tmpfs) {
      tmpfs.forEach((path, options) -> out.put(path.toString(), memory(options.toString())));
    }
    container
        .items("Mounts")
        .forEach(mount -> out.put(mount.text("Destination").orElse(""), mount(mount)));
    return out;
  }

  private static Map<String, Object> memory(String options) {
    return entry("tmpfs", "", List.of(options.split(",")).contains("ro"));
  }

  private Map<String, Object> mount(Tree mount) {
    String source = mount.text("Name").map(this::key).or(() -> mount.text("Source")).orElse("");
    return entry(mount.text("Type").orElse(""), source, !mount.flag("RW"));
  }

  private static Map<String, Object> entry(String type, String source, boolean readOnly) {
    Map<String, Object> out = new LinkedHashMap<>();
    out.put("type", type);
    out.put("source", source);
    out.put("read_only", readOnly);
    return out;
  }

  private String key(String volume) {
    return lab.plan().names().volumes().entrySet().stream()
        .filter(entry -> entry.getValue().equals(volume))
        .map(Map.Entry::getKey)
        .findFirst()
        .orElse(volume);
  }
}
