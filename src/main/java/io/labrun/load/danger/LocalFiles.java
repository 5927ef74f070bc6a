package io.labrun.load.danger;

import io.labrun.load.schema.Place;

/** Files of this machine that labrun reads: wherever the schema says {@code x-labrun-path}. */
final class LocalFiles implements Finder {
  @Override
  public void find(Search search) {
    for (Place place : search.draft().places()) {
      if (place.annotation("x-labrun-path").isPresent()) {
        search.path(place.value());
      }
    }
  }
}
