package dev.fermata.planner.request;

import dev.fermata.model.ImageRef;
import dev.fermata.model.PullPolicy;
import dev.fermata.model.Rerun;
import dev.fermata.model.Service;
import dev.fermata.model.ServiceName;
import java.time.Duration;
import java.util.Collections;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/** What the user asks of {@code up}, beside the project. */
public record UpOptions(
    Selection selection,
    Recreation recreation,
    Images images,
    Starting starting,
    OrphanPolicy orphans,
    Reruns reruns) {

  public static final UpOptions DEFAULT =
      new UpOptions(
          Selection.ALL,
          Recreation.DIVERGED,
          Images.DEFAULT,
          Starting.DEFAULT,
          OrphanPolicy.NOTE,
          Reruns.DEFAULT);

  /** The services named, all if none is, and whether what they depend on comes along. */
  public record Selection(SortedSet<ServiceName> services, Dependencies dependencies) {
    public static final Selection ALL = of(Set.of());

    public Selection {
      services = Collections.unmodifiableSortedSet(new TreeSet<>(services));
    }

    public static Selection of(Set<ServiceName> services) {
      return new Selection(new TreeSet<>(services), Dependencies.WITH);
    }
  }

  /** Whether dependencies are part of a selection. */
  public enum Dependencies {
    WITH,
    WITHOUT
  }

  /**
   * What is made anew, for the services named and for those that they bring along. {@code declined}
   * are questions of an earlier plan that the user has answered with no.
   */
  public record Recreation(
      Recreate named,
      Recreate dependencies,
      AnonymousVolumes anonymousVolumes,
      Optional<Duration> stopTimeout,
      Set<String> declined) {
    public static final Recreation DIVERGED =
        new Recreation(
            Recreate.DIVERGED,
            Recreate.DIVERGED,
            AnonymousVolumes.INHERIT,
            Optional.empty(),
            Set.of());

    public Recreation {
      declined = Set.copyOf(declined);
    }

    Recreation declining(Set<String> questions) {
      return new Recreation(named, dependencies, anonymousVolumes, stopTimeout, questions);
    }
  }

  /** When a container is recreated. */
  public enum Recreate {
    DIVERGED,
    FORCE,
    NEVER
  }

  /** Whether a new container takes over the anonymous volumes of the one it replaces. */
  public enum AnonymousVolumes {
    INHERIT,
    RENEW
  }

  /**
   * How images come. {@code pull} overrides the policy of every service. {@code brought} are those
   * that a {@code PlanAgain} of this command waited for: they are pulled and built.
   */
  public record Images(
      Building building,
      Optional<PullPolicy> pull,
      SortedSet<ImageRef> brought,
      Replaced replaced) {
    public static final Images DEFAULT = new Images(Building.WHERE_MISSING, Optional.empty());

    public Images {
      brought = Collections.unmodifiableSortedSet(new TreeSet<>(brought));
    }

    public Images(Building building, Optional<PullPolicy> pull) {
      this(building, pull, Collections.emptySortedSet(), Replaced.KEPT);
    }

    public Images with(Replaced changed) {
      return new Images(building, pull, brought, changed);
    }
  }

  /** When the images of services with a {@code build} are built. */
  public enum Building {
    WHERE_MISSING,
    ALWAYS,
    NEVER
  }

  /** Whether containers are started, when a gate opens, and whether the caller waits. */
  public record Starting(Start start, Gates gates, Waiting waiting) {
    public static final Starting DEFAULT = new Starting(Start.STARTED, Gates.READY, Waiting.USUAL);
  }

  /** Whether containers are only made. */
  public enum Start {
    STARTED,
    CREATED
  }

  /** What a plain {@code depends_on} waits for: readiness, or Docker Compose's bare start. */
  public enum Gates {
    READY,
    COMPOSE
  }

  /**
   * When jobs that have done their work run again: as a service says, else as usual; what is asked
   * for wins over both.
   */
  public record Reruns(Rerun usual, Optional<Rerun> asked, Optional<ServiceName> exitCodeFrom) {
    public static final Reruns DEFAULT =
        new Reruns(Rerun.CHANGED, Optional.empty(), Optional.empty());

    public Rerun policy(Service service) {
      if (givesTheExitCode(service)) {
        return Rerun.ALWAYS;
      }
      return asked.or(() -> service.lifecycle().rerun()).orElse(usual);
    }

    /** Its exit code is asked for, so it has to run: an end of long ago answers nothing. */
    public boolean givesTheExitCode(Service service) {
      return exitCodeFrom.filter(service.name()::equals).isPresent();
    }
  }

  /** Whether the caller waits ({@code --wait}), and how long any gate does at most. */
  public record Waiting(Caller caller, Optional<Duration> timeout) {
    public static final Waiting USUAL = new Waiting(Caller.LEAVES, Optional.empty());

    public boolean isForCaller() {
      return caller == Caller.STAYS;
    }
  }

  /** Whether the caller stays until all is ready. */
  public enum Caller {
    STAYS,
    LEAVES
  }

  public UpOptions withSelection(Selection changed) {
    return new UpOptions(changed, recreation, images, starting, orphans, reruns);
  }

  public UpOptions withRecreation(Recreation changed) {
    return new UpOptions(selection, changed, images, starting, orphans, reruns);
  }

  public UpOptions withImages(Images changed) {
    return new UpOptions(selection, recreation, changed, starting, orphans, reruns);
  }

  public UpOptions withStarting(Starting changed) {
    return new UpOptions(selection, recreation, images, changed, orphans, reruns);
  }

  public UpOptions withReruns(Reruns changed) {
    return new UpOptions(selection, recreation, images, starting, orphans, changed);
  }

  public UpOptions withOrphans(OrphanPolicy changed) {
    return new UpOptions(selection, recreation, images, starting, changed, reruns);
  }

  /** The same, where the user does not want what these questions ask. */
  public UpOptions declining(Set<String> questions) {
    return withRecreation(recreation.declining(questions));
  }

  /** The options of the plan that follows a {@code PlanAgain} for these images. */
  public UpOptions bringing(SortedSet<ImageRef> more) {
    var brought = new TreeSet<>(images.brought());
    brought.addAll(more);
    return withImages(new Images(images.building(), images.pull(), brought, images.replaced()));
  }
}
