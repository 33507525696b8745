package dev.fermata.runner.engine;

import dev.fermata.model.ProjectName;

/** What happens on an engine. */
public interface Events {

  /** Opens the stream before it returns: nothing after the call is missed. */
  EventStream of(ProjectName project);
}
