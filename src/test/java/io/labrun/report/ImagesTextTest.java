package io.labrun.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.labrun.event.LayerState;
import io.labrun.event.Problem;
import io.labrun.report.ImagesText.Needed;
import io.labrun.report.LoadedText.Found;
import io.labrun.source.Marks;
import io.labrun.source.TextWidth;
import io.labrun.source.Theme;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** Everything that is shown of images, in a wide terminal and a narrow one. */
final class ImagesTextTest {
  private static final Theme NARROW = new Theme(Marks.ASCII, false, 40);
  private static final String ONE = "sha256:bde4d0f71e4ebb8a204e51043559477e463c433b2e60db92d647b";
  private static final String TWO = "sha256:6279f0e8a7e5dd8a204e51043559477e463c433b2e60db92d647b";
  private static final Duration TIME = Duration.ofMillis(12_340);

  private static void golden(String name, List<String> wide, List<String> narrow) {
    Golden.check("report/" + name + ".txt", wide);
    Golden.check("report/" + name + "-40-ascii.txt", narrow);
  }

  private static ReportSettings settings(Theme theme) {
    return ReportSettings.usual(theme);
  }

  private static List<Needed> needed() {
    return List.of(
        new Needed(
            "busybox", ONE, 1_980_000, List.of("bridge", "host", "macvlan", "none", "tmpfs")),
        new Needed("kalilinux/kali-rolling", "", 0, List.of("kali")),
        new Needed("python:3-slim", TWO, 219_000_000, List.of("python-server (to build on)")));
  }

  private static List<String> needed(Theme theme) {
    return new ImagesText(settings(theme)).render(needed(), List.of("scenarios", "my lab.yaml"));
  }

  @Test
  void what_is_needed_and_what_is_missing() {
    golden("images", needed(Theme.PLAIN), needed(NARROW));
  }

  @Test
  void commands_are_for_the_engine_that_was_named() {
    ReportSettings there = ReportSettings.usual(Theme.PLAIN).on(EngineWay.host("tcp://lab:2375"));
    List<String> lines = new ImagesText(there).render(needed(), List.of("a.yaml"));
    assertEquals(
        "      help  labrun images pull a.yaml --host tcp://lab:2375", lines.get(lines.size() - 2));
  }

  @Test
  void all_there_or_none_needed_is_one_line() {
    ImagesText text = new ImagesText(settings(Theme.PLAIN));
    assertEquals("the image is here", last(text.render(needed().subList(0, 1), List.of())));
    List<Needed> two = List.of(needed().get(0), needed().get(2));
    assertEquals("all 2 are here", last(text.render(two, List.of())));
    assertEquals(List.of("no image is needed"), text.render(List.of(), List.of()));
  }

  @Test
  void quietly_only_the_names_of_what_is_missing() {
    ReportSettings quiet = settings(Theme.PLAIN).with(Detail.QUIET);
    assertEquals(
        List.of("kalilinux/kali-rolling"), new ImagesText(quiet).render(needed(), List.of()));
  }

  private static String last(List<String> lines) {
    return lines.get(lines.size() - 1);
  }

  private static List<String> loaded(Theme theme) {
    List<Found> found =
        List.of(
            new Found("busybox:latest", ONE, 2_100_000, ONE),
            new Found("kalilinux/kali-rolling:latest", TWO, 164_000_000, ""),
            new Found("redis:7", TWO, 164_000_000, ONE));
    LoadedText text = new LoadedText(settings(theme));
    List<String> out = new ArrayList<>(text.contents(found));
    out.addAll(text.refused("class room.tar", found));
    out.add("---");
    out.addAll(text.loaded(found, List.of(), TIME));
    out.addAll(text.loaded(found.subList(0, 1), List.of(), TIME));
    out.addAll(text.loaded(found, List.of("redis:7", "kalilinux/kali-rolling:latest"), TIME));
    return out;
  }

  @Test
  void what_a_file_holds_and_what_came_of_it() {
    golden("images-load", loaded(Theme.PLAIN), loaded(NARROW));
  }

  private static List<String> saved(Theme theme) {
    SavedText text = new SavedText(settings(theme));
    List<String> out =
        new ArrayList<>(text.render("classroom.tar", 10, 804_473_344, TIME, List.of()));
    out.add("---");
    out.addAll(text.render("one.tar", 1, 2_140_000, TIME, List.of("busybox@sha256:0f0f0f0f")));
    return out;
  }

