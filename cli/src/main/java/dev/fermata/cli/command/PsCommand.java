package dev.fermata.cli.command;

import static dev.fermata.cli.command.Flags.flag;
import static dev.fermata.cli.command.Flags.value;

import dev.fermata.cli.template.Datum;
import dev.fermata.cli.template.TemplateException;
import dev.fermata.cli.text.ContainerFields;
import dev.fermata.cli.text.ContainerText;
import dev.fermata.cli.text.ContainerText.Width;
import dev.fermata.cli.text.Formatted;
import dev.fermata.model.ServiceName;
import dev.fermata.planner.Target;
import dev.fermata.planner.observed.Observed;
import dev.fermata.planner.observed.ObservedContainer;
import dev.fermata.runner.engine.ObserveRequest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import picocli.CommandLine.Model.OptionSpec;

/** Lists the containers of a project; its labels are enough. */
final class PsCommand implements Command {
  private static final String STATUS_FILTER = "status=";

  @Override
  public String summary() {
    return "List containers";
  }

  @Override
  public List<OptionSpec> options() {
    return List.of(
        flag("Stopped ones and one-offs as well", "-a", "--all"),
        flag("Only ids", "-q", "--quiet"),
        flag("Only the names of services", "--services"),
        flag("Do not cut long texts", "--no-trunc"),
        flag("Those of services that the files do not have; on by default", "--orphans"),
        value("FORMAT", "table, json, or a template such as '{{.Name}}'", "--format"),
        Flags.values("STATE", "Only containers in this state", "--status"),
        Flags.values("FILTER", "status=STATE", "--filter"));
  }

  @Override
  public Ending run(Session session) {
    Arguments given = session.given();
    String format = format(session);
    Optional<Formatted> template = template(format);
    List<String> states = states(given);
    Target target = new Projects(session).target();
    Observed observed = session.engine().system().observe(ObserveRequest.of(target.name()));
    Set<ServiceName> services = KnownServices.of(session, target, observed);
    List<ObservedContainer> shown =
        observed.containers().stream()
            .filter(c -> services.isEmpty() || services.contains(c.service()))
            .filter(c -> isWanted(c, given, states))
            .filter(c -> isDeclared(c, target, given))
            .toList();
    if (template.isPresent() && !given.has("--quiet") && !given.has("--services")) {
      print(session, shown, template.get());
      return Ending.SUCCEEDED;
    }
    print(session, shown, format);
    return Ending.SUCCEEDED;
  }

  /** The flag, else what the docker client's settings say of {@code ps}. */
  private static String format(Session session) {
    return session
        .given()
        .text("--format")
        .filter(text -> !text.isEmpty())
        .or(() -> session.clientSetting("psFormat"))
        .orElse("table");
  }

  private static Optional<Formatted> template(String format) {
    if (format.equals("table") || format.equals("json")) {
      return Optional.empty();
    }
    if (!Formatted.isTemplate(format)) {
      throw EarlyEnd.misused(
          "`--format` is table, json or a template such as `{{.Name}}`, not `" + format + "`");
    }
    try {
      return Optional.of(Formatted.by(format));
    } catch (TemplateException e) {
      throw wrong(e);
    }
  }

  private static EarlyEnd wrong(TemplateException e) {
    return EarlyEnd.misused(
        "the template of `--format` is wrong at character %d: %s"
            .formatted(e.position(), e.getMessage()));
  }

  private static void print(Session session, List<ObservedContainer> shown, Formatted template) {
    Width width = session.given().has("--no-trunc") ? Width.FULL : Width.CUT;
    List<Datum.Fields> rows =
        shown.stream().map(c -> ContainerFields.of(c, width, session.now())).toList();
    try {
      template.lines(rows, ContainerFields.headers()).forEach(session.out()::println);
    } catch (TemplateException e) {
      throw wrong(e);
    }
  }

  /** Those that the files have, where orphans are not wanted and there are files. */
  private static boolean isDeclared(ObservedContainer container, Target target, Arguments given) {
    return !given.isOff("--orphans")
        || target.project().isEmpty()
        || target.project().get().services().containsKey(container.service());
  }

  private static List<String> states(Arguments given) {
    var states = new ArrayList<>(given.texts("--status"));
    for (String filter : given.texts("--filter")) {
      if (!filter.startsWith(STATUS_FILTER)) {
        throw EarlyEnd.misused("`--filter` knows `status=STATE` only, not `" + filter + "`");
      }
      states.add(filter.substring(STATUS_FILTER.length()));
    }
    return states;
  }

  private static boolean isWanted(
      ObservedContainer container, Arguments given, List<String> states) {
    if (!states.isEmpty()) {
      return !container.oneOff() && states.contains(container.state().text());
    }
    return given.has("--all") || (container.state().mayRun() && !container.oneOff());
  }

  private static void print(Session session, List<ObservedContainer> shown, String format) {
    Width width = session.given().has("--no-trunc") ? Width.FULL : Width.CUT;
    if (session.given().has("--quiet")) {
      shown.forEach(container -> session.out().println(container.id()));
      return;
    }
    if (session.given().has("--services")) {
      shown.stream()
          .map(ObservedContainer::service)
          .distinct()
          .sorted()
          .forEach(session.out()::println);
      return;
    }
    Instant now = session.now();
    if (format.equals("json")) {
      shown.forEach(c -> session.out().println(ContainerFields.of(c, width, now).json()));
      return;
    }
    ContainerText.table(shown, width, now).forEach(session.out()::println);
  }
}
