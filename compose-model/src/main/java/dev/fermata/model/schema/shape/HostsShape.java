package dev.fermata.model.schema.shape;

import dev.fermata.model.diagnostic.Code;
import dev.fermata.model.schema.attribute.Form;
import dev.fermata.model.schema.attribute.Shape;
import dev.fermata.model.schema.attribute.Site;
import dev.fermata.model.text.GoText;
import dev.fermata.model.tree.Mapping;
import dev.fermata.model.tree.Node;
import dev.fermata.model.tree.Nodes;
import dev.fermata.model.tree.Scalar;
import dev.fermata.model.tree.Sequence;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Extra hosts: a list of {@code HOST=IP} (or {@code HOST:IP}), or a mapping of hosts to IPs. */
public enum HostsShape implements Shape<List<String>> {
  HOSTS;

  private static final ListShape<String> LIST = new ListShape<>(Scalars.TEXT);

  @Override
  public String description() {
    return "a mapping or a list of `HOST=IP`";
  }

  @Override
  public Form form() {
    return Form.either(LIST.form(), Form.mapOf(Form.either(Form.text(), Form.listOf(Form.text()))));
  }

  @Override
  public String merging() {
    return "appended";
  }

  @Override
  public Node expand(Node node, Site site) {
    var hosts = new ArrayList<Node>();
    switch (node) {
      case Mapping mapping ->
          mapping
              .entries()
              .forEach((host, entry) -> {
                if (host.isEmpty() || host.contains(":") || host.contains("=")) {
                  site.faulty(
                      Code.INVALID_VALUE,
                      entry.keySpan(),
                      "`%s` is not the name of a host",
                      entry.quote(host));
                } else {
                  addAll(hosts, host, entry.value(), site.key(host));
                }
              });
      case Sequence sequence -> {
        ListShape.reportRepeated(sequence, site);
        sequence.items().forEach(item -> hosts.addAll(entries(item, site)));
      }
      default -> {
        return node;
      }
    }
    return Sequence.of(hosts, node.span()).withTag(node.tag());
  }

  private static void addAll(List<Node> hosts, String host, Node value, Site site) {
    if (value instanceof Sequence ips) {
      ips.items().forEach(ip -> add(hosts, host, ip, site));
      return;
    }
    add(hosts, host, value, site);
  }

  private static void add(List<Node> hosts, String host, Node value, Site site) {
    if (Nodes.isText(value)) {
      hosts.add(entry(host, Nodes.text(value), value));
      return;
    }
    site.wrongType(value, "a text or a list of texts");
  }

  private static List<Node> entries(Node item, Site site) {
    if (!Nodes.isText(item)) {
      site.wrongType(item, "a list of `HOST=IP`");
      return List.of();
    }
    String text = Nodes.text(item);
    if (site.mayChange(text)) {
      return List.of(item);
    }
    int separator = text.contains("=") ? text.indexOf('=') : text.indexOf(':');
    if (separator <= 0 || text.substring(0, separator).contains(":")) {
      site.faulty(
          Code.INVALID_VALUE,
          item.span(),
          "`%s` is not a host with its IP address",
          Nodes.quote(item));
      return List.of();
    }
    var entries = new ArrayList<Node>();
    for (String ip : text.substring(separator + 1).split(",", -1)) {
      entries.add(entry(text.substring(0, separator), ip, item));
    }
    return entries;
  }

  private static Node entry(String host, String ip, Node origin) {
    boolean bracketed = ip.length() > 2 && ip.startsWith("[") && ip.endsWith("]");
    String bare = bracketed ? ip.substring(1, ip.length() - 1) : ip;
    String text = host + "=" + bare;
    return Scalar.string(text, origin.span())
        .withHistory(origin.history().spread(text.length()))
        .withTag(origin.tag());
  }

  @Override
  public Node merge(Node base, Node over, Site site) {
    return LIST.merge(base, over, site);
  }

  @Override
  public Node check(Node node, Site site) {
    return node instanceof Scalar ? site.wrongType(node, description()) : LIST.check(node, site);
  }

  @Override
  public Node canonical(Node node, Site site) {
    return node instanceof Sequence hosts
        ? hosts.withItems(
            hosts.items().stream().sorted(Comparator.comparing(Nodes::text, GoText.ORDER)).toList())
        : node;
  }

  @Override
  public List<String> read(Node canonical) {
    return LIST.read(canonical);
  }

  @Override
  public boolean saysNothing(Node canonical) {
    return LIST.saysNothing(canonical);
  }
}
