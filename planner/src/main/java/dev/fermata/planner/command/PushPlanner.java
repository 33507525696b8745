package dev.fermata.planner.command;

import dev.fermata.model.ImageRef;
import dev.fermata.model.Project;
import dev.fermata.model.Service;
import dev.fermata.model.ServiceName;
import dev.fermata.planner.image.ImageNames;
import dev.fermata.planner.input.Inventory;
import dev.fermata.planner.input.UpInput;
import dev.fermata.planner.plan.Action;
import dev.fermata.planner.plan.Draft;
import dev.fermata.planner.plan.PlanResult;
import dev.fermata.planner.plan.Problem;
import dev.fermata.planner.plan.Reason;
import dev.fermata.planner.plan.Skip;
import dev.fermata.planner.plan.StepList;
import dev.fermata.planner.request.PushOptions;
import dev.fermata.planner.request.PushOptions.Absent;
import dev.fermata.planner.request.Request;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** The plan of {@code push}: what services build, under each of its names, each name once. */
public final class PushPlanner {
  private final Project project;
  private final PushOptions options;
  private final Inventory inventory;

  public PushPlanner(Request.Push request, Inventory inventory) {
    this.project = request.project();
    this.options = request.options();
    this.inventory = inventory;
  }

  public PlanResult plan() {
    Map<ImageRef, SortedSet<ServiceName>> names = new TreeMap<>();
    List<Service> pushed = new ArrayList<>();
    StepList steps = new StepList(project.name(), fact -> false);
    for (ServiceName name : UpInput.selected(project, options.selection())) {
      Service service = project.service(name);
      List<ImageRef> images = Request.Push.images(service);
      if (images.isEmpty()) {
        steps.skip(new Skip(name.text(), ""));
        continue;
      }
      pushed.add(service);
      images.forEach(image -> names.computeIfAbsent(image, one -> new TreeSet<>()).add(name));
    }
    List<Problem> problems = ImageNames.problems(pushed);
    if (!problems.isEmpty()) {
      return new PlanResult.Refused(problems);
    }
    names.forEach((image, services) -> add(steps, new Action.PushImage(image, services)));
    return new PlanResult.Planned(steps.plan());
  }

  private void add(StepList steps, Action.PushImage push) {
    if (options.absent() == Absent.LEFT && inventory.image(push.image()).isEmpty()) {
      steps.skip(new Skip(push.image().text(), "No local image"));
      return;
    }
    steps.add(Draft.of(push, new Reason.Asked("push")));
  }
}
