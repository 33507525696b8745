package dev.fermata.cli.command.explain;

import dev.fermata.cli.command.explain.Explanation.Outlook;
import dev.fermata.cli.command.explain.Explanation.Told;
import dev.fermata.cli.command.up.UpProject;
import dev.fermata.cli.grammar.Arguments;
import dev.fermata.cli.grammar.Flag;
import dev.fermata.cli.grammar.Operands;
import dev.fermata.cli.session.Command;
import dev.fermata.cli.session.Ending;
import dev.fermata.cli.session.GateFlag;
import dev.fermata.cli.session.KnownServices;
import dev.fermata.cli.session.Projects;
import dev.fermata.cli.session.Session;
import dev.fermata.cli.session.Work;
import dev.fermata.cli.text.PlanJson;
import dev.fermata.model.Project;
import dev.fermata.model.Service;
import dev.fermata.model.ServiceName;
import dev.fermata.planner.observed.ObservedContainer;
import dev.fermata.planner.plan.Plan;
import dev.fermata.planner.plan.PlanResult;
import dev.fermata.planner.plan.Step;
import dev.fermata.planner.request.Request;
import dev.fermata.planner.request.Target;
import dev.fermata.planner.request.UpOptions;
import dev.fermata.runner.engine.Engine;
import dev.fermata.runner.engine.ObserveRequest;
import dev.fermata.runner.gate.ContainerLook;
import java.util.List;
import java.util.Optional;

/** Tells why a service is as it is, and what {@code up} would do about it. */
public final class ExplainCommand implements Command {
  private static final Flag<String> FORMAT =
      Flag.oneOf(List.of("text", "json"), "FORMAT", "text or json", "--format");

  @Override
  public String summary() {
    return "Tell why a service is as it is, and what `up` would do about it";
  }

  @Override
  public List<Flag<?>> flags() {
    return List.of(FORMAT, GateFlag.GATE);
  }

  @Override
  public Operands operands() {
    return Operands.of("SERVICE");
  }

  @Override
  public List<Example> examples() {
    return List.of(
        new Example("explain web", "Its containers, what it waits for, who waits for it"),
        new Example("explain --format json web", "The same for programs"));
  }

  @Override
  public Call read(Arguments given) {
    var service = new ServiceName(given.operands().getFirst());
    String format = given.get(FORMAT);
    Optional<UpOptions.Gates> gates = given.get(GateFlag.GATE);
    return session -> {
      Explanation all = explanation(session, service, GateFlag.of(gates, session));
      session
          .out()
          .print(format.equals("json") ? ExplanationJson.of(all) : ExplanationText.of(all));
      return Ending.SUCCEEDED;
    };
  }

  private static Explanation explanation(
      Session session, ServiceName service, UpOptions.Gates rules) {
    Target target = new Projects(session).target();
    Engine engine = session.engine();
    List<ObservedContainer> all =
        engine.system().observe(ObserveRequest.of(target.name())).containers().stream()
            .filter(container -> !container.oneOff() && !container.isHook())
            .toList();
    List<ObservedContainer> own =
        all.stream().filter(container -> container.service().equals(service)).toList();
    if (own.isEmpty()) {
      KnownServices.of(target, List.of(service.text()), all);
    }
    var gates = Gates.of(engine, target, all, new Gates.Rules(rules, session.now()));
    return new Explanation(
        target.name(),
        service,
        own.stream()
            .map(it -> new Told(it, ContainerLook.at(engine, it.id(), session.now()).story()))
            .toList(),
        gates.before(service),
        gates.behind(service),
        outlook(session, target, service, rules));
  }

  private static Outlook outlook(
      Session session, Target target, ServiceName service, UpOptions.Gates rules) {
    if (target.project().isEmpty()) {
      return new Outlook.Unknown();
    }
    Project project = new Projects(session).withPorts(target.project().get());
    if (project.services().containsKey(service)) {
      return planned(session, project, service, rules);
    }
    Service left = project.disabled().get(service);
    return left == null ? new Outlook.Orphan() : new Outlook.LeftOut(left.metadata().profiles());
  }

  private static Outlook planned(
      Session session, Project project, ServiceName service, UpOptions.Gates rules) {
    UpOptions options =
        UpProject.usual(session)
            .withStarting(
                new UpOptions.Starting(UpOptions.Start.STARTED, rules, UpOptions.Waiting.USUAL));
    return switch (new Work(session, "explain").stack().plan(new Request.Up(project, options))) {
      case PlanResult.Refused refused -> new Outlook.Refused(refused.problems());
      case PlanResult.Planned planned -> planned(planned.plan(), service);
    };
  }

  private static Outlook planned(Plan plan, ServiceName service) {
    List<Step> own =
        plan.steps().stream()
            .filter(step -> PlanJson.service(step.action()).equals(Optional.of(service.text())))
            .toList();
    return new Outlook.Planned(own, plan.steps().size() - own.size());
  }
}
