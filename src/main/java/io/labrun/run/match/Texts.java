package io.labrun.run.match;

import io.labrun.scenario.Data;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiPredicate;

/**
 * Operators on texts.
 *
 * <p>A trailing newline of the text does not count. An empty operand, as a live value may turn out
 * to be, is found in every text and so proves nothing: it never holds.
 */
final class Texts {
  private Texts() {}

  static Judgement contains(Claim claim) {
    Judgement all = Judgement.HOLDS;
    for (Data item : claim.wantedItems()) {
      all = all.and(containsOne(claim.with(item)));
    }
    return all;
  }

  private static Judgement containsOne(Claim claim) {
    String words = claim.words();
    if (claim.list().isPresent()) {
      return Lists.one(claim, claim.elements().orElseThrow());
    }
    if (claim.actual() instanceof Map && claim.operand() instanceof Data.Mapping fields) {
      return claim.fields(fields);
    }
    boolean scalar = !Show.isCollection(claim.wanted());
    return scalar ? text(claim, words, String::contains) : claim.wrongKind(words);
  }

  static Judgement startsWith(Claim claim) {
    return text(claim, claim.words(), String::startsWith);
  }

  static Judgement endsWith(Claim claim) {
    return text(claim, claim.words(), String::endsWith);
  }

  private static Judgement text(Claim claim, String words, BiPredicate<String, String> test) {
    String wanted = Plain.chomp(claim.wantedText());
    if (wanted.isEmpty()) {
      return emptyText(claim, words);
    }
    return claim
        .text()
        .map(text -> claim.decided(test.test(text, wanted), words))
        .orElseGet(() -> claim.wrongKind("a text " + words));
  }

  private static Judgement emptyText(Claim claim, String words) {
    return claim.undecided(words, "an empty text is in every text, so this proves nothing");
  }

  static Judgement matches(Claim claim) {
    Judgement all = Judgement.HOLDS;
    for (Data item : claim.wantedItems()) {
      all = all.and(matchesOne(claim.with(item)));
    }
    return all;
  }

  private static Judgement matchesOne(Claim claim) {
    String words = claim.words();
    if (Plain.chomp(claim.wantedText()).isEmpty()) {
      return emptyText(claim, words);
    }
    BoundedRegex regex = new BoundedRegex(claim.wantedText(), claim.operand().span());
    return claim
        .text()
        .map(text -> claim.decided(regex.isFoundIn(text), words))
        .orElseGet(() -> claim.wrongKind("a text " + words));
  }

  static Judgement lines(Claim claim) {
    Optional<String> text = claim.text();
    if (text.isEmpty()) {
      return claim.wrongKind("a text");
    }
    List<String> lines = text.get().isEmpty() ? List.of() : List.of(text.get().split("\r?\n", -1));
    return claim.inside(claim.operand(), Paths.field(claim.path(), "lines"), lines);
  }

  static Judgement json(Claim claim) {
    Optional<String> text = claim.text();
    if (text.isEmpty()) {
      return claim.wrongKind("a text that is JSON");
    }
    try {
      Object value = JsonText.parse(text.get());
      return claim.inside(claim.operand(), Paths.field(claim.path(), "json"), value);
    } catch (JsonText.NoJsonException e) {
      return claim.undecided("JSON", e.getMessage() + ":\n" + Plain.chomp(text.get()));
    }
  }
}
