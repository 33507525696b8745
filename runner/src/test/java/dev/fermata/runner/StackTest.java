package dev.fermata.runner;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fermata.model.Project;
import dev.fermata.model.ServiceName;
import dev.fermata.planner.observed.ContainerRef;
import dev.fermata.planner.plan.PlanResult;
import dev.fermata.planner.plan.Problem;
import dev.fermata.planner.request.Request;
import dev.fermata.planner.request.StartOptions;
import dev.fermata.planner.request.StopOptions;
import dev.fermata.planner.request.Target;
import dev.fermata.planner.request.UpOptions;
import dev.fermata.runner.event.Event;
import dev.fermata.runner.testing.FakeEngine;
import dev.fermata.runner.testing.Models;
import dev.fermata.runner.testing.RecordingSink;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class StackTest {
  private final FakeEngine engine = new FakeEngine().withImages("busybox");
  private final RecordingSink sink = new RecordingSink();
  private final Stack stack = new Stack(engine, Budgets.DEFAULT);
  private final Project project = Models.project("shop", Models.service("web"));
  private final Request up = new Request.Up(project, UpOptions.DEFAULT);

  private RunResult run(Request request) {
    return stack.run(request, sink, new Cancellation());
  }

  @Test
  void what_cannot_be_planned_is_an_answer_and_begins_nothing() {
    var named = new TreeSet<>(Set.of(new ServiceName("web")));
    var options = new StartOptions(named, UpOptions.Gates.READY, UpOptions.Waiting.USUAL);
    var start = new Request.Start(Target.of(project), options);

    assertThat(stack.plan(start)).isInstanceOf(PlanResult.Refused.class);
    assertThat(((RunResult.Refused) run(start)).problems())
        .extracting(Problem::message)
        .containsExactly("service \"web\" has no container to start");
    assertThat(sink.events()).isEmpty();
  }

  @Test
  void what_is_shown_is_what_is_run() {
    var shown = (PlanResult.Planned) stack.plan(up);

    var ran = (RunResult.Ran) run(up);

    assertThat(ran.report().plan()).isEqualTo(shown.plan());
    assertThat(ran.report().succeeded()).isTrue();
  }

  @Test
  void a_stop_tells_of_what_does_not_run() {
    run(up);
    var stop = new Request.Stop(Target.of(project), StopOptions.DEFAULT);
    run(stop);

    run(stop);

    assertThat(sink.events())
        .filteredOn(Event.LeftAsIs.class::isInstance)
        .extracting(event -> ((Event.LeftAsIs) event).container().container())
        .extracting(ContainerRef::name)
        .containsExactly("shop-web-1");
  }

  @Test
  void an_up_that_has_nothing_to_do_does_not_tell_of_all_that_runs() {
    run(up);

    run(up);

    assertThat(sink.events(Event.LeftAsIs.class)).isEmpty();
  }
}
