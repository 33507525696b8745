package dev.fermata.cli.progress;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.fermata.cli.text.JsonText;
import dev.fermata.cli.text.build.DockerfileText;
import dev.fermata.planner.plan.Skip;
import dev.fermata.planner.plan.Step;
import dev.fermata.planner.plan.Untouched;
import dev.fermata.planner.text.PlanText;
import dev.fermata.runner.engine.ImageProgress;
import dev.fermata.runner.engine.build.BuildEvent;
import dev.fermata.runner.event.Event;
import dev.fermata.runner.event.EventSink;
import java.io.IOException;
import java.io.PrintStream;
import java.util.List;

/**
 * One JSON object per line and change, in Docker Compose's form; {@code reason} is ours. A part of
 * an image names the image as its {@code parent_id}.
 */
public final class JsonProgress implements Progress {
  private static final int FULL = 100;
  private final PrintStream err;
  private final EventSink containers;
  private final Reminders reminders = new Reminders();
  private final BuildJson builds = new BuildJson();
  private final BuildWarnings warnings;
  private final AlreadyReported told = new AlreadyReported();

  public JsonProgress(PrintStream err, EventSink containers, DockerfileText dockerfiles) {
    this.warnings = new BuildWarnings(dockerfiles);
    this.err = err;
    this.containers = containers;
  }

  @Override
  public void accept(Event event) {
    switch (event) {
      case Event.StepBegun begun -> begun(begun.step());
      case Event.StepProgressed progressed -> progressed(progressed.step(), progressed.progress());
      case Event.BuildProgressed built -> built(built.step(), built.event());
      case Event.Retrying retrying -> print(retrying.step(), StepEnding.of(retrying));
      case Event.StillWaiting waiting -> {
        if (reminders.isDue(waiting)) {
          print(
              waiting.step(),
              new StepEnding(
                  ProgressRow.Status.WORKING, AlreadyReported.STILL_WAITING, waiting.text()));
        }
      }
      case Event.OptionalFailed failed -> {
        print(failed.step(), StepEnding.skipped(failed));
        told.skip(failed.step());
      }
      case Event.StillUsed used -> {
        print(used.step(), StepEnding.stillUsed(used));
        told.skip(used.step());
      }
      case Event.StepEnded ended ->
          StepEnding.of(ended.step(), ended.outcome()).ifPresent(end -> print(ended.step(), end));
      case Event.LogLine line -> containers.accept(line);
      case Event.HookLine line -> containers.accept(line);
      case Event.WatchLine line -> containers.accept(line);
      case Event.Attached attached -> containers.accept(attached);
      case Event.ContainerEnded ended -> containers.accept(ended);
      case Event.Notice notice -> line(json -> json.writeStringField("text", notice.text()));
      case Event.PlanBegun begun -> {
        told.begin();
        begun.plan().notes().forEach(note -> line(json -> json.writeStringField("text", note)));
      }
      case Event.LeftAsIs(Untouched untouched) ->
          print(StepWords.container(untouched.container()), StepEnding.of(untouched));
      case Event.Skipped(Skip skip) -> print(skip.subject(), StepEnding.of(skip));
      case Event.PlanEnded ended -> {}
    }
  }

  private void begun(Step step) {
    StepWords change = StepWords.of(step);
    change
        .doing()
        .ifPresent(word -> {
          for (String id : news(step, change, word)) {
            line(json -> {
              json.writeStringField("id", id);
              json.writeStringField("status", ProgressRow.Status.WORKING.word());
              json.writeStringField("text", word);
              writeUnlessEmpty(json, "reason", PlanText.reasonText(step.reason()));
            });
          }
        });
  }

  private List<String> news(Step step, StepWords change, String word) {
    return change.ids().stream().filter(id -> told.isNews(id, step, word)).toList();
  }

  private void print(Step step, StepEnding end) {
    news(step, StepWords.of(step), end.text()).forEach(id -> print(id, end));
  }

  private void print(String id, StepEnding end) {
    line(json -> {
      json.writeStringField("id", id);
      json.writeStringField("status", end.status().word());
      json.writeStringField("text", end.text());
      writeUnlessEmpty(json, "details", end.details());
    });
  }

  private void progressed(Step step, ImageProgress progress) {
    for (String id : StepWords.of(step).ids()) {
      line(json -> {
        json.writeStringField("id", progress.part().isEmpty() ? id : progress.part());
        if (!progress.part().isEmpty()) {
          json.writeStringField("parent_id", id);
        }
        json.writeStringField("status", ProgressRow.Status.WORKING.word());
        writeUnlessEmpty(json, "text", progress.text());
        writeBytes(json, progress);
      });
    }
  }

  private void built(Step step, BuildEvent event) {
    if (event instanceof BuildEvent.Warned warned) {
      List<String> lines = warnings.news(warned.warning());
      if (!lines.isEmpty()) {
        line(json -> json.writeStringField("text", String.join("\n", lines)));
      }
      return;
    }
    StepWords.of(step).ids().forEach(id -> line(json -> builds.write(json, id, event)));
  }

  private static void writeBytes(JsonGenerator json, ImageProgress progress) throws IOException {
    if (progress.total() <= 0) {
      return;
    }
    json.writeNumberField("current", progress.current());
    json.writeNumberField("total", progress.total());
    json.writeNumberField("percent", progress.current() * FULL / progress.total());
  }

  private static void writeUnlessEmpty(JsonGenerator json, String field, String text)
      throws IOException {
    if (!text.isEmpty()) {
      json.writeStringField(field, text);
    }
  }

  private void line(JsonText.Writer fields) {
    err.println(
        JsonText.of(json -> {
          json.writeStartObject();
          fields.write(json);
          json.writeEndObject();
        }));
  }
}
