package io.labrun.run.image;

import java.util.List;

/**
 * An image in an archive.
 *
 * @param names with their tags; empty where it has none
 * @param id {@code sha256:} and the checksum of its configuration, which is what engines call it
 * @param layers the checksum of each layer, from the lowest on
 * @param bytes how large its layers are together
 */
public record ArchivedImage(List<String> names, String id, List<String> layers, long bytes) {}
