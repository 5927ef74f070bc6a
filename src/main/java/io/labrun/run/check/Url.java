package io.labrun.run.check;

import io.labrun.event.Problem;
import io.labrun.run.lab.ProblemException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The address of a page. Names of containers may have underscores, which {@code java.net.URI} does
 * not accept.
 *
 * @param secure whether it is {@code https}
 * @param host a name or an address, without brackets
 * @param port the port, given or the scheme's
 * @param path path and query; at least {@code /}
 * @param authority host and port as written, for the header {@code Host}
 */
record Url(boolean secure, String host, int port, String path, String authority) {
  private static final Pattern FORM =
      Pattern.compile(
          "(https?)://((\\[[0-9a-fA-F:]+]|[^/?#@:\\s\\[\\]]+)(?::(\\d{1,5}))?)([/?][^#\\s]*)?(#.*)?",
          Pattern.CASE_INSENSITIVE);

  /** Reads it. */
  static Url parse(String text) {
    Matcher form = FORM.matcher(text.strip());
    if (!form.matches()) {
      throw ProblemException.lasting(
          Problem.of("`" + text + "` is no address of a page, such as http://web:8080/index.html"));
    }
    boolean secure = form.group(1).equalsIgnoreCase("https");
    int port = Optional.ofNullable(form.group(4)).map(Integer::parseInt).orElse(secure ? 443 : 80);
    String path = Optional.ofNullable(form.group(5)).orElse("/");
    return new Url(
        secure,
        form.group(3).replaceAll("[\\[\\]]", ""),
        port,
        path.startsWith("/") ? path : "/" + path,
        form.group(2));
  }
}
