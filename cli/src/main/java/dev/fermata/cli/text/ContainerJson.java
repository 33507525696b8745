package dev.fermata.cli.text;

import static java.util.stream.Collectors.joining;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.fermata.cli.text.ContainerText.Width;
import dev.fermata.planner.Labels;
import dev.fermata.planner.observed.ObservedContainer;
import dev.fermata.planner.observed.ObservedContainer.ObservedPort;
import java.io.IOException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** A container as one JSON object with the field names of {@code docker compose ps}. */
public final class ContainerJson {
  private static final int SHORT_ID = 12;
  private static final int MOUNT = 15;

  private ContainerJson() {}

  public static String of(ObservedContainer container, Width width, Instant now) {
    return JsonText.of(json -> {
      json.writeStartObject();
      json.writeStringField("Command", ContainerText.command(container, width));
      json.writeStringField("CreatedAt", createdAt(container));
      json.writeNumberField("ExitCode", ContainerText.exitCode(container));
      json.writeStringField("Health", ContainerText.health(container));
      json.writeStringField("ID", id(container, width));
      json.writeStringField("Image", container.imageName());
      json.writeStringField("Labels", labels(container));
      json.writeStringField("LocalVolumes", String.valueOf(volumes(container)));
      json.writeStringField("Mounts", mounts(container, width));
      json.writeStringField("Name", container.name());
      json.writeStringField("Names", container.name());
      json.writeStringField("Networks", String.join(",", container.networks().keySet()));
      json.writeStringField("Ports", PortText.of(container.listing().ports()));
      json.writeStringField("Project", container.label(Labels.PROJECT).orElse(""));
      writePublishers(json, container.listing().ports());
      json.writeStringField("RunningFor", ContainerText.created(container, now));
      json.writeStringField("Service", container.service().text());
      json.writeStringField("Size", "0B");
      json.writeStringField("State", container.state().text());
      json.writeStringField("Status", container.listing().status());
      json.writeEndObject();
    });
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

  private static void writePublishers(JsonGenerator json, List<ObservedPort> ports)
      throws IOException {
    json.writeArrayFieldStart("Publishers");
    List<ObservedPort> sorted =
        ports.stream().sorted(Comparator.comparingInt(ObservedPort::target)).toList();
    for (ObservedPort port : sorted) {
      json.writeStartObject();
      json.writeStringField("URL", port.hostIp());
      json.writeNumberField("TargetPort", port.target());
      json.writeNumberField("PublishedPort", port.published());
      json.writeStringField("Protocol", port.protocol());
      json.writeEndObject();
    }
    json.writeEndArray();
  }
}
