package dev.fermata.cli.text.graph;

import static java.util.stream.Collectors.joining;

import dev.fermata.model.Dependency;
import dev.fermata.model.NetworkAttachment;
import dev.fermata.model.Project;
import dev.fermata.model.Service;
import dev.fermata.model.schema.service.PortTable;
import dev.fermata.model.schema.service.WorkloadTable;
import dev.fermata.model.tree.Mapping;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * The language of Graphviz, in the words of Docker Compose's {@code alpha viz}, by name where
 * Docker Compose has no order. What is quoted needs no escapes: names, images and ports have no
 * characters that the language or its labels would take for their own.
 */
public record VizDot(Set<Part> parts, String indentation) {

  /** What is said of a service beside its name. */
  public enum Part {
    NETWORKS,
    PORTS,
    IMAGE
  }

  public VizDot {
    parts = Set.copyOf(parts);
  }

  public String of(Project project) {
    var text = new StringBuilder("digraph \"" + project.name() + "\" {\n");
    text.append(indentation).append("layout=dot;\n");
    project.services().values().forEach(service -> text.append(node(service)));
    text.append('\n');
    project.services().values().forEach(service -> text.append(edges(service, project)));
    return text.append("}\n").toString();
  }

  private String node(Service service) {
    return "%s\"%s\" [style=\"filled\" label=<<font point-size=\"15\">%s</font>%s>];\n"
        .formatted(indentation, service.name(), service.name(), details(service));
  }

  private String details(Service service) {
    List<String> networks =
        service.networking().attachments().stream().map(NetworkAttachment::network).toList();
    List<String> ports =
        WorkloadTable.PORTS.in(service.definition().tree()).orElse(List.of()).stream()
            .map(VizDot::port)
            .toList();
    return detail(Part.NETWORKS, "Networks", networks)
        + detail(Part.PORTS, "Ports", ports)
        + detail(Part.IMAGE, "Image", List.of(service.image().text()));
  }

  private String detail(Part part, String title, List<String> lines) {
    if (!parts.contains(part) || lines.isEmpty()) {
      return "";
    }
    return Stream.concat(Stream.of("<br/><b>" + title + ":</b>"), lines.stream())
        .map(line -> "<br/>" + line)
        .collect(joining("", "<font point-size=\"10\">", "</font>"));
  }

  private static String port(Mapping port) {
    return "%s%s:%d (%s, %s)"
        .formatted(
            PortTable.HOST_IP.in(port).map(address -> address + ":").orElse(""),
            PortTable.PUBLISHED.in(port).orElse(""),
            PortTable.TARGET.in(port).orElse(0L),
            PortTable.PROTOCOL.in(port).orElse(""),
            PortTable.MODE.in(port).orElse(""));
  }

  private String edges(Service service, Project project) {
    Predicate<Dependency> isDrawn = needed -> project.services().containsKey(needed.service());
    return service.lifecycle().dependencies().stream()
        .filter(isDrawn)
        .map(needed ->
            "%s\"%s\" -> \"%s\";\n".formatted(indentation, service.name(), needed.service()))
        .sorted()
        .distinct()
        .collect(joining());
  }
}
