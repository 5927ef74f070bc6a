package io.labrun.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Thirty containers on five networks: as a scenario, as a shell script, as a Compose file. */
final class Thirty {
  private static final int CONTAINERS = 30;
  private static final int NETWORKS = 5;

  private Thirty() {}

  static Path scenario(Path folder) throws IOException {
    return Files.writeString(
        folder.resolve("thirty.yaml"),
        "name: bench-thirty\nnetworks:\n"
            + each(NETWORKS, n -> "  n%d: {}\n".formatted(n))
            + "containers:\n"
            + each(
                CONTAINERS,
                c ->
                    "  c%d: {image: busybox, command: sleep infinity, networks: [n%d]}\n"
                        .formatted(c, c % NETWORKS))
            + "assertions:\n  - name: the last one runs\n    state: {container: c%d}\n"
                .formatted(CONTAINERS - 1)
            + "    expect: {status: running}\n");
  }

  static Path script(Path folder) throws IOException {
    return Files.writeString(
        folder.resolve("thirty.sh"),
        "set -e\n"
            + each(NETWORKS, n -> "docker network create lrb-n%d\n".formatted(n))
            + each(
                CONTAINERS,
                c ->
                    "docker run -d --name lrb-c%d --network lrb-n%d busybox sleep infinity\n"
                        .formatted(c, c % NETWORKS))
            + "docker inspect -f '{{.State.Status}}' lrb-c%d\n".formatted(CONTAINERS - 1)
            + each(CONTAINERS, c -> "docker rm -f lrb-c%d\n".formatted(c))
            + each(NETWORKS, n -> "docker network rm lrb-n%d\n".formatted(n)));
  }

  static Path compose(Path folder, String program) throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("compose.yaml"),
            "name: lrb-compose\nnetworks:\n"
                + each(NETWORKS, n -> "  n%d: {}\n".formatted(n))
                + "services:\n"
                + each(
                    CONTAINERS,
                    c ->
                        "  c%d: {image: busybox, command: sleep infinity, networks: [n%d]}\n"
                            .formatted(c, c % NETWORKS)));
    return Files.writeString(
        folder.resolve("compose.sh"),
        "set -e\n\"%1$s\" -f \"%2$s\" up -d\n\"%1$s\" -f \"%2$s\" down -t 0\n"
            .formatted(program, file));
  }

  private static String each(int count, IntFunction<String> line) {
    return IntStream.range(0, count).mapToObj(line).collect(Collectors.joining());
  }
}
