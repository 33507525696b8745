package dev.fermata.planner.written;

import static dev.fermata.planner.written.Forms.CONTAINER;
import static dev.fermata.planner.written.Forms.DURATION;
import static dev.fermata.planner.written.Forms.FLAG;
import static dev.fermata.planner.written.Forms.IMAGE;
import static dev.fermata.planner.written.Forms.INT;
import static dev.fermata.planner.written.Forms.PLATFORM;
import static dev.fermata.planner.written.Forms.PROJECT;
import static dev.fermata.planner.written.Forms.SERVICE;
import static dev.fermata.planner.written.Forms.TEXT;
import static dev.fermata.planner.written.Forms.constant;
import static dev.fermata.planner.written.Forms.list;
import static dev.fermata.planner.written.Forms.optional;
import static dev.fermata.planner.written.Forms.sortedSet;

import dev.fermata.planner.plan.Action;
import dev.fermata.planner.plan.GateRule;
import dev.fermata.planner.plan.HookStage;
import dev.fermata.planner.plan.Probe;
import dev.fermata.planner.spec.AnonymousVolumes;

/** What a step does. */
final class ActionForm {
  static final Form<Action> FORM = Fields.form(ActionForm::write, ActionForm::read);

  private static final Form<Probe> PROBE = Fields.form(ActionForm::write, ActionForm::readProbe);

  private static final Form<Action.Gate> GATE =
      Fields.form(
          it ->
              Fields.none()
                  .put("waiting", it.waiting(), sortedSet(SERVICE))
                  .put("probes", it.probes(), list(PROBE))
                  .put("deadline", it.deadline(), optional(DURATION))
                  .put("optional", it.optional(), FLAG),
          it ->
              new Action.Gate(
                  it.get("waiting", sortedSet(SERVICE)),
                  it.get("probes", list(PROBE)),
                  it.get("deadline", optional(DURATION)),
                  it.get("optional", FLAG)));

  private static final Form<Action.BuildImage> BUILD =
      Fields.form(it -> build(it, Fields.none()), ActionForm::build);

  private ActionForm() {}

  private static Fields write(Probe probe) {
    return switch (probe) {
      case Probe.Healthcheck it -> Fields.of("healthcheck");
      case Probe.Ready it ->
          Fields.of("ready").put("readiness", it.readiness(), ReadinessForm.FORM);
    };
  }

  private static Probe readProbe(Fields it) {
    return switch (it.kind()) {
      case "healthcheck" -> Probe.HEALTHCHECK;
      case "ready" -> new Probe.Ready(it.get("readiness", ReadinessForm.FORM));
      default -> throw it.unknownKind();
    };
  }

  private static Fields write(Action action) {
    return switch (action) {
      case Action.CreateNetwork it ->
          Fields.of("create-network").put("network", it.network(), ResourceForms.NETWORK);
      case Action.RemoveNetwork it ->
          Fields.of("remove-network").put("name", it.name(), TEXT).put("id", it.id(), TEXT);
      case Action.ConnectNetwork it ->
          Fields.of("connect-network")
              .put("container", it.container(), CONTAINER)
              .put("service", it.service(), SERVICE)
              .put("attachment", it.attachment(), NetworkingForm.ATTACHMENT);
      case Action.DisconnectNetwork it ->
          Fields.of("disconnect-network")
              .put("container", it.container(), CONTAINER)
              .put("network", it.network(), TEXT);
      case Action.CreateVolume it ->
          Fields.of("create-volume").put("volume", it.volume(), ResourceForms.VOLUME);
      case Action.RemoveVolume it -> Fields.of("remove-volume").put("name", it.name(), TEXT);
      case Action.PullImage it ->
          Fields.of("pull-image")
              .put("image", it.image(), IMAGE)
              .put("platform", it.platform(), optional(PLATFORM))
              .put("services", it.services(), sortedSet(SERVICE))
              .put("otherwise", it.otherwise(), optional(BUILD));
      case Action.PushImage it ->
          Fields.of("push-image")
              .put("image", it.image(), IMAGE)
              .put("services", it.services(), sortedSet(SERVICE));
      case Action.BuildImage it -> build(it, Fields.of("build-image"));
      case Action.RemoveImage it -> Fields.of("remove-image").put("name", it.name(), TEXT);
      case Action.RemoveReplaced it ->
          Fields.of("remove-replaced").put("project", it.project(), PROJECT);
      case Action.CreateContainer it ->
          Fields.of("create-container").put("container", it.spec(), ContainerForm.FORM);
      case Action.RenameContainer it ->
          Fields.of("rename-container")
              .put("container", it.container(), CONTAINER)
              .put("to", it.to(), TEXT);
      case Action.InjectFiles it ->
          Fields.of("inject-files")
              .put("container", it.container(), CONTAINER)
              .put("service", it.service(), SERVICE)
              .put("files", it.files(), list(ResourceForms.FILE));
      case Action.StartContainer it ->
          Fields.of("start-container")
              .put("container", it.container(), CONTAINER)
              .put("service", it.service(), SERVICE);
      case Action.RunHook it ->
          Fields.of("run-hook")
              .put("container", it.container(), CONTAINER)
              .put("service", it.service(), SERVICE)
              .put("stage", it.stage(), constant(HookStage.class))
              .put("index", it.index(), INT)
              .put("hook", it.hook(), HookForm.FORM);
      case Action.RunInitContainer it ->
          Fields.of("run-init-container")
              .put("container", it.container(), CONTAINER)
              .put("service", it.service(), SERVICE)
              .put("index", it.index(), INT);
      case Action.CallProvider it ->
          Fields.of("call-provider").put("call", it.call(), ProgramForms.CALL);
      case Action.PrepareModel it ->
          Fields.of("prepare-model").put("model", it.model(), ProgramForms.MODEL);
      case Action.StopContainer it ->
          Fields.of("stop-container")
              .put("container", it.container(), CONTAINER)
              .put("service", it.service(), SERVICE)
              .put("timeout", it.timeout(), optional(DURATION));
      case Action.KillContainer it ->
          Fields.of("kill-container")
              .put("container", it.container(), CONTAINER)
              .put("service", it.service(), SERVICE)
              .put("signal", it.signal(), TEXT);
      case Action.PauseContainer it ->
          Fields.of("pause-container")
              .put("container", it.container(), CONTAINER)
              .put("service", it.service(), SERVICE);
      case Action.UnpauseContainer it ->
          Fields.of("unpause-container")
              .put("container", it.container(), CONTAINER)
              .put("service", it.service(), SERVICE);
      case Action.RemoveContainer it ->
          Fields.of("remove-container")
              .put("container", it.container(), CONTAINER)
              .put("service", it.service(), SERVICE)
              .put("volumes", it.volumes(), constant(AnonymousVolumes.class));
      case Action.Await it ->
          Fields.of("await")
              .put("service", it.service(), SERVICE)
              .put("rule", it.rule(), constant(GateRule.class))
              .put("containers", it.containers(), list(CONTAINER))
              .put("gate", it.gate(), GATE);
      case Action.PlanAgain it ->
          Fields.of("plan-again")
              .put("images", it.images(), sortedSet(IMAGE))
              .put("provided", it.provided(), sortedSet(TEXT));
    };
  }

