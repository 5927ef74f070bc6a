package io.labrun.explain;

import io.labrun.scenario.LiveRoot;
import io.labrun.scenario.LiveValue;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** The live values, from the one closed set of them. */
final class LiveTopics {
  private LiveTopics() {}

  /** All of them: {@code ${CONTAINER.ip}}, with words in capitals for what the author chooses. */
  static List<Topic> all() {
    return Arrays.stream(LiveRoot.values())
        .flatMap(root -> root.all().stream().map(value -> topic(root, value)))
        .toList();
  }

  private static Topic topic(LiveRoot root, LiveValue value) {
    String path =
        value.path().replace("networks.*", "networks.NETWORK").replace("ports.*", "ports.PORT");
    String owner = root == LiveRoot.RUN ? word(root) : root.name();
    return Topic.of(Kind.LIVE, word(root), "${" + owner + "." + path + "}", value.sentence());
  }

  /** Whether a word names this live value: its last part, or written with any key. */
  static boolean isMeant(Topic topic, String word) {
    String bare = word.replaceAll("^\\$\\{|}$", "");
    String path = topic.name().substring(topic.name().indexOf('.') + 1, topic.name().length() - 1);
    int dot = bare.indexOf('.');
    if (dot < 0) {
      return path.equals(bare);
    }
    LiveRoot root = LiveRoot.valueOf(topic.home().toUpperCase(Locale.ROOT));
    boolean rightRoot = (root == LiveRoot.RUN) == bare.startsWith("run.");
    String written = path.replace("NETWORK", LiveRoot.ANY).replace("PORT", LiveRoot.ANY);
    List<String> words = List.of(bare.substring(dot + 1).split("\\."));
    return rightRoot && root.path(words).filter(written::equals).isPresent();
  }

  private static String word(LiveRoot root) {
    return root.name().toLowerCase(Locale.ROOT);
  }
}
