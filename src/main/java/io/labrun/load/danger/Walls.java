package io.labrun.load.danger;

import io.labrun.scenario.Data;
import io.labrun.scenario.Grant;
import io.labrun.scenario.Resource;
import io.labrun.scenario.spec.View;
import java.util.Locale;
import java.util.Set;

/** Containers with thinner walls than usual: privileged, capabilities, devices, runtimes. */
final class Walls implements Finder {
  /** What the engine gives every container: to ask for one after `cap_drop` opens nothing. */
  private static final Set<String> USUAL =
      Set.of(
          "AUDIT_WRITE",
          "CHOWN",
          "DAC_OVERRIDE",
          "FOWNER",
          "FSETID",
          "KILL",
          "MKNOD",
          "NET_BIND_SERVICE",
          "NET_RAW",
          "SETFCAP",
          "SETGID",
          "SETPCAP",
          "SETUID",
          "SYS_CHROOT");

  /** Runtimes that draw the usual walls or thicker ones; of others nothing is known. */
  private static final Set<String> RUNTIMES =
      Set.of("runc", "crun", "io.containerd.runc.v2", "runsc", "io.containerd.runsc.v1");

  @Override
  public void find(Search search) {
    for (Resource container : search.containers()) {
      View view = Search.view(container);
      String name = "`" + container.key() + "`";
      if (view.flag("privileged")) {
        search.danger(
            Grant.PRIVILEGED, view.map().spanOfValue("privileged"), name + " is privileged");
      }
      view.text("runtime")
          .filter(runtime -> !RUNTIMES.contains(runtime))
          .ifPresent(
              runtime ->
                  search.danger(
                      Grant.PRIVILEGED,
                      view.map().spanOfValue("runtime"),
                      "the runtime `" + runtime + "` draws walls of its own around " + name));
      view.items("cap_add").forEach(item -> capability(search, name, item));
      for (Data item : view.items("devices")) {
        search.danger(
            Grant.DEVICES, item.span(), name + " gets the device `" + Search.text(item) + "`");
      }
      for (Data item : view.items("device_cgroup_rules")) {
        search.danger(
            Grant.DEVICES, item.span(), name + " may use devices `" + Search.text(item) + "`");
      }
    }
  }

  private static void capability(Search search, String name, Data item) {
    String written = Search.text(item).toUpperCase(Locale.ROOT).replaceFirst("^CAP_", "");
    if (USUAL.contains(written)) {
      search.harmless(Grant.CAPABILITIES, item.span());
    } else {
      search.danger(
          Grant.CAPABILITIES, item.span(), name + " gets the capability `" + written + "`");
    }
  }
}
