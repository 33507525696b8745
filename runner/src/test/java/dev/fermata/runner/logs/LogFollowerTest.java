package dev.fermata.runner.logs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fermata.model.ProjectName;
import dev.fermata.model.RestartPolicy.Condition;
import dev.fermata.model.Service;
import dev.fermata.model.ServiceName;
import dev.fermata.planner.Action;
import dev.fermata.runner.event.Event;
import dev.fermata.runner.testing.FakeContainer;
import dev.fermata.runner.testing.FakeEngine;
import dev.fermata.runner.testing.Models;
import dev.fermata.runner.testing.PlanBuilder;
import dev.fermata.runner.testing.RecordingSink;
import java.util.ArrayList;
import java.util.List;
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
    String id = engine.createContainer(plans.spec(service.name().text(), number));
    engine.start(id);
    return engine.container(id);
  }

  private FakeContainer web() {
    return started(Models.service("web"), 1);
  }

  private LogFollower follow(LogFollower.Past past) {
    return follow(ALL, past);
  }

  private LogFollower follow(LogQuery query, LogFollower.Past past) {
    LogFollower follower = LogFollower.open(engine, sink, query, past);
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
    follow(LogFollower.Past.LEFT_OUT);
    web();

    awaitLine("hello");
  }

  @Test
  void the_past_is_shown_where_it_is_asked_for() {
    FakeContainer web = web();
    web.print("before");
    follow(LogFollower.Past.SHOWN);
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
    follow(LogFollower.Past.LEFT_OUT);
    web();
    awaitEnd();
    assertThat(sink.events().getLast())
        .isEqualTo(new Event.ContainerEnded(new ServiceName("web"), "shop-web-1", 3, false));
    assertThat(lines()).containsExactly("cannot go on");
  }

  @Test
  void a_restart_neither_loses_nor_repeats_lines() {
    follow(LogFollower.Past.LEFT_OUT);
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
    follow(LogFollower.Past.LEFT_OUT);
    engine.start(web.id());
    web.print("new life");
    awaitLine("new life");
    assertThat(lines()).containsExactly("new life");
  }

  @Test
  void a_recreated_container_is_followed_on() {
    FakeContainer web = web();
    follow(LogFollower.Past.SHOWN);
    web.print("old");
    awaitLine("old");
    engine.remove(web.id(), Action.AnonymousVolumes.KEEP);
    web().print("new");
    awaitLine("new");
  }

  @Test
  void a_new_replica_is_followed() {
    web();
    follow(LogFollower.Past.SHOWN);
    started(Models.service("web"), 2).print("me too");
    awaitLine("me too");
  }

  @Test
  void other_services_are_left_out() {
    var query =
        new LogQuery(
            new ProjectName("shop"),
            new TreeSet<>(List.of(new ServiceName("web"))),
            OptionalInt.empty(),
            Optional.empty());
    follow(query, LogFollower.Past.SHOWN);
    started(Models.service("db"), 1).print("not asked for");
    web().print("asked for");
    awaitLine("asked for");
    assertThat(lines()).containsExactly("asked for");
  }

  @Test
  void a_lost_event_stream_is_opened_again() {
    follow(LogFollower.Past.LEFT_OUT);
    engine.loseEvents();
    engine.await(() -> engine.count("events shop") >= 2);
    web().print("still here");
    awaitLine("still here");
  }

  @Test
  void all_have_ended_when_the_last_one_has() throws InterruptedException {
    engine.onStart("web", container -> container.exit(0));
    LogFollower follower = follow(LogFollower.Past.LEFT_OUT);
    web();
    follower.awaitAllEnded(() -> false);
    assertThat(sink.events(Event.ContainerEnded.class)).hasSize(1);
  }

  @Test
  void the_lines_that_are_there_are_merged_by_time() {
    FakeContainer web = web();
    FakeContainer db = started(Models.service("db"), 1);
    web.print("1");
    db.print("2");
    web.print("3");
    db.print("4");

    new LogPrint(engine, sink).print(ALL);

    assertThat(lines()).containsExactly("1", "2", "3", "4");
  }

  @Test
  void only_the_last_lines_are_printed_where_asked() {
    FakeContainer web = web();
    web.print("1");
    web.print("2");

    var query =
        new LogQuery(new ProjectName("shop"), new TreeSet<>(), OptionalInt.of(1), Optional.empty());
    new LogPrint(engine, sink).print(query);

    assertThat(lines()).containsExactly("2");
  }
}
