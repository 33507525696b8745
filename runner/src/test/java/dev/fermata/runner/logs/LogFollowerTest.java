package dev.fermata.runner.logs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fermata.model.ProjectName;
import dev.fermata.model.RestartPolicy.Condition;
import dev.fermata.model.Service;
import dev.fermata.model.ServiceName;
import dev.fermata.planner.spec.AnonymousVolumes;
import dev.fermata.runner.engine.EngineException.Kind;
import dev.fermata.runner.event.Event;
import dev.fermata.runner.testing.FakeContainer;
import dev.fermata.runner.testing.FakeEngine;
import dev.fermata.runner.testing.FakeTime;
import dev.fermata.runner.testing.Hold;
import dev.fermata.runner.testing.Models;
import dev.fermata.runner.testing.PlanBuilder;
import dev.fermata.runner.testing.RecordingSink;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LogFollowerTest {
  private static final LogQuery ALL = LogQuery.all(new ProjectName("shop"));

  private final FakeEngine engine = new FakeEngine().withImages("busybox");
  private final RecordingSink sink = new RecordingSink();
  private final List<LogFollower> open = new ArrayList<>();

  private FakeContainer started(Service service, int number) {
    var plans = new PlanBuilder(Models.project("shop", service));
    String id = engine.containers().create(plans.spec(service.name().text(), number));
    engine.containers().start(id);
    return engine.container(id);
  }

  private FakeContainer web() {
    return started(Models.service("web"), 1);
  }

  private LogFollower followFromNowOn() {
    return kept(LogFollower.fromNowOn(engine, sink, ALL, service -> true));
  }

  private LogFollower followWithPast(LogQuery query) {
    return kept(LogFollower.open(engine, sink, query));
  }

  private LogFollower kept(LogFollower follower) {
    open.add(follower);
    return follower;
  }

  @AfterEach
  void close() {
    open.forEach(LogFollower::close);
  }

  private List<String> lines() {
    return sink.events(Event.LogLine.class).stream().map(line -> line.line().text()).toList();
  }

  private void awaitLine(String text) {
    sink.await(event -> event instanceof Event.LogLine line && line.line().text().equals(text));
  }

  private void awaitEnd() {
    sink.await(Event.ContainerEnded.class::isInstance);
  }

  @Test
  void a_container_that_starts_later_is_followed_from_its_first_line() {
    engine.onStart("web", container -> container.print("hello"));
    followFromNowOn();
    web();

    awaitLine("hello");
  }

  @Test
  void the_past_is_shown_where_it_is_asked_for() {
    FakeContainer web = web();
    web.print("before");
    followWithPast(ALL);
    awaitLine("before");
    web.print("after");
    awaitLine("after");
    assertThat(lines()).containsExactly("before", "after");
  }

  @Test
  void the_end_of_a_container_comes_after_its_last_line() {
    engine.onStart(
        "web",
        container -> {
          container.print("cannot go on");
          container.exit(3);
        });
    followFromNowOn();
    FakeContainer web = web();
    awaitEnd();
    assertThat(sink.events().getLast())
        .isEqualTo(
            new Event.ContainerEnded(new ServiceName("web"), "shop-web-1", web.id(), 3, false));
    assertThat(lines()).containsExactly("cannot go on");
  }

  @Test
  void a_restart_neither_loses_nor_repeats_lines() {
    followFromNowOn();
    FakeContainer web = started(Models.restarting(Models.service("web"), Condition.ALWAYS), 1);
    web.print("first life");
    awaitLine("first life");
    web.exit(1);
    awaitEnd();
    web.revive();
    web.print("second life");
    awaitLine("second life");
    assertThat(lines()).containsExactly("first life", "second life");
    assertThat(sink.events(Event.ContainerEnded.class))
        .extracting(Event.ContainerEnded::restarting)
        .containsExactly(true);
  }

  @Test
  void a_container_that_is_started_again_does_not_repeat_its_former_life() {
    FakeContainer web = web();
    web.print("former life");
    web.exit(0);
    followFromNowOn();
    engine.containers().start(web.id());
    web.print("new life");
    awaitLine("new life");
    assertThat(lines()).containsExactly("new life");
  }

  @Test
  void a_recreated_container_is_followed_on() {
    FakeContainer web = web();
    followWithPast(ALL);
    web.print("old");
    awaitLine("old");
    engine.containers().remove(web.id(), AnonymousVolumes.KEEP);
    web().print("new");
    awaitLine("new");
  }

  @Test
  void a_new_replica_is_followed() {
    web();
    followWithPast(ALL);
    started(Models.service("web"), 2).print("me too");
    awaitLine("me too");
  }

  @Test
  void other_services_are_left_out() throws InterruptedException {
    var query =
        new LogQuery(
            new ProjectName("shop"),
            new TreeSet<>(List.of(new ServiceName("web"))),
            OptionalInt.empty(),
            Optional.empty());
    for (String service : List.of("db", "web")) {
      engine.onStart(
          service,
          container -> {
            container.print("a line of " + service);
            container.exit(0);
          });
    }
    LogFollower follower = followWithPast(query);
    started(Models.service("db"), 1);
    web();

    // Lines come before the end of their container, and every end that is followed is waited for.
    awaitEnd();
    follower.awaitAllEnded(() -> false);

    assertThat(lines()).containsExactly("a line of web");
  }

  @Test
  void a_lost_event_stream_is_opened_again() {
    followFromNowOn();
    engine.loseEvents();
    engine.await(() -> engine.count("events shop") >= 2);
    web().print("still here");
    awaitLine("still here");
  }

  @Test
  void all_have_ended_when_the_last_one_has() throws InterruptedException {
    engine.onStart("web", container -> container.exit(0));
    LogFollower follower = followFromNowOn();
    web();
    follower.awaitAllEnded(() -> false);
    assertThat(sink.events(Event.ContainerEnded.class)).hasSize(1);
  }

  @Test
  void an_end_is_known_where_no_lines_are_kept_and_that_is_told_once_by_name() {
    Service quiet = Models.logging(Models.service("quiet"), "none", Map.of());
    followFromNowOn();
    FakeContainer container = started(quiet, 1);
    sink.await(Event.Notice.class::isInstance);

    container.exit(3);

    awaitEnd();
    assertThat(sink.events(Event.ContainerEnded.class).getFirst().exitCode()).isEqualTo(3);
    assertThat(sink.events(Event.Notice.class))
        .extracting(Event.Notice::text)
        .singleElement()
        .asString()
        .contains("shop-quiet-1", "logging driver");
  }

  @Test
  void an_end_does_not_wait_for_lines_that_do_not_come() {
    var time = new FakeTime();
    kept(LogFollower.fromNowOn(engine, sink, time, ALL, service -> true));
    engine.hold("logs shop-web-1");
    FakeContainer web = web();
    engine.awaitCall("logs shop-web-1");

    web.exit(3);
    time.passWhenAwaited(Duration.ofSeconds(2));

    awaitEnd();
  }

  @Test
  void one_source_that_fails_is_told_and_the_others_go_on() {
    engine.fail("logs shop-web-1", Kind.OTHER, "the disk is on fire");
    followFromNowOn();
    web();
    sink.await(
        event -> event instanceof Event.Notice notice && notice.text().contains("shop-web-1"));

    started(Models.service("db"), 1).print("still here");

    awaitLine("still here");
  }

  @Test
  void what_the_engine_stamps_after_an_end_belongs_to_the_life_before() {
    FakeContainer web = web();
    web.exit(0);
    web.print("last words");
    followFromNowOn();
    engine.containers().start(web.id());
    web.print("new life");
    awaitLine("new life");
    assertThat(lines()).containsExactly("new life");
  }

  @Test
  void every_life_has_its_end() {
    followFromNowOn();
    FakeContainer web = started(Models.restarting(Models.service("web"), Condition.ALWAYS), 1);
    for (int code = 1; code <= 5; code++) {
      web.exit(code);
      web.revive();
    }
    sink.await(event -> event instanceof Event.ContainerEnded ended && ended.exitCode() == 5);
    assertThat(sink.events(Event.ContainerEnded.class))
        .extracting(Event.ContainerEnded::exitCode)
        .containsExactly(1, 2, 3, 4, 5);
  }

  @Test
  void an_end_that_no_event_tells_is_seen_when_events_come_back() {
    FakeContainer web = web();
    followFromNowOn();
    Hold hold = engine.hold("events shop");
    engine.loseEvents();
    engine.await(() -> engine.count("events shop") >= 2);
    web.exit(3);

    hold.release();

    awaitEnd();
    assertThat(sink.events(Event.ContainerEnded.class).getFirst().exitCode()).isEqualTo(3);
  }

  @Test
  void who_waits_is_told_when_the_engine_does_not_say_any_more_what_lives() {
    web();
    LogFollower follower = followFromNowOn();
    engine.fail("events shop", Kind.UNREACHABLE, "gone");

    engine.loseEvents();

    assertThatThrownBy(() -> follower.awaitAllEnded(() -> false)).hasMessage("gone");
  }

  @Test
  void a_close_leaves_no_event_stream_open_and_opens_none() {
    LogFollower follower = followFromNowOn();
    engine.hold("events shop");
    engine.loseEvents();
    engine.await(() -> engine.count("events shop") >= 2);

    follower.close();

    assertThat(engine.openEventStreams()).isZero();
  }

  @Test
  void a_follower_that_cannot_begin_leaves_no_event_stream_open() {
    engine.fail("observe shop", Kind.OTHER, "no");

    assertThatThrownBy(this::followFromNowOn).hasMessage("no");

    assertThat(engine.openEventStreams()).isZero();
  }
}
