package dev.fermata.runner;

import dev.fermata.model.ImageRef;
import dev.fermata.model.Project;
import dev.fermata.model.Service;
import dev.fermata.model.ServiceName;
import dev.fermata.planner.build.BuildNeeds;
import dev.fermata.planner.build.Builds;
import dev.fermata.planner.observed.BuildInputs;
import dev.fermata.planner.observed.Observed;
import dev.fermata.runner.engine.Engine;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the builds of a project are planned from: the builders that there are, the Dockerfiles. */
record BuildObservation(Engine engine) {

  /** A project that builds nothing costs nothing. */
  BuildInputs inputs(Project project) {
    List<Service> built = built(project);
    return built.isEmpty()
        ? BuildInputs.NONE
        : new BuildInputs(engine.images().builders(), dockerfiles(built));
  }

  /** The images that those of others are made from, which services that are left out may build. */
  static Set<ImageRef> bases(Project project, BuildInputs inputs) {
    return new BuildNeeds(project, inputs)
        .bases().stream().map(Service::image).collect(Collectors.toSet());
  }

  /** With how the engine keeps images, where a build depends on it. */
  Observed withStore(Observed observed, Project project) {
    boolean dependsOnStore =
        built(project).stream()
            .flatMap(service -> service.build().stream())
            .anyMatch(Builds::dependsOnStore);
    return dependsOnStore ? observed.withImageStore(engine.images().store()) : observed;
  }

  /** Services that are left out may build what others are made from. */
  private static List<Service> built(Project project) {
    return Stream.concat(project.services().values().stream(), project.disabled().values().stream())
        .filter(Service::isBuilt)
        .toList();
  }

  private static SortedMap<ServiceName, String> dockerfiles(List<Service> built) {
    var texts = new TreeMap<ServiceName, String>();
    for (Service service : built) {
      service
          .build()
          .flatMap(build -> build.source().dockerfilePath())
          .map(Path::of)
          .filter(Files::isRegularFile)
          .ifPresent(file -> texts.put(service.name(), text(file)));
    }
    return texts;
  }

  /** What cannot be read says nothing here: the build says why, should there be one. */
  private static String text(Path file) {
    try {
      return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
    } catch (IOException e) {
      return "";
    }
  }
}
