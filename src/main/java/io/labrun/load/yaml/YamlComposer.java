package io.labrun.load.yaml;

import io.labrun.source.Diagnostic;
import io.labrun.source.SourceText;
import io.labrun.source.Span;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.common.Anchor;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/**
 * Reads YAML 1.2 text into nodes that know their places.
 *
 * <p>Aliases and merge keys ({@code <<}) are resolved. Nothing here recurses, and no text makes it
 * hold more than {@link #MOST_VALUES} values or {@link #MOST_LEVELS} levels, aliases written out.
 */
public final class YamlComposer {
  /** The most levels of lists and maps. */
  static final int MOST_LEVELS = 100;

  /** The most values, with every alias written out. */
  static final int MOST_VALUES = 20_000;

  private static final Set<String> KNOWN_TAGS =
      Set.of("!", "str", "int", "float", "bool", "null", "map", "seq");
  private static final String CORE = "tag:yaml.org,2002:";

  private final Offsets offsets;
  private final SourceText source;
  private final List<Diagnostic> diagnostics = new ArrayList<>();
  private final Deque<Frame> open = new ArrayDeque<>();
  private final Map<String, Node> anchors = new HashMap<>();
  private Optional<Node> root = Optional.empty();
  private int documents;

  private YamlComposer(SourceText source) {
    this.source = source;
    this.offsets = new Offsets(source);
  }

  /** Reads a text; its root is empty if there is no document or it could not be read to its end. */
  public static Composed compose(SourceText source) {
    return new YamlComposer(source).compose();
  }

  private Composed compose() {
    LoadSettings settings = LoadSettings.builder().setCodePointLimit(Integer.MAX_VALUE).build();
    try {
      for (Event event : new Parse(settings).parseString(source.text())) {
        take(event);
      }
    } catch (Unreadable fatal) {
      return fatal(fatal.diagnostic());
    } catch (MarkedYamlEngineException mistake) {
      return fatal(SyntaxMistake.explain(mistake, offsets));
    } catch (YamlEngineException mistake) {
      return fatal(Diagnostic.of("syntax", "this is not YAML: " + mistake.getMessage()));
    }
    return new Composed(root, diagnostics);
  }

  private Composed fatal(Diagnostic diagnostic) {
    diagnostics.add(diagnostic);
    return new Composed(Optional.empty(), diagnostics);
  }

  private void take(Event event) {
    switch (event.getEventId()) {
      case DocumentStart -> document(event);
      case Scalar -> scalar((ScalarEvent) event);
      case SequenceStart, MappingStart -> start((CollectionStartEvent) event);
      case SequenceEnd, MappingEnd -> end(event);
      case Alias -> alias((AliasEvent) event);
      default -> {}
    }
  }

  private void document(Event event) {
    if (++documents > 1) {
      int at = offsets.of(event.getStartMark());
      throw new Unreadable(YamlMistakes.severalDocuments(source.span(at, at + 3)));
    }
  }

  private void scalar(ScalarEvent event) {
    int start = offsets.afterProperties(offsets.of(event.getStartMark()));
    Span span = offsets.trimmed(start, Math.max(start, offsets.of(event.getEndMark())));
    boolean text =
        event.getTag().filter(tag -> tag.equals(CORE + "str") || tag.equals("!")).isPresent();
    checkTag(event.getTag(), event);
    boolean plain = !text && (event.isPlain() || event.getTag().isPresent());
    Node node = new Node.Scalar(event.getValue(), plain, span);
    remember(event.getAnchor().map(Anchor::getValue), node);
    add(node, span);
  }

  private void start(CollectionStartEvent event) {
    checkTag(event.getTag(), event);
    int start = offsets.afterProperties(offsets.of(event.getStartMark()));
    boolean isMap = event.getEventId() == Event.ID.MappingStart;
    if (!open.isEmpty() && open.peek().expectsKey()) {
      throw new Unreadable(YamlMistakes.collectionAsKey(source, start));
    }
    open.push(new Frame(isMap, start, event.getAnchor().map(Anchor::getValue)));
    if (open.size() > MOST_LEVELS) {
      throw new Unreadable(YamlMistakes.tooDeep(source.span(start, start + 1)));
    }
  }