  @Test
  void what_was_written() {
    golden("images-save", saved(Theme.PLAIN), saved(NARROW));
  }

  private static List<String> fetched(Theme theme) {
    List<String> out = new ArrayList<>();
    long[] now = {0};
    FetchReport report = FetchReport.plain(settings(theme), () -> now[0], out::add);
    report.started("busybox");
    report.started("postgres:15");
    report.progressed("postgres:15", new LayerState("0123456789ab", "Downloading", 10, 20));
    now[0] = TimeUnit.MILLISECONDS.toNanos(3_210);
    report.finished("busybox", "busybox");
    report.again("postgres:15", "Docker Hub can't be reached: EOF", Duration.ofSeconds(2), 2, 4);
    report.failed(
        "postgres:15",
        Problem.of("the image `postgres:15` can't be had: Docker Hub can't be reached: EOF")
            .help("is this machine online?", "without a network: labrun images load FILE.tar"));
    FetchedText text = new FetchedText(settings(theme));
    report.paragraph(text.render(5, 2, 1, TIME));
    report.paragraph(text.render(5, 2, 2, TIME));
    report.paragraph(text.render(5, 0, 0, TIME));
    report.paragraph(text.render(1, 0, 0, TIME));
    report.paragraph(
        new UnheededText(settings(theme))
            .render(
                "my-lab",
                List.of("`pull_policy: always` of web", "`pull: true` of the build of db")));
    report.close();
    return out;
  }

  @Test
  void what_was_fetched_and_what_was_not() {
    golden("images-pull", fetched(Theme.PLAIN), fetched(NARROW));
  }

  private static List<String> moving(Theme theme) {
    TerminalScreen screen = new TerminalScreen();
    long[] now = {0};
    Window window = new Window(theme::width, () -> 12, screen::print);
    FetchReport report = FetchReport.live(settings(theme), () -> now[0], window);
    report.started("busybox");
    report.started("postgres:15");
    report.progressed(
        "postgres:15", new LayerState("0123456789ab", "Downloading", 10_000_000, 20_000_000));
    report.progressed("postgres:15", new LayerState("cdef01234567", "Extracting", 1, 4));
    report.progressed("postgres:15", new LayerState("ffffffffffff", "Pull complete", 0, 0));
    now[0] = TimeUnit.MILLISECONDS.toNanos(3_210);
    report.finished("busybox", "busybox");
    List<String> out = new ArrayList<>(screen.lines());
    report.again("postgres:15", "EOF", Duration.ofSeconds(2), 2, 4);
    out.add("---");
    out.addAll(screen.lines());
    report.close();
    out.add("---");
    out.addAll(screen.lines());
    return out;
  }

  @Test
  void what_moves_is_drawn_below_what_stays() {
    golden("images-pull-live", moving(Theme.PLAIN), moving(NARROW));
  }

  @Test
  void a_terminal_that_is_resized_has_no_broken_lines_and_no_remains() {
    TerminalScreen screen = new TerminalScreen();
    int[] columns = {80};
    screen.resize(80);
    Window window = new Window(() -> columns[0], () -> 12, screen::print);
    FetchReport report = FetchReport.live(settings(Theme.PLAIN), () -> 0, window);
    String image = "registry.example/a/name/that/has/no/room/in/a/narrow/terminal:15";
    report.started(image);
    report.progressed(image, new LayerState("0123456789ab", "Downloading", 10, 20_000_000));
    for (int width : new int[] {80, 60, 44, 100}) {
      columns[0] = width;
      screen.resize(width);
      report.tick();
      List<String> lines = screen.lines();
      assertEquals(2, lines.size(), lines.toString());
      assertEquals(width, TextWidth.of(lines.get(0)), lines.get(0));
      assertTrue(lines.get(0).endsWith(" 0.0 s"), lines.get(0));
      assertTrue(TextWidth.of(lines.get(1)) <= width, lines.get(1));
    }
    columns[0] = 50;
    report.finished(image, "here");
    assertEquals(50, TextWidth.of(screen.lines().get(0)), screen.lines().toString());
    report.close();
  }
}
