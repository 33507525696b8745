package dev.fermata.cli.command.up;

import dev.fermata.cli.grammar.Arguments;
import dev.fermata.cli.grammar.Exclusion;
import dev.fermata.cli.grammar.Flag;
import dev.fermata.cli.session.GateFlag;
import dev.fermata.cli.session.Session;
import dev.fermata.cli.session.Timeouts;
import dev.fermata.model.Rerun;
import dev.fermata.model.ServiceName;
import dev.fermata.planner.request.OrphanPolicy;
import dev.fermata.planner.request.UpOptions;
import dev.fermata.planner.request.UpOptions.AnonymousVolumes;
import dev.fermata.planner.request.UpOptions.Caller;
import dev.fermata.planner.request.UpOptions.Dependencies;
import dev.fermata.planner.request.UpOptions.Gates;
import dev.fermata.planner.request.UpOptions.Recreate;
import dev.fermata.planner.request.UpOptions.Start;
import dev.fermata.planner.request.UpOptions.Waiting;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The flags that shape the plan of {@code up}; {@code plan} has the same. */
record UpFlags(
    UpOptions.Selection selection,
    CreationFlags creation,
    UpOptions.Recreation recreation,
    Start start,
    Waiting waiting,
    Optional<Gates> gates,
    Optional<Rerun> rerun) {

  private static final Flag<Boolean> NO_START = Flag.off("Create only", "--no-start");
  private static final Flag<Boolean> RERUN_JOBS =
      Flag.off("Run jobs again that have ended well, even if nothing changed", "--rerun-jobs");
  static final Flag<Boolean> NO_DEPS =
      Flag.off("Leave out what the services depend on", "--no-deps");
  private static final Flag<Boolean> ALWAYS_RECREATE_DEPS =
      Flag.off("Recreate dependencies as well", "--always-recreate-deps");
  private static final Flag<Boolean> RENEW_ANON_VOLUMES =
      Flag.off("New anonymous volumes in place of the old", "-V", "--renew-anon-volumes");
  static final Flag<Boolean> WAIT = Flag.off("Wait until all is ready; implies --detach", "--wait");

  private static final List<Flag<?>> OWN =
      List.of(
          NO_START,
          RERUN_JOBS,
          NO_DEPS,
          ALWAYS_RECREATE_DEPS,
          RENEW_ANON_VOLUMES,
          Timeouts.STOP,
          WAIT,
          Timeouts.WAIT,
          GateFlag.GATE);

  static List<Flag<?>> all() {
    var flags = new ArrayList<>(CreationFlags.ALL);
    flags.addAll(OWN);
    return flags;
  }

  static List<Exclusion> exclusions() {
    var exclusions = new ArrayList<>(CreationFlags.EXCLUSIONS);
    exclusions.add(new Exclusion(RENEW_ANON_VOLUMES, CreationFlags.NO_RECREATE));
    exclusions.add(new Exclusion(ALWAYS_RECREATE_DEPS, CreationFlags.NO_RECREATE));
    return exclusions;
  }

  static UpFlags of(Arguments given) {
    CreationFlags creation = CreationFlags.of(given);
    return new UpFlags(
        UpProject.selection(
            given.operands(), given.has(NO_DEPS) ? Dependencies.WITHOUT : Dependencies.WITH),
        creation,
        recreation(creation, given),
        given.has(NO_START) ? Start.CREATED : Start.STARTED,
        new Waiting(given.has(WAIT) ? Caller.STAYS : Caller.LEAVES, given.get(Timeouts.WAIT)),
        given.get(GateFlag.GATE),
        given.has(RERUN_JOBS) ? Optional.of(Rerun.ALWAYS) : Optional.empty());
  }

  /** Whether the call ends when all is up, whatever else it says. */
  boolean endsByItself() {
    return waiting.isForCaller() || start == Start.CREATED;
  }

  /**
   * What the flags leave open the environment says, and the name we are called by. {@code
   * exitCodeFrom} is the service whose end is asked for.
   */
  UpOptions options(Session session, Optional<ServiceName> exitCodeFrom) {
    return new UpOptions(
        selection,
        recreation,
        creation.images(),
        new UpOptions.Starting(start, GateFlag.of(gates, session), waiting),
        orphans(session),
        new UpOptions.Reruns(UpProject.usualRerun(session), rerun, exitCodeFrom));
  }

  private static UpOptions.Recreation recreation(CreationFlags creation, Arguments given) {
    boolean renews = given.has(RENEW_ANON_VOLUMES);
    return new UpOptions.Recreation(
        creation.recreate(),
        given.has(ALWAYS_RECREATE_DEPS) ? Recreate.FORCE : creation.recreateDependencies(),
        renews ? AnonymousVolumes.RENEW : AnonymousVolumes.INHERIT,
        given.get(Timeouts.STOP),
        Set.of());
  }

  private OrphanPolicy orphans(Session session) {
    return session.isTrueHere("COMPOSE_REMOVE_ORPHANS")
        ? OrphanPolicy.REMOVE
        : creation.orphans(session);
  }
}
