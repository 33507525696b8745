package dev.fermata.model.lint;

import dev.fermata.model.Namespace;
import dev.fermata.model.diagnostic.Code;
import dev.fermata.model.diagnostic.Diagnostic;
import dev.fermata.model.diagnostic.Message;
import dev.fermata.model.diagnostic.MessagePart;
import dev.fermata.model.diagnostic.Quote;
import dev.fermata.model.schema.attribute.Attribute;
import dev.fermata.model.schema.service.PortTable;
import dev.fermata.model.schema.service.WorkloadTable;
import dev.fermata.model.source.Span;
import dev.fermata.model.tree.Mapping;
import dev.fermata.model.tree.Node;
import dev.fermata.model.tree.Nodes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Ports that everybody reaches, that two want, or that nobody gets. */
final class PortDoubts {
  private static final Set<String> ANY = Set.of("", "0.0.0.0", "::", "[::]");

  private static final Pattern VARIABLE = Pattern.compile("\\$(\\{[^}]*}|\\w+)");

  private final List<Diagnostic> doubts = new ArrayList<>();

  private PortDoubts() {}

  /** One port of the host that a service wants. */
  private record Published(
      LintedService service, Span span, String ip, Quote quoted, String protocol) {
    String port() {
      return quoted.text();
    }

    boolean isEverywhere() {
      return ANY.contains(ip);
    }

    List<String> at(String address) {
      return List.of(address, port(), protocol);
    }
  }

  /** Who was first to want each port, in the order of the files. */
  private static final class Taken {
    private static final String SOMEWHERE = "*";
    private static final String EVERYWHERE = "";

    private final List<Published> all = new ArrayList<>();
    private final Map<List<String>, Integer> first = new HashMap<>();

    Optional<Published> colliding(Published wanted) {
      Stream<String> addresses =
          wanted.isEverywhere() ? Stream.of(SOMEWHERE) : Stream.of(EVERYWHERE, wanted.ip());
      return addresses
          .map(address -> first.get(wanted.at(address)))
          .filter(Objects::nonNull)
          .min(Comparator.naturalOrder())
          .map(all::get);
    }

    void add(Published wanted) {
      first.putIfAbsent(wanted.at(SOMEWHERE), all.size());
      String address = wanted.isEverywhere() ? EVERYWHERE : wanted.ip();
      first.putIfAbsent(wanted.at(address), all.size());
      all.add(wanted);
    }
  }

  static List<Diagnostic> in(LintContext scene) {
    var doubts = new PortDoubts();
    scene.all().forEach(doubts::openOrLost);
    doubts.twice(scene);
    scene.enabled().forEach(doubts::oncePerReplica);
    return doubts.doubts;
  }

  private void openOrLost(LintedService service) {
    if (isForeign(service) && service.has(WorkloadTable.PORTS)) {
      doubts.add(
          service
              .doubt(
                  Code.PORT_WITHOUT_EFFECT,
                  WorkloadTable.PORTS,
                  "`ports` of `%s` are not published: `network_mode` gives it no network of its own",
                  service.quote())
              .hint("remove `ports`, or `network_mode`"));
      return;
    }
    var places = new LinkedHashMap<Span, Mapping>();
    for (Node port : service.items(WorkloadTable.PORTS)) {
      if (port instanceof Mapping mapping) {
        places.putIfAbsent(mapping.span(), mapping);
      }
    }
    places.values().stream().filter(PortDoubts::isOpen).forEach(port -> doubts.add(open(port)));
  }

  /** Whether its network is another one's, which publishes none of its ports. */
  private static boolean isForeign(LintedService service) {
    return service.service().networking().mode().filter(mode -> !isBridge(mode)).isPresent();
  }

  private static boolean isBridge(Namespace mode) {
    return mode instanceof Namespace.Named named
        && !named.name().equals("host")
        && !named.name().equals("none");
  }

  /** Whoever writes {@code 0.0.0.0} means everybody. */
  private static boolean isOpen(Mapping port) {
    return PortTable.HOST_IP.in(port).orElse("").isEmpty();
  }

