package dev.fermata.runner.logs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fermata.model.RestartPolicy.Condition;
import dev.fermata.model.Service;
import dev.fermata.model.ServiceName;
import dev.fermata.runner.engine.EngineException;
import dev.fermata.runner.engine.EngineException.Kind;
import dev.fermata.runner.engine.LogRequest;
import dev.fermata.runner.event.Event;
import dev.fermata.runner.testing.FakeContainer;
import dev.fermata.runner.testing.FakeEngine;
import dev.fermata.runner.testing.Models;
import dev.fermata.runner.testing.PlanBuilder;
import dev.fermata.runner.testing.RecordingSink;
import dev.fermata.runner.time.Time;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class ContainerLinesTest {
  private static final LogRequest ALL =
      new LogRequest(OptionalInt.empty(), Optional.empty(), LogRequest.Mode.FOLLOW);

  private final FakeEngine engine = new FakeEngine().withImages("busybox");
  private final RecordingSink sink = new RecordingSink();
  private final FakeContainer web = web();

  private FakeContainer web() {
    Service service = Models.restarting(Models.service("web"), Condition.ALWAYS);
    String id =
        engine.containers().create(new PlanBuilder(Models.project("shop", service)).spec("web", 1));
    engine.containers().start(id);
    return engine.container(id);
  }

  private ContainerLines lines() {
    var following = new Following(engine, sink, Time.SYSTEM, service -> true, () -> {}, lost -> {});
    return new ContainerLines(
        following, new FollowedContainer(web.id(), new ServiceName("web")), new Resumption(ALL));
  }

  private List<String> told() {
    return sink.events(Event.LogLine.class).stream().map(line -> line.line().text()).toList();
  }

  @Test
  void the_rest_of_a_life_ends_where_the_next_one_begins() throws InterruptedException {
    web.print("first life");
    web.exit(1);
    web.revive();
    web.print("second life");
    try (ContainerLines lines = lines()) {
      lines.finish("shop-web-1", engine.containers().inspect(web.id()).startedAt());
      assertThat(told()).containsExactly("first life");

      lines.read("shop-web-1");
      sink.await(
          event -> event instanceof Event.LogLine line && line.line().text().equals("second life"));
      assertThat(told()).containsExactly("first life", "second life");
    }
  }

  @Test
  void a_container_that_is_removed_meanwhile_lacks_no_lines() throws InterruptedException {
    web.print("last words");
    engine.fail("logs shop-web-1", Kind.NOT_FOUND, "the container is being removed");
    try (ContainerLines lines = lines()) {
      lines.finish("shop-web-1", Instant.MAX);
    }

    assertThat(sink.events(Event.Notice.class)).isEmpty();
  }

  @Test
  void what_the_engine_says_is_told_once() throws InterruptedException {
    String said = "cannot read the log of the container: disk on fire";
    engine.fail("logs shop-web-1", new EngineException(Kind.OTHER, said, "disk on fire"));
    try (ContainerLines lines = lines()) {
      lines.finish("shop-web-1", Instant.MAX);
    }

    assertThat(sink.events(Event.Notice.class))
        .containsExactly(
            new Event.Notice("warning: lines of `shop-web-1` may be missing: " + said));
  }

  @Test
  void a_close_ends_the_reader() {
    ContainerLines lines = lines();
    lines.read("shop-web-1");
    engine.awaitCall("logs shop-web-1");

    lines.close();
    web.print("nobody reads this");

    assertThat(told()).isEmpty();
  }
}