  private void end(Event event) {
    Frame frame = open.pop();
    int mark = offsets.of(event.getEndMark());
    boolean isFlow = mark > offsets.of(event.getStartMark());
    Span span = offsets.trimmed(frame.start(), isFlow ? mark : frame.end());
    Node node = frame.toNode(span);
    remember(frame.anchor(), node);
    add(node, span);
  }

  private void alias(AliasEvent event) {
    Span span = source.span(offsets.of(event.getStartMark()), offsets.of(event.getEndMark()));
    String name = event.getAlias().getValue();
    Node node = anchors.get(name);
    if (node == null) {
      boolean inside =
          open.stream().anyMatch(frame -> frame.anchor().filter(name::equals).isPresent());
      throw new Unreadable(
          inside
              ? YamlMistakes.recursiveAlias(name, span)
              : YamlMistakes.unknownAnchor(name, span, anchors.keySet()));
    }
    if (open.size() + node.height() > MOST_LEVELS) {
      throw new Unreadable(YamlMistakes.tooDeep(span));
    }
    add(node, span);
  }

  private void remember(Optional<String> anchor, Node node) {
    anchor.ifPresent(name -> anchors.put(name, node));
  }

  /** Puts a node where it belongs; {@code where} is where it (or the alias of it) is written. */
  private void add(Node node, Span where) {
    if (open.isEmpty()) {
      root = Optional.of(node);
      return;
    }
    Frame frame = open.peek();
    if (frame.expectsKey()) {
      key(frame, node, where);
    } else if (frame.expectsMerge()) {
      merge(frame, node, where);
    } else {
      frame.value(node);
      frame.endsAt(where.end());
    }
    if (frame.weight() > MOST_VALUES) {
      throw new Unreadable(YamlMistakes.tooLarge(where));
    }
  }

  private void key(Frame frame, Node node, Span where) {
    boolean isText = node instanceof Node.Scalar scalar && !isNothing(scalar);
    if (!isText) {
      throw new Unreadable(YamlMistakes.noTextAsKey(where));
    }
    Node.Scalar scalar =
        new Node.Scalar(((Node.Scalar) node).text(), ((Node.Scalar) node).plain(), where);
    Optional<Span> earlier = frame.earlier(scalar.text());
    earlier.ifPresent(
        first -> diagnostics.add(YamlMistakes.duplicateKey(scalar.text(), where, first)));
    frame.key(scalar, earlier.isPresent());
  }

  private static boolean isNothing(Node.Scalar scalar) {
    return scalar.plain() && CoreSchema.isNull(scalar.text());
  }

  private void merge(Frame frame, Node node, Span where) {
    List<Node> maps = node instanceof Node.Items items ? items.nodes() : List.of(node);
    for (Node map : maps) {
      if (map instanceof Node.Pairs pairs) {
        frame.merge(pairs);
      } else {
        diagnostics.add(YamlMistakes.badMerge(map.equals(node) ? where : map.span()));
      }
    }
    frame.merged();
    frame.endsAt(where.end());
  }

  private void checkTag(Optional<String> tag, NodeEvent event) {
    String name = tag.orElse("!");
    String shortName = name.startsWith(CORE) ? name.substring(CORE.length()) : name;
    if (!KNOWN_TAGS.contains(shortName)) {
      int at = offsets.of(event.getStartMark());
      int sign = Math.max(at, source.text().indexOf('!', at));
      int end = sign;
      while (end < source.text().length() && !Character.isWhitespace(source.text().charAt(end))) {
        end++;
      }
      diagnostics.add(YamlMistakes.unknownTag(source.span(sign, end)));
    }
  }
}
