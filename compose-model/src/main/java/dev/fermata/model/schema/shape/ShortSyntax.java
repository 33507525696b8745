package dev.fermata.model.schema.shape;

import dev.fermata.model.PortMapping;
import dev.fermata.model.diagnostic.Code;
import dev.fermata.model.diagnostic.Quote;
import dev.fermata.model.schema.attribute.Site;
import dev.fermata.model.text.MountText;
import dev.fermata.model.text.Parsed;
import dev.fermata.model.text.PortText;
import dev.fermata.model.text.SlashPath;
import dev.fermata.model.tree.Node;
import dev.fermata.model.tree.Nodes;
import dev.fermata.model.tree.Scalar;
import dev.fermata.model.tree.Sequence;
import java.util.ArrayList;
import java.util.List;

/** The short forms of volumes, ports and devices, written out. */
public final class ShortSyntax {
  private ShortSyntax() {}

  public static Node volume(Node node, Site site) {
    if (!(node instanceof Scalar scalar) || !Nodes.isText(node)) {
      return node;
    }
    return switch (MountText.parse(scalar.text())) {
      case Parsed.Good<MountText> good -> volume(good.value(), scalar);
      case Parsed.Bad<MountText> bad -> faulty(bad, scalar, site);
    };
  }

  private static Node volume(MountText mount, Scalar origin) {
    var bind =
        TextParts.of(origin)
            .put("selinux", mount.selinux())
            .put("propagation", mount.propagation())
            .mapping();
    boolean isShort = MountText.isTiny(origin.text());
    TextParts parts =
        TextParts.of(origin)
            .putImplied("type", mount.isBind() ? "bind" : "volume")
            .put("source", mount.source())
            .put("target", SlashPath.clean(mount.target()))
            .putIf(mount.readOnly(), "read_only");
    if (mount.isBind() || !bind.entries().isEmpty()) {
      parts.put("bind", bind);
    }
    if (mount.noCopy() || (!mount.isBind() && !isShort)) {
      parts.put("volume", TextParts.at(origin.span()).putIf(mount.noCopy(), "nocopy").mapping());
    }
    return parts.mapping();
  }

  /** One text may stand for several ports. */
  public static Node ports(Node node, Site site) {
    if (!(node instanceof Sequence sequence)) {
      return node;
    }
    var ports = new ArrayList<Node>();
    for (int i = 0; i < sequence.items().size(); i++) {
      Node item = sequence.items().get(i);
      if (item instanceof Scalar scalar && isPort(scalar)) {
        ports.addAll(ports(scalar, site.index(i)));
      } else {
        ports.add(item);
      }
    }
    return sequence.withItems(ports);
  }

  private static boolean isPort(Scalar scalar) {
    return scalar.kind() == Scalar.Kind.STRING || scalar.kind() == Scalar.Kind.INTEGER;
  }

  private static List<Node> ports(Scalar scalar, Site site) {
    if (site.ports().isSpent()) {
      return List.of(tooMany(scalar, site));
    }
    return switch (PortText.parse(scalar.text())) {
      case Parsed.Good<List<PortMapping>> good ->
          site.ports().spend(good.value().size())
              ? good.value().stream().map(port -> port(port, scalar)).toList()
              : List.of(tooMany(scalar, site));
      case Parsed.Bad<List<PortMapping>> bad -> List.of(faulty(bad, scalar, site));
    };
  }

  private static Node tooMany(Scalar scalar, Site site) {
    return site.faulty(
        Code.TOO_LARGE,
        scalar.span(),
        "more than %s ports up to here",
        Quote.number(site.ports().whole()));
  }

  private static Node port(PortMapping port, Scalar origin) {
    TextParts parts = TextParts.of(origin);
    Scalar target = Scalar.integer(port.target(), origin.span());
    return parts
        .put("mode", Shapes.defaultText("ingress"))
        .put("host_ip", port.hostIp())
        .put("target", target.withHistory(parts.history("target", target.text())))
        .put("published", port.published())
        .put("protocol", protocol(port, origin))
        .mapping()
        .withTag(origin.tag());
  }

  private static Node protocol(PortMapping port, Scalar origin) {
    return origin.text().contains("/")
        ? TextParts.of(origin, origin.text().lastIndexOf('/') + 1, origin.text().length())
            .withText(Scalar.Kind.STRING, port.protocol())
        : Shapes.defaultText(port.protocol());
  }

  public static Node device(Node node, Site site) {
    if (!(node instanceof Scalar scalar) || !Nodes.isText(node)) {
      return node;
    }
    String[] parts = scalar.text().split(":", -1);
    if (parts.length > 3) {
      return site.faulty(
          Code.INVALID_VALUE,
          scalar.span(),
          "`%s` has too many colons: `SOURCE:TARGET:PERMISSIONS`",
          scalar.quote());
    }
    return TextParts.of(scalar)
        .put("source", parts[0])
        .put("target", parts.length > 1 && !parts[1].isEmpty() ? parts[1] : parts[0])
        .put("permissions", parts.length > 2 ? parts[2] : "rwm")
        .mapping();
  }

  private static Node faulty(Parsed.Bad<?> bad, Scalar scalar, Site site) {
    return site.mayChange(scalar.text()) ? scalar : ScalarShape.invalid(scalar, bad, site);
  }
}
