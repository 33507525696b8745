package dev.fermata.runner.docker.create;

import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;

import dev.fermata.model.schema.attribute.Attribute;
import dev.fermata.model.schema.attribute.Treatment;
import dev.fermata.model.schema.service.ServiceTable;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** The tables of attributes and the table of the create call must not disagree. */
class CreateTableTest {
  /** Mapped, but by a parameter of the call, by mounts and files, or by another row's field. */
  private static final Set<String> ELSEWHERE =
      Set.of(
          "container_name",
          "platform",
          "secrets",
          "configs",
          "network_mode",
          "gpus",
          "external_links");

  @Test
  void every_attribute_that_is_said_to_be_mapped_has_a_row() {
    var wanted = names(Treatment.MAPPED);
    wanted.removeAll(ELSEWHERE);

    assertThat(destinations()).containsAll(wanted);
  }

  @Test
  void no_row_serves_an_attribute_that_is_said_not_to_be_mapped() {
    assertThat(destinations()).doesNotContainAnyElementsOf(names(Treatment.IGNORED_WITH_WARNING));
  }

  private static SortedSet<String> destinations() {
    return CreateTable.destinations().stream()
        .map(CreateTable.Destination::attribute)
        .collect(toCollection(TreeSet::new));
  }

  private static SortedSet<String> names(Treatment treatment) {
    return ServiceTable.rows().attributes().stream()
        .filter(attribute -> attribute.treatment() == treatment)
        .map(Attribute::name)
        .collect(toCollection(TreeSet::new));
  }
}
