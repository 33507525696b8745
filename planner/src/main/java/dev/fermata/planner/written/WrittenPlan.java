package dev.fermata.planner.written;

import static dev.fermata.planner.written.Forms.INT;
import static dev.fermata.planner.written.Forms.TEXT;
import static dev.fermata.planner.written.Forms.list;
import static dev.fermata.planner.written.Forms.omitted;
import static dev.fermata.planner.written.Forms.optional;
import static dev.fermata.planner.written.Forms.sortedSet;

import dev.fermata.model.ProjectName;
import dev.fermata.planner.Plan;
import dev.fermata.planner.Step;
import dev.fermata.planner.Undo;
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

  private static final Form<Plan> PLAN =
      Fields.form(
          it ->
              Fields.none()
                  .put("version", VERSION, INT)
                  .put("project", it.project().text(), TEXT)
                  .put("steps", it.steps(), list(STEP))
                  .put("confirmations", it.confirmations(), list(TEXT))
                  .put("notes", it.notes(), list(TEXT))
                  .put("untouched", it.untouched(), list(Forms.CONTAINER)),
          WrittenPlan::plan);

  private WrittenPlan() {}

  public static Map<String, Object> of(Plan plan) {
    return Forms.map(PLAN.write(plan));
  }

  /** Throws an {@link IllegalArgumentException} where it is no plan, or one of another version. */
  public static Plan read(Map<String, Object> written) {
    try {
      return PLAN.read(written);
    } catch (ClassCastException | ArithmeticException e) {
      throw new IllegalArgumentException("this is no plan", e);
    }
  }

  private static Plan plan(Fields fields) {
    int version = fields.get("version", omitted(INT, 0));
    if (version != VERSION) {
      throw new IllegalArgumentException(
          "the plan is of version %d, and this reads version %d".formatted(version, VERSION));
    }
    return new Plan(
        new ProjectName(fields.get("project", TEXT)),
        List.copyOf(fields.get("steps", list(STEP))),
        fields.get("confirmations", list(TEXT)),
        fields.get("notes", list(TEXT)),
        fields.get("untouched", list(Forms.CONTAINER)));
  }
}
