package dev.fermata.model.schema.attribute;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fermata.model.schema.service.PreStartTable;
import dev.fermata.model.schema.service.ServiceTable;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Docker Compose hashes the attributes of a service in another order than it prints them. */
final class HashOrderTest {
  @Test
  void attributes_follow_those_that_their_rows_name() {
    assertThat(names(ServiceTable.rows()))
        .containsSubsequence(
            "annotations", "attach", "develop", "blkio_config", "configs", "container_name")
        .containsSubsequence("env_file", "expose", "extends", "external_links", "extra_hosts")
        .containsSequence(
            "working_dir", "pre_start", "post_start", "pre_stop", "pull_refresh_after");
  }

  @Test
  void a_row_whose_leader_is_in_another_table_stays_in_its_place() {
    assertThat(names(PreStartTable.TABLE))
        .containsSubsequence("pull_policy", "pull_refresh_after", "read_only");
  }

  @Test
  void no_row_is_lost_and_each_leader_is_a_row() {
    Table table = ServiceTable.rows();
    assertThat(names(table)).containsExactlyInAnyOrderElementsOf(table.names());
    assertThat(table.names())
        .containsAll(
            table.attributes().stream()
                .map(Attribute::hashedAfter)
                .flatMap(Optional::stream)
                .toList());
  }

  private static List<String> names(Table table) {
    return table.hashOrder().stream().map(Attribute::name).toList();
  }
}
