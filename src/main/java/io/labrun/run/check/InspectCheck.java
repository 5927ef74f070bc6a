package io.labrun.run.check;

import io.labrun.event.Problem;
import io.labrun.run.action.SideBySide;
import io.labrun.run.engine.EngineException;
import io.labrun.run.engine.ObjectKind;
import io.labrun.run.lab.Gone;
import io.labrun.run.lab.Lab;
import io.labrun.run.lab.ProblemException;
import io.labrun.scenario.Call;
import io.labrun.scenario.Data;
import io.labrun.scenario.spec.View;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Looks at the engine's own JSON of something. */
final class InspectCheck implements Check {
  private static final String ENGINE = "engine";

  @Override
  public String kind() {
    return "inspect";
  }

  @Override
  public List<Finding> attempt(Call call, CheckContext context) {
    View view = new View(call.arguments(), context.resolver());
    String kind = call.arguments().entries().keySet().iterator().next();
    return SideBySide.look(
        view.texts(kind), name -> finding(kind, name, look(kind, name, context.lab())));
  }

  @Override
  public Optional<Data> expectedByDefault(Call call) {
    return Optional.empty();
  }

  @Override
  public List<String> subjects(Call call) {
    return List.of();
  }

  private static Finding finding(String kind, String name, Map<String, Object> json) {
    String subject = kind.equals(ENGINE) ? "the engine's " + name : name;
    return new Finding(
        subject,
        json,
        "%s %s with %d keys".formatted(kind.matches("[aei].*") ? "an" : "a", kind, json.size()),
        Optional.empty(),
        false,
        Control.NONE);
  }

  private static Map<String, Object> look(String kind, String name, Lab lab) {
    try {
      return switch (kind) {
        case "container" ->
            lab.engineOf(name).inspect(ObjectKind.CONTAINER, lab.containers().get(name));
        case "network" ->
            lab.engineOfNetwork(name).inspect(ObjectKind.NETWORK, lab.networks().get(name));
        case "volume" ->
            lab.engineOfVolume(name)
                .inspect(ObjectKind.VOLUME, lab.plan().names().volumes().get(name));
        case "service" ->
            lab.engineOfService(name).inspect(ObjectKind.SERVICE, lab.services().get(name));
        case "host" -> lab.engineOf(name).inspect(ObjectKind.ENGINE, "");
        case "image" -> lab.engine().inspect(ObjectKind.IMAGE, name);
        default -> name.equals("version") ? version(lab) : info(lab);
      };
    } catch (EngineException e) {
      if (e.kind() == EngineException.Kind.NOT_FOUND) {
        if (kind.equals("container")) {
          throw Gone.problem(lab, name);
        }
        throw ProblemException.passing(Problem.of("there is no %s `%s`".formatted(kind, name)));
      }
      throw e;
    }
  }

  private static Map<String, Object> info(Lab lab) {
    return lab.engine().inspect(ObjectKind.ENGINE, "");
  }

  /** As {@code docker version --format json} puts it: two programs, the client being labrun. */
  private static Map<String, Object> version(Lab lab) {
    String own = InspectCheck.class.getPackage().getImplementationVersion();
    Map<String, Object> client = new LinkedHashMap<>();
    client.put("Platform", Map.of("Name", "labrun"));
    client.put("Version", own == null ? "" : own);
    client.put("ApiVersion", lab.engine().facts().apiVersion());
    client.put("Os", System.getProperty("os.name").toLowerCase(Locale.ROOT));
    client.put("Arch", System.getProperty("os.arch"));
    Map<String, Object> both = new LinkedHashMap<>();
    both.put("Client", client);
    both.put("Server", lab.engine().inspect(ObjectKind.VERSION, ""));
    return both;
  }
}
