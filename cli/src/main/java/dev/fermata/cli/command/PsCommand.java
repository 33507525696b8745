package dev.fermata.cli.command;

import static dev.fermata.cli.command.Flags.flag;
import static dev.fermata.cli.command.Flags.value;

import dev.fermata.cli.text.ContainerJson;
import dev.fermata.cli.text.ContainerText;
import dev.fermata.cli.text.ContainerText.Width;
import dev.fermata.model.ServiceName;
import dev.fermata.planner.observed.Observed;
import dev.fermata.planner.observed.ObservedContainer;
import dev.fermata.runner.Target;
import dev.fermata.runner.engine.ObserveRequest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
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
        value("FORMAT", "table or json", "--format"),
        Flags.values("STATE", "Only containers in this state", "--status"),
        Flags.values("FILTER", "status=STATE", "--filter"));
  }

  @Override
  public Ending run(Session session) {
    Arguments given = session.given();
    String format = given.oneOf("--format", List.of("table", "json"), "table");
    List<String> states = states(given);
    Target target = new Projects(session).target();
    Observed observed = session.engine().observe(ObserveRequest.of(target.name()));
    Set<ServiceName> services = KnownServices.of(session, target, observed);
    List<ObservedContainer> shown =
        observed.containers().stream()
            .filter(c -> services.isEmpty() || services.contains(c.service()))
            .filter(c -> isWanted(c, given, states))
            .toList();
    print(session, shown, format);
    return Ending.SUCCEEDED;
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
      shown.forEach(c -> session.out().println(ContainerJson.of(c, width, now)));
      return;
    }
    ContainerText.table(shown, width, now).forEach(session.out()::println);
  }
}
