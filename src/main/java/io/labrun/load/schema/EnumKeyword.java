package io.labrun.load.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.ExecutionContext;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaContext;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.keyword.BaseKeywordValidator;
import com.networknt.schema.keyword.Keyword;
import com.networknt.schema.keyword.KeywordType;
import com.networknt.schema.keyword.KeywordValidator;
import com.networknt.schema.path.NodePath;
import java.util.HashSet;
import java.util.Set;

/**
 * The keyword {@code enum} for texts, as all in the schema are.
 *
 * <p>The library's own writes each value as JSON when a schema is read, for a message that is never
 * shown, and sets Jackson's mapper up for that: a fifth of the time in which a scenario is checked.
 */
final class EnumKeyword implements Keyword {
  @Override
  public String getValue() {
    return KeywordType.ENUM.getValue();
  }

  @Override
  public KeywordValidator newValidator(
      SchemaLocation location, JsonNode values, Schema parent, SchemaContext context) {
    return new Validator(this, location, values, parent, context);
  }

  private static final class Validator extends BaseKeywordValidator {
    private final Set<String> texts = new HashSet<>();

    Validator(
        Keyword keyword,
        SchemaLocation location,
        JsonNode values,
        Schema parent,
        SchemaContext context) {
      super(keyword, values, location, parent, context);
      values.forEach(value -> texts.add(value.textValue()));
    }

    @Override
    public void validate(
        ExecutionContext execution, JsonNode node, JsonNode root, NodePath location) {
      if (!node.isTextual() || !texts.contains(node.textValue())) {
        execution.addError(
            error()
                .instanceNode(node)
                .instanceLocation(location)
                .evaluationPath(execution.getEvaluationPath())
                .messageKey(getKeyword())
                .build());
      }
    }
  }
}
