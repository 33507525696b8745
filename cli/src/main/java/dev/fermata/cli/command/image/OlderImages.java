package dev.fermata.cli.command.image;

import dev.fermata.cli.command.image.ServedImage.Status;
import dev.fermata.model.Project;
import dev.fermata.planner.observed.ObservedContainer;
import dev.fermata.runner.engine.Engine;
import dev.fermata.runner.engine.ImageDetail;
import dev.fermata.runner.engine.ObserveRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Containers that run from an image whose name another one has by now, as after a {@code pull}: the
 * engine has what the registry serves, and the service does not.
 */
record OlderImages(Engine engine, Project project, List<ObservedContainer> running) {
  OlderImages {
    running = List.copyOf(running);
  }

  static OlderImages of(Engine engine, Project project) {
    List<ObservedContainer> running =
        engine.system().observe(ObserveRequest.of(project.name())).containers().stream()
            .filter(container -> !container.oneOff() && container.state().mayRun())
            .toList();
    return new OlderImages(engine, project, running);
  }

  /** The same rows; a service that runs from an older image is outdated, too. */
  List<ServedImage> seenIn(List<ServedImage> rows) {
    var seen = new ArrayList<ServedImage>();
    for (ServedImage row : rows) {
      seen.add(older(row).map(id -> outdated(row, id)).orElse(row));
    }
    return seen;
  }

  /** The id of the image that a container of the service has, where it is not that of the name. */
  private Optional<String> older(ServedImage row) {
    if (row.status() != Status.CURRENT
        || !row.image().equals(project.service(row.service()).image())) {
      return Optional.empty();
    }
    Optional<String> now = engine.images().inspect(row.image().text()).map(ImageDetail::id);
    return running.stream()
        .filter(container -> container.service().equals(row.service()))
        .map(ObservedContainer::imageId)
        .filter(id -> now.isPresent() && !id.equals(now.get()))
        .findFirst();
  }

  private ServedImage outdated(ServedImage row, String id) {
    List<String> held =
        engine
            .images()
            .inspect(id)
            .map(detail -> ServedImages.digests(row.image(), detail))
            .orElse(List.of());
    return new ServedImage(
        row.service(), row.image(), held, row.latest(), Status.OUTDATED, row.failure());
  }
}
