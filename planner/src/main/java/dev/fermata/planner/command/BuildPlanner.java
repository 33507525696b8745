package dev.fermata.planner.command;

import dev.fermata.model.ImageRef;
import dev.fermata.model.Project;
import dev.fermata.model.Service;
import dev.fermata.model.ServiceName;
import dev.fermata.planner.build.BuildNeeds;
import dev.fermata.planner.build.Builds;
import dev.fermata.planner.build.Builds.Extent;
import dev.fermata.planner.digest.Fingerprints;
import dev.fermata.planner.image.ImageNames;
import dev.fermata.planner.input.Inventory;
import dev.fermata.planner.input.UpInput;
import dev.fermata.planner.label.LabelSet;
import dev.fermata.planner.plan.Action;
import dev.fermata.planner.plan.Draft;
import dev.fermata.planner.plan.Fact;
import dev.fermata.planner.plan.PlanResult;
import dev.fermata.planner.plan.Problem;
import dev.fermata.planner.plan.Reason;
import dev.fermata.planner.plan.Skip;
import dev.fermata.planner.plan.StepList;
import dev.fermata.planner.request.BuildOptions;
import dev.fermata.planner.request.BuildOptions.Pushing;
import dev.fermata.planner.request.Replaced;
import dev.fermata.planner.request.Request;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/** The plan of {@code build}: each image once, after those that it is made from. */
public final class BuildPlanner {
  private final Project project;
  private final BuildOptions options;
  private final Inventory inventory;
  private final Builds builds;
  private final SortedMap<ServiceName, Reason> wanted = new TreeMap<>();

  public BuildPlanner(Request.Build request, Inventory inventory) {
    this.project = request.project();
    this.options = request.options();
    this.inventory = inventory;
    this.builds =
        new Builds(
            project,
            new LabelSet(project, new Fingerprints(project)),
            Builds.Basis.of(inventory).by(options.builder()),
            Extent.ALL);
    for (ServiceName name : UpInput.selected(project, options.selection())) {
      if (project.service(name).isBuilt()) {
        wanted.put(name, new Reason.Asked("build"));
      }
    }
    List.copyOf(wanted.keySet()).forEach(this::addBases);
  }

  private void addBases(ServiceName name) {
    builds
        .needs()
        .of(service(name))
        .forEach((base, edge) -> {
          boolean isThere = inventory.image(service(base)).isPresent();
          boolean isKept = isThere && edge == BuildNeeds.Edge.IMAGE;
          if (!isKept && !wanted.containsKey(base)) {
            wanted.put(base, new Reason.BuiltOn(name));
            addBases(base);
          }
        });
  }

  private Service service(ServiceName name) {
    return project.anyService(name).orElseThrow();
  }

  public PlanResult plan() {
    List<Service> built = wanted.keySet().stream().map(this::service).toList();
    List<Problem> problems = new ArrayList<>(ImageNames.problems(built));
    problems.addAll(builds.problems(built));
    if (!problems.isEmpty()) {
      return new PlanResult.Refused(problems);
    }
    StepList steps = new StepList(project.name(), fact -> false);
    builds.notes(built).forEach(steps::note);
    var joined = builds.joined(built);
    for (Action.BuildImage build : new LinkedHashSet<>(joined.values())) {
      List<Draft> pulls = builds.pulls(build);
      pulls.stream()
          .filter(pull -> pull.provides().stream().noneMatch(steps::provides))
          .forEach(steps::add);
      steps.add(
          draft(build)
              .requiring(pulls.stream().flatMap(pull -> pull.provides().stream()).toList()));
    }
    if (options.pushing() == Pushing.ALL) {
      push(steps, joined);
    }
    if (options.replaced() == Replaced.REMOVED && !built.isEmpty()) {
      steps.add(removal(built));
    }
    return new PlanResult.Planned(steps.plan());
  }

  private Draft removal(List<Service> built) {
    return Draft.of(new Action.RemoveReplaced(project.name()), new Reason.Asked("--prune-replaced"))
        .requiring(built.stream().map(service -> ready(service.name())).toList());
  }

  private Draft draft(Action.BuildImage build) {
    Draft draft = Draft.of(build, wanted.getOrDefault(build.service(), new Reason.Missing()));
    for (ServiceName name : build.services()) {
      draft = draft.providing(ready(name));
      for (ServiceName base : builds.needs().of(service(name)).keySet()) {
        draft = wanted.containsKey(base) ? draft.requiring(ready(base)) : draft;
      }
    }
    return draft;
  }

  private Fact ready(ServiceName name) {
    Service service = service(name);
    return Fact.imageReady(service.image().familiar(), service.lifecycle().platform());
  }

  /** By the names that the user gave to what he asked for; a default one is of no registry. */
  private void push(StepList steps, SortedMap<ServiceName, Action.BuildImage> joined) {
    for (ServiceName name : joined.keySet()) {
      if (!(wanted.get(name) instanceof Reason.Asked)) {
        continue;
      }
      List<ImageRef> images = Request.Push.images(service(name));
      if (images.isEmpty()) {
        steps.skip(new Skip(name.text(), "No image to be pushed"));
      }
      for (ImageRef image : images) {
        steps.add(
            Draft.of(
                    new Action.PushImage(image, new TreeSet<>(Set.of(name))),
                    new Reason.Asked("--push"))
                .requiring(ready(name)));
      }
    }
  }
}
