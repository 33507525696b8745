package dev.fermata.model.load.ready;

import dev.fermata.model.ready.KnownServer;
import dev.fermata.model.ready.Readiness;
import dev.fermata.model.ready.ReadyCheck;
import dev.fermata.model.ready.ReadyCheck.Http.Transport;
import dev.fermata.model.ready.StatusRange;
import dev.fermata.model.ready.TextMatch;
import dev.fermata.model.schema.attribute.Attribute;
import dev.fermata.model.schema.service.ReadyCheckTable;
import dev.fermata.model.schema.service.ReadyTable;
import dev.fermata.model.schema.shape.Scalars;
import dev.fermata.model.tree.Mapping;
import dev.fermata.model.tree.Node;
import dev.fermata.model.tree.Nodes;
import dev.fermata.model.tree.Scalar;
import dev.fermata.model.tree.Sequence;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** Binds {@code x-ready}. What is faulty is left out: it has been reported. */
public final class ReadinessBinder {
  private ReadinessBinder() {}

  public static Optional<Readiness> readiness(Node ready) {
    if (!(ready instanceof Mapping mapping)) {
      return check(ready).map(Readiness::of);
    }
    return check(mapping)
        .map(check ->
            new Readiness(
                check,
                ReadyTable.INTERVAL.in(mapping).filter(Duration::isPositive),
                ReadyTable.TIMEOUT
                    .in(mapping)
                    .filter(Duration::isPositive)
                    .orElse(Readiness.TIMEOUT),
                ReadyTable.STABLE_FOR.in(mapping).orElse(Duration.ZERO)));
  }

  /** The name of a server, or a mapping: all that it asks for must be so. */
  private static Optional<ReadyCheck> check(Node node) {
    return node instanceof Mapping mapping
        ? check(mapping)
        : KnownServer.of(Nodes.text(node))
            .map(server -> new ReadyCheck.Served(server, server.port()));
  }

  private static Optional<ReadyCheck> check(Mapping mapping) {
    var checks = new ArrayList<ReadyCheck>();
    ReadyCheckTable.TCP
        .in(mapping)
        .map(port -> new ReadyCheck.Tcp(whole(port)))
        .ifPresent(checks::add);
    ReadyCheckTable.HTTP.in(mapping).flatMap(ReadinessBinder::http).ifPresent(checks::add);
    ReadyCheckTable.GRPC.in(mapping).flatMap(ReadinessBinder::grpc).ifPresent(checks::add);
    ReadyCheckTable.SERVERS.forEach((server, row) ->
        row.nodeIn(mapping).flatMap(node -> served(server, node)).ifPresent(checks::add));
    ReadyCheckTable.LOG
        .in(mapping)
        .map(text -> new ReadyCheck.Log(new TextMatch(text)))
        .ifPresent(checks::add);
    ReadyCheckTable.EXEC.in(mapping).map(ReadinessBinder::exec).ifPresent(checks::add);
    several(ReadyTable.ALL, mapping, ReadyCheck.All::new).ifPresent(checks::add);
    several(ReadyTable.ANY, mapping, ReadyCheck.Any::new).ifPresent(checks::add);
    return one(checks, ReadyCheck.All::new);
  }

  private static Optional<ReadyCheck> several(
      Attribute<List<Node>> row, Mapping mapping, Function<List<ReadyCheck>, ReadyCheck> kind) {
    List<ReadyCheck> checks =
        row.in(mapping).stream()
            .flatMap(List::stream)
            .flatMap(item -> check(item).stream())
            .toList();
    return one(checks, kind);
  }

  private static Optional<ReadyCheck> one(
      List<ReadyCheck> checks, Function<List<ReadyCheck>, ReadyCheck> kind) {
    return checks.size() > 1 ? Optional.of(kind.apply(checks)) : checks.stream().findFirst();
  }

  private static int whole(long port) {
    return Math.toIntExact(port);
  }

  private static Optional<ReadyCheck> http(Node node) {
    if (!(node instanceof Mapping http)) {
      return port(node)
          .map(port ->
              new ReadyCheck.Http(port, "/", StatusRange.USUAL, Optional.empty(), Transport.PLAIN));
    }
    List<StatusRange> statuses =
        ReadyCheckTable.HTTP_STATUS.in(http).stream().flatMap(ReadinessBinder::statuses).toList();
    return ReadyCheckTable.HTTP_PORT
        .in(http)
        .map(port ->
            new ReadyCheck.Http(
                whole(port),
                ReadyCheckTable.HTTP_PATH.in(http).orElse("/"),
                statuses.isEmpty() ? StatusRange.USUAL : statuses,
                ReadyCheckTable.HTTP_BODY.in(http).map(TextMatch::new),
                ReadyCheckTable.HTTP_TLS.in(http).orElse(false) ? Transport.TLS : Transport.PLAIN));
  }

  private static Stream<StatusRange> statuses(Node node) {
    List<? extends Node> written =
        node instanceof Sequence sequence ? sequence.items() : List.of(node);
    return written.stream().flatMap(one -> StatusRange.of(Nodes.text(one)).stream());
  }

  private static Optional<ReadyCheck> grpc(Node node) {
    return node instanceof Mapping grpc
        ? ReadyCheckTable.GRPC_PORT
            .in(grpc)
            .map(port ->
                new ReadyCheck.Grpc(whole(port), ReadyCheckTable.GRPC_SERVICE.in(grpc).orElse("")))
        : port(node).map(port -> new ReadyCheck.Grpc(port, ""));
  }

  private static Optional<ReadyCheck> served(KnownServer server, Node node) {
    if (Nodes.isNull(node)) {
      return Optional.of(new ReadyCheck.Served(server, server.port()));
    }
    Optional<Integer> port =
        node instanceof Mapping mapping
            ? ReadyCheckTable.SERVER_PORT.in(mapping).map(ReadinessBinder::whole)
            : port(node);
    return port.map(it -> new ReadyCheck.Served(server, it));
  }

  private static Optional<Integer> port(Node node) {
    return Optional.of(node)
        .filter(Scalar.class::isInstance)
        .map(Scalars.PORT_NUMBER::read)
        .map(ReadinessBinder::whole);
  }

  /** A text is for the shell. */
  private static ReadyCheck exec(Node node) {
    return new ReadyCheck.Exec(
        node instanceof Sequence words
            ? words.items().stream().map(Nodes::text).toList()
            : List.of("/bin/sh", "-c", Nodes.text(node)));
  }
}
