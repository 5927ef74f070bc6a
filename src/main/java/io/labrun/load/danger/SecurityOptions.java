package io.labrun.load.danger;

import io.labrun.scenario.Data;
import io.labrun.scenario.Grant;
import io.labrun.scenario.Resource;
import java.util.regex.Pattern;

/**
 * Security options that loosen: all but those that are known to tighten or to change nothing, since
 * a profile of one's own may allow everything.
 */
final class SecurityOptions implements Finder {
  private static final Pattern HARMLESS =
      Pattern.compile(
          "no-new-privileges([:=]true)?|seccomp[:=](builtin|default)|apparmor[:=]docker-default");

  @Override
  public void find(Search search) {
    for (Resource container : search.containers()) {
      for (Data item : Search.view(container).items("security_opt")) {
        String written = Search.text(item);
        if (HARMLESS.matcher(written).matches()) {
          search.harmless(Grant.CAPABILITIES, item.span());
        } else {
          search.danger(
              Grant.CAPABILITIES,
              item.span(),
              "`" + written + "` may loosen the walls around `" + container.key() + "`");
        }
      }
    }
  }
}
