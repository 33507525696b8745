package dev.fermata.runner.docker;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fermata.planner.spec.AnonymousVolumes;
import dev.fermata.runner.engine.Engine;
import dev.fermata.runner.engine.EngineException;
import dev.fermata.runner.engine.EngineException.Kind;
import dev.fermata.runner.engine.ExecRequest;
import dev.fermata.runner.engine.ExecRequest.Privileges;
import dev.fermata.runner.engine.JoinedProcess;
import dev.fermata.runner.engine.StreamRequest;
import dev.fermata.runner.engine.StreamRequest.Input;
import dev.fermata.runner.testing.EngineProcessContract;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The adapter keeps the contract of all engines, on a real one. */
class DockerProcessContractIT extends EngineProcessContract {
  @Override
  protected Engine connect() {
    return DockerEngine.connect(System.getenv());
  }

  /** One engine refuses to begin, another one says it by the output of what never began. */
  @Test
  void a_user_that_a_container_does_not_have_is_told_with_what_to_do() {
    String name = "docker-it-" + UUID.randomUUID().toString().substring(0, 8);
    try (Engine engine = connect()) {
      String id =
          engine.containers().create(Wanted.container(Wanted.alone(name, "sleep 60"), "web"));
      try {
        engine.containers().start(id);

        EngineException why = refusal(engine, id);

        assertThat(why.kind()).isEqualTo(Kind.INVALID);
        assertThat(why.getMessage()).isEqualTo("the image has no user `nobody-here`");
        assertThat(why.hint()).contains("/etc/passwd");
      } finally {
        engine.containers().remove(id, AnonymousVolumes.REMOVE);
        engine.networks().remove(name + "_default");
      }
    }
  }

  private static EngineException refusal(Engine engine, String container) {
    var request =
        new ExecRequest(
            List.of("true"),
            Optional.of("nobody-here"),
            Optional.empty(),
            List.of(),
            Privileges.OF_CONTAINER);
    var streams = new StreamRequest(Input.NONE, Optional.empty(), Optional.empty());
    try (JoinedProcess process = engine.containers().exec(container, request, streams)) {
      assertThat(process.read()).isEmpty();
      return process.end().neverBegan().orElseThrow();
    } catch (EngineException refused) {
      return refused;
    }
  }
}
