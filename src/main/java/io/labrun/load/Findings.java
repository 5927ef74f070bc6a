package io.labrun.load;

import io.labrun.source.Diagnostic;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/** Collects mistakes, each once, until there are more than anybody would read. */
final class Findings implements Consumer<Diagnostic> {
  /** The most mistakes that are kept of one file. */
  static final int MOST = 100;

  private static final Comparator<Diagnostic> BY_PLACE =
      Comparator.comparing((Diagnostic d) -> d.span().isPresent())
          .thenComparingInt(d -> d.span().map(span -> span.start()).orElse(0))
          .thenComparing(Diagnostic::code);

  private final Set<Diagnostic> all = new LinkedHashSet<>();

  /** Ends the search; thrown to and caught by the loader only. */
  static final class Enough extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Enough() {
      super("more mistakes than are kept", null, false, false);
    }
  }

  @Override
  public void accept(Diagnostic diagnostic) {
    if (all.size() >= MOST) {
      throw new Enough();
    }
    all.add(diagnostic);
  }

  void acceptAll(Collection<Diagnostic> diagnostics) {
    diagnostics.forEach(this);
  }

  boolean isEmpty() {
    return all.isEmpty();
  }

  /** All in the order of the file; those without a place come first. */
  List<Diagnostic> sorted() {
    return new ArrayList<>(all).stream().sorted(BY_PLACE).toList();
  }
}
