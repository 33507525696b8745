package dev.fermata.planner.written;

import static dev.fermata.planner.written.Forms.DURATION;
import static dev.fermata.planner.written.Forms.INT;
import static dev.fermata.planner.written.Forms.TEXT;
import static dev.fermata.planner.written.Forms.constant;
import static dev.fermata.planner.written.Forms.list;
import static dev.fermata.planner.written.Forms.optional;

import dev.fermata.model.ready.KnownServer;
import dev.fermata.model.ready.Readiness;
import dev.fermata.model.ready.ReadyCheck;
import dev.fermata.model.ready.ReadyCheck.Http.Transport;
import dev.fermata.model.ready.StatusRange;
import dev.fermata.model.ready.TextMatch;
import java.util.regex.PatternSyntaxException;

/** When a service is ready. */
final class ReadinessForm {
  private static final Form<TextMatch> MATCH = Forms.of(TextMatch::text, ReadinessForm::match);
  private static final Form<StatusRange> STATUS =
      Forms.of(StatusRange::toString, ReadinessForm::status);

  private static final Form<ReadyCheck> CHECK =
      Fields.form(ReadinessForm::write, ReadinessForm::read);

  static final Form<Readiness> FORM =
      Fields.form(
          it ->
              Fields.none()
                  .put("check", it.check(), CHECK)
                  .put("interval", it.interval(), optional(DURATION))
                  .put("timeout", it.timeout(), DURATION)
                  .put("stable-for", it.stableFor(), DURATION),
          it ->
              new Readiness(
                  it.get("check", CHECK),
                  it.get("interval", optional(DURATION)),
                  it.get("timeout", DURATION),
                  it.get("stable-for", DURATION)));

  private ReadinessForm() {}

  private static Fields write(ReadyCheck check) {
    return switch (check) {
      case ReadyCheck.Tcp it -> Fields.of("tcp").put("port", it.port(), INT);
      case ReadyCheck.Http it ->
          Fields.of("http")
              .put("port", it.port(), INT)
              .put("path", it.path(), TEXT)
              .put("statuses", it.statuses(), list(STATUS))
              .put("body", it.body(), optional(MATCH))
              .put("transport", it.transport(), constant(Transport.class));
      case ReadyCheck.Grpc it ->
          Fields.of("grpc").put("port", it.port(), INT).put("service", it.service(), TEXT);
      case ReadyCheck.Log it -> Fields.of("log").put("line", it.line(), MATCH);
      case ReadyCheck.Exec it -> Fields.of("exec").put("command", it.command(), list(TEXT));
      case ReadyCheck.Served it ->
          Fields.of("served")
              .put("server", it.server(), constant(KnownServer.class))
              .put("port", it.port(), INT);
      case ReadyCheck.All it -> Fields.of("all").put("checks", it.checks(), list(CHECK));
      case ReadyCheck.Any it -> Fields.of("any").put("checks", it.checks(), list(CHECK));
    };
  }

  private static ReadyCheck read(Fields it) {
    return switch (it.kind()) {
      case "tcp" -> new ReadyCheck.Tcp(it.get("port", INT));
      case "http" ->
          new ReadyCheck.Http(
              it.get("port", INT),
              it.get("path", TEXT),
              it.get("statuses", list(STATUS)),
              it.get("body", optional(MATCH)),
              it.get("transport", constant(Transport.class)));
      case "grpc" -> new ReadyCheck.Grpc(it.get("port", INT), it.get("service", TEXT));
      case "log" -> new ReadyCheck.Log(it.get("line", MATCH));
      case "exec" -> new ReadyCheck.Exec(it.get("command", list(TEXT)));
      case "served" ->
          new ReadyCheck.Served(it.get("server", constant(KnownServer.class)), it.get("port", INT));
      case "all" -> new ReadyCheck.All(it.get("checks", list(CHECK)));
      case "any" -> new ReadyCheck.Any(it.get("checks", list(CHECK)));
      default -> throw it.unknownKind();
    };
  }

  private static TextMatch match(Object written) {
    var match = new TextMatch(PlainValues.text(written));
    try {
      match.pattern();
      return match;
    } catch (PatternSyntaxException wrong) {
      throw new Malformation("`%s` is not a regular expression".formatted(match.text()));
    }
  }

  private static StatusRange status(Object written) {
    String text = PlainValues.text(written);
    return StatusRange.of(text)
        .orElseThrow(() -> new Malformation("`%s` is not a status".formatted(text)));
  }
}
