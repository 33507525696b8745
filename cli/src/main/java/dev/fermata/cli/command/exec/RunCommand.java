package dev.fermata.cli.command.exec;

import dev.fermata.cli.command.up.CreationFlags;
import dev.fermata.cli.command.up.UpCommand;
import dev.fermata.cli.command.up.UpProject;
import dev.fermata.cli.grammar.Arguments;
import dev.fermata.cli.grammar.Exclusion;
import dev.fermata.cli.grammar.Flag;
import dev.fermata.cli.grammar.Operands;
import dev.fermata.cli.progress.Progress.Inside;
import dev.fermata.cli.session.Command;
import dev.fermata.cli.session.Ending;
import dev.fermata.cli.session.GateFlag;
import dev.fermata.cli.session.Projects;
import dev.fermata.cli.session.Session;
import dev.fermata.cli.session.Work;
import dev.fermata.model.Project;
import dev.fermata.model.PullPolicy;
import dev.fermata.model.ServiceName;
import dev.fermata.model.load.LoadRequest.Variant;
import dev.fermata.planner.request.OneOff;
import dev.fermata.planner.request.OneOff.Aliases;
import dev.fermata.planner.request.OrphanPolicy;
import dev.fermata.planner.request.Overrides;
import dev.fermata.planner.request.Overrides.Streams;
import dev.fermata.planner.request.Request;
import dev.fermata.planner.request.UpOptions;
import dev.fermata.planner.request.UpOptions.Building;
import dev.fermata.planner.request.UpOptions.Dependencies;
import dev.fermata.planner.request.UpOptions.Gates;
import dev.fermata.planner.request.UpOptions.Recreate;
import dev.fermata.planner.spec.AfterEnd;
import dev.fermata.runner.engine.StreamRequest.Input;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Runs a service once, in a container of its own, when what it needs is ready. */
public final class RunCommand implements Command {
  private static final int SLUG_BYTES = 32;
  private static final Flag<Boolean> DETACH =
      Flag.off("Leave the container to itself, and print its id", "-d", "--detach");
  private static final Flag<Boolean> REMOVE = Flag.off("Remove the container at its end", "--rm");
  private static final Flag<Optional<String>> NAME =
      Flag.text("NAME", "The name of the container", "--name");
  private static final Flag<Boolean> NO_DEPS =
      Flag.off("Bring up nothing that the service needs", "--no-deps");
  private static final Flag<Boolean> USE_ALIASES =
      Flag.off("Be known on networks as the service is", "--use-aliases");
  private static final Flag<Boolean> QUIET =
      Flag.off("Show nothing of what comes before", "-q", "--quiet");

  @Override
  public String summary() {
    return "Run a service once, in a container of its own";
  }

  @Override
  public List<Example> examples() {
    return List.of(
        new Example("run --rm web ./manage.py migrate", "A job, when the database is ready"),
        new Example("run --rm -v ./dumps:/dumps db bash", "A shell with a folder of yours"));
  }

  @Override
  public Operands operands() {
    return Operands.ofCall("SERVICE [COMMAND] [ARG...]");
  }

  @Override
  public List<Flag<?>> flags() {
    var flags = new ArrayList<>(RunFlags.ALL);
    flags.addAll(
        List.of(
            DETACH,
            REMOVE,
            NAME,
            NO_DEPS,
            USE_ALIASES,
            QUIET,
            TerminalFlags.NO_TTY,
            TerminalFlags.TTY,
            TerminalFlags.INTERACTIVE,
            CreationFlags.BUILD,
            CreationFlags.PULL,
            CreationFlags.REMOVE_ORPHANS,
            CreationFlags.NO_RECREATE,
            UpCommand.QUIET_PULL,
            UpCommand.QUIET_BUILD,
            GateFlag.GATE));
    return flags;
  }

  @Override
  public List<Exclusion> exclusions() {
    return List.of(RunFlags.EXCLUSION, new Exclusion(TerminalFlags.NO_TTY, TerminalFlags.TTY));
  }

