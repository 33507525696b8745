package dev.fermata.planner.text;

import static java.util.stream.Collectors.joining;

import dev.fermata.planner.digest.FieldChange;
import dev.fermata.planner.observed.EndedJob;
import dev.fermata.planner.plan.Action;
import dev.fermata.planner.plan.GateRule;
import dev.fermata.planner.plan.Plan;
import dev.fermata.planner.plan.Probe;
import dev.fermata.planner.plan.Reason;
import dev.fermata.planner.plan.Skip;
import dev.fermata.planner.plan.Step;
import dev.fermata.planner.spec.AnonymousVolumes;
import dev.fermata.planner.spec.Builder;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

/** A plan as text: one line for each step, and the words for actions and reasons. */
public final class PlanText {
  private static final int WIDEST = 60;

  private PlanText() {}

  /** The whole plan; an empty one says so. Each line ends with a line feed. */
  public static String of(Plan plan) {
    StringBuilder text = new StringBuilder();
    if (plan.isEmpty()) {
      text.append("nothing to do\n");
    }
    int id = Integer.toString(plan.steps().size()).length();
    int action = width(plan.steps().stream().map(s -> actionText(s.action())).toList());
    int reason = width(plan.steps().stream().map(s -> reasonText(s.reason())).toList());
    for (Step step : plan.steps()) {
      text.append(line(step, "%" + id + "d  %-" + action + "s  %-" + reason + "s  %s"))
          .append('\n');
    }
    plan.skipped().forEach(skip -> text.append(skipText(skip)).append('\n'));
    plan.notes().forEach(note -> text.append("note: ").append(note).append('\n'));
    plan.confirmations()
        .forEach(question -> text.append("confirm: ").append(question).append('\n'));
    return text.toString();
  }

  private static String skipText(Skip skip) {
    String why = skip.why().isEmpty() ? "" : " (" + skip.why() + ")";
    return "skip " + skip.subject() + why;
  }

  private static int width(List<String> texts) {
    return texts.stream().mapToInt(String::length).filter(n -> n <= WIDEST).max().orElse(1);
  }

  private static String line(Step step, String format) {
    String after =
        step.after().isEmpty()
            ? ""
            : "after " + step.after().stream().map(String::valueOf).collect(joining(", "));
    String group = step.group().map(name -> "[" + name + "]").orElse("");
    String trail = after.isEmpty() || group.isEmpty() ? after + group : after + "  " + group;
    return String.format(
            format, step.id(), actionText(step.action()), reasonText(step.reason()), trail)
        .stripTrailing();
  }

  /** What a step does: {@code create network shop_default}. */
  public static String actionText(Action action) {
    return verb(action) + " " + object(action);
  }

  private static String verb(Action action) {
    return switch (action) {
      case Action.CreateNetwork a -> "create";
      case Action.RemoveNetwork a -> "remove";
      case Action.ConnectNetwork a -> "connect";
      case Action.DisconnectNetwork a -> "disconnect";
      case Action.CreateVolume a -> "create";
      case Action.RemoveVolume a -> "remove";
      case Action.PullImage a -> "pull";
      case Action.PushImage a -> "push";
      case Action.BuildImage a -> "build";
      case Action.RemoveImage a -> "remove";
      case Action.RemoveReplaced a -> "remove";
      case Action.CreateContainer a -> "create";
      case Action.RenameContainer a -> "rename";
      case Action.InjectFiles a -> "write files into";
      case Action.StartContainer a -> "start";
      case Action.RunHook a -> "run " + a.title() + " in";
      case Action.RunInitContainer a -> "run " + a.title() + " as";
      case Action.CallProvider a -> a.call().command().text();
      case Action.PrepareModel a -> "prepare";
      case Action.StopContainer a -> "stop";
      case Action.KillContainer a -> "kill";
      case Action.PauseContainer a -> "pause";
      case Action.UnpauseContainer a -> "unpause";
      case Action.RemoveContainer a -> "remove";
      case Action.Await a -> "await";
      case Action.PlanAgain a -> "plan again";
    };
  }

