package io.labrun.load.rule;

import io.labrun.load.rule.Nets.Attachment;
import io.labrun.scenario.Data;
import io.labrun.source.Diagnostic;
import io.labrun.source.Span;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** On one network no two containers have the same fixed address. */
final class DuplicateAddressRule implements Rule {
  private static final List<String> KEYS = List.of("ipv4_address", "ipv6_address", "mac_address");

  @Override
  public void check(Draft draft, Consumer<Diagnostic> report) {
    Map<String, Taken> taken = new HashMap<>();
    for (Attachment attachment : Nets.attachments(draft)) {
      for (String key : KEYS) {
        Optional<Data> value = attachment.map().get(key).filter(draft::isKnown);
        value.ifPresent(data -> check(attachment, key, data, taken, report));
      }
    }
  }

  /** Who has an address, and where that stands. */
  private record Taken(String container, Span span) {}

  private static void check(
      Attachment attachment,
      String key,
      Data value,
      Map<String, Taken> taken,
      Consumer<Diagnostic> report) {
    if (!(value instanceof Data.Text text)) {
      return;
    }
    String address = text.template().asWritten().toLowerCase(Locale.ROOT);
    Taken mine = new Taken(attachment.container(), value.span());
    Taken earlier = taken.putIfAbsent(attachment.network() + " " + key + " " + address, mine);
    if (earlier != null && !earlier.equals(mine)) {
      String message =
          "`"
              + earlier.container()
              + "` has the address "
              + address
              + " on `"
              + attachment.network()
              + "` already";
      report.accept(
          Diagnostic.at(value.span(), "duplicate-address", message)
              .label("see line " + earlier.span().line()));
    }
  }
}
