package dev.fermata.planner.hook;

import dev.fermata.model.Hook;
import dev.fermata.model.ServiceName;
import dev.fermata.planner.observed.ContainerRef;
import dev.fermata.planner.plan.Action;
import dev.fermata.planner.plan.Draft;
import dev.fermata.planner.plan.Draft.Reversal;
import dev.fermata.planner.plan.Fact;
import dev.fermata.planner.plan.HookStage;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The hooks that follow the start of a container, in their order. For others it runs when they have
 * ended well.
 */
public record PostStart(ServiceName service, List<Hook> hooks, ContainerRef container) {
  public PostStart {
    hooks = List.copyOf(hooks);
  }

  /** What the start brings about. */
  public Fact started() {
    return hooks.isEmpty() ? Fact.runs(container) : Fact.begun(container);
  }

  /**
   * One whose hooks were not all run is stopped again: a container that runs is taken for one that
   * is as it should be, and nobody could tell that it is not.
   */
  private Action stop() {
    return new Action.StopContainer(container, service, Optional.empty());
  }

  public List<Draft> drafts() {
    List<Draft> drafts = new ArrayList<>();
    Fact before = started();
    for (int index = 0; index < hooks.size(); index++) {
      var run = new HookRun(container, service, HookStage.POST_START, index);
      Fact after = index == hooks.size() - 1 ? Fact.runs(container) : run.done();
      drafts.add(
          run.of(hooks.get(index))
              .requiring(before)
              .providing(after)
              .otherwise(List.of(new Reversal(started(), stop()))));
      before = after;
    }
    return drafts;
  }
}
