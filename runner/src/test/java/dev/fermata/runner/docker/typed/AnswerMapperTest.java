package dev.fermata.runner.docker.typed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.github.dockerjava.api.command.InspectContainerResponse;
import com.github.dockerjava.api.model.Capability;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AnswerMapperTest {

  private static InspectContainerResponse read(String hostConfig) throws IOException {
    String answer = "{\"Id\": \"0123\", \"HostConfig\": " + hostConfig + "}";
    return new AnswerMapper()
        .readValue(
            new ByteArrayInputStream(answer.getBytes(StandardCharsets.UTF_8)),
            new TypeReference<>() {});
  }

  /** Engines take {@code chown} for the capability, and tell it as they were given it. */
  @Test
  void a_word_that_docker_java_does_not_know_costs_one_value() throws IOException {
    InspectContainerResponse read =
        read(
            """
            {"CapAdd": ["chown", "NET_ADMIN"], "VolumesFrom": ["a:ro:z"],
             "Memory": 5, "Mounts": [{"Type": "new", "Target": "/t"}]}
            """);

    assertThat(read.getHostConfig().getMemory()).isEqualTo(5);
    assertThat(read.getHostConfig().getCapAdd()).containsExactly(null, Capability.NET_ADMIN);
    assertThat(new Described(read, Optional.empty()).rawTexts("HostConfig", "CapAdd"))
        .hasValueSatisfying(texts -> assertThat(texts).containsExactly("chown", "NET_ADMIN"));
  }

  @Test
  void what_we_read_by_types_is_never_lost_in_silence() {
    assertThatThrownBy(() -> read("{\"PortBindings\": {\"eighty/tcp\": []}}"))
        .isInstanceOf(JsonProcessingException.class);
  }
}
