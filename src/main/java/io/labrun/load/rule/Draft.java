package io.labrun.load.rule;

import io.labrun.load.schema.Names;
import io.labrun.load.schema.Place;
import io.labrun.load.schema.SchemaDocument;
import io.labrun.load.vars.Variables;
import io.labrun.scenario.Data;
import io.labrun.scenario.Resource;
import io.labrun.scenario.Scenario;
import io.labrun.source.Span;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A scenario whose form was checked and whose rules are about to be.
 *
 * @param scenario the sound parts as records
 * @param root the sound parts as data
 * @param names all that is declared, sound or not
 * @param variables the declared variables
 * @param schema the schema
 * @param places all sound values, each with what the schema says of it
 * @param unfilled texts, by identity, whose variables could not be filled in
 * @param damaged maps and lists that lack something which was not sound
 */
public record Draft(
    Scenario scenario,
    Data.Mapping root,
    Names names,
    Variables variables,
    SchemaDocument schema,
    List<Place> places,
    Set<Data> unfilled,
    Set<Span> damaged) {

  /** All from which containers are made: the containers, and the services. */
  public List<Resource> workloads() {
    return Stream.concat(
            scenario.containers().values().stream(), scenario.services().values().stream())
        .toList();
  }

  /** Whether a map or list is all that the author wrote, so that one may miss something in it. */
  public boolean isWhole(Data data) {
    return damaged.isEmpty() || !damaged.contains(data.span());
  }

  /** Whether a text is known now: it holds no live value, and its variables were filled in. */
  public boolean isKnown(Data data) {
    return !(data instanceof Data.Text text)
        || text.template().isLiteral() && !unfilled.contains(data);
  }
}
