package dev.fermata.runner.engine;

import java.time.Duration;
import java.util.List;

/** A healthcheck as the engine runs it, with its defaults filled in. */
public record HealthcheckDetail(
    List<String> test,
    Duration interval,
    Duration timeout,
    int retries,
    Duration startPeriod,
    Duration startInterval) {
  public HealthcheckDetail {
    test = List.copyOf(test);
  }

  /** What the engine runs in the container for it. */
  public List<String> command() {
    return switch (form()) {
      case "CMD" -> words();
      case "CMD-SHELL" -> List.of("/bin/sh", "-c", String.join(" ", words()));
      default -> test;
    };
  }

  /** The words of its author, without those that say how they are run. */
  public String text() {
    boolean wrapped = form().equals("CMD") || form().equals("CMD-SHELL");
    return String.join(" ", wrapped ? words() : test);
  }

  private String form() {
    return test.isEmpty() ? "" : test.getFirst();
  }

  private List<String> words() {
    return test.subList(1, test.size());
  }
}
