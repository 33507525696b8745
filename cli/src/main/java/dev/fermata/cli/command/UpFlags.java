package dev.fermata.cli.command;

import dev.fermata.cli.grammar.Arguments;
import dev.fermata.cli.grammar.Exclusion;
import dev.fermata.cli.grammar.Flag;
import dev.fermata.cli.grammar.Misuse;
import dev.fermata.cli.session.Session;
import dev.fermata.model.PullPolicy;
import dev.fermata.model.PullPolicy.Kind;
import dev.fermata.model.Rerun;
import dev.fermata.model.ServiceName;
import dev.fermata.planner.request.OrphanPolicy;
import dev.fermata.planner.request.UpOptions;
import dev.fermata.planner.request.UpOptions.AnonymousVolumes;
import dev.fermata.planner.request.UpOptions.Building;
import dev.fermata.planner.request.UpOptions.Dependencies;
import dev.fermata.planner.request.UpOptions.Gates;
import dev.fermata.planner.request.UpOptions.Recreate;
import dev.fermata.planner.request.UpOptions.Start;
import dev.fermata.planner.request.UpOptions.Waiting;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** The flags that shape the plan of {@code up}; {@code plan} has the same. */
record UpFlags(
    UpOptions.Selection selection,
    UpOptions.Recreation recreation,
    UpOptions.Images images,
    Start start,
    Optional<Waiting> waiting,
    Optional<Gates> gates,
    boolean removeOrphans,
    Optional<Rerun> rerun,
    List<String> scales) {

  private static final Flag<Boolean> BUILD = Flag.off("Build images first", "--build");
  private static final Flag<Boolean> NO_BUILD =
      Flag.off("Build no image, even if it is missing", "--no-build");
  private static final Flag<Optional<PullPolicy>> PULL =
      Flag.text("POLICY", "Pull images: always, missing, never, build", "--pull")
          .as((flag, text) -> text.map(word -> policy(flag, word)));
  private static final Flag<Boolean> REMOVE_ORPHANS =
      Flag.off("Remove containers of services that are gone", "--remove-orphans");
  private static final Flag<List<String>> SCALE =
      Flag.texts("SERVICE=N", "Run N containers of the service", "--scale");
  private static final Flag<Boolean> FORCE_RECREATE =
      Flag.off("Recreate containers even if nothing changed", "--force-recreate");
  private static final Flag<Boolean> NO_RECREATE =
      Flag.off("Recreate no container", "--no-recreate");
  private static final Flag<Boolean> NO_START = Flag.off("Create only", "--no-start");
  private static final Flag<Boolean> RERUN_JOBS =
      Flag.off("Run jobs again that have ended well, even if nothing changed", "--rerun-jobs");
  private static final Flag<Boolean> NO_DEPS =
      Flag.off("Leave out what the services depend on", "--no-deps");
  private static final Flag<Boolean> ALWAYS_RECREATE_DEPS =
      Flag.off("Recreate dependencies as well", "--always-recreate-deps");
  private static final Flag<Boolean> RENEW_ANON_VOLUMES =
      Flag.off("New anonymous volumes in place of the old", "-V", "--renew-anon-volumes");
  static final Flag<Boolean> WAIT = Flag.off("Wait until all is ready; implies --detach", "--wait");
  private static final Flag<Boolean> MENU = Flag.withoutEffect("--menu");

  static final List<Flag<?>> ALL =
      List.of(
          BUILD,
          NO_BUILD,
          PULL,
          REMOVE_ORPHANS,
          SCALE,
          FORCE_RECREATE,
          NO_RECREATE,
          NO_START,
          RERUN_JOBS,
          NO_DEPS,
          ALWAYS_RECREATE_DEPS,
          RENEW_ANON_VOLUMES,
          Timeouts.STOP,
          WAIT,
          Timeouts.WAIT,
          GateFlag.GATE,
          MENU);

  static final List<Exclusion> EXCLUSIONS =
      List.of(
          new Exclusion(BUILD, NO_BUILD),
          new Exclusion(FORCE_RECREATE, NO_RECREATE),
          new Exclusion(RENEW_ANON_VOLUMES, NO_RECREATE),
          new Exclusion(ALWAYS_RECREATE_DEPS, NO_RECREATE));

  static UpFlags of(Arguments given) {
    Waiting waiting = new Waiting(given.get(Timeouts.WAIT));
    return new UpFlags(
        selection(given),
        recreation(given),
        new UpOptions.Images(building(given), given.get(PULL), UpOptions.Round.FIRST),
        given.has(NO_START) ? Start.CREATED : Start.STARTED,
        given.has(WAIT) ? Optional.of(waiting) : Optional.empty(),
        given.get(GateFlag.GATE),
        given.has(REMOVE_ORPHANS),
        given.has(RERUN_JOBS) ? Optional.of(Rerun.ALWAYS) : Optional.empty(),
        given.get(SCALE));
  }

  /** Whether the call ends when all is up, whatever else it says. */
  boolean endsByItself() {
    return waiting.isPresent() || start == Start.CREATED;
  }

  /**
   * What the flags leave open the environment says, and the name we are called by. {@code
   * exitCodeFrom} is the service whose end is asked for.
   */
  UpOptions options(Session session, Optional<ServiceName> exitCodeFrom) {
    // Docker Compose runs jobs on every `up`: so do we in its place.
    Rerun usual = session.isCalledCompose() ? Rerun.ALWAYS : Rerun.CHANGED;
    return new UpOptions(
        selection,
        recreation,
        images,
        new UpOptions.Starting(start, GateFlag.of(gates, session), waiting),
        orphans(session),
        new UpOptions.Reruns(usual, rerun, exitCodeFrom));
  }

  private static UpOptions.Selection selection(Arguments given) {
    var services = new TreeSet<ServiceName>();
    given.operands().forEach(name -> services.add(new ServiceName(name)));
    return new UpOptions.Selection(
        services, given.has(NO_DEPS) ? Dependencies.WITHOUT : Dependencies.WITH);
  }

  private static UpOptions.Recreation recreation(Arguments given) {
    boolean renews = given.has(RENEW_ANON_VOLUMES);
    boolean never = given.has(NO_RECREATE);
    Recreate usual = never ? Recreate.NEVER : Recreate.DIVERGED;
    return new UpOptions.Recreation(
        given.has(FORCE_RECREATE) ? Recreate.FORCE : usual,
        given.has(ALWAYS_RECREATE_DEPS) ? Recreate.FORCE : usual,
        renews ? AnonymousVolumes.RENEW : AnonymousVolumes.INHERIT,
        given.get(Timeouts.STOP),
        Set.of());
  }

  private static Building building(Arguments given) {
    Building building = given.has(BUILD) ? Building.ALWAYS : Building.WHERE_MISSING;
    return given.has(NO_BUILD) ? Building.NEVER : building;
  }

  private static PullPolicy policy(String flag, String word) {
    return switch (word) {
      case "always" -> PullPolicy.of(Kind.ALWAYS);
      case "missing", "if_not_present" -> PullPolicy.of(Kind.MISSING);
      case "never" -> PullPolicy.of(Kind.NEVER);
      case "build" -> PullPolicy.of(Kind.BUILD);
      default ->
          throw new Misuse(
              "`" + flag + "` is one of always, missing, never, build, not `" + word + "`");
    };
  }

  private OrphanPolicy orphans(Session session) {
    if (removeOrphans || session.isTrueHere("COMPOSE_REMOVE_ORPHANS")) {
      return OrphanPolicy.REMOVE;
    }
    return session.isTrueHere("COMPOSE_IGNORE_ORPHANS") ? OrphanPolicy.IGNORE : OrphanPolicy.NOTE;
  }
}
