package dev.fermata.runner.logs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fermata.model.ProjectName;
import dev.fermata.model.Service;
import dev.fermata.runner.event.Event;
import dev.fermata.runner.testing.FakeContainer;
import dev.fermata.runner.testing.FakeEngine;
import dev.fermata.runner.testing.Models;
import dev.fermata.runner.testing.PlanBuilder;
import dev.fermata.runner.testing.RecordingSink;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class LogPrintTest {
  private static final LogQuery ALL = LogQuery.all(new ProjectName("shop"));

  private final FakeEngine engine = new FakeEngine().withImages("busybox");
  private final RecordingSink sink = new RecordingSink();

  private FakeContainer started(Service service, int number) {
    var plans = new PlanBuilder(Models.project("shop", service));
    String id = engine.containers().create(plans.spec(service.name().text(), number));
    engine.containers().start(id);
    return engine.container(id);
  }

  private FakeContainer web() {
    return started(Models.service("web"), 1);
  }

  private List<String> lines() {
    return sink.events(Event.LogLine.class).stream().map(line -> line.line().text()).toList();
  }

  @Test
  void lines_of_one_that_keeps_none_are_no_reason_to_print_no_others() {
    started(Models.logging(Models.service("quiet"), "none", Map.of()), 1);
    web().print("1");

    new LogPrint(engine, sink).print(ALL);

    assertThat(lines()).containsExactly("1");
    assertThat(sink.events(Event.Notice.class).getFirst().text()).contains("shop-quiet-1");
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
