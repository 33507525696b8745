package dev.fermata.runner.watch;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fermata.model.Project;
import dev.fermata.model.Service;
import dev.fermata.planner.request.Request;
import dev.fermata.planner.request.UpOptions;
import dev.fermata.planner.request.UpOptions.Building;
import dev.fermata.runner.AttachedEnd;
import dev.fermata.runner.AttachedRun;
import dev.fermata.runner.Attachment;
import dev.fermata.runner.Budgets;
import dev.fermata.runner.Cancellation;
import dev.fermata.runner.Companion;
import dev.fermata.runner.RunResult;
import dev.fermata.runner.Stack;
import dev.fermata.runner.engine.EngineException.Kind;
import dev.fermata.runner.engine.ExecResult;
import dev.fermata.runner.event.Event;
import dev.fermata.runner.testing.FakeEngine;
import dev.fermata.runner.testing.Models;
import dev.fermata.runner.testing.RecordingSink;
import dev.fermata.runner.watch.WatchTools.OldImages;
import dev.fermata.runner.watch.WatchTools.Talk;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What becomes of changes, on a played engine. */
@Timeout(value = 60, unit = SECONDS)
class WatchTest {
  private final FakeEngine engine = new FakeEngine().withImages("busybox");
  private final RecordingSink sink = new RecordingSink();
  private final BlockingQueue<List<String>> commands = new LinkedBlockingQueue<>();
  @TempDir private Path temporary;
  private Path root;
  private Companion.Begun begun = Companion.Begun.NOTHING;
  private AutoCloseable watch = () -> {};

  @BeforeEach
  void prepare() throws IOException {
    root = temporary.toRealPath();
    Files.createDirectories(root.resolve("src"));
    Files.createDirectories(root.resolve("img"));
    engine.onExec(
        "web",
        (container, request) -> {
          commands.add(request.command());
          return new ExecResult(OptionalInt.of(0), "", Duration.ZERO);
        });
  }

  @AfterEach
  void end() throws Exception {
    begun.close();
    watch.close();
  }

  private Service web(String action) {
    return Models.watching(
        Models.service("web"),
        Map.of("path", root.resolve("src").toString(), "action", action, "target", "/app"));
  }

  private Service built() throws IOException {
    Files.writeString(root.resolve("Dockerfile"), "FROM busybox");
    return Models.watching(
        Models.changed(
            Models.service("built"), it -> it.image("shop-built").build(root.toString())),
        Map.of("path", root.resolve("img").toString(), "action", "rebuild"));
  }

  /** Brings the services up and watches them. */
  private void begin(Service... services) {
    Project project = Models.project("shop", services);
    var up = new Request.Up(project, UpOptions.DEFAULT);
    var stack = new Stack(engine, Budgets.DEFAULT);
    assertThat(((RunResult.Ran) stack.run(up, sink, new Cancellation())).report().succeeded())
        .isTrue();
    Watch made = watching(project, stack, up);
    watch = made;
    begun = made.begin(sink);
  }

  private Watch watching(Project project, Stack stack, Request.Up up) {
    WatchRules rules = WatchRules.of(project, project.services().keySet(), Building.WHERE_MISSING);
    return Watch.of(
        rules,
        new WatchTools(
            engine,
            stack,
            up,
            OldImages.REMOVED,
            Talk.USUAL,
            result -> List.of("error: it did not work", "  more")));
  }

  private void write(String path) throws IOException {
    Path file = root.resolve(path);
    Files.createDirectories(file.getParent());
    Files.writeString(file, "text");
  }

  private void awaitFile(String container, String path) {
    engine.await(() -> engine.files().stat(container, path).isPresent());
  }

  private void awaitLine(String text) {
    sink.await(event -> event instanceof Event.WatchLine line && line.text().equals(text));
  }

  @Test
  void a_change_is_copied_to_its_place() throws IOException {
    begin(web("sync"));

    write("src/a/b");

    awaitFile("shop-web-1", "/app/a/b");
    awaitLine("Syncing service \"web\" after 2 changes were detected");
  }

  @Test
  void all_that_changes_at_once_is_one_archive() throws IOException {
    begin(web("sync"));

    for (int i = 0; i < 500; i++) {
      write("src/" + i);
    }

    awaitFile("shop-web-1", "/app/499");
    assertThat(engine.count("write shop-web-1 /")).isEqualTo(1);
  }

  @Test
  void what_is_gone_is_removed() throws Exception {
    write("src/a/b");
    begin(web("sync"));

    Files.delete(root.resolve("src/a/b"));
    Files.delete(root.resolve("src/a"));

    assertThat(commands.take()).containsExactly("rm", "-rf", "--", "/app/a");
  }

  @Test
  void the_target_stays_where_the_whole_folder_goes() throws Exception {
    write("src/a");
    begin(web("sync"));

    Files.delete(root.resolve("src/a"));
    Files.delete(root.resolve("src"));

    assertThat(commands.take()).containsExactly("rm", "-rf", "--", "/app/a");
  }

  @Test
  void a_container_that_somebody_else_has_made_anew_gets_the_next_change() throws IOException {
    begin(web("sync"));
    var stack = new Stack(engine, Budgets.DEFAULT);
    Project project = Models.project("shop", web("sync"));
    UpOptions.Recreation forced =
        new UpOptions.Recreation(
            UpOptions.Recreate.FORCE,
            UpOptions.Recreate.DIVERGED,
            UpOptions.AnonymousVolumes.INHERIT,
            Optional.empty(),
            Set.of());
    stack.run(
        new Request.Up(project, UpOptions.DEFAULT.withRecreation(forced)),
        event -> {},
        new Cancellation());

    write("src/a");

    awaitFile("shop-web-1", "/app/a");
  }

