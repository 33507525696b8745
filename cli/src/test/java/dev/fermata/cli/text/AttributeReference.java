package dev.fermata.cli.text;

import static java.util.stream.Collectors.joining;

import dev.fermata.model.schema.Schema;
import dev.fermata.model.schema.attribute.Attribute;
import dev.fermata.model.schema.attribute.Attribute.Trait;
import dev.fermata.model.schema.attribute.Form;
import dev.fermata.model.schema.attribute.Table;
import dev.fermata.model.schema.attribute.Treatment;
import dev.fermata.model.schema.container.ContainerTable;
import dev.fermata.model.schema.service.JobTable;
import dev.fermata.runner.docker.create.CreateTable;
import dev.fermata.runner.docker.create.FieldTable;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;

/** Writes {@code docs/attributes.md}: the attribute tables, joined with that of the create call. */
final class AttributeReference {
  private static final String INTRODUCTION =
      """
      # Attributes

      Every attribute that Fermata reads. This file is made from the attribute tables and from the table of the create call; to
      rewrite it, run the tests of `cli` with `-Dfermata.golden=write`. `fermata schema` prints the same for editors.

      - **Written as**: all forms, the short ones included. Where a number or a boolean is wanted, text with a variable will do.
      - **In a merge**: what becomes of the value when another file, or `extends`, gives the attribute as well. `!reset` takes
        it away and `!override` replaces it, whatever stands here.
      - **Fermata**: *given to the engine*, *done by Fermata*, *of no effect* (as in Docker Compose), *swarm only*, *not run yet*
        (checked and shown by `config`; other commands warn), or *not yet*: refused by commands that would change the engine.
      - **Engine**: the field of the create call, and the least version of the engine's API where that is not every one.

      Keys that start with `x-` are let through wherever a mapping is not said to refuse them.
      """;

  private final Set<Table> seen = new HashSet<>();
  private final StringBuilder sections = new StringBuilder();
  private final Meanings meanings = Meanings.read();
  private final Set<String> unexplained = new TreeSet<>();
  private final Set<String> explained = new HashSet<>();
  private final Map<Treatment, List<String>> byTreatment = new EnumMap<>(Treatment.class);
  private final List<String> nowhere = new ArrayList<>();
  private final Deque<Section> open = new ArrayDeque<>();

  private AttributeReference() {}

  static String text() {
    var reference = new AttributeReference();
    reference.open("", "The top level", tables(Schema.form()).getFirst());
    while (!reference.open.isEmpty()) {
      reference.section(reference.open.removeFirst());
    }
    if (!reference.nowhere.isEmpty()) {
      throw new IllegalStateException(
          "given to the engine, but nobody says where: " + reference.nowhere);
    }
    reference.checkMeanings();
    return INTRODUCTION + reference.withoutEffect() + reference.sections;
  }

  private void checkMeanings() {
    var unused = new TreeSet<>(meanings.places());
    unused.removeAll(explained);
    if (!unexplained.isEmpty() || !unused.isEmpty()) {
      throw new IllegalStateException(
          "attributes without a meaning: %s; meanings without an attribute: %s"
              .formatted(unexplained, unused));
    }
  }

  private String withoutEffect() {
    return """

    ## Not supported

    What no engine outside of a swarm has; a command that would change an engine refuses it:

    %s

    What `up`, `create` and `start` refuse, as in Docker Compose:

    %s

    ## Of no effect

    As in Docker Compose, which gives these to no engine:

    %s

    In a swarm only:

    %s
    """
        .formatted(
            list(Treatment.NO_ENGINE),
            list(Treatment.NOT_RUN),
            list(Treatment.IGNORED_WITH_WARNING),
            list(Treatment.SWARM_ONLY));
  }

  private String list(Treatment treatment) {
    return byTreatment.getOrDefault(treatment, List.of()).stream()
        .map(path -> "- `" + path + "`")
        .collect(joining("\n"));
  }

  /** A table whose section is still to be written. */
  private record Section(String path, String title, Table table) {}

  private void open(String path, String title, Table table) {
    if (seen.add(table)) {
      open.addLast(new Section(path, title, table));
    }
  }

  /** A table; those of its attributes that are mappings themselves follow later. */
  private void section(Section section) {
    sections.append("\n## ").append(section.title()).append("\n\n");
    if (!section.table().allowsExtensions()) {
      sections.append("Refuses `x-` keys.\n\n");
    }
    Predicate<String> shared = shared(section.path());
    if (section.table().attributes().stream().anyMatch(row -> shared.test(row.name()))) {
      sections.append("What stands under `services` about containers, and:\n\n");
    }
    sections.append(
        "| attribute | what for | written as | default | in a merge | Fermata | engine |\n");
    sections.append("| --- | --- | --- | --- | --- | --- | --- |\n");
    for (Attribute<?> row : section.table().attributes()) {
      if (shared.test(row.name())) {
        continue;
      }
      String path = section.path().isEmpty() ? row.name() : section.path() + "." + row.name();
      sections.append(line(path, row));
      tables(row.shape().form())
          .forEach(inner -> open(path, "`" + path + "`: " + subject(inner), inner));
    }
  }

  /** What is said of containers once, where services are. */
  private static Predicate<String> shared(String path) {
    return switch (path) {
      case "services.pre_start" -> ContainerTable::has;
      case "jobs" -> JobTable::shares;
      default -> name -> false;
    };
  }

  private static String subject(Table table) {
    return table.subject().replace("`", "");
  }

  private String line(String path, Attribute<?> row) {
    note(path, row.treatment());
    Optional<String> meaning = meanings.of(path);
    (meaning.isPresent() ? explained : unexplained).add(path);
    String name = "`" + row.name() + "`" + (row.is(Trait.REQUIRED) ? " (required)" : "");
    return "| "
        + String.join(
            " | ",
            name,
            meaning.orElse(""),
            AttributeText.forms(row.shape().form()),
            AttributeText.fallback(row).map(text -> "`" + text + "`").orElse(""),
            row.shape().merging(),
            AttributeText.treatment(row.treatment()),
            engine(path, row))
        + " |\n";
  }

  /** Of an attribute and what is below it, the attribute alone is named. */
  private void note(String path, Treatment treatment) {
    List<String> alike = byTreatment.computeIfAbsent(treatment, key -> new ArrayList<>());
    if (alike.stream().noneMatch(above -> path.startsWith(above + "."))) {
      alike.add(path);
    }
  }

  private String engine(String path, Attribute<?> row) {
    List<CreateTable.Destination> fields =
        FieldTable.destinations().stream()
            .filter(destination -> destination.attribute().equals(path))
            .toList();
    if (row.treatment() == Treatment.MAPPED && fields.isEmpty()) {
      nowhere.add(path);
    }
    return row.treatment() == Treatment.NO_ENGINE
        ? ""
        : fields.stream().map(AttributeReference::field).distinct().collect(joining(", "));
  }

  private static String field(CreateTable.Destination destination) {
    boolean named = !destination.field().contains(" ");
    String field = named ? "`" + destination.field() + "`" : destination.field();
    return destination.since().toString().equals("1.0")
        ? field
        : field + " (API " + destination.since() + ")";
  }

  private static List<Table> tables(Form form) {
    return switch (form) {
      case Form.Attributes(Table table) -> List.of(table);
      case Form.ListOf list -> tables(list.item());
      case Form.MapOf map -> tables(map.value());
      case Form.AnyOf(List<Form> forms) ->
          forms.stream().flatMap(one -> tables(one).stream()).distinct().toList();
      case Form.Single single -> List.of();
      case Form.Anything anything -> List.of();
    };
  }
}
