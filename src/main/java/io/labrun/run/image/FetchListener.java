package io.labrun.run.image;

import io.labrun.event.LayerState;
import io.labrun.event.Problem;
import java.time.Duration;

/** Is told how fetching images goes on, from several threads. */
public interface FetchListener {

  /** An image is being fetched. */
  void started(String image);

  /** A layer of it came further. */
  void progressed(String image, LayerState layer);

  /** It broke off and is tried again after a pause: which try that is, of how many. */
  void again(String image, String reason, Duration pause, int attempt, int of);

  /** It is there. */
  void finished(String image);

  /** It can't be had. */
  void failed(String image, Problem why);
}
