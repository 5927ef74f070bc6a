package io.labrun.run.action;

import io.labrun.run.engine.Engine;
import io.labrun.run.engine.EngineException;
import io.labrun.run.lab.LocalFiles;
import io.labrun.run.tar.Tar;
import io.labrun.scenario.Call;
import io.labrun.scenario.spec.View;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Puts a text or a file of the scenario into a container; missing folders are made. */
final class Copy implements Action {
  @Override
  public String kind() {
    return "copy";
  }

  @Override
  public void perform(Call call, ActionContext context) {
    View view = new View(call.arguments(), context.resolver());
    String key = view.text("to").orElseThrow();
    String path = Path.of(view.text("path").orElseThrow()).normalize().toString();
    String id = context.standing(key);
    Tar.Entry file = content(path, view, context);
    Refusals.watch(
        "%s could not be copied into `%s`".formatted(path, key),
        () -> put(context.lab().engineOf(key), id, path, file));
  }

  private static Tar.Entry content(String path, View view, ActionContext context) {
    Optional<String> name = view.text("file");
    if (name.isEmpty()) {
      return Tar.Entry.file(path, LocalFiles.bytes(view.text("content").orElse("")), false);
    }
    LocalFiles files = context.files();
    boolean program = Files.isExecutable(files.real(name.get()));
    return Tar.Entry.file(path, files.read(name.get()), program);
  }

  /** Folders that are there stay as they are: each that is missing comes with the file. */
  private static void put(Engine engine, String id, String path, Tar.Entry file) {
    Path folder = Path.of(path).getParent();
    List<Tar.Entry> entries = new ArrayList<>(List.of(file));
    while (folder != null) {
      try {
        engine.copyInto(id, folder.toString(), Tar.of(folder, entries));
        return;
      } catch (EngineException e) {
        if (e.kind() != EngineException.Kind.NOT_FOUND || folder.getParent() == null) {
          throw e;
        }
        entries.add(0, Tar.Entry.folder(folder.toString()));
        folder = folder.getParent();
      }
    }
  }
}
