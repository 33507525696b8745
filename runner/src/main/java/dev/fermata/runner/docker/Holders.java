package dev.fermata.runner.docker;

import dev.fermata.planner.conflict.Subnet;
import dev.fermata.planner.label.Labels;
import dev.fermata.planner.spec.NetworkSpec;
import dev.fermata.runner.docker.call.Api;
import dev.fermata.runner.docker.call.Query;
import dev.fermata.runner.docker.json.Json;
import dev.fermata.runner.docker.json.JsonObject;
import dev.fermata.runner.docker.read.ObservedReading;
import dev.fermata.runner.engine.EngineException;
import dev.fermata.runner.engine.EngineException.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Who has what an engine refuses to give: looked up after the refusal, so that the report can name
 * it. Where nobody is found, the refusal stays as it is.
 */
record Holders(Api api) {

  /** A call whose refusal is told with who has the thing, where {@code holder} finds out. */
  void naming(Runnable call, Function<EngineException, Optional<EngineException>> holder) {
    try {
      call.run();
    } catch (EngineException refusal) {
      throw told(refusal, holder);
    }
  }

  EngineException told(
      EngineException refusal, Function<EngineException, Optional<EngineException>> holder) {
    try {
      return holder.apply(refusal).orElse(refusal);
    } catch (EngineException unknown) {
      // The refusal is the news; it is told without what could not be found out as well.
      refusal.addSuppressed(unknown);
      return refusal;
    }
  }

  /** Whose is what a container needed to start. */
  Optional<EngineException> atStart(EngineException refusal, String container) {
    if (refusal.kind() == Kind.PORT_IN_USE) {
      return ofPort(refusal);
    }
    if (refusal.kind() == Kind.ADDRESS_IN_USE) {
      return ofAddress(container).map(refusal::told);
    }
    return refusal.kind() == Kind.NOT_FOUND ? lostNetwork(refusal, container) : Optional.empty();
  }

  private Optional<EngineException> ofPort(EngineException refusal) {
    return containers(new JsonObject()).stream()
        .filter(container -> publishes(container, refusal.about()))
        .findFirst()
        .map(container ->
            refusal.told(
                "port `%s` of the host is already published by %s"
                    .formatted(refusal.about(), name(List.of(container)))));
  }

  private static boolean publishes(Json container, String port) {
    return container.at("Ports").items().stream()
        .map(it -> it.integer("PublicPort"))
        .anyMatch(it -> it > 0 && port.equals(String.valueOf(it)));
  }

  private Optional<String> ofAddress(String container) {
    List<String> unknown = new ArrayList<>();
    for (Map.Entry<String, Json> joined : networks(container).entrySet()) {
      for (String family : List.of("IPv4Address", "IPv6Address")) {
        String address = joined.getValue().at("IPAMConfig", family).text();
        Optional<String> holder = ofAddress(joined.getKey(), address);
        if (holder.isPresent()) {
          return holder;
        }
        if (!address.isEmpty()) {
          unknown.add("the address `%s` on the network `%s`".formatted(address, joined.getKey()));
        }
      }
    }
    return unknown.size() == 1
        ? Optional.of(
            unknown.getFirst()
                + " is already in use, by no container: it may be the network's gateway")
        : Optional.empty();
  }

  /** The endpoint's own container is not among a network's before it has joined. */
  Optional<String> ofAddress(String network, String address) {
    if (address.isEmpty()) {
      return Optional.empty();
    }
    Json found = api.get(Query.of("/networks/{}", network));
    Stream<String> gateways =
        found.at("IPAM", "Config").items().stream()
            .filter(pool -> pool.text("Gateway").equals(address))
            .map(pool -> "the network's gateway");
    Stream<String> containers =
        found.at("Containers").members().values().stream()
            .filter(endpoint ->
                endpoint.text("IPv4Address").startsWith(address + "/")
                    || endpoint.text("IPv6Address").startsWith(address + "/"))
            .map(endpoint -> "container `" + endpoint.text("Name") + "`");
    return Stream.concat(gateways, containers)
        .map(holder ->
            "the address `%s` on the network `%s` is already in use by %s"
                .formatted(address, network, holder))
        .findFirst();
  }

