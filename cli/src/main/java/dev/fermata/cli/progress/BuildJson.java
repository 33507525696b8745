package dev.fermata.cli.progress;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.fermata.runner.engine.build.BuildEvent;
import dev.fermata.runner.engine.build.BuildEvent.StepEnd;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The steps of builds in the fields of Docker Compose's JSON lines: a step is a part of its image,
 * and what it moves is a part of the step.
 */
final class BuildJson {
  private static final int FULL = 100;

  private record Key(String image, int step) {}

  private final Map<Key, String> names = new ConcurrentHashMap<>();

  /** The fields of an event that is news of a step. */
  void write(JsonGenerator json, String image, BuildEvent event) throws IOException {
    switch (event) {
      case BuildEvent.StepBegun begun -> {
        names.put(new Key(image, begun.step()), begun.name());
        write(json, begun.name(), image, ProgressRow.Status.WORKING);
      }
      case BuildEvent.StepEnded ended -> {
        write(json, ended.name(), image, status(ended.end()));
        writeEnd(json, ended.end());
      }
      case BuildEvent.OutputLine line -> {
        write(json, name(image, line.step()), image, ProgressRow.Status.WORKING);
        json.writeStringField("details", line.text());
      }
      case BuildEvent.PartMoved moved -> {
        write(json, moved.part(), name(image, moved.step()), status(moved.motion()));
        writeBytes(json, moved);
      }
      case BuildEvent.Warned warned -> json.writeStringField("id", image);
      case BuildEvent.Noticed noticed -> json.writeStringField("text", noticed.warning());
    }
  }

  private String name(String image, int step) {
    return names.getOrDefault(new Key(image, step), image);
  }

  private static void write(JsonGenerator json, String id, String parent, ProgressRow.Status status)
      throws IOException {
    json.writeStringField("id", id);
    json.writeStringField("parent_id", parent);
    json.writeStringField("status", status.word());
  }

  private static void writeEnd(JsonGenerator json, StepEnd end) throws IOException {
    json.writeStringField("text", word(end));
    if (end instanceof StepEnd.Failed failed) {
      json.writeStringField("details", failed.why());
    }
  }

  private static String word(StepEnd end) {
    return switch (end) {
      case StepEnd.Done done -> "Done";
      case StepEnd.Cached cached -> "Cached";
      case StepEnd.Failed failed -> "Error";
      case StepEnd.Cancelled cancelled -> "Canceled";
    };
  }

  private static ProgressRow.Status status(StepEnd end) {
    return switch (end) {
      case StepEnd.Done done -> ProgressRow.Status.DONE;
      case StepEnd.Cached cached -> ProgressRow.Status.DONE;
      case StepEnd.Failed failed -> ProgressRow.Status.ERROR;
      case StepEnd.Cancelled cancelled -> ProgressRow.Status.WARNING;
    };
  }

  private static ProgressRow.Status status(BuildEvent.Motion motion) {
    return switch (motion) {
      case GOING_ON -> ProgressRow.Status.WORKING;
      case COMPLETE -> ProgressRow.Status.DONE;
    };
  }

  private static void writeBytes(JsonGenerator json, BuildEvent.PartMoved moved)
      throws IOException {
    if (moved.current() > 0) {
      json.writeNumberField("current", moved.current());
    }
    if (moved.total() > 0) {
      json.writeNumberField("total", moved.total());
      json.writeNumberField("percent", moved.current() * FULL / moved.total());
    }
  }
}
