package io.labrun.run.engine;

/**
 * An image's name, taken apart.
 *
 * @param repository with the registry where one is written: {@code busybox}, {@code
 *     registry:5000/team/app}
 * @param tag a tag, or a digest such as {@code sha256:...}; {@code latest} where none is written
 */
public record Reference(String repository, String tag) {
  private static final String OFFICIAL = "library/";

  /** Takes a reference apart as a scenario or a Dockerfile writes it. */
  public static Reference parse(String text) {
    int digest = text.indexOf('@');
    if (digest >= 0) {
      return new Reference(withoutTag(text.substring(0, digest)), text.substring(digest + 1));
    }
    String repository = withoutTag(text);
    boolean tagged = repository.length() < text.length();
    return new Reference(repository, tagged ? text.substring(repository.length() + 1) : "latest");
  }

  /** The name with its tag or digest, always written. */
  public String whole() {
    return repository + (isDigest() ? "@" : ":") + tag;
  }

  /**
   * The shortest name with its tag, as the engine lists it ({@code RepoTags}): of Docker Hub
   * neither the host nor the folder of official images is written.
   */
  public String familiar() {
    return new Reference(registry().isEmpty() ? hubPath(false) : repository, tag).whole();
  }

  /**
   * The same image at another registry, which has what Docker Hub has (distribution, "Registry as a
   * pull through cache").
   *
   * @param mirror its host, with a port and a folder where needed
   */
  public Reference at(String mirror) {
    return new Reference(mirror + "/" + hubPath(true), tag);
  }

  /** Whether it names an image by what is in it: such a name can't be given to an image. */
  public boolean isDigest() {
    return tag.contains(":");
  }

  private String hubPath(boolean whole) {
    String path = repository.replaceFirst("^(index\\.)?docker\\.io/", "");
    String bare = path.startsWith(OFFICIAL) ? path.substring(OFFICIAL.length()) : path;
    boolean official = !bare.contains("/");
    return whole && official ? OFFICIAL + bare : official ? bare : path;
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
  public String registry() {
    int slash = repository.indexOf('/');
    String first = slash < 0 ? "" : repository.substring(0, slash);
    boolean host = first.contains(".") || first.contains(":") || first.equals("localhost");
    return host && !isHub(first) ? first : "";
  }

  private static boolean isHub(String host) {
    return host.equals("docker.io") || host.equals("index.docker.io");
  }
}
