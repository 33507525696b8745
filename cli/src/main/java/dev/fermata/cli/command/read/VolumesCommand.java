package dev.fermata.cli.command.read;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toSet;

import dev.fermata.cli.grammar.Arguments;
import dev.fermata.cli.grammar.Flag;
import dev.fermata.cli.session.Command;
import dev.fermata.cli.session.Ending;
import dev.fermata.cli.session.Projects;
import dev.fermata.cli.session.Session;
import dev.fermata.cli.template.Datum;
import dev.fermata.cli.text.RowFormat;
import dev.fermata.runner.engine.listing.VolumeListing;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;

/** Lists the volumes of a project, or those that its services mount. */
public final class VolumesCommand implements Command {
  private static final String COLUMNS = "{{.Driver}}\t{{.Name}}";

  /** What only volumes of a swarm have, and what no list measures. */
  private static final String UNKNOWN = "N/A";

  private static final Flag<Boolean> QUIET = Flag.off("Only names", "-q", "--quiet");
  private static final Flag<RowFormat> FORMAT =
      Flag.text("FORMAT", "table, json, or a template such as '{{.Name}}'", "--format")
          .offering("table", "json")
          .as((flag, format) -> RowFormat.of(format.orElse("table"), COLUMNS));

  @Override
  public String summary() {
    return "List volumes";
  }

  @Override
  public List<Flag<?>> flags() {
    return List.of(QUIET, FORMAT);
  }

  @Override
  public List<Example> examples() {
    return List.of(
        new Example("volumes", "The volumes of the project"),
        new Example(
            "volumes --format '{{.Name}} {{.Mountpoint}}' db",
            "Where the data of `db` is on the engine's host"));
  }

  @Override
  public Call read(Arguments given) {
    List<String> services = given.operands();
    boolean quiet = given.has(QUIET);
    RowFormat format = given.get(FORMAT);
    return session -> {
      List<VolumeListing> volumes = volumes(session, services);
      if (quiet) {
        volumes.forEach(volume -> session.out().println(volume.name()));
        return Ending.SUCCEEDED;
      }
      List<Datum.Fields> rows = volumes.stream().map(VolumesCommand::fields).toList();
      format.lines(rows, headers()).forEach(session.out()::println);
      return Ending.SUCCEEDED;
    };
  }

  private static List<VolumeListing> volumes(Session session, List<String> services) {
    if (services.isEmpty()) {
      var project = new Projects(session).seen(services).name();
      return session.engine().volumes().list(project);
    }
    SeenContainers seen = SeenContainers.of(session, services);
    Set<String> mounted =
        seen.chosen().stream()
            .flatMap(container -> container.mounts().stream())
            .flatMap(mount -> mount.volume().stream())
            .collect(toSet());
    return session.engine().volumes().list(seen.target().name()).stream()
        .filter(volume -> mounted.contains(volume.name()))
        .toList();
  }

  private static Datum.Fields fields(VolumeListing volume) {
    var fields = new LinkedHashMap<String, Datum>();
    fields.put("Availability", Datum.of(UNKNOWN));
    fields.put("Driver", Datum.of(volume.driver()));
    fields.put("Group", Datum.of(UNKNOWN));
    fields.put("Label", new Datum.Lookup(name -> volume.labels().getOrDefault(name, "")));
    fields.put("Labels", Datum.of(labels(volume)));
    fields.put("Links", Datum.of(UNKNOWN));
    fields.put("Mountpoint", Datum.of(volume.mountpoint()));
    fields.put("Name", Datum.of(volume.name()));
    fields.put("Scope", Datum.of(volume.scope()));
    fields.put("Size", Datum.of(UNKNOWN));
    fields.put("Status", Datum.of(UNKNOWN));
    return new Datum.Fields(fields);
  }

  private static String labels(VolumeListing volume) {
    return volume.labels().entrySet().stream()
        .map(label -> label.getKey() + "=" + label.getValue())
        .collect(joining(","));
  }

  private static Datum.Fields headers() {
    var headers = new LinkedHashMap<String, Datum>();
    headers.put("Availability", Datum.of("AVAILABILITY"));
    headers.put("Driver", Datum.of("DRIVER"));
    headers.put("Group", Datum.of("GROUP"));
    headers.put("Label", new Datum.Lookup(name -> name.substring(name.lastIndexOf('.') + 1)));
    headers.put("Labels", Datum.of("LABELS"));
    headers.put("Links", Datum.of("LINKS"));
    headers.put("Mountpoint", Datum.of("MOUNTPOINT"));
    headers.put("Name", Datum.of("VOLUME NAME"));
    headers.put("Scope", Datum.of("SCOPE"));
    headers.put("Size", Datum.of("SIZE"));
    headers.put("Status", Datum.of("STATUS"));
    return new Datum.Fields(headers);
  }
}
