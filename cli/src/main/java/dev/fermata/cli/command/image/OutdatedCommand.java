package dev.fermata.cli.command.image;

import dev.fermata.cli.command.up.UpProject;
import dev.fermata.cli.grammar.Arguments;
import dev.fermata.cli.grammar.Flag;
import dev.fermata.cli.session.Command;
import dev.fermata.cli.session.Ending;
import dev.fermata.cli.session.Projects;
import dev.fermata.cli.session.Session;
import dev.fermata.cli.template.Datum;
import dev.fermata.cli.text.EngineText;
import dev.fermata.cli.text.RowFormat;
import dev.fermata.model.Project;
import dev.fermata.model.Service;
import dev.fermata.planner.input.UpInput;
import dev.fermata.planner.request.UpOptions.Dependencies;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Says for which services a registry has a newer image than the engine. */
public final class OutdatedCommand implements Command {
  private static final int SHORT = "sha256:".length() + 12;
  private static final String COLUMNS =
      "{{.Service}}\t{{.Image}}\t{{truncate .Current 19}}\t{{truncate .Latest 19}}\t{{.Status}}";

  private static final Flag<RowFormat> FORMAT =
      Flag.text("FORMAT", "table, json, or a template such as '{{.Service}}'", "--format")
          .as((flag, format) -> RowFormat.of(format.orElse("table"), COLUMNS));
  private static final Flag<Boolean> EXIT_CODE =
      Flag.off("Exit code 2 where an image is outdated", "--exit-code");

  @Override
  public String summary() {
    return "List for which services there are newer images; pull nothing";
  }

  @Override
  public List<Flag<?>> flags() {
    return List.of(FORMAT, EXIT_CODE);
  }

  @Override
  public List<Example> examples() {
    return List.of(
        new Example("outdated", "What the engine has, beside what the registries serve now"),
        new Example("outdated --exit-code db", "Whether there is a newer image, for a script"));
  }

  @Override
  public Call read(Arguments given) {
    RowFormat format = given.get(FORMAT);
    Ending whereOutdated = given.has(EXIT_CODE) ? new Ending.ChangesPending() : Ending.SUCCEEDED;
    return session -> {
      Project project = new Projects(session).images(given.operands());
      List<ServedImage> rows = new ServedImages(session).of(services(project, given.operands()));
      format
          .lines(rows.stream().map(OutdatedCommand::fields).toList(), headers())
          .forEach(session.out()::println);
      if (tellFailures(session, rows)) {
        return Ending.FOUND_MISTAKES;
      }
      return rows.stream().anyMatch(ServedImage::isOutdated) ? whereOutdated : Ending.SUCCEEDED;
    };
  }

  static List<Service> services(Project project, List<String> named) {
    return UpInput.selected(project, UpProject.selection(named, Dependencies.WITHOUT)).stream()
        .map(project::service)
        .toList();
  }

  /** Whether there are any. */
  static boolean tellFailures(Session session, List<ServedImage> rows) {
    rows.stream()
        .flatMap(row -> row.failure().stream())
        .map(failure -> String.join("\n", EngineText.lines(failure)))
        .distinct()
        .forEach(text -> session.err().println("error: " + text));
    return rows.stream().anyMatch(row -> row.failure().isPresent());
  }

  private static Datum.Fields fields(ServedImage row) {
    var fields = new LinkedHashMap<String, Datum>();
    fields.put("Service", Datum.of(row.service().text()));
    fields.put("Image", Datum.of(row.image().text()));
    fields.put("Current", Datum.of(row.current().orElse("")));
    fields.put("Latest", Datum.of(row.latest().orElse("")));
    fields.put("Status", Datum.of(row.status().text()));
    return new Datum.Fields(fields);
  }

  /** So much of a digest as people compare. */
  static String shortened(Optional<String> digest) {
    return digest.map(it -> it.substring(0, Math.min(SHORT, it.length()))).orElse("none");
  }

  private static Datum.Fields headers() {
    var headers = new LinkedHashMap<String, Datum>();
    for (String name : List.of("Service", "Image", "Current", "Latest", "Status")) {
      headers.put(name, Datum.of(name.toUpperCase(Locale.ROOT)));
    }
    return new Datum.Fields(headers);
  }
}
