package dev.fermata.runner.watch;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.fermata.model.Project;
import dev.fermata.model.Service;
import dev.fermata.model.ServiceName;
import dev.fermata.planner.request.UpOptions.Building;
import dev.fermata.runner.testing.Models;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which files matter to which service, and where they belong. */
class WatchRulesTest {
  @TempDir private Path temporary;
  private Path root;

  @BeforeEach
  void prepare() throws IOException {
    root = Files.createDirectories(temporary.toRealPath().resolve("project/src"));
  }

  private Map<String, Object> trigger(Map<String, Object> more) {
    var trigger = new HashMap<String, Object>();
    trigger.put("path", root.toString());
    trigger.put("action", "sync");
    trigger.put("target", "/app");
    trigger.putAll(more);
    return trigger;
  }

  private static WatchRules rules(Service... services) {
    Project project = Models.project("shop", services);
    return WatchRules.of(project, project.services().keySet(), Building.WHERE_MISSING);
  }

  private WatchRules rules(Map<String, Object> more) {
    return rules(Models.watching(Models.service("web"), trigger(more)));
  }

  private boolean counts(WatchRules rules, String path) {
    return !rules.of(Set.of(root.resolve(path))).isEmpty();
  }

  private static SortedMap<String, Path> files(WatchRules rules, Path path) {
    return requireNonNull(rules.of(Set.of(path)).get(new ServiceName("web"))).files();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        ".git",
        ".git/index",
        "sub/.git/HEAD",
        "a~",
        ".a.swp",
        "sub/.b.swx",
        "4913",
        ".#a",
        "#a#",
        ".idea/workspace.xml",
        "a___jb_tmp___"
      })
  void what_tools_write_beside_is_passed_over(String path) {
    assertThat(counts(rules(Map.of()), path)).isFalse();
  }

  @Test
  void a_pattern_holds_for_all_below() {
    WatchRules rules = rules(Map.of("ignore", List.of("node_modules/", "*.log", "**/cache")));

    assertThat(counts(rules, "node_modules/a/b")).isFalse();
    assertThat(counts(rules, "x.log")).isFalse();
    assertThat(counts(rules, "a/b/cache/c")).isFalse();
    assertThat(counts(rules, "a/x.log")).isTrue();
  }

  @Test
  void where_something_is_included_nothing_else_counts() {
    WatchRules rules = rules(Map.of("include", List.of("*.go", "web/**", "!web/test")));

    assertThat(counts(rules, "a.go")).isTrue();
    assertThat(counts(rules, "web/a/b")).isTrue();
    assertThat(counts(rules, "web/test/b")).isFalse();
    assertThat(counts(rules, "a.txt")).isFalse();
  }

  @Test
  void what_the_build_leaves_behind_is_left_alone() throws IOException {
    Files.writeString(root.resolveSibling(".dockerignore"), "src/out\n!src/out/kept\n");
    Service built =
        Models.watching(
            Models.changed(
                Models.service("web"), it -> it.build(root.resolve("..").normalize().toString())),
            trigger(Map.of()));
    WatchRules rules = rules(built);

    assertThat(counts(rules, "out/a")).isFalse();
    assertThat(counts(rules, "out/kept/a")).isTrue();
    assertThat(counts(rules, "a")).isTrue();
    assertThat(rules.paths().getFirst().leavesOut().test(root.resolve("out"))).isFalse();
  }

  @Test
  void a_star_in_the_ignore_file_of_a_build_leaves_nothing_out() throws IOException {
    Files.writeString(root.resolveSibling(".dockerignore"), "*\n!Dockerfile\n");
    Service built =
        Models.watching(
            Models.changed(
                Models.service("web"), it -> it.build(root.resolve("..").normalize().toString())),
            trigger(Map.of()));

    assertThat(counts(rules(built), "a")).isTrue();
  }

  @Test
  void a_file_has_its_place_below_the_target() {
    assertThat(files(rules(Map.of("target", "/app/")), root.resolve("a/b")))
        .containsOnlyKeys("/app/a/b");
  }

  @Test
  void a_file_alone_is_the_target_or_lies_in_it() throws IOException {
    Path file = Files.writeString(root.resolve("app.conf"), "text");

    assertThat(files(rules(Map.of("path", file.toString(), "target", "/etc/x")), file))
        .containsOnlyKeys("/etc/x");
    assertThat(files(rules(Map.of("path", file.toString(), "target", "/etc/")), file))
        .containsOnlyKeys("/etc/app.conf");
  }

  @Test
  void the_folder_of_a_trigger_says_nothing_by_itself() {
    assertThat(rules(Map.of()).of(Set.of(root))).isEmpty();
  }

  @Test
  void a_path_over_a_link_is_watched_where_it_leads() throws IOException {
    Path link = Files.createSymbolicLink(root.resolveSibling("link"), root);

    assertThat(files(rules(Map.of("path", link.toString())), root.resolve("a")))
        .containsOnlyKeys("/app/a");
  }

  @Test
  void what_is_mounted_is_not_copied_and_that_is_told() {
    Service mounted =
        Models.changed(
            Models.watching(Models.watching(Models.service("web"), trigger(Map.of())), other()),
            it -> it.volume(root.getParent() + ":/all"));

    WatchRules rules = rules(mounted);

    assertThat(rules.warnings())
        .containsExactly(
            "path '%s' also declared by a bind mount volume, this path won't be monitored!"
                .formatted(root));
    assertThat(rules.rules()).hasSize(1);
  }

  private Map<String, Object> other() {
    return Map.of("path", root.toString(), "action", "restart");
  }

  @Test
  void what_the_project_is_made_of_is_no_file_to_begin_with() throws IOException {
    Files.writeString(root.resolve("Dockerfile"), "text");
    Files.writeString(root.resolve("compose.yaml"), "text");
    Files.writeString(root.resolve("a.go"), "text");
    Files.writeString(root.resolve("a.txt"), "text");
    Map<String, Object> more = Map.of("initial_sync", true, "include", List.of("*.go", "D*"));

    assertThat(requireNonNull(rules(more).initial().get(new ServiceName("web"))).files())
        .containsOnlyKeys("/app/a.go");
  }
}
