package dev.fermata.cli.command.read;

import static java.util.stream.Collectors.joining;

import dev.fermata.cli.text.JsonText;
import dev.fermata.cli.text.Timestamps;
import dev.fermata.planner.label.Labels;
import dev.fermata.runner.engine.EngineEvent;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** An event in the forms of Docker Compose. */
final class EventText {
  private static final String TYPE = "container";
  private static final String OF_COMPOSE = "com.docker.compose.";
  private static final String OURS = "dev.fermata.";

  private EventText() {}

  static String line(EngineEvent event) {
    String attributes =
        attributes(event).entrySet().stream()
            .map(attribute -> attribute.getKey() + "=" + attribute.getValue())
            .collect(joining(", "));
    return "%s %s %s %s (%s)"
        .formatted(
            Timestamps.readable(event.time()), TYPE, action(event), event.container(), attributes);
  }

  static String json(EngineEvent event) {
    return JsonText.of(json -> {
      json.writeStartObject();
      json.writeStringField("action", action(event));
      json.writeObjectFieldStart("attributes");
      for (Map.Entry<String, String> attribute : attributes(event).entrySet()) {
        json.writeStringField(attribute.getKey(), attribute.getValue());
      }
      json.writeEndObject();
      json.writeStringField("id", event.container());
      json.writeStringField("service", event.attributes().getOrDefault(Labels.SERVICE, ""));
      json.writeStringField("time", Timestamps.local(event.time()));
      json.writeStringField("type", TYPE);
      json.writeEndObject();
    });
  }

  /** As the engine says it: {@code health_status: healthy}. */
  private static String action(EngineEvent event) {
    return event.detail().isEmpty() ? event.action() : event.action() + ": " + event.detail();
  }

  /** What the tools write on containers is left out. */
  private static SortedMap<String, String> attributes(EngineEvent event) {
    var attributes = new TreeMap<>(event.attributes());
    attributes.keySet().removeIf(name -> name.startsWith(OF_COMPOSE) || name.startsWith(OURS));
    return attributes;
  }
}
