package dev.fermata.runner.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fermata.model.Project;
import dev.fermata.planner.request.Request;
import dev.fermata.planner.request.UpOptions;
import dev.fermata.planner.request.UpOptions.Building;
import dev.fermata.runner.Budgets;
import dev.fermata.runner.Cancellation;
import dev.fermata.runner.Companion;
import dev.fermata.runner.Stack;
import dev.fermata.runner.event.Event;
import dev.fermata.runner.testing.FakeEngine;
import dev.fermata.runner.testing.Models;
import dev.fermata.runner.testing.RecordingSink;
import dev.fermata.runner.watch.WatchSwitch.State;
import dev.fermata.runner.watch.WatchTools.OldImages;
import dev.fermata.runner.watch.WatchTools.Talk;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@SuppressWarnings("try") // A watch goes on until it is closed.
final class WatchSwitchTest {
  private final FakeEngine engine = new FakeEngine().withImages("busybox");
  private final RecordingSink sink = new RecordingSink();
  @TempDir private Path temporary;
  private Path root;
  private Project project;

  @BeforeEach
  void bring_up() throws IOException {
    root = Files.createDirectories(temporary.toRealPath().resolve("src"));
    project =
        Models.project(
            "shop",
            Models.watching(
                Models.service("web"),
                Map.of("path", root.toString(), "action", "sync", "target", "/app")));
    stack().run(up(), sink, new Cancellation());
  }

  private Stack stack() {
    return new Stack(engine, Budgets.DEFAULT);
  }

  private Request.Up up() {
    return new Request.Up(project, UpOptions.DEFAULT);
  }

  private Watch open(Consumer<String> warnings) {
    var rules = WatchRules.of(project, project.services().keySet(), Building.WHERE_MISSING);
    warnings.accept("looked");
    return Watch.of(
        rules,
        new WatchTools(
            engine, stack(), up(), OldImages.KEPT, Talk.USUAL, result -> List.of("failed")));
  }

  private void write(String name) throws IOException {
    Files.writeString(root.resolve(name), "text");
  }

  private void awaitFile(String name) {
    engine.await(() -> engine.files().stat("shop-web-1", "/app/" + name).isPresent());
  }

  private long said(String text) {
    return sink.events().stream()
        .filter(event -> event instanceof Event.WatchLine line && line.text().equals(text))
        .count();
  }

  @Test
  void it_follows_changes_while_it_is_on_and_none_of_those_between() throws IOException {
    try (var watch = WatchSwitch.off(this::open);
        Companion.Begun begun = watch.begin(sink)) {
      write("before");
      assertThat(watch.toggle()).isEqualTo(State.ON);
      write("first");
      awaitFile("first");
      assertThat(watch.toggle()).isEqualTo(State.OFF);
      write("between");
      assertThat(watch.toggle()).isEqualTo(State.ON);
      write("second");
      awaitFile("second");
    }

    assertThat(engine.files().stat("shop-web-1", "/app/before")).isEmpty();
    assertThat(engine.files().stat("shop-web-1", "/app/between")).isEmpty();
    assertThat(said("Watch enabled")).isEqualTo(2);
    assertThat(said("Watch disabled")).isEqualTo(2);
    assertThat(sink.events()).contains(new Event.Notice("warning: looked"));
  }

  @Test
  void one_that_is_on_notices_changes_from_before_it_is_begun() throws IOException {
    try (var watch = WatchSwitch.on(this::open, warning -> {})) {
      assertThat(watch.state()).isEqualTo(State.ON);
      write("early");
      try (Companion.Begun begun = watch.begin(sink)) {
        awaitFile("early");
      }
    }
  }

  @Test
  void nothing_is_switched_on_once_somebody_leaves() {
    try (var watch = WatchSwitch.off(this::open);
        Companion.Begun begun = watch.begin(sink)) {
      begun.leave();

      assertThat(watch.toggle()).isEqualTo(State.OFF);
    }
    assertThat(said("Watch enabled")).isZero();
  }

  @Test
  void where_there_is_nothing_to_watch_it_stays_off() {
    project = Models.project("shop", Models.service("web"));
    try (var watch = WatchSwitch.off(this::open);
        Companion.Begun begun = watch.begin(sink)) {
      assertThatThrownBy(watch::toggle).isInstanceOf(WatchRefusal.class);
      assertThat(watch.state()).isEqualTo(State.OFF);
    }
  }
}