  private static Fields build(Action.BuildImage it, Fields into) {
    return into.put("services", it.services(), sortedSet(SERVICE))
        .put("image", it.image(), IMAGE)
        .put("request", it.request(), BuildForm.REQUEST);
  }

  private static Action.BuildImage build(Fields it) {
    return new Action.BuildImage(
        it.get("services", sortedSet(SERVICE)),
        it.get("image", IMAGE),
        it.get("request", BuildForm.REQUEST));
  }

  private static Action read(Fields it) {
    return switch (it.kind()) {
      case "create-network" -> new Action.CreateNetwork(it.get("network", ResourceForms.NETWORK));
      case "remove-network" -> new Action.RemoveNetwork(it.get("name", TEXT), it.get("id", TEXT));
      case "connect-network" ->
          new Action.ConnectNetwork(
              it.get("container", CONTAINER),
              it.get("service", SERVICE),
              it.get("attachment", NetworkingForm.ATTACHMENT));
      case "disconnect-network" ->
          new Action.DisconnectNetwork(it.get("container", CONTAINER), it.get("network", TEXT));
      case "create-volume" -> new Action.CreateVolume(it.get("volume", ResourceForms.VOLUME));
      case "remove-volume" -> new Action.RemoveVolume(it.get("name", TEXT));
      case "pull-image" ->
          new Action.PullImage(
              it.get("image", IMAGE),
              it.get("platform", optional(PLATFORM)),
              it.get("services", sortedSet(SERVICE)),
              it.get("otherwise", optional(BUILD)));
      case "push-image" ->
          new Action.PushImage(it.get("image", IMAGE), it.get("services", sortedSet(SERVICE)));
      case "build-image" -> build(it);
      case "remove-replaced" -> new Action.RemoveReplaced(it.get("project", PROJECT));
      case "remove-image" -> new Action.RemoveImage(it.get("name", TEXT));
      case "create-container" ->
          new Action.CreateContainer(it.get("container", ContainerForm.FORM));
      case "rename-container" ->
          new Action.RenameContainer(it.get("container", CONTAINER), it.get("to", TEXT));
      case "inject-files" ->
          new Action.InjectFiles(
              it.get("container", CONTAINER),
              it.get("service", SERVICE),
              it.get("files", list(ResourceForms.FILE)));
      case "start-container" ->
          new Action.StartContainer(it.get("container", CONTAINER), it.get("service", SERVICE));
      case "run-hook" ->
          new Action.RunHook(
              it.get("container", CONTAINER),
              it.get("service", SERVICE),
              it.get("stage", constant(HookStage.class)),
              it.get("index", INT),
              it.get("hook", HookForm.FORM));
      case "run-init-container" ->
          new Action.RunInitContainer(
              it.get("container", CONTAINER), it.get("service", SERVICE), it.get("index", INT));
      case "call-provider" -> new Action.CallProvider(it.get("call", ProgramForms.CALL));
      case "prepare-model" -> new Action.PrepareModel(it.get("model", ProgramForms.MODEL));
      case "stop-container" ->
          new Action.StopContainer(
              it.get("container", CONTAINER),
              it.get("service", SERVICE),
              it.get("timeout", optional(DURATION)));
      case "kill-container" ->
          new Action.KillContainer(
              it.get("container", CONTAINER), it.get("service", SERVICE), it.get("signal", TEXT));
      case "pause-container" ->
          new Action.PauseContainer(it.get("container", CONTAINER), it.get("service", SERVICE));
      case "unpause-container" ->
          new Action.UnpauseContainer(it.get("container", CONTAINER), it.get("service", SERVICE));
      case "remove-container" ->
          new Action.RemoveContainer(
              it.get("container", CONTAINER),
              it.get("service", SERVICE),
              it.get("volumes", constant(AnonymousVolumes.class)));
      case "await" ->
          new Action.Await(
              it.get("service", SERVICE),
              it.get("rule", constant(GateRule.class)),
              it.get("containers", list(CONTAINER)),
              it.get("gate", GATE));
      case "plan-again" ->
          new Action.PlanAgain(
              it.get("images", sortedSet(IMAGE)), it.get("provided", sortedSet(TEXT)));
      default -> throw it.unknownKind();
    };
  }
}
