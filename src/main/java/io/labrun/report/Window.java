package io.labrun.report;

import java.util.function.Consumer;
import java.util.function.IntSupplier;

/**
 * A terminal, which can be resized at any time.
 *
 * @param columns how wide it is now, at least 40
 * @param rows how high it is now
 * @param out takes text with control sequences and shows it at once
 */
public record Window(IntSupplier columns, IntSupplier rows, Consumer<String> out) {}
