package dev.fermata.runner.engine;

import dev.fermata.model.ProjectName;
import dev.fermata.runner.engine.listing.EventWindow;

/** What happens on an engine. */
public interface Events {

  /** Opens the stream before it returns: nothing after the call is missed. */
  EventStream of(ProjectName project);

  /**
   * Those of a stretch of time; the stream ends with it. Of the past an engine remembers its last
   * 256 events.
   */
  EventStream of(ProjectName project, EventWindow window);
}
