package io.labrun.report;

import io.labrun.plan.StepId;
import io.labrun.plan.StepKind;
import java.util.List;

/** The stages of setting up, as a reader sees them. */
enum Stage {
  /** Images that had to be fetched or built. */
  IMAGES("images", StepKind.IMAGE),
  /** Hosts with their engines, their swarm, and the images they are given. */
  HOSTS("hosts", StepKind.HOST),
  /** Networks. */
  NETWORKS("networks", StepKind.NETWORK),
  /** Volumes. */
  VOLUMES("volumes", StepKind.VOLUME),
  /** Containers, until they are ready to be looked at. */
  CONTAINERS("containers", StepKind.CONTAINER),
  /** Swarm services, until their tasks run. */
  SERVICES("services", StepKind.SERVICE);

  private static final List<Stage> ALL = List.of(values());
  private final String word;
  private final StepKind makes;

  Stage(String word, StepKind makes) {
    this.word = word;
    this.makes = makes;
  }

  /** The kind of step that makes what the stage is named for. */
  StepKind makes() {
    return makes;
  }

  /** The word for it. */
  String word() {
    return word;
  }

  /** All of them in their order. */
  static List<Stage> all() {
    return ALL;
  }

  /** The stage that a step belongs to. */
  static Stage of(StepId step) {
    return step.isHandover() ? HOSTS : of(step.kind());
  }

  private static Stage of(StepKind kind) {
    return switch (kind) {
      case IMAGE, BUILD -> IMAGES;
      case UNDERLAY, HOST, SWARM -> HOSTS;
      case NETWORK -> NETWORKS;
      case VOLUME -> VOLUMES;
      case SERVICE -> SERVICES;
      case CONTAINER, HEALTHY, COMPLETED, PROBE -> CONTAINERS;
    };
  }

  /** The lead of its line. */
  String lead() {
    return lead(word);
  }

  /** The lead of a line about setting up or removing. */
  static String lead(String word) {
    return "  " + word + " ".repeat(Math.max(1, 12 - word.length()));
  }
}
