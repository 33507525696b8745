package dev.fermata.planner.spec;

import dev.fermata.model.ProjectName;
import dev.fermata.model.Provider;
import dev.fermata.model.ServiceName;
import dev.fermata.model.Value;
import java.util.Locale;

/**
 * What a program that provides a service is asked to do. {@code definition} is the service as
 * {@code config} prints it, in JSON, which the program may ask for.
 */
public record ProviderCall(
    ProjectName project,
    ServiceName service,
    Provider provider,
    Command command,
    Value definition) {

  /** The commands of the protocol, as they are called. */
  public enum Command {
    UP,
    DOWN,
    STOP;

    public String text() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
