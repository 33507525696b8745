package dev.fermata.cli.text;

import static java.util.stream.Collectors.joining;

import dev.fermata.cli.template.Datum;
import dev.fermata.cli.text.ContainerText.Width;
import dev.fermata.planner.label.Labels;
import dev.fermata.planner.observed.ObservedContainer;
import dev.fermata.planner.observed.ObservedContainer.ObservedPort;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;

/** A container by the field names of {@code docker compose ps}, for templates and as JSON. */
public final class ContainerFields {
  private static final int SHORT_ID = 12;
  private static final int MOUNT = 15;

  private ContainerFields() {}

  public static Datum.Fields of(ObservedContainer container, Width width, Instant now) {
    var fields = new LinkedHashMap<String, Datum>();
    fields.put("Command", Datum.of(ContainerText.command(container, width)));
    fields.put("CreatedAt", Datum.of(createdAt(container)));
    fields.put("Engine", Datum.of(container.label(ContainerText.ENGINE).orElse("")));
    fields.put("ExitCode", Datum.of(ContainerText.exitCode(container)));
    fields.put("Health", Datum.of(ContainerText.health(container)));
    fields.put("ID", Datum.of(id(container, width)));
    fields.put("Image", Datum.of(container.imageName()));
    fields.put("Label", new Datum.Lookup(name -> container.label(name).orElse("")));
    fields.put("Labels", Datum.of(labels(container)));
    fields.put("LocalVolumes", Datum.of(String.valueOf(volumes(container))));
    fields.put("Mounts", Datum.of(mounts(container, width)));
    fields.put("Name", Datum.of(container.name()));
    fields.put("Names", Datum.of(container.name()));
    fields.put("Networks", Datum.of(String.join(",", container.networks().keySet())));
    fields.put("Ports", Datum.of(PortText.of(container.listing().ports())));
    fields.put("Project", Datum.of(container.label(Labels.PROJECT).orElse("")));
    fields.put("Publishers", publishers(container.listing().ports()));
    fields.put("RunningFor", Datum.of(ContainerText.created(container, now)));
    fields.put("Service", Datum.of(container.service().text()));
    fields.put("Size", Datum.of("0B"));
    fields.put("State", Datum.of(container.state().text()));
    fields.put("Status", Datum.of(container.listing().status()));
    return new Datum.Fields(fields);
  }

  /** What stands above the columns of a table. A label's column has the last part of its name. */
  public static Datum.Fields headers() {
    var headers = new LinkedHashMap<String, Datum>();
    headers.put("Command", Datum.of("COMMAND"));
    headers.put("CreatedAt", Datum.of("CREATED AT"));
    headers.put("Engine", Datum.of("ENGINE"));
    headers.put("ExitCode", Datum.of("EXIT CODE"));
    headers.put("Health", Datum.of("HEALTH"));
    headers.put("ID", Datum.of("CONTAINER ID"));
    headers.put("Image", Datum.of("IMAGE"));
    headers.put("Label", new Datum.Lookup(name -> name.substring(name.lastIndexOf('.') + 1)));
    headers.put("Labels", Datum.of("LABELS"));
    headers.put("LocalVolumes", Datum.of("LOCAL VOLUMES"));
    headers.put("Mounts", Datum.of("MOUNTS"));
    headers.put("Name", Datum.of("NAME"));
    headers.put("Names", Datum.of("NAMES"));
    headers.put("Networks", Datum.of("NETWORKS"));
    headers.put("Ports", Datum.of("PORTS"));
    headers.put("Project", Datum.of("PROJECT"));
    headers.put("Publishers", Datum.of("PUBLISHERS"));
    headers.put("RunningFor", Datum.of("CREATED"));
    headers.put("Service", Datum.of("SERVICE"));
    headers.put("Size", Datum.of("SIZE"));
    headers.put("State", Datum.of("STATE"));
    headers.put("Status", Datum.of("STATUS"));
    return new Datum.Fields(headers);
  }

  private static String createdAt(ObservedContainer container) {
    return DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss xx zzz", Locale.ROOT)
        .format(container.listing().created().atZone(ZoneId.systemDefault()));
  }

  private static String id(ObservedContainer container, Width width) {
    String id = container.id();
    return width == Width.FULL || id.length() <= SHORT_ID ? id : id.substring(0, SHORT_ID);
  }

  private static String labels(ObservedContainer container) {
    return container.labels().entrySet().stream()
        .map(label -> label.getKey() + "=" + label.getValue())
        .collect(joining(","));
  }

  private static long volumes(ObservedContainer container) {
    return container.mounts().stream().filter(mount -> mount.type().equals("volume")).count();
  }

  private static String mounts(ObservedContainer container, Width width) {
    return container.mounts().stream()
        .map(mount -> mount.volume().orElseGet(mount::source))
        .map(name -> width == Width.CUT ? ContainerText.cut(name, MOUNT) : name)
        .collect(joining(","));
  }

  private static Datum publishers(List<ObservedPort> ports) {
    return new Datum.Items(
        ports.stream()
            .sorted(Comparator.comparingInt(ObservedPort::target))
            .map(ContainerFields::publisher)
            .toList());
  }

  private static Datum publisher(ObservedPort port) {
    var fields = new LinkedHashMap<String, Datum>();
    fields.put("URL", Datum.of(port.hostIp()));
    fields.put("TargetPort", Datum.of(port.target()));
    fields.put("PublishedPort", Datum.of(port.published()));
    fields.put("Protocol", Datum.of(port.protocol()));
    return new Datum.Fields(fields);
  }
}
