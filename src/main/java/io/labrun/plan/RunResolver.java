package io.labrun.plan;

import io.labrun.scenario.LiveRef;
import io.labrun.scenario.Template;
import io.labrun.scenario.TextResolver;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Fills in what is known of a run before it begins: its name and its id. */
public final class RunResolver implements TextResolver {
  private final RunName run;

  /** A resolver for one run. */
  public RunResolver(RunName run) {
    this.run = run;
  }

  /** The value of {@code run.name} or {@code run.id}; empty for any other reference. */
  public Optional<String> value(LiveRef ref) {
    if (!ref.root().equals("run")) {
      return Optional.empty();
    }
    return switch (String.join(".", ref.path())) {
      case "name" -> Optional.of(run.toString());
      case "id" -> Optional.of(run.id());
      default -> Optional.empty();
    };
  }

  @Override
  public String resolve(Template template) {
    return template.parts().stream().map(this::text).collect(Collectors.joining());
  }

  private String text(Template.Part part) {
    if (part instanceof Template.Live live && value(live.ref()).isPresent()) {
      return value(live.ref()).get();
    }
    return new Template(List.of(part)).asWritten();
  }
}
