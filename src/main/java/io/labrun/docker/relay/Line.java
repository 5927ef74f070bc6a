package io.labrun.docker.relay;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/** A connection that is a running program's standard input and output; closing it ends both. */
public interface Line extends Closeable {

  /** What the engine sends; ends where the program does. */
  InputStream input();

  /** What the engine is sent. */
  OutputStream output();

  /** Ends what the engine is sent, and goes on with what it sends. */
  void endOutput() throws IOException;

  /** What the program printed as errors so far; empty if nothing. */
  String said();

  /** As {@link #said}, of a program that is just ending: waits a moment for its last words. */
  String lastWords();
}
