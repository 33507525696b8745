package dev.fermata.cli.command.read;

import dev.fermata.cli.grammar.Arguments;
import dev.fermata.cli.grammar.Flag;
import dev.fermata.cli.grammar.Misuse;
import dev.fermata.cli.session.Command;
import dev.fermata.cli.session.Ending;
import dev.fermata.cli.session.Session;
import dev.fermata.cli.text.ContainerText.Width;
import dev.fermata.planner.observed.ObservedContainer;
import dev.fermata.runner.engine.listing.ContainerQuery;
import dev.fermata.runner.engine.listing.ContainerQuery.Reach;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** Shows what containers use: processor, memory, network, disks. */
public final class StatsCommand implements Command {
  private static final Duration PAUSE = Duration.ofSeconds(1);

  private static final Flag<Boolean> ALL = Flag.off("Those that do not run as well", "-a", "--all");
  private static final Flag<Boolean> NO_STREAM =
      Flag.off("Once, and not until Ctrl-C", "--no-stream");
  private static final Flag<Boolean> NO_TRUNC = Flag.off("Whole ids", "--no-trunc");
  private static final Flag<Boolean> ALL_PROJECTS =
      Flag.off("The containers of every project of the engine", "--all-projects");
  private static final Flag<Boolean> AGGREGATE =
      Flag.off("A line for each project, which has the sums", "--aggregate");
  private static final Flag<Optional<String>> FORMAT =
      Flag.text("FORMAT", "table, json, or a template such as '{{.Name}}'", "--format")
          .offering("table", "json");

  @Override
  public String summary() {
    return "Show what containers use";
  }

  @Override
  public List<Flag<?>> flags() {
    return List.of(ALL, NO_STREAM, NO_TRUNC, ALL_PROJECTS, AGGREGATE, FORMAT);
  }

  @Override
  public List<Example> examples() {
    return List.of(
        new Example("stats", "What the project uses, until Ctrl-C"),
        new Example("stats --no-stream --all-projects --aggregate", "Which project uses what"));
  }

  /** What the flags say. */
  private record Asked(
      List<String> services,
      Reach reach,
      Repetition repetition,
      Width width,
      Projects projects,
      Lines lines,
      Optional<String> format) {

    boolean isOfProjects() {
      return projects == Projects.ALL || lines == Lines.SUMS;
    }
  }

  /** How often. */
  private enum Repetition {
    ONCE,
    UNTIL_ENDED
  }

  /** Of which projects. */
  private enum Projects {
    THIS,
    ALL
  }

  /** A line for what. */
  private enum Lines {
    CONTAINERS,
    SUMS
  }

  @Override
  public Call read(Arguments given) {
    var asked =
        new Asked(
            given.operands(),
            given.has(ALL) ? Reach.ALL : Reach.RUNNING,
            given.has(NO_STREAM) ? Repetition.ONCE : Repetition.UNTIL_ENDED,
            given.has(NO_TRUNC) ? Width.FULL : Width.CUT,
            given.has(ALL_PROJECTS) ? Projects.ALL : Projects.THIS,
            given.has(AGGREGATE) ? Lines.SUMS : Lines.CONTAINERS,
            given.get(FORMAT).filter(format -> !format.isEmpty()));
    return session -> run(session, asked);
  }

  private static Ending run(Session session, Asked asked) {
    check(session, asked);
    StatsView view = view(session, asked);
    Supplier<List<ObservedContainer>> present = present(session, asked);
    return switch (asked.repetition()) {
      case ONCE -> once(session, view, present.get());
      case UNTIL_ENDED -> untilEnded(session, view, present);
    };
  }

  private static void check(Session session, Asked asked) {
    if (asked.isOfProjects() && !asked.services().isEmpty()) {
      throw new Misuse(
          "`--all-projects` and `--aggregate` report on whole projects and cannot be used with a"
              + " SERVICE");
    }
    if (asked.projects() == Projects.ALL && session.globals().projectName().isPresent()) {
      throw new Misuse("`--all-projects` and `--project-name` exclude each other");
    }
  }

  private static StatsView view(Session session, Asked asked) {
    if (asked.isOfProjects()) {
      String format = asked.format().orElse("table");
      return asked.lines() == Lines.SUMS ? StatsView.sums(format) : StatsView.withProject(format);
    }
    Optional<String> usual = session.clientSetting("statsFormat");
    return StatsView.containers(asked.format().or(() -> usual).orElse("table"), asked.width());
  }

  /** Those that there are whenever it is asked; which project it is stays. */
  private static Supplier<List<ObservedContainer>> present(Session session, Asked asked) {
    if (asked.projects() == Projects.ALL) {
      var query = ContainerQuery.ofProjects(asked.reach());
      return () -> wanted(session.engine().containers().list(query), asked.reach());
    }
    SeenContainers seen = SeenContainers.of(session, asked.services());
    seen.noteAbsence(session);
    return () -> wanted(seen.again(session).chosen(), asked.reach());
  }

  private static List<ObservedContainer> wanted(List<ObservedContainer> all, Reach reach) {
    return all.stream()
        .filter(it -> reach == Reach.ALL || it.state().mayRun())
        .sorted(Measured.ORDER)
        .toList();
  }

  private static Ending once(Session session, StatsView view, List<ObservedContainer> present) {
    if (!present.isEmpty()) {
      var measured = Measurement.once(session.engine().containers(), present);
      view.lines(measured).forEach(session.out()::println);
    }
    return Ending.SUCCEEDED;
  }

  private static Ending untilEnded(
      Session session, StatsView view, Supplier<List<ObservedContainer>> present) {
    var left = new CountDownLatch(1);
    var leaving = session.cancellation().subscribe(stage -> left.countDown());
    var frames = new Frames(session);
    try (var measurement = new Measurement(session.engine().containers())) {
      // The first samples come within about a second.
      measurement.of(present.get());
      while (!left.await(PAUSE.toMillis(), TimeUnit.MILLISECONDS)) {
        frames.show(view.lines(measurement.of(present.get())));
        if (session.out().checkError()) {
          return Ending.SUCCEEDED;
        }
      }
      return new Ending.Interrupted();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new Ending.Interrupted();
    } finally {
      leaving.close();
    }
  }
}
