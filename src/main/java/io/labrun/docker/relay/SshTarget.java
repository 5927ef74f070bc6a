package io.labrun.docker.relay;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A machine that ssh leads to, and an engine there; written as the docker CLI writes it: {@code
 * ssh://[user@]host[:port][/path]}.
 *
 * @param user empty for the one that ssh's configuration names
 * @param host a name, an alias of ssh's configuration, or an address
 * @param port empty for the one that ssh's configuration names
 * @param socket the path of the engine's socket there; empty for the one that docker uses there
 */
public record SshTarget(
    Optional<String> user, String host, Optional<String> port, Optional<String> socket) {

  /** Java's URI finds no host where its name has an underscore, which an alias may have. */
  private static final Pattern FORM =
      Pattern.compile(
          "ssh://(?:(?<user>[^@/]+)@)?(?:\\[(?<v6>[0-9a-fA-F:.]+(?:%[\\w.-]+)?)]|(?<host>[^-\\[\\]:/@?#\\s]"
              + "[^\\[\\]:/@?#\\s]*))(?::(?<port>\\d{1,5}))?(?<path>/[^?#]*)?");

  /**
   * Reads an address.
   *
   * @throws IllegalArgumentException if it is none; the message goes on after "which"
   */
  public static SshTarget parse(String text) {
    Matcher matcher = FORM.matcher(text);
    if (!matcher.matches()) {
      throw new IllegalArgumentException("is no address: write ssh://user@host:port");
    }
    Optional<String> user = Optional.ofNullable(matcher.group("user"));
    if (user.filter(name -> name.contains(":")).isPresent()) {
      throw new IllegalArgumentException(
          "has a password in it, which ssh does not take: use a key (ssh-add)");
    }
    String v6 = matcher.group("v6");
    return new SshTarget(
        user.map(SshTarget::decoded),
        v6 == null ? matcher.group("host") : v6,
        Optional.ofNullable(matcher.group("port")),
        Optional.ofNullable(matcher.group("path"))
            .map(SshTarget::decoded)
            .filter(path -> !path.equals("/")));
  }

  private static String decoded(String text) {
    return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
  }

  /** The words for ssh that lead there; the host is not taken for an option. */
  List<String> words() {
    List<String> out = new ArrayList<>();
    user.ifPresent(name -> out.addAll(List.of("-l", name)));
    port.ifPresent(number -> out.addAll(List.of("-p", number)));
    out.addAll(List.of("--", host));
    return out;
  }

  /** The command there whose input and output are the engine's, as a shell reads it. */
  String command() {
    String at = socket.map(path -> "--host " + quoted("unix://" + path) + " ").orElse("");
    return "docker " + at + "system dial-stdio";
  }

  private static String quoted(String text) {
    return "'" + text.replace("'", "'\\''") + "'";
  }

  /** What a person types to get there. */
  String typed() {
    String options = port.map(number -> "-p " + number + " ").orElse("");
    return "ssh " + options + user.map(name -> name + "@").orElse("") + host;
  }
}
