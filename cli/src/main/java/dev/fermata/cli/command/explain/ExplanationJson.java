package dev.fermata.cli.command.explain;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.fermata.cli.command.explain.Explanation.Gate;
import dev.fermata.cli.command.explain.Explanation.Outlook;
import dev.fermata.cli.command.explain.Explanation.Told;
import dev.fermata.cli.text.JsonText;
import dev.fermata.cli.text.LikelyCause;
import dev.fermata.cli.text.PlanJson;
import dev.fermata.cli.text.Timestamps;
import dev.fermata.planner.observed.ObservedContainer;
import dev.fermata.planner.plan.Problem;
import dev.fermata.planner.plan.Step;
import dev.fermata.planner.text.PlanText;
import dev.fermata.runner.engine.ContainerDetail;
import dev.fermata.runner.gate.ContainerLook.Answer;
import dev.fermata.runner.gate.GateReport.ContainerStory;
import dev.fermata.runner.gate.GateReport.Run;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** An explanation for programs. Fields are added within a version, never changed or removed. */
final class ExplanationJson {
  private static final int VERSION = 1;

  private ExplanationJson() {}

  static String of(Explanation told) {
    return JsonText.of(json -> {
      json.useDefaultPrettyPrinter();
      json.writeStartObject();
      json.writeNumberField("version", VERSION);
      json.writeStringField("project", told.project().text());
      json.writeStringField("service", told.service().text());
      json.writeArrayFieldStart("containers");
      for (Told container : told.containers()) {
        write(json, container);
      }
      json.writeEndArray();
      write(json, "waitsFor", told.waitsFor());
      write(json, "waitedForBy", told.waitedForBy());
      write(json, told.up());
      json.writeEndObject();
    })
        + "\n";
  }

  private static void write(JsonGenerator json, Told told) throws IOException {
    ContainerStory story = told.story();
    ContainerDetail detail = story.detail();
    json.writeStartObject();
    json.writeStringField("name", told.listed().name());
    json.writeStringField("id", told.listed().id());
    json.writeStringField("image", told.listed().imageName());
    json.writeStringField("state", detail.state().text());
    json.writeStringField("status", told.listed().listing().status());
    write(json, "startedAt", detail.startedAt());
    write(json, "finishedAt", detail.ending().finishedAt());
    json.writeNumberField("exitCode", detail.ending().exitCode());
    json.writeBooleanField("outOfMemory", detail.ending().outOfMemory());
    json.writeStringField("error", detail.ending().error());
    json.writeNumberField("restarts", detail.restartCount());
    if (detail.health().isPresent()) {
      json.writeStringField("health", detail.health().get().state().text());
    }
    json.writeArrayFieldStart("checks");
    for (Run run : story.runs()) {
      write(json, run);
    }
    json.writeEndArray();
    JsonText.writeTexts(json, "lastLines", story.lastLines());
    Optional<String> cause = LikelyCause.of(story);
    if (cause.isPresent()) {
      json.writeStringField("likely", cause.get());
    }
    json.writeEndObject();
  }

  /** A time that there is not yet is left out. */
  private static void write(JsonGenerator json, String field, Instant time) throws IOException {
    if (time.isAfter(Instant.EPOCH)) {
      json.writeStringField(field, Timestamps.utc(time));
    }
  }

  private static void write(JsonGenerator json, Run run) throws IOException {
    json.writeStartObject();
    json.writeStringField("probe", run.probe());
    switch (run.answer()) {
      case Run.Answer.Exit exit -> json.writeNumberField("exitCode", exit.code());
      case Run.Answer.Late late -> json.writeBooleanField("late", true);
      case Run.Answer.NotBegun notBegun -> json.writeBooleanField("notBegun", true);
      case Run.Answer.Ready ready -> json.writeBooleanField("ready", true);
      case Run.Answer.NotReady notReady -> json.writeBooleanField("ready", false);
      case Run.Answer.Unreachable unreachable -> json.writeBooleanField("unreachable", true);
    }
    json.writeNumberField("tookMs", run.took().toMillis());
    json.writeStringField("output", run.output());
    json.writeEndObject();
  }

  private static void write(JsonGenerator json, String field, List<Gate> gates) throws IOException {
    json.writeArrayFieldStart(field);
    for (Gate gate : gates) {
      json.writeStartObject();
      json.writeStringField("service", gate.other().text());
      json.writeStringField("rule", gate.rule().map(PlanText::ruleText).orElse("started"));
      json.writeBooleanField("required", gate.required());
      write(json, gate.standing().answer());
      Optional<ObservedContainer> decides = gate.standing().decides();
      if (decides.isPresent()) {
        json.writeStringField("container", decides.get().name());
      }
      if (gate.waited().isPresent()) {
        json.writeNumberField("waitedMs", gate.waited().get().toMillis());
      }
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private static void write(JsonGenerator json, Answer answer) throws IOException {
    switch (answer) {
      case Answer.Open open -> json.writeStringField("gate", "open");
      case Answer.NotYet notYet -> json.writeStringField("gate", "pending");
      case Answer.Shut shut -> {
        json.writeStringField("gate", "shut");
        json.writeStringField("cause", word(shut.cause()));
      }
    }
  }

  private static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private static void write(JsonGenerator json, Outlook outlook) throws IOException {
    json.writeObjectFieldStart("up");
    switch (outlook) {
      case Outlook.Planned planned -> {
        json.writeStringField("outcome", "planned");
        json.writeArrayFieldStart("steps");
        for (Step step : planned.own()) {
          PlanJson.writeStep(json, step);
        }
        json.writeEndArray();
        json.writeNumberField("otherSteps", planned.others());
      }
      case Outlook.Refused refused -> {
        json.writeStringField("outcome", "refused");
        json.writeArrayFieldStart("problems");
        for (Problem problem : refused.problems()) {
          json.writeStartObject();
          json.writeStringField("message", problem.message());
          json.writeStringField("hint", problem.hint());
          json.writeEndObject();
        }
        json.writeEndArray();
      }
      case Outlook.LeftOut left -> {
        json.writeStringField("outcome", "left-out");
        JsonText.writeTexts(json, "profiles", left.profiles());
      }
      case Outlook.Orphan orphan -> json.writeStringField("outcome", "orphan");
      case Outlook.Unknown unknown -> json.writeStringField("outcome", "unknown");
    }
    json.writeEndObject();
  }
}
