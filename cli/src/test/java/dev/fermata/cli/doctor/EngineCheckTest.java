package dev.fermata.cli.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fermata.cli.doctor.Finding.Verdict;
import dev.fermata.runner.engine.EngineException;
import dev.fermata.runner.engine.EngineException.Kind;
import dev.fermata.runner.engine.EngineVersion;
import dev.fermata.runner.engine.listing.DiskUsage;
import dev.fermata.runner.engine.listing.DiskUsage.Share;
import dev.fermata.runner.engine.listing.EngineDetail;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The engine and its disk. */
class EngineCheckTest {
  private static final Instant NOON = Instant.parse("2026-11-30T12:00:00Z");
  private static final long GIB = 1L << 30;

  @TempDir private Path folder;

  private static List<Finding> findings(Instant time, String... warnings) {
    var detail =
        new EngineDetail(
            "Debian",
            "overlay2",
            "BuildKit",
            "2",
            true,
            true,
            "/d",
            time,
            List.of(),
            List.of(warnings));
    var version = new EngineVersion("Docker Engine", "28.5.2", "1.51", "linux", "amd64");
    return new EngineCheck(version, detail, "unix:///x (DOCKER_HOST)")
        .findings(new EngineCheck.Asked(NOON.minusSeconds(9), NOON));
  }

  @Test
  void an_engine_is_told_with_what_it_can_do() {
    assertThat(findings(NOON))
        .extracting(Finding::sentence)
        .containsExactly(
            "Docker Engine 28.5.2, API 1.51, linux/amd64, at unix:///x (DOCKER_HOST)",
            "images in overlay2, made by BuildKit, cgroups v2, without root, on Debian",
            "its clock is that of this machine");
  }

  @Test
  void a_clock_that_goes_differently_is_wrong() {
    assertThat(findings(NOON.minusSeconds(99)).getLast())
        .isEqualTo(
            Finding.wrong(
                Finding.Area.ENGINE,
                "its clock is 90 s behind this machine's: `--since`, `--until` and certificates"
                    + " go wrong",
                "sudo timedatectl set-ntp true"));
  }

  @Test
  void an_answer_that_takes_its_time_makes_no_difference_of_clocks() {
    assertThat(findings(NOON.minusSeconds(7)).getLast().verdict()).isEqualTo(Verdict.FINE);
  }

  @Test
  void the_engines_own_warnings_are_handed_on() {
    assertThat(findings(NOON, "WARNING: No swap limit support").getLast())
        .isEqualTo(Finding.note(Finding.Area.ENGINE, "the engine says: No swap limit support"));
  }

  private Finding unreachable(Kind kind, String message, Map<String, String> environment) {
    return new UnreachableEngine(environment).finding(new EngineException(kind, message, ""));
  }

  @Test
  void a_socket_that_may_not_be_used_is_a_matter_of_a_group() {
    assertThat(
            unreachable(Kind.UNREACHABLE, "cannot reach it: Permission denied", Map.of()).fixes())
        .containsExactly("sudo usermod -aG docker \"$USER\" && newgrp docker");
  }

  @Test
  void a_missing_socket_leads_to_the_one_that_is_there() throws IOException {
    Path other = Files.createDirectories(folder.resolve(".colima/default")).resolve("docker.sock");
    Files.createFile(other);

    assertThat(
            unreachable(
                    Kind.UNREACHABLE, "there is no such socket", Map.of("HOME", folder.toString()))
                .fixes())
        .contains("export DOCKER_HOST=unix://" + other);
  }

  @Test
  void an_unknown_context_is_left() {
    String message = "the Docker context `x` (from the current context) does not exist";
    assertThat(unreachable(Kind.MISCONFIGURED, message, Map.of()).fixes())
        .containsExactly("docker context use default");
    assertThat(unreachable(Kind.MISCONFIGURED, message, Map.of("DOCKER_CONTEXT", "x")).fixes())
        .containsExactly("unset DOCKER_CONTEXT");
  }

  private static List<Finding> disk(long free, long unusedImages, long unusedCache) {
    var usage =
        new DiskUsage(
            new Share(9, 20 * GIB, unusedImages),
            new Share(3, 0, 0),
            new Share(2, 5 * GIB, 5 * GIB),
            new Share(1, unusedCache, unusedCache));
    return new DiskCheck(usage, Optional.of(new DiskCheck.Room("/d", free, 100 * GIB))).findings();
  }

  @Test
  void a_full_disk_is_wrong_and_the_most_is_freed_first() {
    Finding room = disk(GIB, 2 * GIB, 3 * GIB).get(1);

    assertThat(room.verdict()).isEqualTo(Verdict.WRONG);
    assertThat(room.sentence())
        .isEqualTo(
            "only 1.07GB of 107GB are free in `/d`; nobody uses 3.22GB of build cache, 2.15GB of"
                + " images");
    assertThat(room.fixes())
        .containsExactly("docker builder prune --all", "docker image prune --all");
  }

  @Test
  void with_room_enough_what_nobody_uses_is_a_note_and_volumes_are_left_alone() {
    assertThat(disk(50 * GIB, 0, 0)).extracting(Finding::verdict).containsOnly(Verdict.FINE);
    assertThat(disk(50 * GIB, 2 * GIB, 0).getLast())
        .isEqualTo(
            Finding.note(
                Finding.Area.DISK, "nobody uses 2.15GB of images", "docker image prune --all"));
  }
}
