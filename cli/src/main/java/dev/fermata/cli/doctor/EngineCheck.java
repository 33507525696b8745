package dev.fermata.cli.doctor;

import dev.fermata.cli.doctor.Finding.Area;
import dev.fermata.runner.engine.EngineVersion;
import dev.fermata.runner.engine.listing.EngineDetail;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** The engine itself: what it is, what it can do, and its clock. */
record EngineCheck(EngineVersion version, EngineDetail detail, String where) {
  /** Times of logs and events are compared across the two. */
  private static final Duration MOST_APART = Duration.ofSeconds(2);

  /** This machine's time before it asked for the engine's, and when it had that. */
  record Asked(Instant from, Instant to) {
    /** How far ahead a time is of all that it can have been meanwhile. */
    Duration ahead(Instant time) {
      if (time.isBefore(from)) {
        return Duration.between(from, time);
      }
      return time.isAfter(to) ? Duration.between(to, time) : Duration.ZERO;
    }
  }

  List<Finding> findings(Asked asked) {
    var findings = new ArrayList<Finding>();
    findings.add(
        Finding.fine(
            Area.ENGINE,
            "%s %s, API %s, %s/%s, at %s"
                .formatted(
                    version.name(),
                    version.version(),
                    version.api(),
                    version.os(),
                    version.arch(),
                    where)));
    findings.add(Finding.fine(Area.ENGINE, features()));
    findings.add(clock(asked));
    if (!detail.forwards()) {
      findings.add(
          Finding.wrong(
              Area.ENGINE,
              "the engine's machine forwards no packets: containers reach nothing outside",
              "sudo sysctl -w net.ipv4.ip_forward=1"));
    }
    detail.warnings().stream()
        .map(warning -> warning.replaceFirst("^WARNING: ", ""))
        .map(warning -> Finding.note(Area.ENGINE, "the engine says: " + warning))
        .forEach(findings::add);
    return findings;
  }

  private String features() {
    String cgroups = detail.cgroups().isEmpty() ? "" : ", cgroups v" + detail.cgroups();
    String rootless = detail.rootless() ? ", without root" : "";
    return "images in %s, made by %s%s%s, on %s"
        .formatted(detail.store(), detail.builder(), cgroups, rootless, detail.system());
  }

  private Finding clock(Asked asked) {
    if (detail.time().equals(Instant.EPOCH)) {
      return Finding.note(Area.ENGINE, "the engine does not tell its time");
    }
    Duration apart = asked.ahead(detail.time());
    if (apart.abs().compareTo(MOST_APART) <= 0) {
      return Finding.fine(Area.ENGINE, "its clock is that of this machine");
    }
    return Finding.wrong(
        Area.ENGINE,
        "its clock is %d s %s this machine's: `--since`, `--until` and certificates go wrong"
            .formatted(apart.abs().toSeconds(), apart.isNegative() ? "behind" : "ahead of"),
        "sudo timedatectl set-ntp true");
  }
}
