package dev.fermata.cli.text;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.fermata.model.ProjectName;
import dev.fermata.planner.plan.Action;
import dev.fermata.planner.plan.Plan;
import dev.fermata.planner.plan.Step;
import dev.fermata.planner.text.PlanText;
import java.io.IOException;
import java.util.Optional;

/**
 * A plan as JSON, for other programs. The shape is versioned: fields are added within a version,
 * never changed or removed.
 */
public final class PlanJson {
  private static final int VERSION = 1;

  private PlanJson() {}

  public static String of(ProjectName project, Plan plan) {
    return JsonText.of(json -> {
      json.useDefaultPrettyPrinter();
      json.writeStartObject();
      json.writeNumberField("version", VERSION);
      json.writeStringField("project", project.text());
      json.writeBooleanField("complete", !plan.isPrefix());
      json.writeArrayFieldStart("steps");
      for (Step step : plan.steps()) {
        writeStep(json, step);
      }
      json.writeEndArray();
      JsonText.writeTexts(json, "confirmations", plan.confirmations());
      JsonText.writeTexts(json, "notes", plan.notes());
      json.writeEndObject();
    });
  }

  public static void writeStep(JsonGenerator json, Step step) throws IOException {
    json.writeStartObject();
    json.writeNumberField("id", step.id());
    json.writeStringField("action", kind(step.action()));
    json.writeStringField("subject", step.action().subject());
    Optional<String> service = service(step.action());
    if (service.isPresent()) {
      json.writeStringField("service", service.get());
    }
    if (step.action() instanceof Action.BuildImage build) {
      BuilderJson.write(json, build.request().builder());
    }
    ReasonJson.write(json, step.reason());
    json.writeStringField("text", PlanText.reasonText(step.reason()));
    json.writeArrayFieldStart("after");
    for (int id : step.after()) {
      json.writeNumber(id);
    }
    json.writeEndArray();
    if (step.group().isPresent()) {
      json.writeStringField("group", step.group().get());
    }
    json.writeEndObject();
  }

  private static String kind(Action action) {
    return switch (action) {
      case Action.CreateNetwork create -> "create-network";
      case Action.RemoveNetwork remove -> "remove-network";
      case Action.ConnectNetwork connect -> "connect-network";
      case Action.DisconnectNetwork disconnect -> "disconnect-network";
      case Action.CreateVolume create -> "create-volume";
      case Action.RemoveVolume remove -> "remove-volume";
      case Action.PullImage pull -> "pull-image";
      case Action.PushImage push -> "push-image";
      case Action.BuildImage build -> "build-image";
      case Action.RemoveImage remove -> "remove-image";
      case Action.RemoveReplaced remove -> "remove-replaced";
      case Action.CreateContainer create -> "create-container";
      case Action.RenameContainer rename -> "rename-container";
      case Action.InjectFiles inject -> "inject-files";
      case Action.StartContainer start -> "start-container";
      case Action.RunHook run -> "run-hook";
      case Action.RunInitContainer run -> "run-init-container";
      case Action.CallProvider call -> "call-provider";
      case Action.PrepareModel prepare -> "prepare-model";
      case Action.StopContainer stop -> "stop-container";
      case Action.KillContainer kill -> "kill-container";
      case Action.PauseContainer pause -> "pause-container";
      case Action.UnpauseContainer unpause -> "unpause-container";
      case Action.RemoveContainer remove -> "remove-container";
      case Action.Await await -> "await";
      case Action.PlanAgain again -> "plan-again";
    };
  }

  /** The service that an action is about; what is the project's own has none. */
  public static Optional<String> service(Action action) {
    return switch (action) {
      case Action.ConnectNetwork connect -> Optional.of(connect.service().text());
      case Action.BuildImage build -> Optional.of(build.service().text());
      case Action.CreateContainer create -> Optional.of(create.spec().service().text());
      case Action.InjectFiles inject -> Optional.of(inject.service().text());
      case Action.StartContainer start -> Optional.of(start.service().text());
      case Action.RunHook run -> Optional.of(run.service().text());
      case Action.RunInitContainer run -> Optional.of(run.service().text());
      case Action.CallProvider call -> Optional.of(call.call().service().text());
      case Action.PrepareModel prepare -> Optional.empty();
      case Action.StopContainer stop -> Optional.of(stop.service().text());
      case Action.KillContainer kill -> Optional.of(kill.service().text());
      case Action.PauseContainer pause -> Optional.of(pause.service().text());
      case Action.UnpauseContainer unpause -> Optional.of(unpause.service().text());
      case Action.RemoveContainer remove -> Optional.of(remove.service().text());
      case Action.Await await -> Optional.of(await.service().text());
      case Action.CreateNetwork create -> Optional.empty();
      case Action.RemoveNetwork remove -> Optional.empty();
      case Action.DisconnectNetwork disconnect -> Optional.empty();
      case Action.CreateVolume create -> Optional.empty();
      case Action.RemoveVolume remove -> Optional.empty();
      case Action.PullImage pull -> Optional.empty();
      case Action.PushImage push -> Optional.empty();
      case Action.RemoveImage remove -> Optional.empty();
      case Action.RemoveReplaced remove -> Optional.empty();
      case Action.RenameContainer rename -> Optional.empty();
      case Action.PlanAgain again -> Optional.empty();
    };
  }
}
