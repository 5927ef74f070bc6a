package io.labrun.load.yaml;

import io.labrun.source.Diagnostic;
import java.util.List;
import java.util.Optional;

/**
 * A text read as YAML.
 *
 * @param root the document; empty where the text could not be read to its end
 * @param diagnostics what is wrong with it as YAML
 */
public record Composed(Optional<Node> root, List<Diagnostic> diagnostics) {}
