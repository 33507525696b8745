package dev.fermata.runner.ready;

import dev.fermata.runner.engine.ContainerContact;
import dev.fermata.runner.engine.ContainerContact.Place;
import dev.fermata.runner.engine.Engine;
import dev.fermata.runner.engine.EngineException;
import dev.fermata.runner.engine.EngineException.Kind;
import dev.fermata.runner.engine.ExecRequest;
import dev.fermata.runner.ready.Way.Attempt;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The ways from here to one container in one life, best first: its own address, where the engine's
 * networks are ours as well; a port that is published; a program of its image, run inside. The one
 * that has led there is kept. One thread asks.
 */
final class Ways {
  private static final String OF_CONTAINER = "container:";

  /** How long somebody may take who may not be there at all. */
  private static final Duration TRIAL = Duration.ofMillis(500);

  private static final Duration PROGRAM = Duration.ofSeconds(10);

  private final Engine engine;
  private final String container;
  private final Map<Integer, Way> proven = new HashMap<>();
  private final List<Inside.Carrier> missing = new ArrayList<>();
  private Optional<ContainerContact> contact = Optional.empty();

  Ways(Engine engine, String container) {
    this.engine = engine;
    this.container = container;
  }

  /** What is asked once there is a connection. */
  interface Asking {
    Reply on(Line line) throws InterruptedException;
  }

  Reply reply(int port, Duration timeout, Asking asking) throws InterruptedException {
    try {
      Way way = proven.get(port);
      return way == null ? bySearch(port, timeout, asking) : byProven(way, port, timeout, asking);
    } catch (EngineException e) {
      if (e.kind() == Kind.INTERRUPTED) {
        throw new InterruptedException(e.getMessage());
      }
      return Command.failed(e);
    }
  }

  private static Reply byProven(Way way, int port, Duration timeout, Asking asking)
      throws InterruptedException {
    return switch (way.open(timeout)) {
      case Attempt.Opened opened -> asked(opened.line(), asking);
      case Attempt.Refused refused -> nobodyListens(port);
      case Attempt.Closed closed -> new Reply.NotYet(closed.why());
    };
  }

  private Reply bySearch(int port, Duration timeout, Asking asking) throws InterruptedException {
    List<String> reasons = new ArrayList<>();
    ContainerContact known = contact();
    if (!isReachable(known)) {
      return Reply.SILENT;
    }
    Duration trial = timeout.compareTo(TRIAL) < 0 ? timeout : TRIAL;
    List<Way> outside = outside(known, port);
    if (outside.isEmpty()) {
      reasons.add("its networks are not of this machine, and port " + port + " is not published");
    }
    for (Way way : outside) {
      Optional<Reply> reply = reply(way, trial, asking, reasons, port);
      if (reply.isPresent()) {
        return reply.get();
      }
    }
    Optional<Way> inside = inside(known, port);
    if (inside.isPresent()) {
      return reply(inside.get(), timeout, asking, reasons, port)
          .orElseGet(() -> nobodyListens(port));
    }
    reasons.add("its image has neither `nc` nor `bash` to ask from inside");
    return new Reply.Unreachable(String.join("\n", reasons));
  }

  private Optional<Reply> reply(
      Way way, Duration timeout, Asking asking, List<String> reasons, int port)
      throws InterruptedException {
    return switch (way.open(timeout)) {
      case Attempt.Opened opened -> {
        proven.put(port, way);
        yield Optional.of(asked(opened.line(), asking));
      }
      case Attempt.Refused refused -> {
        if (!way.isConclusive()) {
          reasons.add("the port that it is published at refuses connections from here");
          yield Optional.empty();
        }
        proven.put(port, way);
        yield Optional.of(nobodyListens(port));
      }
      case Attempt.Closed closed -> {
        reasons.add(closed.why());
        yield Optional.empty();
      }
    };
  }

  private static Reply asked(Line line, Asking asking) throws InterruptedException {
    try {
      return asking.on(line);
    } finally {
      Way.close(line.socket());
    }
  }

  private static Reply nobodyListens(int port) {
    return new Reply.NotYet("nothing listens at port " + port);
  }

  /** A container that has just ended has no address any more. */
  private static boolean isReachable(ContainerContact known) {
    return known.networkMode().equals("none") || !known.places().isEmpty();
  }

  /** In the namespace of another one, it is that one's addresses that count. */
  private ContainerContact contact() {
    if (contact.isPresent()) {
      return contact.get();
    }
    ContainerContact found = engine.containers().contact(container);
    if (found.networkMode().startsWith(OF_CONTAINER)) {
      found = engine.containers().contact(found.networkMode().substring(OF_CONTAINER.length()));
    }
    if (isReachable(found)) {
      contact = Optional.of(found);
    }
    return found;
  }

  /** Another machine's networks are not ours, whatever their addresses are. */
  private List<Way> outside(ContainerContact known, int port) {
    Optional<String> elsewhere = engine.system().host();
    if (elsewhere.isPresent() && known.isOfHost()) {
      return List.of(new Way.Direct(elsewhere.get(), port));
    }
    Stream<Way> direct =
        known.places().stream()
            .filter(place -> elsewhere.isEmpty() && OurNetworks.have(place))
            .map(place -> new Way.Direct(place.address(), port));
    String host = elsewhere.orElse("127.0.0.1");
    Stream<Way> forwarded =
        known.published().stream()
            .filter(it -> it.port() == port)
            .map(it ->
                new Way.Forwarded(
                    it.address().isEmpty() || elsewhere.isPresent() ? host : it.address(),
                    it.hostPort(),
                    port));
    return Stream.concat(direct, forwarded).toList();
  }

  private Optional<Way> inside(ContainerContact known, int port) {
    String address = known.places().stream().findFirst().map(Place::address).orElse("127.0.0.1");
    return Stream.of(Inside.Carrier.values())
        .filter(carrier -> !missing.contains(carrier))
        .filter(this::isThere)
        .findFirst()
        .map(carrier -> new Inside(engine, container, address, port, carrier));
  }

  private boolean isThere(Inside.Carrier carrier) {
    try {
      engine.containers().exec(container, ExecRequest.of(carrier.trial()), PROGRAM);
      return true;
    } catch (EngineException e) {
      if (e.saysNotRunning() || e.kind() == Kind.INTERRUPTED) {
        throw e;
      }
      missing.add(carrier);
      return false;
    }
  }
}
