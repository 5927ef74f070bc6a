/**
 * A private engine: started for one labrun, with a network, mounts and processes of its own, and
 * ended with all that is on it.
 *
 * <p>{@link io.labrun.own.PrivateEngine} is the way in; what outlived its labrun, {@link
 * io.labrun.own.Leavings} removes.
 */
package io.labrun.own;
