package dev.fermata.planner.observed;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fermata.model.ServiceName;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class ObservedImageTest {

  @Test
  void a_container_runs_the_image_that_it_was_made_from() {
    assertThat(image("sha256:a").isRunBy(container("sha256:a", Optional.empty()))).isTrue();
    assertThat(image("sha256:a").isRunBy(container("sha256:b", Optional.empty()))).isFalse();
  }

  /** A build with an attestation makes an index anew each time, around the same manifest. */
  @Test
  void a_container_runs_each_index_that_has_its_manifest() {
    ObservedContainer container = container("sha256:before", Optional.of("sha256:m"));

    assertThat(image("sha256:now", "sha256:m", "sha256:n").isRunBy(container)).isTrue();
    assertThat(image("sha256:now", "sha256:n").isRunBy(container)).isFalse();
  }

  private static ObservedImage image(String id, String... manifests) {
    return new ObservedImage(
        id,
        List.of("web"),
        new TreeMap<>(),
        new TreeSet<>(),
        Optional.empty(),
        new TreeSet<>(Set.of(manifests)));
  }

  private static ObservedContainer container(String imageId, Optional<String> manifest) {
    var sharing = new ObservedContainer.Sharing(new TreeMap<>(), Optional.empty());
    return new ObservedContainer(
        "id",
        "p-web-1",
        new ServiceName("web"),
        1,
        false,
        ContainerState.RUNNING,
        "web",
        imageId,
        new TreeMap<>(),
        new TreeMap<>(),
        List.of(),
        new ObservedContainer.Listing(
            "", Instant.EPOCH, "Up", List.of(), new TreeMap<>(), sharing, manifest));
  }
}
