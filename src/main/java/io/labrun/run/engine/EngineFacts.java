package io.labrun.run.engine;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What an engine says of itself.
 *
 * @param address where it answers, for people: a URL, and whether the connection is secured
 * @param addressFrom what named that address, in words: {@code DOCKER_HOST}, {@code context "x"}
 *     ...
 * @param product what sort of engine it is
 * @param version the engine's version
 * @param apiVersion the API version agreed on, such as {@code 1.41}
 * @param operatingSystem of the machine it runs on, in words
 * @param osType {@code linux} or {@code windows}
 * @param kernel the kernel's release
 * @param architecture such as {@code x86_64}
 * @param cpus how many processors it has
 * @param memory in bytes
 * @param root its data folder on its machine
 * @param storageDriver such as {@code overlay2}
 * @param networkDrivers drivers it lists; listed is not working
 * @param volumeDrivers drivers it lists
 * @param swarm whether it belongs to a swarm
 */
public record EngineFacts(
    String address,
    String addressFrom,
    Product product,
    String version,
    String apiVersion,
    String operatingSystem,
    String osType,
    String kernel,
    String architecture,
    int cpus,
    long memory,
    String root,
    String storageDriver,
    List<String> networkDrivers,
    List<String> volumeDrivers,
    boolean swarm) {
  private static final String USUAL = "context \"default\"";
  private static final Pattern CONTEXT = Pattern.compile("context \"(.*)\"");

  /** The name of the docker context that named the address; empty where none but the usual did. */
  public Optional<String> context() {
    Matcher context = CONTEXT.matcher(addressFrom);
    return context.matches() && !isUsual() ? Optional.of(context.group(1)) : Optional.empty();
  }

  /** Whether nobody named it: docker finds it by itself, and so does labrun. */
  public boolean isUsual() {
    return addressFrom.equals(USUAL);
  }

  /** The address alone, without how the connection is secured. */
  public String url() {
    return address.replaceFirst(",.*", "");
  }
}
