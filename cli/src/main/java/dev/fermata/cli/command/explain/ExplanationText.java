package dev.fermata.cli.command.explain;

import static java.util.stream.Collectors.joining;

import dev.fermata.cli.command.explain.Explanation.Gate;
import dev.fermata.cli.command.explain.Explanation.Outlook;
import dev.fermata.cli.command.explain.Explanation.Standing;
import dev.fermata.cli.command.explain.Explanation.Told;
import dev.fermata.cli.text.Columns;
import dev.fermata.cli.text.Columns.Spacing;
import dev.fermata.cli.text.Elapsed;
import dev.fermata.cli.text.LikelyCause;
import dev.fermata.cli.text.StoryText;
import dev.fermata.planner.observed.ContainerState;
import dev.fermata.planner.observed.ObservedContainer;
import dev.fermata.planner.plan.Problem;
import dev.fermata.planner.plan.Step;
import dev.fermata.planner.text.PlanText;
import dev.fermata.runner.engine.ContainerDetail.HealthDetail;
import dev.fermata.runner.engine.ContainerDetail.HealthState;
import dev.fermata.runner.gate.ContainerLook.Answer;
import dev.fermata.runner.gate.GateReport.Cause;
import dev.fermata.runner.gate.GateReport.ContainerStory;
import java.util.ArrayList;
import java.util.List;

/** An explanation for readers: what is, what waits for what, what would be done. */
final class ExplanationText {
  private static final Spacing TIGHT = new Spacing(0, 2);

  private final Explanation told;
  private final List<String> lines = new ArrayList<>();

  private ExplanationText(Explanation told) {
    this.told = told;
  }

  static String of(Explanation told) {
    var text = new ExplanationText(told);
    text.containers();
    text.gates("waits for", told.waitsFor());
    text.gates("waited for by", told.waitedForBy());
    text.up();
    return text.lines.stream().map(line -> line.stripTrailing() + "\n").collect(joining());
  }

  private void containers() {
    if (told.containers().isEmpty()) {
      lines.add("%s: there is no container".formatted(told.service()));
    }
    for (Told container : told.containers()) {
      lines.add(
          "%s (%s): %s"
              .formatted(
                  container.listed().name(),
                  container.listed().imageName(),
                  container.listed().listing().status()));
      lines.addAll(indented(details(container.story())));
    }
  }

  private List<String> details(ContainerStory story) {
    var details = new ArrayList<String>();
    boolean isWell = isWell(story);
    if (story.restarts().isPresent() || (!isWell && !isNew(story))) {
      details.add(StoryText.state(story));
    }
    if (isNew(story)) {
      details.add(
          told.isHeldBack()
              ? "never started: what it waits for was not ready"
              : "never started; `start " + told.service() + "` starts it");
    }
    details.addAll(StoryText.signs(isWell ? brief(story) : story));
    if (!isWell) {
      LikelyCause.of(story).ifPresent(cause -> details.add("likely: " + cause));
    }
    return details;
  }

  private static boolean isNew(ContainerStory story) {
    return story.detail().state().equals(ContainerState.CREATED);
  }

  /** Runs, and its check, where it has one, is content. */
  private static boolean isWell(ContainerStory story) {
    boolean checks =
        story
            .detail()
            .health()
            .map(HealthDetail::state)
            .filter(state -> !state.equals(HealthState.HEALTHY))
            .isEmpty();
    boolean endedWell =
        story.detail().state().equals(ContainerState.EXITED)
            && story.detail().ending().exitCode() == 0;
    return endedWell || (checks && story.detail().state().equals(ContainerState.RUNNING));
  }

  /** Of what is well, the last check is enough. */
  private static ContainerStory brief(ContainerStory story) {
    return new ContainerStory(
        story.detail(),
        story.restarts(),
        story.runs().subList(Math.max(0, story.runs().size() - 1), story.runs().size()),
        List.of(),
        story.culprit());
  }

  private void gates(String heading, List<Gate> gates) {
    if (gates.isEmpty()) {
      lines.add(heading + ": none");
      return;
    }
    lines.add(heading + ":");
    List<List<String>> rows =
        gates.stream()
            .map(gate -> List.of(gate.other().text(), rule(gate), standing(gate)))
            .toList();
    lines.addAll(indented(Columns.lines(rows, TIGHT)));
  }

  private static String rule(Gate gate) {
    String rule = gate.rule().map(PlanText::ruleText).orElse("started");
    return gate.required() ? rule : rule + ", optional";
  }

  private static String standing(Gate gate) {
    String waited = gate.waited().map(time -> ", took " + Elapsed.text(time)).orElse("");
    return switch (gate.standing().answer()) {
      case Answer.Open open -> "open" + waited;
      case Answer.NotYet notYet -> "not yet: " + what(gate.standing());
      case Answer.Shut(Cause cause) when cause == Cause.NO_HEALTHCHECK ->
          "shut: " + name(gate.standing()) + " has no healthcheck";
      case Answer.Shut shut -> "shut: " + what(gate.standing());
    };
  }

  private static String what(Standing standing) {
    return standing
        .decides()
        .map(it -> it.name() + " is " + it.listing().status())
        .orElse("there is no container");
  }

  private static String name(Standing standing) {
    return standing.decides().map(ObservedContainer::name).orElse("it");
  }

  private void up() {
    switch (told.up()) {
      case Outlook.Planned planned -> planned(planned);
      case Outlook.Refused refused -> {
        lines.add("`up` is refused:");
        for (Problem problem : refused.problems()) {
          lines.add("  " + problem.message());
          lines.add("    hint: " + problem.hint());
        }
      }
      case Outlook.LeftOut left when left.profiles().isEmpty() -> lines.add("`up` leaves it out");
      case Outlook.LeftOut left ->
          lines.add(
              "`up` leaves it out; `--profile %s` enables it"
                  .formatted(left.profiles().getFirst()));
      case Outlook.Orphan orphan ->
          lines.add(
              "`up` leaves it: the files do not have it any more; `--remove-orphans` removes it");
      case Outlook.Unknown unknown ->
          lines.add("`up` needs a compose file, and there is none here");
    }
  }

  private void planned(Outlook.Planned planned) {
    if (planned.own().isEmpty()) {
      lines.add("`up` would leave it as it is");
    } else {
      lines.add("`up` would:");
      List<List<String>> rows = planned.own().stream().map(ExplanationText::row).toList();
      lines.addAll(indented(Columns.lines(rows, TIGHT)));
    }
    if (planned.others() > 0) {
      lines.add(
          "and %d %s for the rest of the project; `plan` shows them all"
              .formatted(planned.others(), planned.others() == 1 ? "step" : "steps"));
    }
  }

  private static List<String> row(Step step) {
    return List.of(PlanText.actionText(step.action()), PlanText.reasonText(step.reason()));
  }

  private static List<String> indented(List<String> texts) {
    return texts.stream().map(text -> "  " + text).toList();
  }
}
