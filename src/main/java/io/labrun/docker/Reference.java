package io.labrun.docker;

/**
 * An image's name, taken apart.
 *
 * @param repository with the registry where one is written: {@code busybox}, {@code
 *     registry:5000/team/app}
 * @param tag a tag, or a digest such as {@code sha256:...}; {@code latest} where none is written
 */
record Reference(String repository, String tag) {

  static Reference parse(String text) {
    int digest = text.indexOf('@');
    if (digest >= 0) {
      return new Reference(withoutTag(text.substring(0, digest)), text.substring(digest + 1));
    }
    String repository = withoutTag(text);
    boolean tagged = repository.length() < text.length();
    return new Reference(repository, tagged ? text.substring(repository.length() + 1) : "latest");
  }

  /** The name with its tag or digest, always written. */
  String whole() {
    return repository + (tag.contains(":") ? "@" : ":") + tag;
  }

  private static String withoutTag(String text) {
    int colon = text.lastIndexOf(':');
    return colon > text.lastIndexOf('/') ? text.substring(0, colon) : text;
  }

  /**
   * The registry's host; empty text for Docker Hub, which needs none to be written.
   *
   * <p>The first part is a host if it could not be a folder: it has a dot or a port, or is
   * localhost (the rule of Docker's reference grammar).
   */
  String registry() {
    int slash = repository.indexOf('/');
    String first = slash < 0 ? "" : repository.substring(0, slash);
    boolean host = first.contains(".") || first.contains(":") || first.equals("localhost");
    return host && !isHub(first) ? first : "";
  }

  private static boolean isHub(String host) {
    return host.equals("docker.io") || host.equals("index.docker.io");
  }
}
