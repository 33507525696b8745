package dev.fermata.runner.testing;

import dev.fermata.model.Project;
import dev.fermata.model.Service;
import dev.fermata.model.ServiceName;
import dev.fermata.model.ready.Readiness;
import dev.fermata.planner.label.Labels;
import dev.fermata.planner.observed.ContainerRef;
import dev.fermata.planner.plan.Action;
import dev.fermata.planner.plan.GateRule;
import dev.fermata.planner.plan.Plan;
import dev.fermata.planner.plan.Probe;
import dev.fermata.planner.plan.Reason;
import dev.fermata.planner.plan.Step;
import dev.fermata.planner.plan.Undo;
import dev.fermata.planner.spec.AnonymousVolumes;
import dev.fermata.planner.spec.ContainerSpec;
import dev.fermata.planner.spec.ResolvedService;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** Builds plans for tests of what carries them out, step by step. */
public final class PlanBuilder {
  private final Project project;
  private final List<Step> steps = new ArrayList<>();

  public PlanBuilder(Project project) {
    this.project = project;
  }

  public Plan plan() {
    return new Plan(project.name(), steps, List.of(), List.of());
  }

  /** Adds a step; its id. */
  public int add(Action action, Integer... after) {
    int id = steps.size() + 1;
    var before = new TreeSet<>(Arrays.asList(after));
    steps.add(new Step(id, action, new Reason.Missing(), before, Optional.empty()));
    return id;
  }

  public int create(String service, Integer... after) {
    return add(new Action.CreateContainer(spec(service, 1)), after);
  }

  /** Creates and starts the first container of a service; the id of the start. */
  public int start(String service, Integer... after) {
    return startReplica(service, 1, after);
  }

  /** Starts a container that is there already. */
  public int startExisting(String service, Integer... after) {
    return add(new Action.StartContainer(ref(service, 1), new ServiceName(service)), after);
  }

  public int startReplica(String service, int number, Integer... after) {
    int created = add(new Action.CreateContainer(spec(service, number)), after);
    return add(new Action.StartContainer(ref(service, number), new ServiceName(service)), created);
  }

  public int stop(String service, Integer... after) {
    var action =
        new Action.StopContainer(ref(service, 1), new ServiceName(service), Optional.empty());
    return add(action, after);
  }

  /** Starts again what a step has stopped; also where that is held back. */
  public int startAgain(String service, int stop, Integer... after) {
    var action = new Action.StartContainer(ref(service, 1), new ServiceName(service));
    int id = steps.size() + 1;
    var before = new TreeSet<>(Arrays.asList(after));
    before.add(stop);
    steps.add(
        new Step(
            id,
            action,
            new Reason.Missing(),
            before,
            Optional.empty(),
            List.of(new Undo(stop, action))));
    return id;
  }

  public int remove(String service, Integer... after) {
    var action =
        new Action.RemoveContainer(
            ref(service, 1), new ServiceName(service), AnonymousVolumes.KEEP);
    return add(action, after);
  }

  /** A gate for {@code web}, on the first container of a service. */
  public int gate(String service, GateRule rule, Integer... after) {
    return gateOfAll(service, rule, 1, after);
  }

  public int gateOfAll(String service, GateRule rule, int replicas, Integer... after) {
    return add(await(service, rule, replicas, gate(rule, Optional.empty(), false)), after);
  }

  public int gateUntil(String service, GateRule rule, Duration deadline, Integer... after) {
    return add(await(service, rule, 1, gate(rule, Optional.of(deadline), false)), after);
  }

  /** One that asks what makes the service ready, whatever a healthcheck says. */
  public int gateByReadiness(String service, GateRule rule, Readiness readiness) {
    SortedSet<ServiceName> waiting = new TreeSet<>(List.of(new ServiceName("web")));
    List<Probe> probes = rule.probes(Optional.of(readiness));
    return add(await(service, rule, 1, new Action.Gate(waiting, probes, Optional.empty(), false)));
  }

  /** One that only the engine's own verdict opens. */
  public int gateByEngine(String service, GateRule rule, Integer... after) {
    var gate = new Action.Gate(new TreeSet<>(), List.of(), Optional.empty(), false);
    return add(await(service, rule, 1, gate), after);
  }

  public int optionalGate(String service, GateRule rule, Integer... after) {
    return add(await(service, rule, 1, gate(rule, Optional.empty(), true)), after);
  }

  private Action.Await await(String service, GateRule rule, int replicas, Action.Gate gate) {
    List<ContainerRef> containers = new ArrayList<>();
    for (int number = 1; number <= replicas; number++) {
      containers.add(ref(service, number));
    }
    return new Action.Await(new ServiceName(service), rule, containers, gate);
  }

  private static Action.Gate gate(GateRule rule, Optional<Duration> deadline, boolean optional) {
    SortedSet<ServiceName> waiting = new TreeSet<>(List.of(new ServiceName("web")));
    return new Action.Gate(waiting, rule.probes(Optional.empty()), deadline, optional);
  }

  /** The container to create for a service. */
  public ContainerSpec spec(String service, int number) {
    Service wanted = project.service(new ServiceName(service));
    var labels = new TreeMap<>(wanted.metadata().labels());
    labels.put(Labels.PROJECT, project.name().text());
    labels.put(Labels.SERVICE, service);
    labels.put(Labels.NUMBER, String.valueOf(number));
    labels.put(Labels.ONE_OFF, "False");
    labels.put(Labels.CONFIG_HASH, "hash-of-" + service);
    return ResolvedService.alone(project, wanted)
        .container(ref(service, number).name(), number, labels);
  }

  /** The same container under another name, with other labels. */
  public static ContainerSpec as(
      ContainerSpec spec, String name, SortedMap<String, String> labels) {
    var identity = spec.identity();
    var description = spec.description();
    return new ContainerSpec(
        new ContainerSpec.Identity(identity.project(), identity.service(), name, identity.number()),
        spec.image(),
        spec.process(),
        spec.networking(),
        spec.storage(),
        spec.resources(),
        spec.security(),
        spec.health(),
        spec.running(),
        new ContainerSpec.Description(labels, description.annotations(), description.logging()));
  }

  private ContainerRef ref(String service, int number) {
    return ContainerRef.named(project.name() + "-" + service + "-" + number);
  }
}
