package io.labrun.load.danger;

import io.labrun.files.OwnFolder;
import io.labrun.load.rule.Draft;
import io.labrun.scenario.Data;
import io.labrun.scenario.Grant;
import io.labrun.scenario.Resource;
import io.labrun.scenario.TextResolver;
import io.labrun.scenario.spec.View;
import io.labrun.source.Diagnostic;
import io.labrun.source.Span;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/** One search through one scenario, and what it has found so far. */
final class Search {
  private final Draft draft;
  private final OwnFolder folder;
  private final Machine machine;
  private final Set<String> set;
  private final Consumer<Diagnostic> mistakes;
  private final List<Danger> found = new ArrayList<>();
  private final Set<Grant> possible = EnumSet.noneOf(Grant.class);

  /**
   * A search.
   *
   * @param set the variables that a person has given a value for this run
   */
  Search(
      Draft draft,
      OwnFolder folder,
      Machine machine,
      Set<String> set,
      Consumer<Diagnostic> mistakes) {
    this.draft = draft;
    this.folder = folder;
    this.machine = machine;
    this.set = set;
    this.mistakes = mistakes;
  }

  Draft draft() {
    return draft;
  }

  List<Danger> found() {
    return List.copyOf(found);
  }

  /** Grants that are not needed now, but would be with other values of the variables. */
  Set<Grant> possible() {
    return possible;
  }

  /** Containers, and services, whose tasks are containers. */
  Collection<Resource> containers() {
    return draft.workloads();
  }

  static View view(Resource resource) {
    return new View(resource.body(), TextResolver.AS_WRITTEN);
  }

  /** The text of a scalar as it is now. */
  static String text(Data data) {
    return new View(Data.Mapping.of(List.of(), data.span()), TextResolver.AS_WRITTEN)
        .scalar(data)
        .orElse("");
  }

  void danger(Grant grant, Span span, String what) {
    found.add(new Danger(grant, span, what));
  }

  /** Notes that something was harmless: with a variable in it, it need not always be. */
  void harmless(Grant grant, Span span) {
    if (span.text().contains("${")) {
      possible.add(grant);
    }
  }

  /** Whether what is written holds a variable that a person gave a value: they chose it. */
  boolean isChosen(Data data) {
    String written = data.span().text();
    return set.stream()
        .anyMatch(
            name ->
                Pattern.compile("\\$\\{" + Pattern.quote(name) + "[}:]").matcher(written).find());
  }

  /** Says of a value that nobody can judge it yet. */
  void unknown(Data data, String what) {
    mistakes.accept(
        Diagnostic.at(data.span(), "unknown-danger", what + " is known only while it runs")
            .label("nobody can say beforehand how dangerous that is")
            .help("Write it without live values. Variables of `vars` may stand in it."));
  }

  /** Judges a path of this machine; one with live values cannot be judged. */
  void path(Data data) {
    if (draft.unfilled().contains(data)) {
      return;
    }
    if (draft.isKnown(data)) {
      path(text(data), data.span());
    } else {
      unknown(data, "where this path leads");
    }
  }

  /** Whether a path leads into the scenario's own folder, however it is followed. */
  boolean isOwn(String written) {
    try {
      return folder.ends(written).stream().allMatch(folder::holds);
    } catch (InvalidPathException e) {
      return false;
    }
  }

  /** Where a path of this machine leads, links followed. */
  Path end(String written) {
    return folder.end(written);
  }

  /**
   * Judges a path of this machine by where it leads. Behind a link {@code ..} may mean two places,
   * and the engine takes the one and the system the other.
   */
  void path(String written, Span span) {
    try {
      folder.ends(written).forEach(end -> end(written, end, span));
    } catch (InvalidPathException e) {
      mistakes.accept(
          Diagnostic.at(span, "bad-format", "`" + written + "` is no path on this machine"));
    }
  }

  private void end(String written, Path end, Span span) {
    Path whole = folder.resolve(written);
    String path =
        "`" + written + "`" + (end.equals(whole) ? "" : ", which leads to `" + end + "`,");
    if (machine.isSocket(end)) {
      danger(Grant.DOCKER_SOCKET, span, path + " is an engine's socket");
      return;
    }
    if (machine.isAroundSocket(end)) {
      danger(Grant.DOCKER_SOCKET, span, path + " holds an engine's socket");
    }
    if (folder.holds(end)) {
      harmless(Grant.HOST_PATHS, span);
    } else {
      danger(Grant.HOST_PATHS, span, path + " lies outside the scenario's folder");
    }
  }
}
