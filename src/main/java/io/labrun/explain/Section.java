package io.labrun.explain;

import java.util.List;

/**
 * Topics that belong together.
 *
 * @param kind what they are
 * @param home what they belong to, as in {@link Topic#home()}
 * @param topics in the order of the language
 */
public record Section(Kind kind, String home, List<Topic> topics) {

  /** Its heading: "Checks", "Keys of `container`". */
  public String title() {
    return kind == Kind.KEY ? "Keys of `" + home + "`" : kind.plural();
  }
}
