package io.labrun.report.html;

import io.labrun.event.Snapshot;
import java.util.List;
import java.util.stream.Collectors;

/** What stood when the last claim had its verdict: containers, addresses, the ends of logs. */
final class Stood {
  private final Markup out;
  private final Budget budget;

  Stood(Markup out, Budget budget) {
    this.out = out;
    this.budget = budget;
  }

  /** Writes it, folded; nothing where nothing stood. */
  void write(Snapshot snapshot) {
    if (snapshot.containers().isEmpty() && snapshot.networks().isEmpty()) {
      return;
    }
    out.open("details", "class", "stood").open("summary").leaf("h3", "What stood at the end");
    out.close("summary");
    containers(snapshot.containers());
    networks(snapshot.networks());
    snapshot.containers().forEach(this::log);
    out.close("details");
  }

  private void head(String... words) {
    out.open("div", "class", "scroll", "tabindex", "0").open("table").open("thead").open("tr");
    List.of(words).forEach(word -> out.leaf("th", word, "scope", "col"));
    out.close("tr").close("thead").open("tbody");
  }

  private void foot() {
    out.close("tbody").close("table").close("div");
  }

  private void containers(List<Snapshot.Container> containers) {
    if (containers.isEmpty()) {
      return;
    }
    head("Container", "State", "Addresses");
    for (Snapshot.Container one : containers) {
      String host = one.host().isEmpty() ? "" : " on " + one.host();
      out.open("tr").leaf("th", one.key() + host, "scope", "row");
      String code = one.exitCode().map(number -> ", exit code " + number).orElse("");
      out.leaf("td", one.status() + code).open("td");
      for (Snapshot.Address address : one.addresses()) {
        out.open("div").text(address.network() + " ");
        out.leaf("code", (address.ip() + " " + address.mac()).strip()).close("div");
      }
      out.close("td").close("tr");
    }
    foot();
  }

  private void networks(List<Snapshot.Network> networks) {
    if (networks.isEmpty()) {
      return;
    }
    head("Network", "Driver", "Subnets");
    for (Snapshot.Network one : networks) {
      out.open("tr").leaf("th", one.key(), "scope", "row").leaf("td", one.driver()).open("td");
      one.subnets().forEach(subnet -> out.open("div").leaf("code", subnet).close("div"));
      out.close("td").close("tr");
    }
    foot();
  }

  private void log(Snapshot.Container one) {
    if (!one.log().isEmpty()) {
      String lines = one.log().stream().collect(Collectors.joining("\n"));
      new OutputFold(out, budget).log("log of " + one.key(), lines, one.log().size());
    }
  }
}
