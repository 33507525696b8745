package dev.fermata.planner.written;

import static dev.fermata.planner.written.Forms.INT;
import static dev.fermata.planner.written.Forms.TEXT;
import static dev.fermata.planner.written.Forms.list;
import static dev.fermata.planner.written.Forms.optional;
import static dev.fermata.planner.written.Forms.sortedSet;

import dev.fermata.model.ProjectName;
import dev.fermata.planner.plan.Plan;
import dev.fermata.planner.plan.Skip;
import dev.fermata.planner.plan.Step;
import dev.fermata.planner.plan.Undo;
import dev.fermata.planner.plan.Untouched;
import java.util.List;
import java.util.Map;

/** A plan as plain values. Values that are secret are in it, marked as such. */
public final class WrittenPlan {
  private static final int VERSION = 1;

  private static final Form<Undo> UNDO =
      Fields.form(
          it ->
              Fields.none().put("step", it.step(), INT).put("action", it.action(), ActionForm.FORM),
          it -> new Undo(it.get("step", INT), it.get("action", ActionForm.FORM)));

  private static final Form<Step> STEP =
      Fields.form(
          it ->
              Fields.none()
                  .put("id", it.id(), INT)
                  .put("action", it.action(), ActionForm.FORM)
                  .put("reason", it.reason(), ReasonForm.FORM)
                  .put("after", it.after(), sortedSet(INT))
                  .put("group", it.group(), optional(TEXT))
                  .put("otherwise", it.otherwise(), list(UNDO)),
          it ->
              new Step(
                  it.get("id", INT),
                  it.get("action", ActionForm.FORM),
                  it.get("reason", ReasonForm.FORM),
                  it.get("after", sortedSet(INT)),
                  it.get("group", optional(TEXT)),
                  it.get("otherwise", list(UNDO))));

  private static final Form<Untouched> UNTOUCHED =
      Fields.form(
          it ->
              Fields.none()
                  .put("container", it.container(), Forms.CONTAINER)
                  .put("state", it.state(), Forms.constant(Untouched.State.class)),
          it ->
              new Untouched(
                  it.get("container", Forms.CONTAINER),
                  it.get("state", Forms.constant(Untouched.State.class))));

  private static final Form<Skip> SKIP =
      Fields.form(
          it -> Fields.none().put("subject", it.subject(), TEXT).put("why", it.why(), TEXT),
          it -> new Skip(it.get("subject", TEXT), it.get("why", TEXT)));

  private static final Form<Plan> PLAN =
      Fields.form(
          it ->
              Fields.none()
                  .put("version", VERSION, INT)
                  .put("project", it.project(), Forms.PROJECT)
                  .put("steps", it.steps(), list(STEP))
                  .put("confirmations", it.confirmations(), list(TEXT))
                  .put("notes", it.notes(), list(TEXT))
                  .put("untouched", it.untouched(), list(UNTOUCHED))
                  .put("skipped", it.skipped(), list(SKIP)),
          WrittenPlan::plan);

  private WrittenPlan() {}

  public static Map<String, Object> of(Plan plan) {
    return PlainValues.map(PLAN.write(plan));
  }

  /** The plan, or the first thing that stands in its way. */
  public static ReadPlan read(Map<String, Object> written) {
    try {
      return new ReadPlan.Sound(PLAN.read(written));
    } catch (Malformation malformation) {
      return malformation.value();
    } catch (IllegalArgumentException refused) {
      return new ReadPlan.Malformed("", String.valueOf(refused.getMessage()));
    }
  }

  private static Plan plan(Fields fields) {
    int version = fields.get("version", INT);
    if (version != VERSION) {
      throw new Malformation(
              "the plan is of version %d, and this reads version %d".formatted(version, VERSION))
          .below("version");
    }
    ProjectName project = fields.get("project", Forms.PROJECT);
    List<Step> steps = fields.get("steps", list(STEP));
    for (int i = 0; i < steps.size(); i++) {
      int place = i;
      Malformation.located("steps[%d]".formatted(i), () -> inOrder(steps.get(place), place + 1));
    }
    return new Plan(
        project,
        steps,
        fields.get("confirmations", list(TEXT)),
        fields.get("notes", list(TEXT)),
        fields.get("untouched", list(UNTOUCHED)),
        fields.get("skipped", list(SKIP)));
  }

  private static Step inOrder(Step step, int place) {
    if (step.id() != place) {
      throw new Malformation("step %d stands at place %d".formatted(step.id(), place)).below("id");
    }
    step.after().forEach(other -> earlier(step, other, "after"));
    step.otherwise().forEach(undo -> earlier(step, undo.step(), "otherwise"));
    return step;
  }

  private static void earlier(Step step, int other, String field) {
    if (other < 1 || other >= step.id()) {
      throw new Malformation(
              "step %d refers to step %d, which does not come before it"
                  .formatted(step.id(), other))
          .below(field);
    }
  }
}
