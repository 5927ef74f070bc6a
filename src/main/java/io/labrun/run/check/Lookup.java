package io.labrun.run.check;

import io.labrun.event.Problem;
import io.labrun.run.engine.ExecResult;
import io.labrun.run.lab.ProblemException;
import io.labrun.run.match.IpAddress;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What looking a name up came to: the hosts file first, then the name servers, as the subject's own
 * programs would.
 *
 * @param addresses what was found, sorted; empty if there is no such name, or no such record
 * @param isSure whether a server said so; otherwise it said that it could not find out
 * @param source the hosts file, or which server answered
 */
record Lookup(List<String> addresses, boolean isSure, String source) {
  private static final String HOSTS = "the hosts file";

  /** busybox's nslookup does not look into the hosts file. */
  private static final String SCRIPT =
      """
      command -v nslookup >/dev/null || { echo 'nslookup: not found' >&2; exit 127; }
      cat /etc/hosts 2>/dev/null
      echo
      echo ==labrun==
      timeout "$3" nslookup -type="$2" "$1"
      exit 0
      """;

  private static final Pattern SERVER = Pattern.compile("(?m)^Server:\\s*(\\S+)");

  /** One address after a name; older versions number them and add the name. */
  private static final Pattern ADDRESS =
      Pattern.compile("(?m)^Address(?: \\d+)?:[ \\t]*([0-9a-fA-F.:]+)");

  /**
   * Looks a name up once.
   *
   * @param from a container's key, or the engine
   * @param type {@code A} or {@code AAAA}
   * @throws ProblemException if no server answered
   */
  static Lookup of(CheckContext context, String from, String name, String type) {
    Tool tool = new Tool(context, from);
    long patience = 3 * Tool.patience(context.timeout());
    ExecResult result =
        tool.run(SCRIPT, List.of(name, type.toLowerCase(Locale.ROOT), "" + patience));
    String[] halves = result.stdout().split("==labrun==\n", 2);
    if (halves.length < 2) {
      throw tool.strange(result);
    }
    List<String> fixed = hosts(halves[0], name, type);
    return fixed.isEmpty()
        ? answered(tool, result, halves[1], name, type)
        : new Lookup(fixed, true, HOSTS);
  }

  private static Lookup answered(
      Tool tool, ExecResult result, String said, String name, String type) {
    Matcher server = SERVER.matcher(said);
    boolean heard = server.find();
    String source = heard ? server.group(1) : "";
    int start = said.indexOf("\nName:");
    List<String> found = start < 0 ? List.of() : addresses(said.substring(start), type);
    if (!found.isEmpty()) {
      return new Lookup(found, true, source);
    }
    boolean unknown = Stream.of("SERVFAIL", "REFUSED").anyMatch(said::contains);
    if (heard && (unknown || said.contains("NXDOMAIN") || said.contains("answer"))) {
      return new Lookup(List.of(), !unknown, source);
    }
    throw silent(tool, result, name);
  }

  private static ProblemException silent(Tool tool, ExecResult result, String name) {
    return ProblemException.passing(
        Problem.of(
                "no name server answered `%s` when asked for `%s`, so this proves nothing"
                    .formatted(tool.subject(), name))
            .details(result.stderr().lines().limit(5).toList()));
  }

  private static List<String> addresses(String text, String type) {
    TreeSet<String> found = new TreeSet<>(AddressOrder.NUMERIC);
    Matcher address = ADDRESS.matcher(text);
    while (address.find()) {
      if (isOf(type, address.group(1))) {
        found.add(address.group(1));
      }
    }
    return List.copyOf(found);
  }

  private static List<String> hosts(String file, String name, String type) {
    TreeSet<String> found = new TreeSet<>(AddressOrder.NUMERIC);
    String wanted = name.endsWith(".") ? name.substring(0, name.length() - 1) : name;
    for (String line : file.lines().toList()) {
      List<String> words = List.of(line.replaceFirst("#.*", "").strip().split("\\s+"));
      boolean named = words.stream().skip(1).anyMatch(wanted::equalsIgnoreCase);
      if (named && isOf(type, words.get(0))) {
        found.add(words.get(0));
      }
    }
    return List.copyOf(found);
  }

  private static boolean isOf(String type, String address) {
    return IpAddress.parse(address).filter(ip -> ip.isV4() == type.equals("A")).isPresent();
  }
}