  private static String object(Action action) {
    return switch (action) {
      case Action.ConnectNetwork a -> a.subject() + " to network " + a.attachment().network();
      case Action.DisconnectNetwork a -> a.subject() + " from network " + a.network();
      case Action.RenameContainer a -> a.subject() + " to " + a.to();
      case Action.Await a ->
          a.subject()
              + " "
              + ruleText(a.rule())
              + by(a.gate())
              + (a.gate().optional() ? " (optional)" : "");
      case Action.RemoveContainer a when a.volumes() == AnonymousVolumes.REMOVE ->
          a.subject() + " and its anonymous volumes";
      case Action.PlanAgain a when a.images().isEmpty() ->
          "(" + joined(a.provided()) + " may give variables)";
      case Action.PlanAgain a -> "(" + joined(a.images()) + " may change)";
      case Action.CreateNetwork a -> a.subject();
      case Action.RemoveNetwork a -> a.subject();
      case Action.CreateVolume a -> a.subject();
      case Action.RemoveVolume a -> a.subject();
      case Action.PullImage a ->
          a.subject()
              + a.platform().map(platform -> " for " + platform).orElse("")
              + (a.otherwise().isPresent() ? " or build it" : "");
      case Action.PushImage a -> a.subject();
      case Action.BuildImage a ->
          a.subject()
              + (a.services().size() > 1 ? " for " + joined(a.services()) : "")
              + builderText(a.request().builder());
      case Action.RemoveImage a -> a.subject();
      case Action.RemoveReplaced a -> a.subject();
      case Action.CreateContainer a -> a.subject();
      case Action.InjectFiles a -> a.subject();
      case Action.StartContainer a -> a.subject();
      case Action.RunHook a -> a.subject();
      case Action.RunInitContainer a -> a.subject();
      case Action.CallProvider a -> a.subject() + " by provider " + a.call().provider().type();
      case Action.PrepareModel a -> a.subject() + " (" + a.model().model() + ")";
      case Action.StopContainer a -> a.subject();
      case Action.KillContainer a -> a.subject() + " with " + a.signal();
      case Action.PauseContainer a -> a.subject();
      case Action.UnpauseContainer a -> a.subject();
      case Action.RemoveContainer a -> a.subject();
    };
  }

  /** By whom it is built, where that is not the usual builder. */
  private static String builderText(Builder builder) {
    return switch (builder) {
      case Builder.BuildKit it -> "";
      case Builder.Buildx it ->
          " by docker buildx"
              + it.name().map(name -> ", builder " + name).orElse("")
              + " ("
              + it.because().text()
              + ")";
      case Builder.Classic it -> " by the classic builder (" + it.because().text() + ")";
    };
  }

  private static String joined(Collection<?> items) {
    return items.stream().map(String::valueOf).collect(joining(", "));
  }

  /** What is asked, where the file says it. */
  private static String by(Action.Gate gate) {
    return gate.probes().stream()
        .flatMap(probe ->
            switch (probe) {
              case Probe.Healthcheck own -> Stream.<String>empty();
              case Probe.Ready ready -> Stream.of(" by " + ready.readiness().text());
            })
        .collect(joining());
  }

  /** What a gate waits for. */
  public static String ruleText(GateRule rule) {
    return switch (rule) {
      case HEALTHY -> "healthy";
      case COMPLETED -> "completed";
      case READY -> "ready";
      case READY_OR_COMPLETED -> "ready or completed";
    };
  }

  /** Why a step is there. Values are never told: they may be secret. */
  public static String reasonText(Reason reason) {
    return switch (reason) {
      case Reason.Missing r -> "missing";
      case Reason.Changed r -> r.fields().stream().map(PlanText::changeText).collect(joining(", "));
      case Reason.OtherPlatform r -> "is for " + joined(r.there()) + ", not for " + r.wanted();
      case Reason.ImageChanged r -> r.image() + " is now " + shortId(r.to());
      case Reason.Asked r -> "asked by " + r.by();
      case Reason.NotRunning r -> "is " + r.state().text();
      case Reason.Surplus r -> "more than " + r.wanted();
      case Reason.Orphan r -> "orphan";
      case Reason.Replaces r -> "replaces " + r.container();
      case Reason.Leftover r -> "left by a recreation that was not finished";
      case Reason.Follows r -> "follows " + r.service() + " (" + r.edge() + ")";
      case Reason.Rejoins r -> r.container() + " has started again since (" + r.edge() + ")";
      case Reason.ResourceChanged r -> r.resource() + " changed";
      case Reason.Namesake r -> "second of its name, " + r.kept() + " is kept";
      case Reason.GivesAddress r -> "its address " + r.address() + " is for " + r.to();
      case Reason.BuiltOn r -> "the build of " + r.service() + " needs it";
      case Reason.Undecided r -> "containers are there";
      case Reason.SawFiles r -> filesText(r.change());
      case Reason.SawVolume r -> "volume " + r.volume() + " has been made since";
      case Reason.SawContainer r -> r.service() + " has been made, or has run, since";
      case Reason.Gates r ->
          r.waiting().isEmpty() ? "asked by --wait" : "for " + joined(r.waiting());
    };
  }

  private static String filesText(EndedJob.FileChange change) {
    return switch (change.kind()) {
      case CHANGED -> change.path() + " has changed since it ended";
      case GONE -> change.path() + " is gone";
      case TOO_MANY -> change.path() + " has too many files to see whether one changed";
      case UNREADABLE -> change.path() + " cannot be read, so it may have changed";
      case ELSEWHERE -> change.path() + " is on the engine's machine, so it may have changed";
    };
  }

  private static String changeText(FieldChange change) {
    return switch (change.kind()) {
      case ADDED -> change.field() + " added";
      case REMOVED -> change.field() + " removed";
      case CHANGED -> change.field() + " changed";
    };
  }

  private static String shortId(String id) {
    int start = id.indexOf(':') + 1;
    return id.substring(0, Math.min(id.length(), start + 12));
  }
}