  private static Diagnostic open(Mapping port) {
    Quote published = quote(PortTable.PUBLISHED, port);
    return Diagnostic.warning(
            Code.PORT_ON_ALL_INTERFACES,
            port.span(),
            "%s is open to every network of this machine, past its firewall",
            published.text().isEmpty()
                ? Message.of("a port for `%s`", quote(PortTable.TARGET, port))
                : Message.of("port `%s`", published))
        .hint(
            "put `%s` to keep it to this machine, or `%s` if everybody is meant",
            address(Quote.word("127.0.0.1"), port), address(Quote.word("0.0.0.0"), port));
  }

  /** Where an address goes: in front of a short form, or beside {@code published}. */
  private static Message address(MessagePart ip, Mapping port) {
    Mapping.Entry target = port.entries().get(PortTable.TARGET.name());
    boolean isLong = target != null && !target.keySpan().equals(port.span());
    if (isLong) {
      return Message.of("host_ip: %s", ip);
    }
    String written = port.span().text().replaceAll("[\"']", "");
    Quote published = quote(PortTable.PUBLISHED, port);
    String fields = VARIABLE.matcher(written).replaceAll("");
    boolean hasPlaceForIt = fields.indexOf(':') != fields.lastIndexOf(':');
    boolean inVariable = !fields.contains(":") && !published.text().isEmpty();
    if (hasPlaceForIt || inVariable) {
      return Message.of("%s:%s:%s", ip, published, inContainer(port));
    }
    return fields.contains(":")
        ? Message.of("%s:%s", ip, Quote.name(written))
        : Message.of("%s::%s", ip, Quote.name(written));
  }

  private static Quote quote(Attribute<?> attribute, Mapping port) {
    return attribute.nodeIn(port).map(Nodes::quote).orElse(Quote.name(""));
  }

  private static MessagePart inContainer(Mapping port) {
    Quote target = quote(PortTable.TARGET, port);
    return PortTable.PROTOCOL
        .in(port)
        .filter("udp"::equals)
        .<MessagePart>map(udp -> Message.of("%s/udp", target))
        .orElse(target);
  }

  private void twice(LintContext scene) {
    var taken = new Taken();
    List<LintedService> asWritten =
        scene.enabled().stream()
            .sorted(Comparator.comparing(service -> service.nameSpan().start()))
            .toList();
    for (LintedService service : asWritten) {
      for (Published wanted : published(service)) {
        taken.colliding(wanted).ifPresent(first -> twice(wanted, first));
        taken.add(wanted);
      }
    }
  }

  private void twice(Published wanted, Published first) {
    doubts.add(
        Diagnostic.warning(
                Code.PORT_TAKEN_TWICE,
                wanted.span(),
                "`%s` and `%s` both publish port `%s`: the second one will not start",
                first.service().quote(),
                wanted.service().quote(),
                wanted.quoted())
            .related(first.span(), "the first one"));
  }

  private void oncePerReplica(LintedService service) {
    int replicas = service.service().lifecycle().replicas();
    var fixed = new LinkedHashSet<Span>();
    published(service).forEach(port -> fixed.add(port.span()));
    if (replicas > 1 && !fixed.isEmpty()) {
      doubts.add(
          Diagnostic.warning(
                  Code.PORT_TAKEN_TWICE,
                  fixed.getFirst(),
                  "only one of the %s containers of `%s` can have this port",
                  Quote.number(replicas),
                  service.quote())
              .hint("publish a range, or the container's port alone: the engine picks one then"));
    }
  }

  /** Single fixed ports that are published indeed; of a range the engine picks one that is free. */
  private static List<Published> published(LintedService service) {
    if (isForeign(service) || service.service().lifecycle().replicas() == 0) {
      return List.of();
    }
    Map<String, Published> ports = new LinkedHashMap<>();
    for (Node node : service.items(WorkloadTable.PORTS)) {
      if (node instanceof Mapping port) {
        String text = PortTable.PUBLISHED.in(port).orElse("");
        var one =
            new Published(
                service,
                port.span(),
                PortTable.HOST_IP.in(port).orElse(""),
                quote(PortTable.PUBLISHED, port),
                PortTable.PROTOCOL.in(port).orElse("tcp"));
        if (!text.isEmpty() && !text.contains("-")) {
          ports.put(one.ip() + one.port() + one.protocol(), one);
        }
      }
    }
    return List.copyOf(ports.values());
  }
}
