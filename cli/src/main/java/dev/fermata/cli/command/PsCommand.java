package dev.fermata.cli.command;

import dev.fermata.cli.grammar.Arguments;
import dev.fermata.cli.grammar.Flag;
import dev.fermata.cli.grammar.Misuse;
import dev.fermata.cli.session.Command;
import dev.fermata.cli.session.Ending;
import dev.fermata.cli.session.KnownServices;
import dev.fermata.cli.session.Projects;
import dev.fermata.cli.session.Session;
import dev.fermata.cli.template.Datum;
import dev.fermata.cli.text.ContainerFields;
import dev.fermata.cli.text.ContainerText;
import dev.fermata.cli.text.ContainerText.Width;
import dev.fermata.cli.text.RowFormat;
import dev.fermata.cli.text.TemplateOutput;
import dev.fermata.model.ServiceName;
import dev.fermata.planner.observed.Observed;
import dev.fermata.planner.observed.ObservedContainer;
import dev.fermata.planner.request.Target;
import dev.fermata.runner.engine.ObserveRequest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Lists the containers of a project; its labels are enough. */
final class PsCommand implements Command {
  private static final String STATUS_FILTER = "status=";

  /** Of which users ask; an engine may have others. */
  private static final List<String> STATES =
      List.of("paused", "restarting", "removing", "running", "dead", "created", "exited");

  private static final Flag<Boolean> ALL =
      Flag.off("Stopped ones and one-offs as well", "-a", "--all");
  private static final Flag<Boolean> QUIET = Flag.off("Only ids", "-q", "--quiet");
  private static final Flag<Boolean> SERVICES =
      Flag.off("Only the names of services", "--services");
  private static final Flag<Boolean> NO_TRUNC = Flag.off("Do not cut long texts", "--no-trunc");
  private static final Flag<Boolean> ORPHANS =
      Flag.on("Those of services that the files do not have; on by default", "--orphans");
  private static final Flag<Optional<String>> FORMAT =
      Flag.text("FORMAT", "table, json, or a template such as '{{.Name}}'", "--format")
          .offering("table", "json");
  private static final Flag<List<String>> STATUS =
      Flag.texts("STATE", "Only containers in this state", "--status").offering(STATES);
  private static final Flag<List<String>> FILTER =
      Flag.texts("FILTER", "status=STATE", "--filter")
          .offering(STATES.stream().map(STATUS_FILTER::concat).toList());

  @Override
  public String summary() {
    return "List containers";
  }

  @Override
  public List<Example> examples() {
    return List.of(
        new Example("ps -a", "All containers, those that have ended included"),
        new Example("ps --format '{{.Service}}: {{.Status}}'", "What you want to see of each"));
  }

  @Override
  public List<Flag<?>> flags() {
    return List.of(ALL, QUIET, SERVICES, NO_TRUNC, ORPHANS, FORMAT, STATUS, FILTER);
  }

  /** Which containers to list. */
  private record Wanted(List<String> services, boolean all, boolean orphans, List<String> states) {}

  /** What is shown of each. */
  private enum Shape {
    IDS,
    SERVICES,
    ROWS
  }

  @Override
  public Call read(Arguments given) {
    var wanted = new Wanted(given.operands(), given.has(ALL), given.has(ORPHANS), states(given));
    Width width = given.has(NO_TRUNC) ? Width.FULL : Width.CUT;
    Shape whole = given.has(SERVICES) ? Shape.SERVICES : Shape.ROWS;
    Shape shape = given.has(QUIET) ? Shape.IDS : whole;
    Optional<String> format = given.get(FORMAT).filter(text -> !text.isEmpty());
    return session -> {
      String how = format.or(() -> session.clientSetting("psFormat")).orElse("table");
      Optional<TemplateOutput> template = RowFormat.template(how);
      List<ObservedContainer> shown = containers(session, wanted);
      switch (shape) {
        case IDS -> shown.forEach(container -> session.out().println(container.id()));
        case SERVICES -> services(shown).forEach(session.out()::println);
        case ROWS ->
            template.ifPresentOrElse(
                form -> print(session, shown, width, form),
                () -> print(session, shown, width, how));
      }
      return Ending.SUCCEEDED;
    };
  }

  private static List<ObservedContainer> containers(Session session, Wanted wanted) {
    Target target = new Projects(session).target();
    Observed observed = session.engine().system().observe(ObserveRequest.of(target.name()));
    Set<ServiceName> services = KnownServices.of(target, wanted.services(), observed);
    return observed.containers().stream()
        .filter(c -> services.isEmpty() || services.contains(c.service()))
        .filter(c -> isWanted(c, wanted))
        .filter(c -> wanted.orphans() || isDeclared(c, target))
        .toList();
  }

  private static void print(
      Session session, List<ObservedContainer> shown, Width width, TemplateOutput template) {
    List<Datum.Fields> rows =
        shown.stream().map(c -> ContainerFields.of(c, width, session.now())).toList();
    RowFormat.lines(template, rows, ContainerFields.headers()).forEach(session.out()::println);
  }

  /** Whether the files have it, where there are files. */
  private static boolean isDeclared(ObservedContainer container, Target target) {
    return target.project().isEmpty()
        || target.project().get().services().containsKey(container.service());
  }

  private static List<String> states(Arguments given) {
    var states = new ArrayList<>(given.get(STATUS));
    for (String filter : given.get(FILTER)) {
      if (!filter.startsWith(STATUS_FILTER)) {
        throw new Misuse("`--filter` knows `status=STATE` only, not `" + filter + "`");
      }
      states.add(filter.substring(STATUS_FILTER.length()));
    }
    return states;
  }

  private static boolean isWanted(ObservedContainer container, Wanted wanted) {
    if (container.isHook()) {
      return false;
    }
    if (!wanted.states().isEmpty()) {
      return !container.oneOff() && wanted.states().contains(container.state().text());
    }
    return wanted.all() || (container.state().mayRun() && !container.oneOff());
  }

  private static List<ServiceName> services(List<ObservedContainer> shown) {
    return shown.stream().map(ObservedContainer::service).distinct().sorted().toList();
  }

  private static void print(
      Session session, List<ObservedContainer> shown, Width width, String format) {
    Instant now = session.now();
    if (format.equals("json")) {
      shown.forEach(c -> session.out().println(ContainerFields.of(c, width, now).json()));
      return;
    }
    ContainerText.table(shown, width, now).forEach(session.out()::println);
  }
}
