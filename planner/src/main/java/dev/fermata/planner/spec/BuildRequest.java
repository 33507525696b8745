package dev.fermata.planner.spec;

import dev.fermata.model.Build;
import dev.fermata.model.BuildContext;
import dev.fermata.model.FileSource;
import dev.fermata.model.ImageRef;
import dev.fermata.model.Platform;
import dev.fermata.model.Project;
import dev.fermata.model.Secret;
import dev.fermata.model.Service;
import dev.fermata.model.ServiceName;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A build of a service's image; {@code labels} are written on it, {@code tags} are all its names.
 * It is for the one platform that its service is for, or for all {@code platforms}; for that of the
 * engine where there are none. {@code secrets} are by the id that the Dockerfile has for them.
 */
public record BuildRequest(
    Builder builder,
    Build build,
    List<String> tags,
    SortedMap<String, String> labels,
    List<Platform> platforms,
    SortedMap<String, FileSource> secrets) {
  public BuildRequest {
    tags = List.copyOf(tags);
    labels = Collections.unmodifiableSortedMap(new TreeMap<>(labels));
    platforms = List.copyOf(platforms);
    secrets = Collections.unmodifiableSortedMap(new TreeMap<>(secrets));
  }

  /** To be run here: {@code ours} win over labels of the user's own. */
  public static BuildRequest of(Project project, Service service, SortedMap<String, String> ours) {
    Build build = resolved(build(service), project);
    List<String> tags = new ArrayList<>(List.of(service.image().familiar()));
    build.image().tags().stream().filter(tag -> !tags.contains(tag)).forEach(tags::add);
    var labels = new TreeMap<>(build.image().labels());
    labels.putAll(ours);
    List<Platform> platforms = service.lifecycle().platform().stream().toList();
    return new BuildRequest(Builder.USUAL, build, tags, labels, platforms, secrets(project, build));
  }

  /** Contexts that are what other services build become the images that these have. */
  private static Build resolved(Build build, Project project) {
    var contexts = new TreeMap<String, BuildContext>();
    build
        .source()
        .contexts()
        .forEach((name, context) -> contexts.put(name, resolved(context, project)));
    return build.with(build.source().with(contexts));
  }

  private static BuildContext resolved(BuildContext context, Project project) {
    return context instanceof BuildContext.OfService(ServiceName name)
        ? project
            .anyService(name)
            .<BuildContext>map(
                service -> new BuildContext.OfImage(new ImageRef(service.image().familiar())))
            .orElse(context)
        : context;
  }

  public BuildRequest by(Builder chosen) {
    return new BuildRequest(chosen, build, tags, labels, platforms, secrets);
  }

  /** The same from what is there, if anything is. */
  public BuildRequest withoutPull() {
    return new BuildRequest(
        builder, build.without(Build.Option.PULL), tags, labels, platforms, secrets);
  }

  /** The same under other names. */
  public BuildRequest named(List<String> names) {
    return new BuildRequest(builder, build, names, labels, platforms, secrets);
  }

  /** The same for all platforms that the image is to be had for. */
  public BuildRequest forAllPlatforms() {
    return build.image().platforms().isEmpty()
        ? this
        : new BuildRequest(builder, build, tags, labels, build.image().platforms(), secrets);
  }

  /** The platform, where it is for one. */
  public Optional<Platform> platform() {
    return platforms.size() == 1 ? Optional.of(platforms.getFirst()) : Optional.empty();
  }

  private static Build build(Service service) {
    return service
        .build()
        .orElseThrow(() -> new IllegalStateException("a bug: " + service.name() + " has no build"));
  }

  /** Those that the project has: that one is missing is told when it is loaded. */
  private static SortedMap<String, FileSource> secrets(Project project, Build build) {
    var secrets = new TreeMap<String, FileSource>();
    build
        .access()
        .secrets()
        .forEach((id, key) ->
            Optional.ofNullable(project.secrets().get(key))
                .map(Secret::source)
                .ifPresent(source -> secrets.put(id, source)));
    return secrets;
  }
}
