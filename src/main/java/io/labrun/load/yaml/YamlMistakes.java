package io.labrun.load.yaml;

import io.labrun.source.Diagnostic;
import io.labrun.source.DidYouMean;
import io.labrun.source.SourceText;
import io.labrun.source.Span;
import java.util.Collection;

/** Says what is wrong with YAML that is well-formed: keys, anchors, tags, and what is too much. */
final class YamlMistakes {
  private YamlMistakes() {}

  static Diagnostic severalDocuments(Span span) {
    return Diagnostic.at(span, "several-documents", "a second document begins here")
        .help("A file holds one scenario. Give each its own file, or take the `---` away.");
  }

  /** A list or map, from an offset on, is the key of a map. */
  static Diagnostic collectionAsKey(SourceText source, int start) {
    Span span = source.span(start, start + 1);
    boolean doubled = source.text().startsWith("{{", Math.max(0, start - 1));
    return Diagnostic.at(span, "bad-key", "a key must be a text, not a list or map")
        .help(
            doubled
                ? "Is `{{name}}` meant as a variable? Here one is written `${name}`."
                : "If the braces or brackets belong to a text, put it in quotes.");
  }

  static Diagnostic noTextAsKey(Span span) {
    return Diagnostic.at(span, "bad-key", "a key must be a text").label("this is none");
  }

  static Diagnostic duplicateKey(String key, Span span, Span earlier) {
    return Diagnostic.at(span, "duplicate-key", "`" + key + "` is here twice")
        .label("it stands in line " + earlier.line() + " already");
  }

  static Diagnostic badMerge(Span span) {
    return Diagnostic.at(span, "bad-merge", "`<<` takes a map or a list of maps")
        .label("this is none");
  }

  static Diagnostic recursiveAlias(String name, Span span) {
    return Diagnostic.at(span, "recursive-alias", "`*" + name + "` stands inside `&" + name + "`")
        .label("this would never end");
  }

  static Diagnostic unknownAnchor(String name, Span span, Collection<String> known) {
    return Diagnostic.at(span, "unknown-anchor", "there is no anchor `&" + name + "` before this")
        .label(DidYouMean.nearest(name, known).map(n -> "did you mean `*" + n + "`?").orElse(""))
        .help(
            "A `*` at the beginning of a value stands for an anchor. For the text put it in quotes.");
  }

  static Diagnostic unknownTag(Span tag) {
    return Diagnostic.at(tag, "unknown-tag", "the tag `" + tag.text() + "` means nothing here")
        .help("A `!` at the beginning of a value makes a tag. For the text put it in quotes.");
  }

  static Diagnostic tooDeep(Span span) {
    int most = YamlComposer.MOST_LEVELS;
    return Diagnostic.at(
            span, "too-deep", "more than " + most + " lists and maps inside each other")
        .label("too deep with this");
  }

  static Diagnostic tooLarge(Span span) {
    return Diagnostic.at(
            span, "too-large", "with all aliases written out this is more than 20,000 values")
        .label("too much with this");
  }
}
