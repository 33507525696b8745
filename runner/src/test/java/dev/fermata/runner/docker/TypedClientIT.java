package dev.fermata.runner.docker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.async.ResultCallback;
import com.github.dockerjava.api.exception.NotFoundException;
import com.github.dockerjava.api.model.Frame;
import dev.fermata.planner.spec.AnonymousVolumes;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** docker-java's own commands have to work on our transport. */
@Timeout(120)
class TypedClientIT {
  private final String name = "docker-it-" + UUID.randomUUID().toString().substring(0, 8);
  private final DockerEngine engine = DockerEngine.connect(System.getenv());
  private final DockerClient client = engine.client();

  @AfterEach
  void close() {
    engine.containers().remove(name + "-web-1", AnonymousVolumes.REMOVE);
    engine.images().remove(name);
    engine.close();
  }

  @Test
  void plain_calls_work() {
    client.pingCmd().exec();
    assertThat(client.versionCmd().exec().getVersion())
        .isEqualTo(engine.system().version().version());
    client.tagImageCmd("busybox", name, "latest").exec();
    assertThat(engine.images().inspect(name)).isPresent();
    assertThatThrownBy(() -> client.inspectContainerCmd("no-such").exec())
        .isInstanceOf(NotFoundException.class);
  }

  /** docker-java's own transports never tell the command that its input has ended. */
  @Test
  void the_end_of_the_input_reaches_the_command() throws InterruptedException {
    String id = engine.containers().create(Wanted.container(Wanted.alone(name, "sleep 60"), "web"));
    engine.containers().start(id);
    String exec =
        client
            .execCreateCmd(id)
            .withAttachStdin(true)
            .withAttachStdout(true)
            .withCmd("cat")
            .exec()
            .getId();
    var said = new ConcurrentLinkedQueue<String>();
    var input = new ByteArrayInputStream("hello".getBytes(StandardCharsets.UTF_8));
    var collect =
        new ResultCallback.Adapter<Frame>() {
          @Override
          public void onNext(Frame frame) {
            said.add(new String(frame.getPayload(), StandardCharsets.UTF_8));
          }
        };
    boolean ended =
        client
            .execStartCmd(exec)
            .withStdIn(input)
            .exec(collect)
            .awaitCompletion(20, TimeUnit.SECONDS);
    assertThat(ended).isTrue();
    assertThat(String.join("", said)).isEqualTo("hello");
  }
}
