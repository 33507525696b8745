package dev.fermata.cli.session;

import dev.fermata.cli.grammar.Arguments;
import dev.fermata.cli.grammar.Flag;
import dev.fermata.cli.grammar.Misuse;
import dev.fermata.model.PortMapping;
import dev.fermata.model.Project;
import dev.fermata.model.canonical.Changes;
import dev.fermata.model.source.Span;
import dev.fermata.model.text.IpAddress;
import java.util.Optional;

/**
 * The address on which ports are published that say nothing of one: without it every address of
 * this machine. {@code by} is the flag or variable that names it.
 */
public record PublishAddress(String text, String by) {
  static final Flag<Optional<String>> BIND =
      Flag.text("ADDRESS", "Where ports are published that name no address: 127.0.0.1", "--bind");
  private static final String VARIABLE = "FERMATA_BIND";

  /** What the flag says, else the variable. */
  static Optional<PublishAddress> of(Arguments given, Invocation invocation) {
    return given
        .get(BIND)
        .map(text -> new PublishAddress(text, BIND.name()))
        .or(() -> invocation.variable(VARIABLE).map(text -> new PublishAddress(text, VARIABLE)));
  }

  public PublishAddress {
    if (!IpAddress.isValid(text)) {
      throw new Misuse("`" + by + "` is an IP address such as 127.0.0.1, not `" + text + "`");
    }
  }

  Project in(Project project) {
    return Changes.publishedOn(project, text, Span.of(by));
  }

  /** The same for a port that a flag publishes. */
  public PortMapping in(PortMapping port) {
    return port.hostIp().isPresent()
        ? port
        : new PortMapping(port.target(), port.published(), Optional.of(text), port.protocol());
  }
}
