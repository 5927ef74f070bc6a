/**
 * The way out of a private engine, whose network has no connection to any other: names are looked
 * up, and registries reached, through labrun.
 *
 * <p>{@link io.labrun.own.way.Relay} runs beside the engine and listens there; what it gets goes
 * through a UNIX socket, which knows no networks, to {@link io.labrun.own.way.Outside} in labrun.
 */
package io.labrun.own.way;
