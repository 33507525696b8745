package dev.fermata.cli.doctor;

import static java.util.stream.Collectors.joining;

import dev.fermata.cli.doctor.Finding.Area;
import dev.fermata.cli.text.Sizes;
import dev.fermata.runner.engine.listing.DiskUsage;
import dev.fermata.runner.engine.listing.DiskUsage.Share;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What is on the engine's disk, and whether there is room for more. */
record DiskCheck(DiskUsage usage, Optional<Room> room) {
  private static final long SCARCE = 2L << 30;
  private static final long SCARCE_PART = 20;

  /** Below that nobody would mind. */
  private static final long WORTH_FREEING = 1L << 30;

  /** Of the disk that the engine's folder is on. */
  record Room(String folder, long free, long size) {
    boolean isScarce() {
      return free < SCARCE || free < size / SCARCE_PART;
    }
  }

  /** What can be freed, and by which command. */
  private record Freeable(String what, long size, String command) {}

  List<Finding> findings() {
    var findings = new ArrayList<Finding>();
    findings.add(
        Finding.fine(
            Area.DISK,
            "images %s, containers %s, volumes %s, build cache %s"
                .formatted(
                    text(usage.images()),
                    text(usage.containers()),
                    text(usage.volumes()),
                    text(usage.buildCache()))));
    room.ifPresent(there -> findings.add(of(there)));
    boolean isScarce = room.filter(Room::isScarce).isPresent();
    if (!isScarce && usage.unused() - usage.volumes().unused() >= WORTH_FREEING) {
      findings.add(Finding.note(Area.DISK, "nobody uses " + unused(), commands()));
    }
    return findings;
  }

  private static String text(Share share) {
    return Sizes.decimal(share.size()) + " (" + share.count() + ")";
  }

  private Finding of(Room there) {
    String sentence =
        "%s of %s are free in `%s`"
            .formatted(Sizes.decimal(there.free()), Sizes.decimal(there.size()), there.folder());
    return there.isScarce()
        ? Finding.wrong(Area.DISK, "only " + sentence + "; nobody uses " + unused(), commands())
        : Finding.fine(Area.DISK, sentence);
  }

  /** Volumes hold data: nobody is told to remove them for room alone. */
  private List<Freeable> freeable() {
    return Stream.of(
            new Freeable("images", usage.images().unused(), "docker image prune --all"),
            new Freeable("build cache", usage.buildCache().unused(), "docker builder prune --all"),
            new Freeable("containers", usage.containers().unused(), "docker container prune"))
        .filter(it -> it.size() > 0)
        .sorted(Comparator.comparingLong(Freeable::size).reversed())
        .toList();
  }

  private String unused() {
    String all =
        freeable().stream()
            .map(it -> Sizes.decimal(it.size()) + " of " + it.what())
            .collect(joining(", "));
    return all.isEmpty() ? "nothing of it" : all;
  }

  private String[] commands() {
    return freeable().stream().map(Freeable::command).toArray(String[]::new);
  }
}
