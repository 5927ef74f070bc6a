package io.labrun.report;

import io.labrun.scenario.Named;
import io.labrun.scenario.Requires;
import java.util.ArrayList;
import java.util.List;

/** What a scenario requires of the engine and its machine, in words. */
public final class RequiresWords {
  private RequiresWords() {}

  /** One text a requirement, in the order of the language; empty for none. */
  public static List<String> of(Requires requires) {
    List<String> words = new ArrayList<>();
    requires.engine().ifPresent(range -> words.add("engine " + range.name()));
    names("network driver", requires.networkDrivers(), words);
    names("volume driver", requires.volumeDrivers(), words);
    names("kernel", requires.kernel(), words);
    names("interface", requires.interfaces(), words);
    names("free port", requires.freePorts(), words);
    requires.memory().ifPresent(size -> words.add("memory " + size.name()));
    requires.platform().ifPresent(platform -> words.add("platform " + platform.name()));
    requires.desktop().ifPresent(flag -> words.add("desktop: " + flag.name()));
    requires.privileged().ifPresent(flag -> words.add("privileged: " + flag.name()));
    requires.exclusive().ifPresent(flag -> words.add("exclusive: " + flag.name()));
    return words;
  }

  private static void names(String what, List<Named> names, List<String> out) {
    names.forEach(name -> out.add(what + " " + name.name()));
  }
}
