package io.labrun.cli;

/** How a plan is printed. */
enum PlanForm {
  /** For people. */
  text,
  /** As a shell script of docker commands. */
  docker
}
