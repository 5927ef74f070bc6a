package io.labrun.load.danger;

import io.labrun.load.schema.Place;
import io.labrun.scenario.Data;

/** Files of this machine that labrun reads: wherever the schema says {@code host-path}. */
final class LocalFiles implements Finder {
  @Override
  public void find(Search search) {
    for (Place place : search.draft().places()) {
      boolean path = place.annotation("x-labrun-format").filter("host-path"::equals).isPresent();
      if (path && place.value() instanceof Data.Text) {
        search.path(place.value());
      }
    }
  }
}