  /** What is to run and how it is joined, what comes before it, and what is shown of that. */
  private record Asked(
      ServiceName service,
      Optional<List<String>> command,
      RunFlags own,
      Function<Overrides, OneOff> oneOff,
      TerminalFlags streams,
      Preparation before,
      Shown shown) {}

  /** What becomes of services, images and orphans before the container is made. */
  private record Preparation(
      Dependencies dependencies,
      Recreate recreate,
      UpOptions.Images images,
      Optional<OrphanPolicy> orphans,
      Optional<Gates> gates) {}

  /** How much is shown, and whether anybody stays. */
  private record Shown(boolean detached, boolean quiet, Set<Inside> hidden) {}

  @Override
  public Call read(Arguments given) {
    var service = new ServiceName(given.operands().getFirst());
    Optional<String> name = given.get(NAME).filter(text -> !text.isEmpty());
    Aliases aliases = given.has(USE_ALIASES) ? Aliases.OF_SERVICE : Aliases.OWN_NAME;
    AfterEnd afterEnd = given.has(REMOVE) ? AfterEnd.REMOVED : AfterEnd.KEPT;
    var asked =
        new Asked(
            service,
            RunFlags.command(given.operands()),
            RunFlags.of(given),
            overrides -> new OneOff(service, name, slug(), aliases, afterEnd, overrides),
            TerminalFlags.ofRun(given),
            preparation(given),
            new Shown(given.has(DETACH), given.has(QUIET), UpCommand.hidden(given)));
    return session -> run(session, asked);
  }

  private static Preparation preparation(Arguments given) {
    Optional<PullPolicy> pull = given.get(CreationFlags.PULL);
    Building building = given.has(CreationFlags.BUILD) ? Building.ALWAYS : Building.WHERE_MISSING;
    return new Preparation(
        given.has(NO_DEPS) ? Dependencies.WITHOUT : Dependencies.WITH,
        given.has(CreationFlags.NO_RECREATE) ? Recreate.NEVER : Recreate.DIVERGED,
        new UpOptions.Images(building, pull),
        given.has(CreationFlags.REMOVE_ORPHANS)
            ? Optional.of(OrphanPolicy.REMOVE)
            : Optional.empty(),
        given.get(GateFlag.GATE));
  }

  private static String slug() {
    var bytes = new byte[SLUG_BYTES];
    new SecureRandom().nextBytes(bytes);
    return HexFormat.of().formatHex(bytes);
  }

  private static Ending run(Session session, Asked asked) {
    var projects = new Projects(session);
    Project project = projects.change(List.of(asked.service().text()), Set.of(Variant.RUNS_JOBS));
    boolean terminal = asked.streams().wantsTerminal(session);
    var streams = new Streams(terminal, asked.streams().input() == Input.JOINED);
    var overrides = new RunOverrides(session, projects, asked.own()).of(asked.command(), streams);
    Project changed = overrides.in(project, asked.service());
    var request =
        new Request.Run(changed, options(session, asked), asked.oneOff().apply(overrides));
    Work work = new Work(session, "run").hiding(asked.shown().hidden());
    work = asked.shown().quiet() ? work.quietly() : work;
    if (session.globals().dryRun()) {
      return work.run(request, "");
    }
    var attended = new AttendedRun(session, work, request);
    return asked.shown().detached()
        ? attended.leave()
        : attended.stay(
            asked.streams().input(),
            terminal ? Optional.of(LeavingKeys.of(session, Optional.empty())) : Optional.empty());
  }

  private static UpOptions options(Session session, Asked asked) {
    Preparation before = asked.before();
    return UpProject.usual(session)
        .withSelection(UpProject.selection(Set.of(asked.service().text()), before.dependencies()))
        .withRecreation(
            new UpOptions.Recreation(
                before.recreate(),
                before.recreate(),
                UpOptions.AnonymousVolumes.INHERIT,
                Optional.empty(),
                Set.of()))
        .withImages(before.images())
        .withStarting(
            new UpOptions.Starting(
                UpOptions.Start.STARTED,
                GateFlag.of(before.gates(), session),
                UpOptions.Waiting.USUAL))
        .withOrphans(before.orphans().orElseGet(() -> UpProject.usualOrphans(session)));
  }
}
