package dev.fermata.runner.docker.read;

import dev.fermata.runner.docker.json.Json;
import dev.fermata.runner.engine.listing.DiskUsage;
import dev.fermata.runner.engine.listing.DiskUsage.Share;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;

/** The engine's account of its disk, summed up as the docker client does. */
public final class DiskReading {
  private DiskReading() {}

  public static DiskUsage of(Json answer) {
    return new DiskUsage(
        images(answer),
        share(
            answer.at("Containers").items(),
            container -> container.at("SizeRw").number(),
            container -> !isAlive(container.text("State"))),
        share(
            answer.at("Volumes").items(),
            volume -> volume.at("UsageData").at("Size").number(),
            volume -> volume.at("UsageData").at("RefCount").number() == 0),
        share(
            answer.at("BuildCache").items(),
            part -> part.isTrue("Shared") ? 0 : part.at("Size").number(),
            part -> !part.isTrue("InUse")));
  }

  /** Images share layers: what those in use have for themselves is not to be had. */
  private static Share images(Json answer) {
    List<Json> images = answer.at("Images").items();
    long size = answer.at("LayersSize").number();
    long used =
        images.stream()
            .filter(image -> image.at("Containers").number() > 0)
            .mapToLong(
                image -> image.at("Size").number() - Math.max(0, image.at("SharedSize").number()))
            .sum();
    boolean anyUnused = images.stream().anyMatch(image -> image.at("Containers").number() <= 0);
    return new Share(images.size(), size, anyUnused ? Math.max(0, size - used) : 0);
  }

  private static Share share(List<Json> items, ToLongFunction<Json> size, Predicate<Json> unused) {
    return new Share(
        items.size(), sum(items, size), sum(items.stream().filter(unused).toList(), size));
  }

  /** What was not measured is less than nothing. */
  private static long sum(List<Json> items, ToLongFunction<Json> size) {
    return items.stream().mapToLong(item -> Math.max(0, size.applyAsLong(item))).sum();
  }

  private static boolean isAlive(String state) {
    return state.equals("running") || state.equals("paused") || state.equals("restarting");
  }
}
