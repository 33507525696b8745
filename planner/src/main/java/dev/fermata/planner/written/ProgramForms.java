package dev.fermata.planner.written;

import static dev.fermata.planner.written.Forms.LONG;
import static dev.fermata.planner.written.Forms.PROJECT;
import static dev.fermata.planner.written.Forms.SERVICE;
import static dev.fermata.planner.written.Forms.TEXT;
import static dev.fermata.planner.written.Forms.VALUE;
import static dev.fermata.planner.written.Forms.constant;
import static dev.fermata.planner.written.Forms.list;
import static dev.fermata.planner.written.Forms.optional;
import static dev.fermata.planner.written.Forms.sortedMap;

import dev.fermata.model.LanguageModel;
import dev.fermata.model.Provider;
import dev.fermata.planner.spec.ProviderCall;

/** What programs beside the engine are asked for. */
final class ProgramForms {
  private static final Form<Provider> PROVIDER =
      Fields.form(
          it ->
              Fields.none()
                  .put("type", it.type(), TEXT)
                  .put("options", it.options(), sortedMap(list(TEXT)))
                  .put("environment", it.environment(), sortedMap(VALUE)),
          it ->
              new Provider(
                  it.get("type", TEXT),
                  it.get("options", sortedMap(list(TEXT))),
                  it.get("environment", sortedMap(VALUE))));

  static final Form<ProviderCall> CALL =
      Fields.form(
          it ->
              Fields.none()
                  .put("project", it.project(), PROJECT)
                  .put("service", it.service(), SERVICE)
                  .put("provider", it.provider(), PROVIDER)
                  .put("command", it.command(), constant(ProviderCall.Command.class))
                  .put("definition", it.definition(), VALUE),
          it ->
              new ProviderCall(
                  it.get("project", PROJECT),
                  it.get("service", SERVICE),
                  it.get("provider", PROVIDER),
                  it.get("command", constant(ProviderCall.Command.class)),
                  it.get("definition", VALUE)));

  static final Form<LanguageModel> MODEL =
      Fields.form(
          it ->
              Fields.none()
                  .put("key", it.key(), TEXT)
                  .put("model", it.model(), TEXT)
                  .put("context-size", it.contextSize(), optional(LONG))
                  .put("runtime-flags", it.runtimeFlags(), list(TEXT)),
          it ->
              new LanguageModel(
                  it.get("key", TEXT),
                  it.get("model", TEXT),
                  it.get("context-size", optional(LONG)),
                  it.get("runtime-flags", list(TEXT))));

  private ProgramForms() {}
}
