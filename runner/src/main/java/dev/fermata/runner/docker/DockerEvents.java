package dev.fermata.runner.docker;

import dev.fermata.model.ProjectName;
import dev.fermata.runner.docker.call.Api;
import dev.fermata.runner.docker.stream.ProjectEvents;
import dev.fermata.runner.engine.EventStream;
import dev.fermata.runner.engine.Events;
import dev.fermata.runner.engine.listing.EventWindow;
import java.time.Instant;

/** What happens on a real engine. */
record DockerEvents(Api api) implements Events {

  @Override
  public EventStream of(ProjectName project) {
    return ProjectEvents.open(api, project, api.engineTime());
  }

  @Override
  public EventStream of(ProjectName project, EventWindow window) {
    Instant since = window.since().orElseGet(api::engineTime);
    return window
        .until()
        .map(until -> ProjectEvents.between(api, project, since, until))
        .orElseGet(() -> ProjectEvents.open(api, project, since));
  }
}