  /** A network that was removed is known to the engine by its id only, to the container by name. */
  private Optional<EngineException> lostNetwork(EngineException refusal, String container) {
    String id = refusal.about();
    if (id.isEmpty()) {
      return Optional.empty();
    }
    return networks(container).entrySet().stream()
        .filter(joined -> joined.getValue().text("NetworkID").equals(id))
        .map(joined -> refusal.told(refusal.getMessage().replace(id, joined.getKey())))
        .findFirst();
  }

  private Map<String, Json> networks(String container) {
    return api.get(Query.of("/containers/{}/json", container))
        .at("NetworkSettings", "Networks")
        .members();
  }

  /** Whose the name is that a new container was to have. */
  Optional<EngineException> ofName(EngineException refusal, String name) {
    if (refusal.kind() != Kind.NAME_IN_USE) {
      return Optional.empty();
    }
    Json labels = api.get(Query.of("/containers/{}/json", name)).at("Config", "Labels");
    String holder =
        labels.text(Labels.PROJECT).isEmpty()
            ? "a container of no project"
            : "service `%s` of project `%s`"
                .formatted(labels.text(Labels.SERVICE), labels.text(Labels.PROJECT));
    return Optional.of(refusal.heldBy(holder));
  }

  /** Whose a network's name or subnet is. */
  Optional<EngineException> ofNetwork(EngineException refusal, NetworkSpec wanted) {
    if (refusal.kind() == Kind.SUBNET_IN_USE) {
      return Subnet.of(wanted).stream()
          .flatMap(it -> overlapping(it).stream())
          .findFirst()
          .map(refusal::told);
    }
    return refusal.kind() == Kind.NAME_IN_USE
        ? Optional.of(refusal.told(refusal.getMessage() + ", " + ownerOf(wanted)))
        : Optional.empty();
  }

  private String ownerOf(NetworkSpec network) {
    Json labels = api.get(Query.of("/networks/{}", network.name())).at("Labels");
    String project = labels.text(Labels.PROJECT);
    return project.isEmpty() ? "of no project" : "of project `" + project + "`";
  }

  private Optional<String> overlapping(Subnet wanted) {
    for (Json network : api.get(Query.of("/networks")).items()) {
      for (Json pool : network.at("IPAM", "Config").items()) {
        if (Subnet.of(pool.text("Subnet")).filter(wanted::overlaps).isPresent()) {
          return Optional.of(
              "the network's subnet `%s` overlaps with `%s` of the network `%s`"
                  .formatted(wanted, pool.text("Subnet"), network.text("Name")));
        }
      }
    }
    return Optional.empty();
  }

  /** The containers that keep a network from being removed. */
  Optional<EngineException> usersOfNetwork(EngineException refusal, String network) {
    if (refusal.kind() != Kind.IN_USE) {
      return Optional.empty();
    }
    var filter = new JsonObject().put("network", List.of(network));
    return users(refusal, filter);
  }

  Optional<EngineException> usersOfVolume(EngineException refusal, String volume) {
    return refusal.kind() == Kind.IN_USE
        ? users(refusal, new JsonObject().put("volume", List.of(volume)))
        : Optional.empty();
  }

  Optional<EngineException> usersOfImage(EngineException refusal, String image) {
    return refusal.kind() == Kind.IN_USE
        ? users(refusal, new JsonObject().put("ancestor", List.of(image)))
        : Optional.empty();
  }

  private Optional<EngineException> users(EngineException refusal, JsonObject filter) {
    List<Json> users = containers(filter);
    return users.isEmpty() ? Optional.empty() : Optional.of(refusal.heldBy(name(users)));
  }

  private List<Json> containers(JsonObject filter) {
    return api.get(Query.of("/containers/json").with("all", "1").filters(filter)).items();
  }

  private static String name(List<Json> containers) {
    return containers.stream().map(Holders::name).sorted().collect(Collectors.joining(", "));
  }

  private static String name(Json container) {
    var read = ObservedReading.container(container);
    String project = read.label(Labels.PROJECT).orElse("");
    return "container `%s`%s"
        .formatted(read.name(), project.isEmpty() ? "" : " of project `" + project + "`");
  }
}
