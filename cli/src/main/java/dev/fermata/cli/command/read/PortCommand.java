package dev.fermata.cli.command.read;

import static java.util.stream.Collectors.joining;

import dev.fermata.cli.grammar.Arguments;
import dev.fermata.cli.grammar.Flag;
import dev.fermata.cli.grammar.Misuse;
import dev.fermata.cli.grammar.Operands;
import dev.fermata.cli.grammar.Word;
import dev.fermata.cli.session.Command;
import dev.fermata.cli.session.EarlyEnd;
import dev.fermata.cli.session.Ending;
import dev.fermata.cli.session.ServiceContainer;
import dev.fermata.cli.text.PortText;
import dev.fermata.model.text.ComposeSentences;
import dev.fermata.planner.observed.ObservedContainer;
import dev.fermata.planner.observed.ObservedContainer.ObservedPort;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;

/** Tells where a port of a container is published; without one, where all are. */
public final class PortCommand implements Command {
  private static final int MOST = 65_535;

  private static final List<String> PROTOCOLS = List.of("tcp", "udp", "sctp");

  private static final Flag<Word> PROTOCOL =
      Flag.text("PROTOCOL", "tcp, udp or sctp; tcp where a port is named", "--protocol")
          .offering(PROTOCOLS)
          .as((flag, text) -> new Word(flag, text.map(name -> name.toLowerCase(Locale.ROOT))));

  private static final List<String> FORMS = List.of("table", "json", "env");

  private static final Flag<Word> FORMAT =
      Flag.word("FORMAT", "Of all that is published: table, json, env", "--format").offering(FORMS);

  @Override
  public String summary() {
    return "Print the address at which a port is published, or all of them";
  }

  @Override
  public List<Flag<?>> flags() {
    return List.of(PROTOCOL, ServiceContainer.INDEX, FORMAT);
  }

  @Override
  public Operands operands() {
    return Operands.of("[SERVICE] [PORT]");
  }

  @Override
  public List<Example> examples() {
    return List.of(
        new Example("port web 80", "Where port 80 of `web` is to be reached"),
        new Example("port web", "All that `web` publishes"),
        new Example("port --index 2 --protocol udp dns 53", "The same of the second container"),
        new Example("port --format env", "All that is published, for the environment of tests"));
  }

  /** A port in the container. */
  private record Wanted(int number, String protocol) {
    boolean is(ObservedPort port) {
      return port.target() == number && port.protocol().equals(protocol);
    }

    @Override
    public String toString() {
      return number + "/" + protocol;
    }
  }

  @Override
  public Call read(Arguments given) {
    List<String> operands = given.operands();
    Word asked = given.get(PROTOCOL);
    String protocol = asked.among(PROTOCOLS);
    OptionalInt index = given.get(ServiceContainer.INDEX);
    Word format = given.get(FORMAT);
    String form = format.among(FORMS);
    Optional<Wanted> wanted = operands.stream().skip(1).findFirst().map(p -> wanted(p, protocol));
    if (operands.isEmpty() || (wanted.isEmpty() && format.given().isPresent())) {
      return session -> Endpoints.print(session, operands, form);
    }
    String service = operands.getFirst();
    return session -> {
      ObservedContainer container =
          ServiceContainer.known(session, service, index).running(session);
      wanted.ifPresentOrElse(
          port -> session.out().println(PortText.published(port(container, port))),
          () -> list(container, asked.given()).forEach(session.out()::println));
      return Ending.SUCCEEDED;
    };
  }

  /** All of them, those that are not published too, as Docker Compose lists them. */
  private static List<String> list(ObservedContainer container, Optional<String> protocol) {
    return container.listing().ports().stream()
        .filter(port -> protocol.isEmpty() || port.protocol().equals(protocol.get()))
        .sorted(Comparator.comparingInt(ObservedPort::target))
        .map(port ->
            "%d/%s -> %s".formatted(port.target(), port.protocol(), PortText.published(port)))
        .toList();
  }

  private static ObservedPort port(ObservedContainer container, Wanted wanted) {
    List<ObservedPort> ports = container.listing().ports();
    return ports.stream()
        .filter(wanted::is)
        .filter(port -> port.published() != 0)
        .findFirst()
        .orElseThrow(() -> notPublished(container, wanted));
  }

  private static EarlyEnd notPublished(ObservedContainer container, Wanted wanted) {
    List<ObservedPort> ports = container.listing().ports();
    String all =
        ports.stream()
            .sorted(Comparator.comparingInt(ObservedPort::target))
            .map(port -> port.target() + "/" + port.protocol())
            .distinct()
            .collect(joining(", "));
    String hint =
        ports.stream().anyMatch(wanted::is)
            ? "the image exposes it and nothing publishes it: that is what `ports` of the service does"
            : "what a service publishes is in its `ports`";
    return EarlyEnd.refused(
        ComposeSentences.noPort(wanted.toString(), container.name(), all), hint);
  }

  /** With its protocol in one word as well, as lists show it: {@code 53/udp}. */
  private static Wanted wanted(String text, String protocol) {
    String[] parts = text.split("/", 2);
    if (!parts[0].matches("\\d{1,5}") || Integer.parseInt(parts[0]) > MOST) {
      throw new Misuse("PORT is a number up to " + MOST + ", not `" + text + "`");
    }
    return new Wanted(Integer.parseInt(parts[0]), parts.length > 1 ? parts[1] : protocol);
  }
}
