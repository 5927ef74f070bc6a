package io.labrun.run.match;

import io.labrun.scenario.Data;
import io.labrun.scenario.TextResolver;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The operators of matchers: a new one is a line here and an entry in the schema. */
enum Operator {
  EQUALS("exactly %s", Words::of, Generals::equal),
  NOT("not %s", Words::of, Generals::not),
  ONE_OF("one of %s", Words::either, Generals::oneOf),
  LENGTH("a length of %s", Words::of, Generals::length),
  EMPTY("%s", Words::emptiness, Generals::empty),
  TYPE("%s", Words::type, Generals::type),
  CONTAINS("containing %s", Words::each, Texts::contains),
  MATCHES("matching the regular expression %s", Words::bare, Texts::matches),
  STARTS_WITH("starting with %s", Words::of, Texts::startsWith),
  ENDS_WITH("ending with %s", Words::of, Texts::endsWith),
  LINES("lines: %s", Words::of, Texts::lines),
  JSON("JSON: %s", Words::of, Texts::json),
  IN_SUBNET("an address in %s", Words::bare, Addresses::inSubnet),
  GT("more than %s", Words::bare, claim -> Amounts.compare(claim, sign -> sign > 0)),
  GTE("at least %s", Words::bare, claim -> Amounts.compare(claim, sign -> sign >= 0)),
  LT("less than %s", Words::bare, claim -> Amounts.compare(claim, sign -> sign < 0)),
  LTE("at most %s", Words::bare, claim -> Amounts.compare(claim, sign -> sign <= 0)),
  BETWEEN("between %s", Words::bare, Amounts::between),
  ALL("each element: %s", Words::of, Lists::all),
  ANY("some element: %s", Words::of, Lists::any),
  NONE("no element: %s", Words::of, Lists::none);

  private static final Map<String, Operator> BY_WORD =
      Stream.of(values()).collect(Collectors.toUnmodifiableMap(Operator::word, o -> o));

  private final String sentence;
  private final BiFunction<Data, TextResolver, String> speaker;
  private final Function<Claim, Judgement> rule;

  Operator(
      String sentence,
      BiFunction<Data, TextResolver, String> speaker,
      Function<Claim, Judgement> rule) {
    this.sentence = sentence;
    this.speaker = speaker;
    this.rule = rule;
  }

  /** Whether these words are operators, all of them; false if there are none. */
  static boolean areAll(Collection<String> words) {
    return !words.isEmpty() && BY_WORD.keySet().containsAll(words);
  }

  /** The operator that is written so. */
  static Operator of(String word) {
    return BY_WORD.get(word);
  }

  /** How it is written. */
  String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Whether it holds of a value. */
  Judgement judge(Claim claim) {
    return rule.apply(claim);
  }

  /** What it asks for, in words. */
  String words(Data operand, TextResolver resolver) {
    return sentence.formatted(speaker.apply(operand, resolver));
  }
}
