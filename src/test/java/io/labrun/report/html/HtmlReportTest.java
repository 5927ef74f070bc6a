package io.labrun.report.html;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.labrun.event.FileResult;
import io.labrun.event.Outcome;
import io.labrun.event.ScenarioResult;
import io.labrun.event.ScenarioRun;
import io.labrun.report.Golden;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;

/** The whole page: what stands in it, and that every browser and reader can make use of it. */
final class HtmlReportTest {
  /** A page without its style, script and pictures, which would hide what it says. */
  private static String bare(String page) {
    return page.replaceAll("(?s)<style>.*?</style>", "<style></style>")
        .replaceAll("(?s)<script>.*?</script>", "<script></script>")
        .replaceAll("(?s)<svg xmlns.*?</svg>", "<svg></svg>")
        .replaceAll("sha256-[A-Za-z0-9+/=]+", "sha256-...");
  }

  private static Document document() throws IOException {
    return Read.document(Read.page(Sample.batch()));
  }

  @Test
  void a_batch_in_which_everything_happens() throws IOException {
    Golden.check("report/html/batch.html", bare(Read.page(Sample.batch())));
  }

  @Test
  void a_single_scenario_in_another_language_keeps_our_words_english() throws IOException {
    Document page = Read.document(Read.page(Sample.of(Sample.bridge()), "ru"));
    assertEquals("en", page.selectFirst("html").attr("lang"));
    assertEquals("ru", page.selectFirst("h2").attr("lang"));
    assertEquals(
        "В собственном мосту имена разрешаются, а чужие остаются снаружи",
        page.selectFirst("h2").text());
    assertEquals("ru", page.selectFirst(".lesson").attr("lang"));
    assertEquals("", page.selectFirst(".hints p").attr("lang"), "nobody said its language");
    assertTrue(page.selectFirst(".hints p").hasAttr("lang"));
    String verdict =
        "1 of 7 assertions passed, 3 failed, 1 warning, 1 could not be checked, 1 blocked";
    assertEquals(verdict, page.selectFirst("h1").text());
  }

  @Test
  void files_of_one_scenario_are_told_apart_by_their_names() throws IOException {
    FileResult other = FileResult.of("other/bridge.yaml", Sample.bridge().runs().get(0));
    Document page = Read.document(Read.page(Sample.of(Sample.bridge(), other, Sample.left())));
    assertEquals(
        List.of("scenarios/bridge.yaml", "other/bridge.yaml", "alone"),
        page.select(".look a").eachText());
    assertTrue(page.select(".together tbody th").eachText().contains("other/bridge.yaml"));
    assertTrue(page.select("summary h2").eachText().contains("other/bridge.yaml"));
  }

  @Test
  void what_stays_on_an_engine_that_was_lost_is_the_sign_of_its_file() {
    ScenarioRun leaves = Sample.left().runs().get(0);
    ScenarioResult result = leaves.result();
    ScenarioResult passes =
        new ScenarioResult(
            result.plan(),
            Outcome.PASSED,
            result.assertions(),
            Optional.empty(),
            List.of(),
            false,
            result.time());
    List<ScenarioRun> runs = List.of(leaves, ScenarioRun.of(passes));
    FileResult moved = new FileResult("a.yaml", List.of(), Optional.empty(), runs, 1);
    assertEquals(Sign.LEFT, Sign.of(moved));
    assertEquals(Sign.PASSED, Sign.of(FileResult.of("a.yaml", ScenarioRun.of(passes))));
  }

  @Test
  void what_is_to_be_looked_at_begins_with_the_worst() throws IOException {
    Document page = Read.document(Read.page(Sample.of(Sample.skipped(), Sample.bridge())));
    assertEquals(List.of("bridge-of-your-own", "swarm"), page.select(".look a").eachText());
  }

