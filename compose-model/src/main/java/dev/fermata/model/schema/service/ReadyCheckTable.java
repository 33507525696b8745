package dev.fermata.model.schema.service;

import static dev.fermata.model.schema.attribute.Attribute.Trait.REQUIRED;
import static dev.fermata.model.schema.attribute.Rows.ours;
import static dev.fermata.model.schema.shape.Scalars.PORT_NUMBER;
import static dev.fermata.model.schema.shape.Scalars.PORT_NUMBER_OR_NULL;
import static dev.fermata.model.schema.shape.Shapes.listOf;
import static dev.fermata.model.schema.shape.Shapes.replaced;
import static dev.fermata.model.schema.shape.Shapes.texts;

import dev.fermata.model.ready.KnownServer;
import dev.fermata.model.schema.attribute.Attribute;
import dev.fermata.model.schema.attribute.Shape;
import dev.fermata.model.schema.attribute.Table;
import dev.fermata.model.schema.shape.EitherShape;
import dev.fermata.model.schema.shape.ReadyTexts;
import dev.fermata.model.schema.shape.Scalars;
import dev.fermata.model.tree.Node;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What may be asked of a container to know that it is ready. */
public final class ReadyCheckTable {
  static final Table TABLE = Table.withoutExtensions("a check of `x-ready`");
  private static final Table HTTP_TABLE = Table.withoutExtensions("`http` of `x-ready`");
  private static final Table GRPC_TABLE = Table.withoutExtensions("`grpc` of `x-ready`");
  private static final Table SERVER_TABLE =
      Table.withoutExtensions("a server's check of `x-ready`");

  public static final Attribute<Long> HTTP_PORT =
      HTTP_TABLE.add(ours("port", PORT_NUMBER).with(REQUIRED));
  public static final Attribute<String> HTTP_PATH = HTTP_TABLE.add(ours("path", ReadyTexts.PATH));
  public static final Attribute<Node> HTTP_STATUS =
      HTTP_TABLE.add(
          ours("status", new EitherShape(ReadyTexts.STATUS, replaced(listOf(ReadyTexts.STATUS)))));
  public static final Attribute<String> HTTP_BODY = HTTP_TABLE.add(ours("body", ReadyTexts.MATCH));
  public static final Attribute<Boolean> HTTP_TLS = HTTP_TABLE.add(ours("tls", Scalars.FLAG));

  public static final Attribute<Long> GRPC_PORT =
      GRPC_TABLE.add(ours("port", PORT_NUMBER).with(REQUIRED));
  public static final Attribute<String> GRPC_SERVICE =
      GRPC_TABLE.add(ours("service", Scalars.TEXT));

  public static final Attribute<Long> SERVER_PORT =
      SERVER_TABLE.add(ours("port", PORT_NUMBER).with(REQUIRED));

  public static final Attribute<Long> TCP = TABLE.add(ours("tcp", PORT_NUMBER));
  public static final Attribute<Node> HTTP =
      TABLE.add(ours("http", new EitherShape(PORT_NUMBER, HTTP_TABLE.shape())));
  public static final Attribute<Node> GRPC =
      TABLE.add(ours("grpc", new EitherShape(PORT_NUMBER, GRPC_TABLE.shape())));
  public static final Attribute<String> LOG = TABLE.add(ours("log", ReadyTexts.MATCH));
  public static final Attribute<Node> EXEC =
      TABLE.add(ours("exec", new EitherShape(Scalars.TEXT, replaced(texts()))));

  /** A server at its usual port, or at another one. */
  public static final Map<KnownServer, Attribute<Node>> SERVERS = servers();

  static {
    TABLE.needsOneOf(kinds());
  }

  private ReadyCheckTable() {}

  private static Map<KnownServer, Attribute<Node>> servers() {
    var rows = new EnumMap<KnownServer, Attribute<Node>>(KnownServer.class);
    for (KnownServer server : KnownServer.values()) {
      var shape = new EitherShape(PORT_NUMBER_OR_NULL, SERVER_TABLE.shape());
      rows.put(server, TABLE.add(ours(server.text(), shape)));
    }
    return rows;
  }

  /** All rows that ask something. */
  static Attribute<?>[] kinds() {
    List<Attribute<?>> kinds = new ArrayList<>(List.of(TCP, HTTP, GRPC, LOG, EXEC));
    kinds.addAll(SERVERS.values());
    return kinds.toArray(Attribute<?>[]::new);
  }

  /** Several at once, each as it may stand alone. */
  static Shape<List<Node>> several() {
    return replaced(listOf(new EitherShape(server(), TABLE.shape())));
  }

  /** The name of a server whose protocol is known. */
  static Shape<String> server() {
    return Scalars.word(
        Stream.of(KnownServer.values()).map(KnownServer::text).toArray(String[]::new));
  }
}
