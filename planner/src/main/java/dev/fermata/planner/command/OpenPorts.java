package dev.fermata.planner.command;

import static java.util.stream.Collectors.joining;

import dev.fermata.model.PortMapping;
import dev.fermata.model.Service;
import dev.fermata.planner.conflict.HostPort;
import dev.fermata.planner.decision.Decision;
import dev.fermata.planner.decision.ServiceDecision;
import dev.fermata.planner.input.UpInput;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What is said of ports that other machines can reach, because nobody has said where they are to be
 * published. It is said when a service gets its first containers, and not each time.
 */
record OpenPorts(UpInput input, Collection<ServiceDecision> decisions) {
  private static final int MOST = 5;

  Optional<String> note() {
    List<String> ports = new ArrayList<>();
    for (ServiceDecision decision : decisions) {
      if (isFirst(decision)) {
        open(decision.service()).map(port -> written(port, decision.service())).forEach(ports::add);
      }
    }
    if (ports.isEmpty()) {
      return Optional.empty();
    }
    String shown = ports.stream().distinct().limit(MOST).collect(joining(", "));
    String more = ports.size() > MOST ? " and " + (ports.size() - MOST) + " more" : "";
    return Optional.of(
        "other machines can reach %s%s; `--bind 127.0.0.1`, or an address in `ports` as in `127.0.0.1:8080:80`, keeps them out"
            .formatted(shown, more));
  }

  private boolean isFirst(ServiceDecision decision) {
    return decision.decisions().stream().anyMatch(Decision.Create.class::isInstance)
        && decision.decisions().stream().allMatch(one -> one.there().isEmpty())
        && !input.isRunOnce(decision.service())
        && HostPort.publishes(input.project(), decision.service());
  }

  private static Stream<PortMapping> open(Service service) {
    return service.networking().ports().stream().filter(port -> port.hostIp().isEmpty());
  }

  private static String written(PortMapping port, Service service) {
    String protocol = port.protocol().equals("tcp") ? "" : "/" + port.protocol();
    return port.published()
        .map(published -> "port " + published + protocol)
        .orElse("a port for " + port.target() + protocol)
        .concat(" of `" + service.name() + "`");
  }
}
