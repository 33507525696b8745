package dev.fermata.planner.request;

import dev.fermata.model.ImageRef;
import dev.fermata.model.Project;
import dev.fermata.model.Service;
import dev.fermata.model.ServiceName;
import dev.fermata.model.schema.container.ContainerTable;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;

/** What is asked for. All that a command changes on the engine is the plan of one of these. */
public sealed interface Request {

  /** The project that it is about. */
  Target target();

  /** It is about what the project wants to be there. */
  sealed interface OfWanted extends Request {
    Project project();

    UpOptions options();

    OfWanted with(UpOptions changed);

    /** The same of the project as it is once more is known of it. */
    OfWanted of(Project changed);

    @Override
    default Target target() {
      return Target.of(project());
    }

    /** What follows the run of a plan that waited for these images. */
    default OfWanted after(SortedSet<ImageRef> images) {
      return with(options().bringing(images));
    }

    /** The same, where the user does not want what these questions ask. */
    default OfWanted declining(Set<String> questions) {
      return with(options().declining(questions));
    }
  }

  /** Creates and starts what is wanted. */
  record Up(Project project, UpOptions options) implements OfWanted {
    @Override
    public Up with(UpOptions changed) {
      return new Up(project, changed);
    }

    @Override
    public Up of(Project changed) {
      return new Up(changed, options);
    }
  }

  /**
   * Creates and starts a container of its own for one run of a service; what that depends on comes
   * up as by {@code up}. The replicas of the service are left alone; in {@code project} it is as it
   * is wanted for the run.
   */
  record Run(Project project, UpOptions options, OneOff oneOff) implements OfWanted {
    @Override
    public Run with(UpOptions changed) {
      return new Run(project, changed, oneOff);
    }

    @Override
    public Run of(Project changed) {
      return new Run(changed, options, oneOff);
    }
  }

  /** Builds the images of the services named that have a build, or of all such. */
  record Build(Project project, BuildOptions options) implements Request {
    @Override
    public Target target() {
      return Target.of(project);
    }
  }

  /** Brings the images of services, each once. */
  record Pull(Project project, PullOptions options) implements Request {
    @Override
    public Target target() {
      return Target.of(project);
    }
  }

  /** Gives images that were built here to their registries, each once. */
  record Push(Project project, PushOptions options) implements Request {

    /**
     * What a service builds, by each of its names; none where the user gave it none, since no
     * registry is meant then.
     */
    public static List<ImageRef> images(Service service) {
      if (ContainerTable.IMAGE.nodeIn(service.definition().tree()).isEmpty()) {
        return List.of();
      }
      return service.build().stream()
          .flatMap(build ->
              Stream.concat(
                  Stream.of(service.image()), build.image().tags().stream().map(ImageRef::new)))
          .toList();
    }

    @Override
    public Target target() {
      return Target.of(project);
    }
  }

  /**
   * It is about what is there. Without a project labels tell what that is, and nothing is an
   * orphan.
   */
  sealed interface OfExisting extends Request {

    /** The services named; none where all are meant. */
    SortedSet<ServiceName> services();
  }

  record Down(Target target, DownOptions options) implements OfExisting {
    @Override
    public SortedSet<ServiceName> services() {
      return options.services();
    }
  }

  record Stop(Target target, StopOptions options) implements OfExisting {
    @Override
    public SortedSet<ServiceName> services() {
      return options.services();
    }
  }

  /** Starts what is there and does not run, through the same gates as {@code up}. */
  record Start(Target target, StartOptions options) implements OfExisting {
    @Override
    public SortedSet<ServiceName> services() {
      return options.services();
    }
  }

  record Restart(Target target, RestartOptions options) implements OfExisting {
    @Override
    public SortedSet<ServiceName> services() {
      return options.services();
    }
  }

  /** Sends a signal to what runs. */
  record Kill(Target target, KillOptions options) implements OfExisting {
    @Override
    public SortedSet<ServiceName> services() {
      return options.services();
    }
  }

  /** Freezes what runs; the services named must not be frozen yet. */
  record Pause(Target target, SortedSet<ServiceName> services) implements OfExisting {
    public Pause {
      services = Collections.unmodifiableSortedSet(new TreeSet<>(services));
    }
  }

  /** Lets go on what is frozen; the services named must be. */
  record Unpause(Target target, SortedSet<ServiceName> services) implements OfExisting {
    public Unpause {
      services = Collections.unmodifiableSortedSet(new TreeSet<>(services));
    }
  }

  /** Removes containers, as {@code rm}; its plan asks for confirmation. */
  record Remove(Target target, RemoveOptions options) implements OfExisting {
    @Override
    public SortedSet<ServiceName> services() {
      return options.services();
    }
  }
}
