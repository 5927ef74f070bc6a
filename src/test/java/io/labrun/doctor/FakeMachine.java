package io.labrun.doctor;

import io.labrun.machine.Machine;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A machine that is described instead of being there, and notes what it was asked to run. */
final class FakeMachine implements Machine {
  static final Map<String, String> DEBIAN = Map.of("ID", "debian");
  static final Map<String, String> FEDORA = Map.of("ID", "fedora");

  final List<String> ran = new ArrayList<>();
  private final Map<String, String> environment = new HashMap<>();
  private final Map<String, String> osRelease;
  private final boolean root;
  private final Set<String> programs;
  private int exitCode;

  FakeMachine(Map<String, String> osRelease, boolean root, Set<String> programs) {
    this.osRelease = osRelease;
    this.root = root;
    this.programs = programs;
  }

  FakeMachine with(String variable, String value) {
    environment.put(variable, value);
    return this;
  }

  FakeMachine whereAllFails() {
    exitCode = 100;
    return this;
  }

  @Override
  public String env(String name) {
    return environment.getOrDefault(name, "");
  }

  @Override
  public boolean isRoot() {
    return root;
  }

  @Override
  public Map<String, String> osRelease() {
    return osRelease;
  }

  @Override
  public boolean exists(Path path) {
    return false;
  }

  @Override
  public boolean hasProgram(String name) {
    return programs.contains(name);
  }

  @Override
  public Ran run(Duration timeout, Path folder, List<String> command) {
    ran.add(String.join(" ", command));
    return new Ran(exitCode, exitCode == 0 ? "" : "E: Unable to locate package");
  }

  @Override
  public Process startDetached(List<String> command, Path log) {
    throw new AssertionError("nothing is started in this test");
  }

  @Override
  public Process start(List<String> command, Map<String, String> variables) {
    throw new AssertionError("nothing is started in this test");
  }
}
