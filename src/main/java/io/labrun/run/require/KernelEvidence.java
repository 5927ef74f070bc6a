package io.labrun.run.require;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What was found of a kernel's feature.
 *
 * @param lines what the script printed: {@code here}, {@code config CONFIG_X=y} or {@code config #
 *     CONFIG_X is not set}, {@code folder} where there are modules, {@code file} and its line there
 */
record KernelEvidence(List<String> lines) {
  private static final String SCRIPT =
      """
      [ ! -d "/sys/module/$1" ] || echo here
      [ ! -r /proc/modules ] || ! grep -q "^$1 " /proc/modules || echo here
      ! grep -Eq "(^|[[:space:]])($2)$" /proc/filesystems || echo here
      if [ -r /proc/config.gz ]; then
        zcat /proc/config.gz | grep -E "^(# )?CONFIG_($3)(=| is not set)" | sed 's/^/config /'
      fi
      modules="$5/$(uname -r)"
      if [ -r "$modules/modules.dep" ] && [ -r "$modules/modules.builtin" ]; then
        echo folder
        cat "$modules/modules.dep" "$modules/modules.builtin" |
          grep -E "(^|/)($4)[.]ko([.][a-z0-9]+)?(:|$)" | sed 's/^/file /'
      fi
      exit 0
      """;

  /** Where the configuration's word is not the module's in capitals, with _FS or not. */
  private static final Map<String, String> OTHER_WORDS =
      Map.of(
          "8021q", "VLAN_8021Q",
          "br_netfilter", "BRIDGE_NETFILTER",
          "ip_gre", "NET_IPGRE",
          "ipip", "NET_IPIP",
          "iptable_nat", "IP_NF_NAT",
          "iptable_filter", "IP_NF_FILTER",
          "sch_netem", "NET_SCH_NETEM",
          "sctp", "IP_SCTP",
          "tcp_bbr", "TCP_CONG_BBR");

  /** What is known of a feature. */
  enum Verdict {
    /** The kernel has it or can load it. */
    HAS,
    /** The kernel does not have it, and no module of its own gives it. */
    LACKS,
    /** Nothing tells. */
    UNKNOWN
  }

  /** Looks at the kernel of a machine whose folder of modules may be mounted at a place. */
  static KernelEvidence read(String feature, EngineMachine machine, String modules) {
    String name = feature.replace('-', '_');
    String any = name.replace("_", "[_-]");
    return new KernelEvidence(machine.lines(SCRIPT, name, any, words(name), any, modules));
  }

  private static String words(String name) {
    String upper = name.toUpperCase(Locale.ROOT);
    return upper
        + "|"
        + upper
        + "_FS"
        + Optional.ofNullable(OTHER_WORDS.get(name)).map(word -> "|" + word).orElse("");
  }

  /** What is known: what is there counts most, then the folder of modules, which is complete. */
  Verdict verdict() {
    if (has("here") || has("file ") || configured("=y")) {
      return Verdict.HAS;
    }
    return reasons().isEmpty() ? Verdict.UNKNOWN : Verdict.LACKS;
  }

  /** What tells that the kernel lacks it; empty if nothing does. */
  List<String> reasons() {
    List<String> out = new ArrayList<>();
    if (!configured("=m") && configured(" is not set")) {
      out.add("it was built without");
    }
    if (has("folder")) {
      out.add("/lib/modules has no such module");
    }
    return out;
  }

  private boolean has(String beginning) {
    return lines.stream().anyMatch(line -> line.startsWith(beginning));
  }

  private boolean configured(String end) {
    return lines.stream().anyMatch(line -> line.startsWith("config ") && line.endsWith(end));
  }
}
