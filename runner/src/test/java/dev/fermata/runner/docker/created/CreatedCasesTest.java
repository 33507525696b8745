package dev.fermata.runner.docker.created;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fermata.model.schema.Schema;
import dev.fermata.model.schema.attribute.Attribute;
import dev.fermata.model.schema.attribute.Shape;
import dev.fermata.model.schema.attribute.Site;
import dev.fermata.model.schema.attribute.Table;
import dev.fermata.model.schema.attribute.TableWalk;
import dev.fermata.model.schema.attribute.Treatment;
import dev.fermata.model.schema.service.JobTable;
import dev.fermata.model.schema.service.PreStartTable;
import dev.fermata.model.source.SourceText;
import dev.fermata.model.tree.Mapping;
import dev.fermata.model.tree.Node;
import dev.fermata.model.tree.YamlReader;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** The cases of {@link CreatedIT} must be complete. */
class CreatedCasesTest {
  /** What is below these gets to no engine. */
  private static final Set<Treatment> NOTHING_CREATED =
      EnumSet.of(Treatment.NO_ENGINE, Treatment.NOT_RUN);

  /** Docker Compose 5.6, which makes the cases, refuses these: they are of 5.7. */
  private static final Set<String> NEWER =
      Set.of("umask in a service", "use_service_name_alias in a network of a service");

  @Test
  void every_attribute_that_the_engine_gets_is_in_a_case() {
    SortedSet<String> missing = mapped();
    CreatedCase.all().forEach(it -> missing.removeAll(used(it)));
    missing.removeAll(NEWER);

    assertThat(missing).isEmpty();
  }

  @Test
  void a_difference_has_a_reason() {
    CreatedCase.all().stream()
        .flatMap(it -> it.differences().and(CreatedCase.everywhere()).all().stream())
        .forEach(it -> assertThat(it.reason()).as(it.path()).isNotEmpty());
  }

  /** All rows said to be mapped, of all tables that can be reached from a file. */
  private static SortedSet<String> mapped() {
    var tables = new LinkedHashMap<Table, Boolean>();
    reach(Schema.FILE, tables);
    // What runs before a service starts, and a job, are made of the same spec, by the same rows.
    tables.remove(PreStartTable.TABLE);
    tables.remove(JobTable.TABLE);
    var names = new TreeSet<String>();
    for (Table table : tables.keySet()) {
      table.attributes().stream()
          .filter(row -> row.treatment() == Treatment.MAPPED)
          .forEach(row -> names.add(name(table, row)));
    }
    return names;
  }

  private static String name(Table table, Attribute<?> row) {
    return row.name() + " in " + table.subject();
  }

  private static void reach(Shape<?> shape, Map<Table, Boolean> tables) {
    Optional<Table> table = shape.table();
    if (table.isPresent()) {
      if (tables.put(table.get(), true) == null) {
        table.get().attributes().stream()
            .filter(row -> !NOTHING_CREATED.contains(row.treatment()))
            .forEach(row -> reach(row.shape(), tables));
      }
      return;
    }
    shape
        .below("[]")
        .filter(inner -> !inner.equals(shape))
        .ifPresent(inner -> reach(inner, tables));
  }

  private static SortedSet<String> used(CreatedCase created) {
    var source = new SourceText("compose.yaml", created.compose());
    Node document = YamlReader.read(source).value().orElseThrow().getFirst();
    var expanded = (Mapping) Schema.FILE.expand(document, Site.root(new ArrayList<>()));
    var names = new TreeSet<String>();
    TableWalk.rewrite(
        expanded,
        Schema.FILE,
        (mapping, table) -> {
          table.attributes().stream()
              .filter(row -> mapping.get(row.name()).isPresent())
              .forEach(row -> names.add(name(table, row)));
          return mapping;
        });
    return names;
  }
}
