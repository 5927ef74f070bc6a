package io.labrun.docker;

/** Who the user is to which registry. */
final class RegistryLogins {
  RegistryLogins(Surroundings around, Json json) {}
}
