package io.labrun.run.lab;

/** Tool containers in the network namespaces of subjects: one for each, made once and reused. */
public interface Probes {
  /** The word that names the Docker host's own network as a subject. */
  String ENGINE = "engine";

  /**
   * The id of the running tool container in a subject's network namespace; made if there is none.
   *
   * @param subject a container's key, a host's, or {@link #ENGINE}
   * @throws ProblemException if the subject does not run, or the tool container can't be made
   */
  String in(String subject);

  /**
   * Makes the tool container ready before it is asked for, if that can be done; if not, whoever
   * asks for it is told why: a subject that has ended spoils its own claims, not the whole set-up.
   */
  default void prepare(String subject) {
    try {
      in(subject);
    } catch (ProblemException e) {
      letGo(subject);
    }
  }

  /** Removes the tool container of a subject whose network namespace is about to end. */
  void letGo(String subject);
}
