package io.labrun.scenario.spec;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a container may do.
 *
 * @param privileged whether it may do all
 * @param capAdd capabilities it gets besides the usual
 * @param capDrop usual capabilities it does not get
 * @param options security options, {@code no-new-privileges:true} ...
 * @param devices {@code HOST[:CONTAINER[:RIGHTS]]}
 * @param deviceRules rules of the device cgroup, {@code c 1:3 rwm}
 * @param sysctls kernel settings of its namespaces
 * @param pid {@code host} or {@code container:KEY}; empty for a namespace of its own
 * @param ipc {@code host}, {@code shareable}, {@code container:KEY} ...; empty for the engine's
 *     choice
 * @param userns {@code host}; empty for the engine's choice
 * @param runtime an engine's runtime by name; empty for its default
 */
public record SecuritySpec(
    boolean privileged,
    List<String> capAdd,
    List<String> capDrop,
    List<String> options,
    List<String> devices,
    List<String> deviceRules,
    Map<String, String> sysctls,
    Optional<String> pid,
    Optional<String> ipc,
    Optional<String> userns,
    Optional<String> runtime) {
  private static final String NO_NEW = "no-new-privileges";

  /**
   * The same, where no program of it gains privileges that its starter lacks (as with setuid); what
   * says otherwise, or may do all anyway, stays as it is.
   */
  public SecuritySpec withoutNewPrivileges() {
    if (privileged || options.stream().anyMatch(option -> option.startsWith(NO_NEW))) {
      return this;
    }
    List<String> more = new ArrayList<>(options);
    more.add(NO_NEW + ":true");
    return new SecuritySpec(
        privileged,
        capAdd,
        capDrop,
        List.copyOf(more),
        devices,
        deviceRules,
        sysctls,
        pid,
        ipc,
        userns,
        runtime);
  }

  static SecuritySpec read(View view) {
    return new SecuritySpec(
        view.flag("privileged"),
        view.texts("cap_add"),
        view.texts("cap_drop"),
        view.texts("security_opt"),
        view.texts("devices"),
        view.texts("device_cgroup_rules"),
        view.pairs("sysctls"),
        view.text("pid"),
        view.text("ipc"),
        view.text("userns_mode"),
        view.text("runtime"));
  }
}
