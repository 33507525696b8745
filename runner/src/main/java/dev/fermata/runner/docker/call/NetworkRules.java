package dev.fermata.runner.docker.call;

import dev.fermata.runner.engine.EngineException.Kind;
import java.util.List;

/** What engines say of networks. The texts are recorded in runner/src/test/cases/refusals. */
final class NetworkRules {
  static final Rule INTERFACE_NAME =
      Rule.of(
          "error renaming interface \"[^\"]*\" to \"(.*?)\": ([^:]+)$",
          Kind.INVALID,
          "the container's network interface cannot be named `$1`: $2",
          "an `interface_name` has at most 15 characters, no space and no `/`, and is used once");

  static final Rule AMBIGUOUS =
      Rule.of(
          "network (\\S+) is ambiguous \\((\\d+) matches found (?:based )?on name\\)",
          Kind.AMBIGUOUS,
          "the engine has $2 networks with the name `$1`");

  static final List<Rule> CREATE =
      List.of(
          Rule.of(
              "network with name (.+) already exists",
              Kind.NAME_IN_USE,
              "there is a network named `$1` already",
              "remove that network, or give the one of this project another `name`"),
          Rule.of(
              "pool overlaps with other one",
              Kind.SUBNET_IN_USE,
              "the network's subnet overlaps with one that is in use, or does not hold its gateway"),
          Rule.of(
              "non-overlapping IPv4 address pool|predefined address pools",
              Kind.CONFLICT,
              "the engine has no free address range for another network",
              "`docker network prune` removes unused networks; `ipam` chooses a range"),
          Rule.of(
              "invalid subnet (\\S+?)\\s?: (.+)",
              Kind.INVALID,
              "the network's subnet `$1` is not valid: $2",
              "look at `ipam` of the network"),
          Rule.of(
              "invalid gateway address (\\S+) in Ipam configuration",
              Kind.INVALID,
              "the network's gateway `$1` is not an address",
              "look at `ipam` of the network"),
          Rule.of(
              "invalid gateway (\\S+): (.+)",
              Kind.INVALID,
              "the network's gateway `$1` is not valid: $2",
              "look at `ipam` of the network"),
          Rule.of(
              "plugin \"([^\"]+)\" not found",
              Kind.INVALID,
              "the engine has no network driver or address driver `$1`",
              "`docker info` lists its network drivers"),
          Rule.of(
              "not a swarm manager",
              Kind.NOT_SUPPORTED,
              "a network of this driver needs an engine in a swarm",
              "`docker swarm init` makes it one; a network on one host has the driver `bridge`"),
          Rule.of(
              "operation is not permitted on predefined (\\S+) network",
              Kind.NAME_IN_USE,
              "`$1` is a network of the engine itself",
              "give the network another `name`, or use that one by `external: true`"));

  static final List<Rule> REMOVE =
      List.of(
          AMBIGUOUS,
          Rule.of("network (\\S+) not found", Kind.NOT_FOUND, "there is no network `{}`"),
          Rule.of(
              "network (\\S+) .*has active endpoints",
              Kind.IN_USE,
              "the network `$1` is still in use"),
          Rule.of(
              "is a pre-defined network and cannot be removed",
              Kind.INVALID,
              "the network `{}` is the engine's own and stays",
              "it belongs to no project"));

  static final List<Rule> CONNECT =
      List.of(
          AMBIGUOUS,
          Rule.of("network (\\S+) not found", Kind.NOT_FOUND, "there is no network `{}`"),
          Rule.of("No such container: (\\S+)", Kind.NOT_FOUND, "there is no container `$1`"),
          Rule.of(
              "endpoint (\\S+) not found|is not connected to (?:the )?network",
              Kind.NOT_FOUND,
              "the container is not on the network `{}`"),
          Rule.of(
              "^(?:[^:]*: )?address already in use$",
              Kind.ADDRESS_IN_USE,
              "an address of the container is already in use on the network `{}`"),
          Rule.of(
              "invalid address (\\S+): it does not belong to any|contain the IP address ([0-9a-f.:]+)",
              Kind.INVALID,
              "the address `$1$2` is in no subnet of the network `{}`",
              "take one of the network's subnet, or change `ipam` of the network"),
          Rule.of(
              "endpoint with name (\\S+) already exists in network",
              Kind.CONFLICT,
              "the container is on the network `{}` already",
              "run the command again: it finds what is joined by then"),
          Rule.of(
              "sharing network namespace|host network",
              Kind.CONFLICT,
              "a container in the host's or another's network can join no network",
              "change `network_mode` or `networks`"));

  private NetworkRules() {}
}
