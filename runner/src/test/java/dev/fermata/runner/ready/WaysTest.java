package dev.fermata.runner.ready;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fermata.model.Service;
import dev.fermata.model.ready.KnownServer;
import dev.fermata.model.ready.ReadyCheck;
import dev.fermata.model.ready.TextMatch;
import dev.fermata.runner.engine.ContainerContact.Place;
import dev.fermata.runner.engine.EngineException.Kind;
import dev.fermata.runner.engine.ExecResult;
import dev.fermata.runner.testing.FakeContainer;
import dev.fermata.runner.testing.FakeEngine;
import dev.fermata.runner.testing.Models;
import dev.fermata.runner.testing.PlanBuilder;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** How a container is reached, and what is said where it is not. */
@Timeout(60)
class WaysTest {
  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private final FakeEngine engine = new FakeEngine().withImages("busybox");

  private FakeContainer started(Service service) {
    String id =
        engine.containers().create(new PlanBuilder(Models.project("shop", service)).spec("db", 1));
    engine.containers().start(id);
    return engine.container(id);
  }

  private Reply ask(ReadyCheck check, FakeContainer container) throws InterruptedException {
    return Questions.of(check, engine, container.id(), Instant.EPOCH).ask(PATIENCE);
  }

  @Test
  void a_published_port_leads_to_it() throws IOException, InterruptedException {
    try (var server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
      Service service =
          Models.changed(
              Models.service("db"),
              it -> it.set("ports", List.of(server.getLocalPort() + ":5432")));
      assertThat(ask(new ReadyCheck.Tcp(5432), started(service))).isEqualTo(Reply.READY);
    }
  }

  @Test
  void without_a_way_it_is_said_what_was_tried() throws InterruptedException {
    FakeContainer container = started(Models.service("db"));
    engine.fail("exec shop-db-1", Kind.INVALID, "the program is not in the container");
    Reply reply = ask(new ReadyCheck.Served(KnownServer.REDIS, 6379), container);
    assertThat(reply)
        .isEqualTo(
            new Reply.Unreachable(
                """
                its networks are not of this machine, and port 6379 is not published
                its image has neither `nc` nor `bash` to ask from inside\
                """));
  }

  @Test
  void a_container_that_does_not_run_says_nothing() throws InterruptedException {
    FakeContainer container = started(Models.service("db"));
    container.exit(1);
    assertThat(ask(new ReadyCheck.Tcp(5432), container)).isEqualTo(Reply.SILENT);
    assertThat(ask(new ReadyCheck.Exec(List.of("true")), container)).isEqualTo(Reply.SILENT);
  }

  @Test
  void the_same_address_elsewhere_is_not_the_containers() {
    assertThat(OurNetworks.have(new Place("127.0.0.1", ""))).isTrue();
    assertThat(OurNetworks.have(new Place("203.0.113.2", ""))).isFalse();
    assertThat(OurNetworks.have(new Place("127.0.0.1", "203.0.113.1"))).isFalse();
    assertThat(OurNetworks.have(new Place("127.0.0.1", "0.0.0.0"))).isFalse();
  }

  @Test
  void a_line_that_was_written_stays_written() throws InterruptedException {
    FakeContainer container = started(Models.service("db"));
    var check = new ReadyCheck.Log(new TextMatch("/ready in \\d+ ms/"));
    Question question = Questions.of(check, engine, container.id(), Instant.EPOCH);
    container.print("starting");
    assertThat(question.ask(PATIENCE)).isEqualTo(new Reply.NotYet("no such line yet"));
    container.print("ready in 12 ms");
    assertThat(question.ask(PATIENCE)).isEqualTo(Reply.READY);
    assertThat(question.ask(PATIENCE)).isEqualTo(Reply.READY);
  }

  @Test
  void any_wants_one_and_all_want_every_one() throws InterruptedException {
    FakeContainer container = started(Models.service("db"));
    engine.onExec(
        "db",
        (it, request) ->
            new ExecResult(
                OptionalInt.of(request.command().equals(List.of("good")) ? 0 : 3),
                "why",
                Duration.ZERO));
    List<ReadyCheck> both =
        List.of(new ReadyCheck.Exec(List.of("good")), new ReadyCheck.Exec(List.of("bad")));
    assertThat(ask(new ReadyCheck.Any(both), container)).isEqualTo(Reply.READY);
    assertThat(ask(new ReadyCheck.All(both), container))
        .isEqualTo(new Reply.NotYet("exit code 3\nwhy"));
  }
}