  @Test
  void containers_are_restarted_after_the_copy() throws IOException {
    begin(web("sync+restart"));

    write("src/a");

    awaitLine("service(s) [\"web\"] restarted");
    List<String> calls = engine.calls();
    assertThat(calls.indexOf("write shop-web-1 /"))
        .isLessThan(calls.lastIndexOf("start shop-web-1"));
  }

  @Test
  void a_command_runs_after_the_copy() throws Exception {
    Service web =
        Models.watching(
            Models.service("web"),
            Map.of(
                "path",
                root.resolve("src").toString(),
                "action",
                "sync+exec",
                "target",
                "/app",
                "exec",
                Map.of("command", List.of("reload"))));
    begin(web);

    write("src/a");

    assertThat(commands.take()).containsExactly("reload");
    assertThat(engine.files().stat("shop-web-1", "/app/a")).isPresent();
  }

  @Test
  void a_service_is_built_and_made_anew_and_its_old_image_goes() throws IOException {
    begin(built());
    String before = engine.container("shop-built-1").id();

    write("img/a");

    awaitLine("Rebuilding service(s) [\"built\"] after changes were detected...");
    awaitLine("service(s) [\"built\"] successfully built");
    engine.await(
        () -> engine.calls().stream().anyMatch(it -> it.startsWith("remove image sha256:built")));
    assertThat(engine.container("shop-built-1").id()).isNotEqualTo(before);
  }

  @Test
  void an_attached_run_stays_while_its_only_container_is_made_anew() throws Exception {
    Project project = Models.project("shop", built());
    var up = new Request.Up(project, UpOptions.DEFAULT);
    var stack = new Stack(engine, Budgets.DEFAULT);
    Watch made = watching(project, stack, up);
    watch = made;
    var cancellation = new Cancellation();
    var end = new CompletableFuture<AttachedEnd>();
    var attached = new AttachedRun.Attached(up, Attachment.to(project.services().keySet()), made);
    Thread.ofVirtual()
        .start(() -> {
          try {
            end.complete(new AttachedRun(engine, stack, sink, attached).run(cancellation));
          } catch (InterruptedException | RuntimeException e) {
            end.completeExceptionally(e);
          }
        });
    awaitLine("Watch enabled");
    String before = engine.container("shop-built-1").id();

    write("img/a");
    awaitRemovedImages(1);
    write("img/b");
    awaitRemovedImages(2);

    assertThat(end).isNotDone();
    assertThat(engine.container("shop-built-1").id()).isNotEqualTo(before);
    cancellation.advance();
    assertThat(((AttachedEnd.Ended) end.join()).why()).isEqualTo(AttachedEnd.Why.CANCELLED);
    assertThat(engine.container("shop-built-1").isRunning()).isFalse();
  }

  /** The last of what a rebuild does. */
  private void awaitRemovedImages(int count) {
    engine.await(() ->
        engine.calls().stream().filter(it -> it.startsWith("remove image sha256:built")).count()
            == count);
  }

  @Test
  void a_build_that_fails_leaves_the_container_and_the_watch_goes_on() throws IOException {
    begin(built());
    String before = engine.container("shop-built-1").id();
    engine.fail("build shop-built:latest", Kind.BUILD_FAILED, "no");

    write("img/a");
    awaitLine("Build failed. Error: it did not work");
    awaitLine("  more");
    assertThat(engine.container("shop-built-1").id()).isEqualTo(before);
    assertThat(engine.container("shop-built-1").isRunning()).isTrue();

    write("img/b");
    engine.await(() -> engine.count("build shop-built:latest") == 3);
  }

  @Test
  void files_that_are_to_be_there_from_the_beginning_are_in_new_containers_too()
      throws IOException {
    write("src/a");
    Service both =
        Models.watching(
            built(),
            Map.of(
                "path",
                root.resolve("src").toString(),
                "action",
                "sync",
                "target",
                "/app",
                "initial_sync",
                true));
    begin(both);
    awaitFile("shop-built-1", "/app/a");

    write("img/a");

    awaitLine("service(s) [\"built\"] successfully built");
    awaitFile("shop-built-1", "/app/a");
  }

  @Test
  void a_refusal_of_the_engine_is_told_and_the_watch_goes_on() throws IOException {
    begin(web("sync"));
    engine.fail("write shop-web-1 /", Kind.NO_SPACE, "there is no space left");

    write("src/a");
    sink.await(
        event -> event instanceof Event.Notice notice && notice.text().contains("no space left"));

    write("src/b");
    engine.await(() -> engine.count("write shop-web-1 /") == 2);
  }

  @Test
  void nothing_to_watch_is_refused() {
    Project project = Models.project("shop", Models.service("web"));

    assertThatThrownBy(
            () -> WatchRules.of(project, project.services().keySet(), Building.WHERE_MISSING))
        .isInstanceOf(WatchRefusal.class)
        .hasMessageStartingWith("none of the selected services is configured for watch");
  }

  @Test
  void a_rebuild_needs_a_build() {
    Project project = Models.project("shop", web("rebuild"));

    assertThatThrownBy(
            () -> WatchRules.of(project, project.services().keySet(), Building.WHERE_MISSING))
        .hasMessage("can't watch service \"web\" with action rebuild without a build context");
  }
}