  @Test
  void ids_are_unique_and_every_link_within_the_page_leads_somewhere() throws IOException {
    Document page = document();
    Set<String> ids = new HashSet<>();
    page.select("[id]").forEach(one -> assertTrue(ids.add(one.id()), one.id()));
    List<Element> links = page.select("a[href^=#], label[for], [aria-labelledby]");
    assertTrue(links.size() > 10);
    for (Element link : links) {
      String to = link.attr("href") + link.attr("for") + link.attr("aria-labelledby");
      assertTrue(ids.containsAll(List.of(to.replace("#", "").split(" "))), to);
    }
  }

  @Test
  void headings_form_an_outline() throws IOException {
    int before = 0;
    for (Element heading : document().select("h1, h2, h3, h4, h5, h6")) {
      int level = heading.tagName().charAt(1) - '0';
      assertTrue(level <= before + 1, heading.outerHtml());
      assertFalse(heading.text().isBlank());
      before = level;
    }
    assertEquals(1, document().select("h1").size());
  }

  @Test
  void every_verdict_is_a_word_and_every_cell_has_a_heading() throws IOException {
    Document page = document();
    for (Element stamp : page.select(".stamp")) {
      assertTrue(stamp.selectFirst("[aria-hidden]").text().length() == 1, stamp.outerHtml());
      assertTrue(stamp.ownText().matches("[a-z ]+"), stamp.outerHtml());
    }
    page.select("th")
        .forEach(head -> assertTrue(head.hasAttr("scope") || head.hasAttr("aria-hidden")));
    page.select("tbody tr").forEach(row -> assertEquals("row", row.child(0).attr("scope")));
    page.select("input")
        .forEach(input -> assertFalse(page.select("label[for=" + input.id() + "]").isEmpty()));
  }

  @Test
  void nothing_is_fetched_and_nothing_runs_but_what_the_page_vouches_for() throws Exception {
    Document page = document();
    String policy = page.selectFirst("meta[http-equiv=Content-Security-Policy]").attr("content");
    assertTrue(policy.startsWith("default-src 'none'; "), policy);
    assertFalse(policy.contains("unsafe"), policy);
    assertEquals(1, page.select("script").size());
    assertEquals(1, page.select("style").size());
    assertTrue(policy.contains("script-src '" + hash(page.selectFirst("script").data()) + "'"));
    assertTrue(policy.contains("style-src '" + hash(page.selectFirst("style").data()) + "'"));
    assertFalse(page.selectFirst("style").data().matches("(?s).*(url\\(|@import|image-set).*"));
    assertEquals(List.of(), page.select("[src], iframe, object, embed, base, form[action]"));
    assertEquals(List.of("data:,"), page.select("link").eachAttr("href"));
  }

  private static String hash(String text) throws Exception {
    byte[] sum = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
    return "sha256-" + Base64.getEncoder().encodeToString(sum);
  }

  @Test
  void there_is_a_choice_for_each_verdict_and_the_style_sheet_knows_them_all() throws IOException {
    Document page = document();
    String style = page.selectFirst("style").data();
    for (Element choice : page.select("input[type=radio]:not(#show-all)")) {
      String verdict = choice.id().replace("show-", "");
      String count = choice.parent().selectFirst("span").text();
      assertEquals(count, "" + page.select(".file." + verdict).size(), verdict);
      String rule = "main:has(#show-" + verdict + ":checked) .file:not(." + verdict + ")";
      assertTrue(style.contains(rule), rule);
    }
    assertEquals(10, page.select("input[type=radio]").size());
  }

  @Test
  void what_did_not_pass_stands_open_and_what_passed_is_folded() throws IOException {
    Document page = document();
    assertEquals(7, page.select(".file > details[open]").size());
    assertEquals(1, page.select(".file.passed > details:not([open])").size());
    assertEquals(0, page.select(".claim.passed > details[open]").size());
    assertEquals(0, page.select(".claim.failed > details:not([open])").size());
    assertEquals(
        1,
        Read.document(Read.page(Sample.of(Sample.alone()))).select(".file > details[open]").size());
  }
}
