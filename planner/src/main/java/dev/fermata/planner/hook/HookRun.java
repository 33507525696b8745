package dev.fermata.planner.hook;

import dev.fermata.model.Hook;
import dev.fermata.model.ServiceName;
import dev.fermata.planner.observed.ContainerRef;
import dev.fermata.planner.plan.Action;
import dev.fermata.planner.plan.Draft;
import dev.fermata.planner.plan.Fact;
import dev.fermata.planner.plan.HookStage;
import dev.fermata.planner.plan.Reason;

/** One run of a command in a container. */
record HookRun(ContainerRef container, ServiceName service, HookStage stage, int index) {
  Draft of(Hook hook) {
    var action = new Action.RunHook(container, service, stage, index, hook);
    return Draft.of(action, new Reason.Asked(stage.text()));
  }

  Fact done() {
    return Fact.hookRun(container, stage + " " + index);
  }
}
