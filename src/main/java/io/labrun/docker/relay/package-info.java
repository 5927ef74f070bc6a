/**
 * Engines that are reached through a program's standard input and output: a socket of this machine
 * whose connections go there.
 */
package io.labrun.docker.relay;
