package dev.fermata.cli.session;

import dev.fermata.cli.text.JsonText;

/** Tells of work that is no plan, a line for each state, as Docker Compose tells of a row. */
public record ProgressLine(Session session) {

  /** What a line says of the work. */
  public enum State {
    WORKING("Working"),
    DONE("Done"),
    WARNING("Warning");

    private final String json;

    State(String json) {
      this.json = json;
    }
  }

  /** {@code Copied a to b}: {@code subject} is what is worked on, {@code details} may be empty. */
  public void tell(String subject, State state, String text, String details) {
    switch (session.globals().progress(session.invocation().terminal())) {
      case QUIET -> {}
      case JSON -> session.err().println(json(subject, state, text, details));
      case AUTO, PLAIN, TTY ->
          session.err().println((" " + subject + " " + text + " " + details).stripTrailing());
    }
  }

  private static String json(String subject, State state, String text, String details) {
    return JsonText.of(json -> {
      json.writeStartObject();
      json.writeStringField("id", subject);
      json.writeStringField("status", state.json);
      json.writeStringField("text", text);
      if (!details.isEmpty()) {
        json.writeStringField("details", details);
      }
      json.writeEndObject();
    });
  }
}
