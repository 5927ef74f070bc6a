package io.labrun.own.way;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** labrun's end of the way out, asked as the relay asks it. */
final class OutsideTest {
  @TempDir private Path folder;
  private Outside outside;
  private HttpServer server;
  private String word;

  @BeforeEach
  void listen() throws IOException {
    outside = Outside.listen(folder.resolve("way.sock"));
    String user = outside.proxyUrl().replaceFirst("http://(.*)@.*", "$1");
    word = Base64.getEncoder().encodeToString(user.getBytes(StandardCharsets.UTF_8));
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          boolean told = exchange.getRequestHeaders().containsKey("Proxy-Authorization");
          String seen = exchange.getRequestURI() + (told ? " and the word" : "");
          byte[] body = seen.getBytes(StandardCharsets.UTF_8);
          exchange.sendResponseHeaders(200, body.length);
          exchange.getResponseBody().write(body);
          exchange.close();
        });
    server.start();
  }

  @AfterEach
  void close() {
    outside.close();
    server.stop(0);
  }

  private String place() {
    return "127.0.0.1:" + server.getAddress().getPort();
  }

  private String ask(String... lines) throws IOException {
    try (SocketChannel channel =
        SocketChannel.open(UnixDomainSocketAddress.of(folder.resolve("way.sock")))) {
      String text = "P" + String.join("\r\n", lines) + "\r\n\r\n";
      Pump.writeAll(channel, ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8)));
      return StandardCharsets.UTF_8.decode(Messages.readAll(channel)).toString();
    }
  }

  private String authorization() {
    return "Proxy-Authorization: Basic " + word;
  }

  @Test
  void a_tunnel_leads_to_where_it_is_asked_to() throws IOException {
    String answer =
        ask(
            "CONNECT " + place() + " HTTP/1.1",
            authorization(),
            "",
            "GET /v2/ HTTP/1.1",
            "Host: x",
            "Connection: close");
    assertTrue(
        answer.startsWith("HTTP/1.1 200 Connection established\r\n\r\nHTTP/1.1 200"), answer);
    assertTrue(answer.endsWith("/v2/"), answer);
  }

  @Test
  void a_plain_request_is_passed_on_as_the_server_wants_it() throws IOException {
    String answer = ask("GET http://" + place() + "/v2/?a=b HTTP/1.1", "Host: x", authorization());
    assertTrue(answer.startsWith("HTTP/1.1 200"), answer);
    assertTrue(answer.endsWith("/v2/?a=b"), answer);
  }

  @Test
  void who_does_not_know_the_word_gets_nowhere() throws IOException {
    String connect = "CONNECT " + place() + " HTTP/1.1";
    assertTrue(ask(connect).startsWith("HTTP/1.1 407 "));
    assertTrue(ask(connect, "Proxy-Authorization: Basic bGFicnVuOg==").startsWith("HTTP/1.1 407 "));
  }

  @Test
  void what_is_not_there_is_a_bad_gateway() throws IOException {
    String place = place();
    server.stop(0);
    assertTrue(ask("CONNECT " + place + " HTTP/1.1", authorization()).startsWith("HTTP/1.1 502 "));
    assertTrue(ask("CONNECT :: HTTP/1.1", authorization()).startsWith("HTTP/1.1 502 "));
  }

  @Test
  void a_question_that_no_name_server_answers_is_answered_as_failed() {
    byte[] question = {1, 2, 1, 0, 0, 1, 0, 0, 0, 0, 0, 0};
    ByteBuffer answer =
        new NameServers(folder.resolve("no-resolv.conf")).ask(ByteBuffer.wrap(question));
    assertEquals(1, answer.get(0));
    assertEquals((byte) 0x81, answer.get(2));
    assertEquals(2, answer.get(3) & 0xf);
  }
}
