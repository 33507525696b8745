package dev.fermata.runner.docker.progress;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fermata.runner.engine.EngineException;
import dev.fermata.runner.engine.EngineException.Kind;
import dev.fermata.runner.engine.build.BuildFailure;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

/** The sentences are those of BuildKit 0.25, and of 0.8 where it has others. */
final class BuildFailuresTest {
  private static EngineException failed(String reported) {
    var where =
        new BuildFailure(
            Optional.of("[2/2] COPY nope /"), OptionalInt.empty(), List.of(), Optional.empty());
    return BuildFailures.of(reported, where);
  }

  @Test
  void what_is_not_there_to_copy_is_named() {
    String of28 =
        "failed to compute cache key: failed to calculate checksum of ref"
            + " 20399cdf-4ce0::v6zvw1hrm0: \"/nope\": not found";
    String of20 = "failed to compute cache key: \"/nope\" not found: not found";

    assertThat(failed(of28))
        .hasMessage("the build failed at `[2/2] COPY nope /`: there is no `/nope` to copy");
    assertThat(failed(of20)).hasMessageEndingWith("there is no `/nope` to copy");
  }

  @Test
  void a_base_image_that_is_not_there_is_named() {
    EngineException failure =
        failed(
            "no/such: failed to resolve source metadata for docker.io/no/such:latest:"
                + " docker.io/no/such:latest: not found");

    assertThat(failure.kind()).isEqualTo(Kind.IMAGE_NOT_FOUND);
    assertThat(failure).hasMessageContaining("there is no base image `no/such` for the platform");
  }

  @Test
  void a_registry_that_cannot_be_reached_is_named() {
    EngineException failure =
        failed(
            "localhost:1/x: failed to resolve source metadata for localhost:1/x:latest: failed to do"
                + " request: Head \"https://localhost:1/v2/x/manifests/latest\": dial tcp"
                + " 127.0.0.1:1: connect: connection refused");

    assertThat(failure.kind()).isEqualTo(Kind.REGISTRY_UNREACHABLE);
    assertThat(failure).hasMessageEndingWith("cannot reach the registry at `localhost:1`");
  }

  @Test
  void what_nobody_knows_is_told_in_the_builders_words() {
    assertThat(failed("no luck")).hasMessage("the build failed at `[2/2] COPY nope /`: no luck");
  }
}
