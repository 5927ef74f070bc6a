package io.labrun.load.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import com.networknt.schema.dialect.Dialect;
import com.networknt.schema.dialect.DialectId;
import com.networknt.schema.keyword.KeywordType;
import com.networknt.schema.keyword.NonValidationKeyword;
import com.networknt.schema.path.NodePath;
import com.networknt.schema.regex.RegularExpression;
import io.labrun.scenario.Data;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Asks networknt's validator which parts of the data the schema does not allow.
 *
 * <p>The dialect holds only the keywords that the schema uses, and messages are never made: both
 * would cost a good part of the time in which labrun starts.
 */
final class SchemaValidator {
  private static final List<KeywordType> KEYWORDS =
      List.of(
          KeywordType.ADDITIONAL_PROPERTIES,
          KeywordType.DEPENDENT_SCHEMAS,
          KeywordType.EXCLUSIVE_MINIMUM,
          KeywordType.IF_THEN_ELSE,
          KeywordType.ITEMS,
          KeywordType.MAX_ITEMS,
          KeywordType.MAX_PROPERTIES,
          KeywordType.MAXIMUM,
          KeywordType.MIN_ITEMS,
          KeywordType.MIN_LENGTH,
          KeywordType.MIN_PROPERTIES,
          KeywordType.MINIMUM,
          KeywordType.NOT,
          KeywordType.ONE_OF,
          KeywordType.PATTERN,
          KeywordType.PATTERN_PROPERTIES,
          KeywordType.PROPERTIES,
          KeywordType.PROPERTY_NAMES,
          KeywordType.REF,
          KeywordType.REQUIRED,
          KeywordType.TRUE,
          KeywordType.TYPE);

  private static final int MOST_LENGTH = 1_000;

  private final SchemaDocument document;
  private final Schema schema;

  SchemaValidator(SchemaDocument document) {
    this.document = document;
    Dialect dialect =
        Dialect.builder(DialectId.DRAFT_2020_12)
            .specificationVersion(SpecificationVersion.DRAFT_2020_12)
            .keywords(KEYWORDS)
            .keyword(new EnumKeyword())
            .unknownKeywordFactory((keyword, context) -> new NonValidationKeyword(keyword))
            .build();
    SchemaRegistryConfig config =
        SchemaRegistryConfig.builder()
            .preloadSchema(false)
            .regularExpressionFactory(SchemaValidator::expression)
            .messageSource((key, fallback, locale, arguments) -> key)
            .build();
    this.schema =
        SchemaRegistry.withDialect(dialect, builder -> builder.schemaRegistryConfig(config))
            .getSchema(document.root());
  }

  /**
   * A pattern of the schema. None of them allows a long text, and Java's matcher recurses: a text
   * with a million repetitions would end it.
   */
  private static RegularExpression expression(String regex) {
    Pattern pattern = Pattern.compile(regex);
    return text -> text.length() <= MOST_LENGTH && pattern.matcher(text).find();
  }

  /** All violations, in the validator's order. */
  List<Violation> validate(Data data) {
    return schema.validate(DataJson.of(data)).stream().map(this::violation).toList();
  }

  private Violation violation(Error error) {
    List<Object> place = elements(error.getSchemaLocation().getFragment());
    JsonNode owner = document.root();
    for (Object step : place.subList(0, place.size() - 1)) {
      owner = step instanceof Integer index ? owner.path(index) : owner.path(step.toString());
    }
    List<String> route =
        elements(error.getEvaluationPath()).stream().map(Object::toString).toList();
    String property = error.getProperty() == null ? "" : error.getProperty();
    List<Object> path = elements(error.getInstanceLocation());
    return new Violation(path, error.getKeyword(), property, owner, route);
  }

  private static List<Object> elements(NodePath path) {
    List<Object> out = new ArrayList<>();
    for (int i = 0; i < path.getNameCount(); i++) {
      out.add(path.getElement(i));
    }
    return out;
  }
}
