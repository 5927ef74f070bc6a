package io.labrun.run.engine;

/** What sort of engine answers. */
public enum Product {
  /** Docker's engine, on a machine of its users' choice. */
  DOCKER("Docker"),
  /** Docker's engine in the virtual machine of Docker Desktop. */
  DESKTOP("Docker"),
  /** Podman, which answers the Docker API too. */
  PODMAN("Podman");

  private final String title;

  Product(String title) {
    this.title = title;
  }

  /** Its name, as its makers write it; Docker Desktop's engine is Docker's too. */
  public String title() {
    return title;
  }

  /** The word that a scenario has for it. */
  public String word() {
    return this == PODMAN ? "podman" : "docker";
  }
}
