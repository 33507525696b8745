package dev.fermata.cli.scenario;

import java.time.Duration;

/** How a command ended and what it said. */
public record CommandRun(int exitCode, String out, String err, Duration took) {

  /** Both streams, for messages and for searches that must find nothing anywhere. */
  public String all() {
    return "exit code " + exitCode + "\n--- out\n" + out + "\n--- err\n" + err;
  }

  public CommandRun mustSucceed() {
    if (exitCode != 0) {
      throw new AssertionError(all());
    }
    return this;
  }

  public CommandRun mustFail() {
    if (exitCode == 0) {
      throw new AssertionError(all());
    }
    return this;
  }
}
