package dev.fermata.cli.command;

import static dev.fermata.cli.command.Flags.flag;
import static dev.fermata.cli.command.Flags.hiddenFlag;
import static dev.fermata.cli.command.Flags.value;

import dev.fermata.model.PullPolicy;
import dev.fermata.model.PullPolicy.Kind;
import dev.fermata.model.Rerun;
import dev.fermata.model.ServiceName;
import dev.fermata.planner.OrphanPolicy;
import dev.fermata.planner.UpOptions;
import dev.fermata.planner.UpOptions.AnonymousVolumes;
import dev.fermata.planner.UpOptions.Building;
import dev.fermata.planner.UpOptions.Dependencies;
import dev.fermata.planner.UpOptions.Recreate;
import dev.fermata.planner.UpOptions.Start;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import picocli.CommandLine.Model.OptionSpec;

/** The flags that shape the plan of {@code up}; {@code plan} has the same. */
final class UpFlags {
  private UpFlags() {}

  static List<OptionSpec> options() {
    return List.of(
        flag("Build images first", "--build"),
        flag("Build no image, even if it is missing", "--no-build"),
        value("POLICY", "Pull images: always, missing, never, build", "--pull"),
        flag("Show no layers while pulling", "--quiet-pull"),
        flag("Show no output of builds", "--quiet-build"),
        flag("Remove containers of services that are gone", "--remove-orphans"),
        Flags.values("SERVICE=N", "Run N containers of the service", "--scale"),
        flag("Recreate containers even if nothing changed", "--force-recreate"),
        flag("Recreate no container", "--no-recreate"),
        flag("Create only", "--no-start"),
        flag("Run jobs again that have ended well, even if nothing changed", "--rerun-jobs"),
        flag("Leave out what the services depend on", "--no-deps"),
        flag("Recreate dependencies as well", "--always-recreate-deps"),
        flag("New anonymous volumes in place of the old", "-V", "--renew-anon-volumes"),
        value("SECONDS", "Time to stop a container", "-t", "--timeout"),
        flag("Wait until all is ready; implies --detach", "--wait"),
        value("SECONDS", "Longest wait for a service", "--wait-timeout"),
        GateFlag.option(),
        flag("Answer questions with yes", "-y", "--yes"),
        hiddenFlag("--menu"));
  }

  static void check(Arguments given) {
    given.exclude("--build", "--no-build");
    given.exclude("--force-recreate", "--no-recreate");
    given.exclude("--renew-anon-volumes", "--no-recreate");
    given.exclude("--always-recreate-deps", "--no-recreate");
  }

  static UpOptions of(Arguments given, Session session) {
    return new UpOptions(
        selection(given),
        recreation(given),
        images(given),
        starting(given, session),
        orphans(given, session),
        reruns(given, session));
  }

  /** Docker Compose runs jobs on every {@code up}: so do we in its place. */
  private static UpOptions.Reruns reruns(Arguments given, Session session) {
    return new UpOptions.Reruns(
        session.isCalledCompose() ? Rerun.ALWAYS : Rerun.CHANGED,
        given.has("--rerun-jobs") ? Optional.of(Rerun.ALWAYS) : Optional.empty(),
        given.text("--exit-code-from").map(ServiceName::new));
  }

  private static UpOptions.Selection selection(Arguments given) {
    var services = new TreeSet<ServiceName>();
    given.positionals().forEach(name -> services.add(new ServiceName(name)));
    return new UpOptions.Selection(
        services, given.has("--no-deps") ? Dependencies.WITHOUT : Dependencies.WITH);
  }

  private static UpOptions.Recreation recreation(Arguments given) {
    Recreate named = named(given);
    Recreate dependencies = named == Recreate.NEVER ? Recreate.NEVER : Recreate.DIVERGED;
    return new UpOptions.Recreation(
        named,
        given.has("--always-recreate-deps") ? Recreate.FORCE : dependencies,
        given.has("--renew-anon-volumes") ? AnonymousVolumes.RENEW : AnonymousVolumes.INHERIT,
        given.seconds("--timeout"),
        Set.of());
  }

  private static Recreate named(Arguments given) {
    if (given.has("--force-recreate") || given.has("--renew-anon-volumes")) {
      return Recreate.FORCE;
    }
    return given.has("--no-recreate") ? Recreate.NEVER : Recreate.DIVERGED;
  }

  private static UpOptions.Images images(Arguments given) {
    Building building = given.has("--build") ? Building.ALWAYS : Building.WHERE_MISSING;
    return new UpOptions.Images(
        given.has("--no-build") ? Building.NEVER : building, pull(given), UpOptions.Round.FIRST);
  }

  private static Optional<PullPolicy> pull(Arguments given) {
    return given
        .text("--pull")
        .map(text ->
            switch (text) {
              case "always" -> PullPolicy.of(Kind.ALWAYS);
              case "missing", "if_not_present" -> PullPolicy.of(Kind.MISSING);
              case "never" -> PullPolicy.of(Kind.NEVER);
              case "build" -> PullPolicy.of(Kind.BUILD);
              default ->
                  throw EarlyEnd.misused(
                      "`--pull` is one of always, missing, never, build, not `" + text + "`");
            });
  }

  private static UpOptions.Starting starting(Arguments given, Session session) {
    return new UpOptions.Starting(
        given.has("--no-start") ? Start.CREATED : Start.STARTED,
        GateFlag.of(session),
        given.has("--wait")
            ? Optional.of(new UpOptions.Waiting(given.seconds("--wait-timeout")))
            : Optional.empty());
  }

  private static OrphanPolicy orphans(Arguments given, Session session) {
    if (given.has("--remove-orphans") || session.isTrueHere("COMPOSE_REMOVE_ORPHANS")) {
      return OrphanPolicy.REMOVE;
    }
    return session.isTrueHere("COMPOSE_IGNORE_ORPHANS") ? OrphanPolicy.IGNORE : OrphanPolicy.NOTE;
  }
}
