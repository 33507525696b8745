package dev.fermata.planner.written;

import static dev.fermata.planner.written.Forms.FLAG;
import static dev.fermata.planner.written.Forms.TEXT;
import static dev.fermata.planner.written.Forms.VALUE;
import static dev.fermata.planner.written.Forms.list;
import static dev.fermata.planner.written.Forms.map;
import static dev.fermata.planner.written.Forms.optional;

import dev.fermata.model.Hook;

/** A command that is run in a container. */
final class HookForm {
  static final Form<Hook> FORM =
      Fields.form(
          it ->
              Fields.none()
                  .put("command", it.command(), list(TEXT))
                  .put("user", it.user(), optional(TEXT))
                  .put("privileged", it.privileged(), FLAG)
                  .put("working-directory", it.workingDirectory(), optional(TEXT))
                  .put("environment", it.environment(), map(VALUE)),
          it ->
              new Hook(
                  it.get("command", list(TEXT)),
                  it.get("user", optional(TEXT)),
                  it.get("privileged", FLAG),
                  it.get("working-directory", optional(TEXT)),
                  it.get("environment", map(VALUE))));

  private HookForm() {}
}
