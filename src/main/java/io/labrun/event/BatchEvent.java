package io.labrun.event;

import java.util.List;

/**
 * Something that happened in a batch.
 *
 * <p>The order, as a grammar; what is said of one file comes in order, files overlap:
 *
 * <pre>
 * batch = BatchStarted file* EnginesConnected? (file | EngineLost | away)* BatchFinished
 * away  = EngineAway | EngineAway? EngineBack
 * file  = FileDelayed* (FileStarted RunHappened*)* FileFinished     started once for each of its runs
 * </pre>
 */
public sealed interface BatchEvent {

  /**
   * A batch began.
   *
   * @param files their names in the order in which they were given
   */
  record BatchStarted(List<String> files) implements BatchEvent {}

  /**
   * The engines are known that the batch runs on; those before it need none.
   *
   * @param engines their addresses, for people
   */
  record EnginesConnected(List<String> engines) implements BatchEvent {}

  /**
   * One of several engines does not answer any more: what was under way there is done again on
   * another.
   *
   * @param engine its address, for people
   */
  record EngineLost(String engine) implements BatchEvent {}

  /**
   * The only engine, or the last, does not answer: it is waited for, and nothing begins meanwhile.
   *
   * @param engine its address, for people
   */
  record EngineAway(String engine) implements BatchEvent {}

  /**
   * One answers again, that may have been away too shortly to be missed: what it left undone is
   * done once again.
   *
   * @param engine its address, for people
   */
  record EngineBack(String engine) implements BatchEvent {}

  /**
   * A run of a file waits for one of another file, since both can't be up at once.
   *
   * @param index which file waits, from 0
   * @param behind which file it waits for, from 0
   * @param why what both take for themselves, in words: {@code both publish port 8080/tcp}
   */
  record FileDelayed(int index, int behind, String why) implements BatchEvent {}

  /**
   * A run of a file began.
   *
   * @param index which file, from 0
   * @param run which run of it, from 0
   * @param engine the address of the engine, for people; empty while it is not known
   */
  record FileStarted(int index, int run, String engine) implements BatchEvent {}

  /** Something happened in the run of a file; {@code index} says which file, from 0. */
  record RunHappened(int index, RunEvent event) implements BatchEvent {}

  /** A file has its result; {@code index} says which file, from 0. */
  record FileFinished(int index, FileResult result) implements BatchEvent {}

  /** A batch ended. */
  record BatchFinished(BatchResult result) implements BatchEvent {}
}
