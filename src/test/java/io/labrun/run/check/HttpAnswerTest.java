package io.labrun.run.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.labrun.run.check.HttpAnswer.UnsoundException;
import io.labrun.run.lab.ProblemException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** Answers as servers send them, and as broken servers do. */
final class HttpAnswerTest {

  @Test
  void the_parts_of_an_answer() throws UnsoundException {
    HttpAnswer answer = parse("HTTP/1.1 404 Not Found\r\nA: 1\r\na: 2\r\nB:x:y \r\n\r\nno\r\n");
    assertEquals(404, answer.status());
    assertEquals("1, 2", answer.headers().get("A"));
    assertEquals("x:y", answer.headers().get("b"));
    assertEquals("no\r\n", answer.body());
  }

  @Test
  void a_body_ends_where_its_length_says() throws UnsoundException {
    assertEquals("ab", parse("HTTP/1.0 200 OK\nContent-Length: 2\n\nabcd").body());
    assertBroken("HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nabcd");
  }

  @Test
  void chunks_are_joined() throws UnsoundException {
    String head = "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n";
    assertEquals("abcde", parse(head + "3\r\nabc\r\n2;x\r\nde\r\n0\r\nT: 1\r\n\r\n").body());
    assertEquals("", parse(head + "0\r\n\r\n").body());
    assertBroken(head + "3\r\nab");
    assertBroken(head + "3\r\nabc\r\n");
    assertBroken(head + "3\r\nabc\r");
    assertBroken(head + "3\r\nabc");
    assertBroken(head + "zz\r\nabc\r\n");
    assertBroken(head);
  }

  @Test
  void interim_answers_are_passed_over() throws UnsoundException {
    assertEquals(201, parse("HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 201 Created\r\n\r\n").status());
    assertBroken("HTTP/1.1 100 Continue\r\n\r\n");
  }

  @Test
  void no_body_belongs_to_some_answers() throws UnsoundException {
    String head = "HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\n";
    assertEquals("", HttpAnswer.parse(bytes(head), true).body());
    assertEquals("", parse("HTTP/1.1 304 Not Modified\r\nContent-Length: 5\r\n\r\n").body());
  }

  @Test
  void the_body_is_read_in_its_charset() throws UnsoundException {
    byte[] latin =
        "HTTP/1.1 200 OK\r\nContent-Type: text/plain; charset=\"ISO-8859-1\"\r\n\r\né"
            .getBytes(StandardCharsets.ISO_8859_1);
    assertEquals("é", HttpAnswer.parse(latin, false).body());
    assertEquals("é", parse("HTTP/1.1 200 OK\r\nContent-Type: x; charset=no-such\r\n\r\né").body());
  }

  @Test
  void what_is_no_http() {
    assertBroken("+OK ready\r\n");
    assertBroken("+OK ready\r\n\r\n");
    assertBroken("HTTP/1.1 200 OK\r\nA: ");
    assertBroken("HTTP/1.1 2x0 OK\r\n\r\n");
  }

  @Test
  void addresses_of_pages() {
    assertEquals(new Url(false, "web", 80, "/", "web"), Url.parse("http://web"));
    assertEquals(
        new Url(false, "my_web", 8080, "/a?b=c", "my_web:8080"),
        Url.parse("http://my_web:8080/a?b=c#d"));
    assertEquals(
        new Url(true, "fd00::1", 443, "/?q", "[fd00::1]"), Url.parse("https://[fd00::1]?q"));
    for (String wrong : new String[] {"ftp://web", "http://", "http://web/a b", "http://u@web/"}) {
      assertThrows(ProblemException.class, () -> Url.parse(wrong), wrong);
    }
  }

  private static HttpAnswer parse(String text) throws UnsoundException {
    return HttpAnswer.parse(bytes(text), false);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static void assertBroken(String text) {
    assertThrows(UnsoundException.class, () -> parse(text), text);
  }
}
