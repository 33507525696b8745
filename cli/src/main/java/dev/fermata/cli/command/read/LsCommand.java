package dev.fermata.cli.command.read;

import dev.fermata.cli.grammar.Arguments;
import dev.fermata.cli.grammar.Flag;
import dev.fermata.cli.grammar.Misuse;
import dev.fermata.cli.grammar.Operands;
import dev.fermata.cli.session.Command;
import dev.fermata.cli.session.Ending;
import dev.fermata.cli.session.Session;
import dev.fermata.cli.text.Columns;
import dev.fermata.cli.text.JsonText;
import dev.fermata.runner.engine.listing.ContainerQuery;
import dev.fermata.runner.engine.listing.ContainerQuery.Reach;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** Lists the projects that an engine has, whoever made them; no files are read. */
public final class LsCommand implements Command {
  private static final int COLUMN = 20;
  private static final String BY_NAME = "name=";

  private static final Flag<Boolean> ALL = Flag.off("Those that do not run as well", "-a", "--all");
  private static final Flag<Boolean> QUIET = Flag.off("Only names", "-q", "--quiet");
  private static final Flag<String> FORMAT =
      Flag.oneOf(List.of("table", "json", "pretty"), "FORMAT", "table or json", "--format");
  private static final Flag<List<Pattern>> FILTER =
      Flag.texts("FILTER", "name=REGEX: those whose name has a match", "--filter")
          .offering("name=")
          .as((flag, given) -> given.stream().map(text -> filter(flag, text)).toList());

  @Override
  public String summary() {
    return "List the projects that an engine has";
  }

  @Override
  public List<Flag<?>> flags() {
    return List.of(ALL, QUIET, FORMAT, FILTER);
  }

  @Override
  public Operands operands() {
    return Operands.NONE;
  }

  @Override
  public List<Example> examples() {
    return List.of(
        new Example("ls --all", "All projects, those that are stopped included"),
        new Example("ls -q --filter name=^test-", "The names of the projects of tests"));
  }

  /** What is printed of projects. */
  private enum Shape {
    NAMES,
    JSON,
    TABLE
  }

  @Override
  public Call read(Arguments given) {
    Reach reach = given.has(ALL) ? Reach.ALL : Reach.RUNNING;
    List<Pattern> filters = given.get(FILTER);
    Shape shape = shape(given);
    return session -> {
      print(session, projects(session, reach, filters), shape);
      return Ending.SUCCEEDED;
    };
  }

  private static List<ListedProject> projects(Session session, Reach reach, List<Pattern> filters) {
    var listed = session.engine().containers().list(ContainerQuery.ofProjects(reach));
    return ListedProject.of(listed).stream()
        .filter(project ->
            filters.isEmpty()
                || filters.stream().anyMatch(filter -> filter.matcher(project.name()).find()))
        .toList();
  }

  private static Shape shape(Arguments given) {
    if (given.has(QUIET)) {
      return Shape.NAMES;
    }
    return given.get(FORMAT).equals("json") ? Shape.JSON : Shape.TABLE;
  }

  private static void print(Session session, List<ListedProject> projects, Shape shape) {
    switch (shape) {
      case NAMES -> projects.forEach(project -> session.out().println(project.name()));
      case JSON -> session.out().println(json(projects));
      case TABLE -> table(projects).forEach(session.out()::println);
    }
  }

  private static List<String> table(List<ListedProject> projects) {
    var rows = new ArrayList<List<String>>();
    rows.add(List.of("NAME", "STATUS", "CONFIG FILES"));
    projects.forEach(it -> rows.add(List.of(it.name(), it.status(), it.configFiles())));
    return Columns.lines(rows, COLUMN);
  }

  private static String json(List<ListedProject> projects) {
    return JsonText.of(json -> {
      json.writeStartArray();
      for (ListedProject project : projects) {
        json.writeStartObject();
        json.writeStringField("Name", project.name());
        json.writeStringField("Status", project.status());
        json.writeStringField("ConfigFiles", project.configFiles());
        json.writeEndObject();
      }
      json.writeEndArray();
    });
  }

  private static Pattern filter(String flag, String text) {
    if (!text.startsWith(BY_NAME)) {
      throw new Misuse("`" + flag + "` knows `name=REGEX` only, not `" + text + "`");
    }
    String name = text.substring(BY_NAME.length());
    try {
      return Pattern.compile(name);
    } catch (PatternSyntaxException e) {
      throw new Misuse(
          "`%s`: `%s` is no regular expression: %s".formatted(flag, name, e.getDescription()));
    }
  }
}
