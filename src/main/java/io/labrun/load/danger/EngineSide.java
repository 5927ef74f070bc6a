package io.labrun.load.danger;

import io.labrun.scenario.Assertion;
import io.labrun.scenario.Call;
import io.labrun.scenario.Data;
import io.labrun.scenario.Grant;
import io.labrun.scenario.TextResolver;
import io.labrun.scenario.spec.PortSpec;
import io.labrun.scenario.spec.View;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Checks from the Docker host's own network that do more than look at the lab: a request to
 * something that answers only there, or a probe from an image of the scenario's choice.
 *
 * <p>{@code reach} and {@code dns} from there send nothing that a container could not send, and an
 * address that is not the host's own can be asked from every container.
 */
final class EngineSide implements Finder {
  private static final String ENGINE = "engine";
  private static final Pattern AUTHORITY =
      Pattern.compile("https?://(?:[^/?#]*@)?(\\[[^\\]]*\\]|[^/?#:]*)(?::([^/?#]*))?.*");
  private static final Pattern OTHER_ADDRESS =
      Pattern.compile("(?!127\\.|0\\.|0+\\.)[1-9][0-9]*(\\.[0-9]+){3}");
  private static final Pattern LIVE = Pattern.compile("\\$\\{([^.}]+)\\.[^}]+}");

  @Override
  public void find(Search search) {
    for (Assertion assertion : search.draft().scenario().assertions()) {
      Call check = assertion.check();
      if (isFromEngine(check)) {
        image(search);
        if (check.kind().equals("http")) {
          check.arguments().get("url").ifPresent(url -> url(search, url));
        }
      }
    }
  }

  private static boolean isFromEngine(Call check) {
    View view = new View(check.arguments(), TextResolver.AS_WRITTEN);
    boolean unsaid = check.kind().equals("http") && check.arguments().get("from").isEmpty();
    return unsaid || view.texts("from").contains(ENGINE);
  }

  private static void image(Search search) {
    View defaults = new View(search.draft().root(), TextResolver.AS_WRITTEN).view("defaults");
    Optional<Data> image = defaults.map().get("probe_image");
    boolean usual = image.map(Search::text).orElse("busybox").matches("busybox(:[\\w.-]+)?");
    if (!usual) {
      search.danger(
          Grant.HOST_NETWORK,
          image.get().span(),
          "checks from the engine run this image in this machine's network");
    }
  }

  private static void url(Search search, Data url) {
    if (search.draft().unfilled().contains(url)) {
      return;
    }
    Matcher parts = AUTHORITY.matcher(Search.text(url));
    String host = parts.matches() ? parts.group(1) : "";
    String port = parts.matches() && parts.group(2) != null ? parts.group(2) : "80";
    boolean local = host.matches("localhost|127\\.0\\.0\\.1|\\[::1]|0\\.0\\.0\\.0");
    boolean own =
        local && isPublished(search, port) || isOwn(search, host.replaceAll("^\\[|]$", ""));
    if (own || OTHER_ADDRESS.matcher(host).matches()) {
      search.harmless(Grant.HOST_NETWORK, url.span());
    } else {
      search.danger(
          Grant.HOST_NETWORK,
          url.span(),
          "`http` from the engine asks `" + host + ":" + port + "`, which is not the lab's");
    }
  }

  private static boolean isPublished(Search search, String port) {
    return isOwn(search, port)
        || search.containers().stream()
            .flatMap(container -> PortSpec.readAll(Search.view(container)).stream())
            .anyMatch(p -> p.published().map(String::valueOf).equals(Optional.of(port)));
  }

  /** Whether a text is nothing but a live value of a container or network. */
  private static boolean isOwn(Search search, String text) {
    Matcher live = LIVE.matcher(text);
    return live.matches()
        && (search.draft().scenario().containers().containsKey(live.group(1))
            || search.draft().scenario().networks().containsKey(live.group(1)));
  }
}
