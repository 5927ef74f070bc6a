package io.labrun.run.require;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

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
      Map.ofEntries(
          Map.entry("8021q", "VLAN_8021Q"),
          Map.entry("br_netfilter", "BRIDGE_NETFILTER"),
          Map.entry("esp4", "INET_ESP"),
          Map.entry("esp6", "INET6_ESP"),
          Map.entry("ip_gre", "NET_IPGRE"),
          Map.entry("ipip", "NET_IPIP"),
          Map.entry("iptable_nat", "IP_NF_NAT"),
          Map.entry("iptable_filter", "IP_NF_FILTER"),
          Map.entry("iptable_mangle", "IP_NF_MANGLE"),
          Map.entry("sch_netem", "NET_SCH_NETEM"),
          Map.entry("sctp", "IP_SCTP"),
          Map.entry("tcp_bbr", "TCP_CONG_BBR"));

  /** The matches and targets of iptables. */
  private static final Pattern XTABLES = Pattern.compile("xt_(.+)");

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

  /** The configuration's words for a module, one of which it is, as {@code grep -E} takes them. */
  static String words(String name) {
    String upper = name.toUpperCase(Locale.ROOT);
    List<String> out = new ArrayList<>(List.of(upper, upper + "_FS"));
    Optional.ofNullable(OTHER_WORDS.get(name)).ifPresent(out::add);
    Matcher xtables = XTABLES.matcher(name);
    if (xtables.matches()) {
      out.add("NETFILTER_XT_(MATCH_|TARGET_)?" + xtables.group(1).toUpperCase(Locale.ROOT));
    }
    return String.join("|", out);
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
