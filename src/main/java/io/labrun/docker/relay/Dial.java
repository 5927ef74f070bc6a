package io.labrun.docker.relay;

import java.io.Closeable;
import java.io.IOException;

/** Starts programs whose standard input and output are connections to one and the same engine. */
public interface Dial extends Closeable {

  /**
   * Starts one; its engine need not have answered yet.
   *
   * @throws IOException if the program can't be started; the message says why, in words
   */
  Line open() throws IOException;

  /**
   * Why the engine does not answer, in one sentence for people.
   *
   * @param said what the program printed as errors, or why it could not be started; may be empty
   */
  String explain(String said);

  /** Ends all programs that still run. */
  @Override
  void close();
}
