package io.labrun.report;

import io.labrun.event.BatchEvent;
import io.labrun.event.FileResult;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * The lines of a batch that stay: those of each file together, in the order in which the files were
 * given, whatever ends first.
 */
final class BatchLines {
  private record Block(List<String> lines, boolean single) {}

  private static final int NARROW = 60;

  private final Supplier<BatchView> view;
  private final LongSupplier nanos;
  private final Consumer<String> out;
  private final Map<Integer, FileLines> files = new HashMap<>();
  private final Map<Integer, Block> waiting = new HashMap<>();
  private FileNames names;
  private int next;
  private boolean printed;
  private boolean singleBefore;
  private boolean stopping;

  /**
   * Lines.
   *
   * @param view how they are shown now
   * @param out takes each that can be said
   */
  BatchLines(Supplier<BatchView> view, LongSupplier nanos, Consumer<String> out) {
    this.view = view;
    this.nanos = nanos;
    this.out = out;
  }

  private Pen pen() {
    return new Pen(view.get().settings().theme());
  }

  /** Takes note of an event, and prints what can be said now. */
  void on(BatchEvent event) {
    if (event instanceof BatchEvent.BatchStarted started) {
      names = new FileNames(started.files(), pen());
    } else if (event instanceof BatchEvent.FileDelayed delayed) {
      file(delayed.index()).delayed(words(delayed));
    } else if (event instanceof BatchEvent.FileStarted started) {
      file(started.index()).begin(started.engine());
    } else if (event instanceof BatchEvent.RunHappened happened) {
      file(happened.index()).on(happened.event());
    } else if (event instanceof BatchEvent.FileFinished finished) {
      finished(finished.index(), finished.result());
    } else {
      paragraph(new EngineText(view.get().settings()).render(event));
    }
  }

  private String words(BatchEvent.FileDelayed delayed) {
    String behind = names.of(delayed.behind());
    return names.of(delayed.index()) + " waited for " + behind + ": " + pen().safe(delayed.why());
  }

  private FileLines file(int index) {
    return files.computeIfAbsent(
        index,
        unused -> {
          FileLines lines = new FileLines(view, nanos);
          if (stopping) {
            lines.stopping();
          }
          return lines;
        });
  }

  private void finished(int index, FileResult result) {
    FileLines lines = file(index);
    int width = pen().width();
    int most = width < NARROW ? 0 : width / 2;
    String name = names.inColumn(index, most);
    waiting.put(index, new Block(lines.render(result, name), lines.isOneLine(result)));
    files.remove(index);
    while (waiting.containsKey(next)) {
      print(waiting.remove(next++));
    }
  }

  /** Somebody asked to stop. */
  void stopping() {
    stopping = true;
    files.values().forEach(FileLines::stopping);
  }

  /** Lines of their own, apart from others. */
  void paragraph(List<String> lines) {
    print(new Block(lines, false));
  }

  private void print(Block block) {
    if (block.lines().isEmpty()) {
      return;
    }
    boolean apart = !(block.single() && singleBefore);
    if (printed && apart) {
      out.accept("");
    }
    block.lines().forEach(out);
    printed = true;
    singleBefore = block.single();
  }
}
