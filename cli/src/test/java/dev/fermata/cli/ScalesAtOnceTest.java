package dev.fermata.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fermata.planner.spec.AnonymousVolumes;
import dev.fermata.runner.testing.FakeEngine;
import dev.fermata.runner.testing.Hold;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Two calls of {@code scale} at once: what both make together is what nobody wants. */
@Timeout(60)
final class ScalesAtOnceTest {
  private final FakeEngine engine = new FakeEngine().withImages("busybox");
  @TempDir private Path folder;

  private InProcess program() {
    return new InProcess(folder, engine)
        .file("compose.yaml", "name: shop\nservices: {web: {image: busybox}}");
  }

  private long running() {
    return engine.leftovers().stream().filter(it -> it.startsWith("container shop-web-")).count();
  }

  @Test
  void who_is_done_last_has_the_number_that_he_wants() {
    assertThat(program().run("scale", "web=4").code()).isZero();
    Hold fifth = engine.hold("start shop-web-5");
    CompletableFuture<InProcess.Result> more =
        CompletableFuture.supplyAsync(() -> program().run("scale", "web=6"));
    fifth.awaitCall();
    // As the other call looked, there were none but these four.
    for (int number = 3; number <= 4; number++) {
      engine
          .containers()
          .remove(engine.container("shop-web-" + number).id(), AnonymousVolumes.REMOVE);
    }

    fifth.release();

    assertThat(more.join().code()).isZero();
    assertThat(running()).isEqualTo(6);
  }
}
