package io.labrun.cli;

import io.labrun.explain.Reference;
import io.labrun.testbed.Readme;
import java.io.IOException;
import org.junit.jupiter.api.Test;

/** The README's reference is what {@code labrun explain} says. */
final class ReadmeTest {

  @Test
  void the_reference_is_that_of_the_schema_and_the_code() throws IOException {
    Reference reference = new Reference(ExplainCommand.statuses());
    Readme.check(
        "reference", "\n" + String.join("\n", new ReadmeReference(reference).lines()) + "\n");
  }
}
