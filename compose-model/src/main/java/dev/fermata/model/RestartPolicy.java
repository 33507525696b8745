package dev.fermata.model;

/** What the engine does when a container ends; {@code maxRetries} 0 is no bound. */
public record RestartPolicy(Condition condition, int maxRetries) {

  /** The engine's restart policies. */
  public enum Condition {
    NO("no"),
    ALWAYS("always"),
    ON_FAILURE("on-failure"),
    UNLESS_STOPPED("unless-stopped");

    private final String text;

    Condition(String text) {
      this.text = text;
    }

    /** As in a Compose file. */
    public String text() {
      return text;
    }
  }
}
