package dev.fermata.buildkit.message;

import java.util.List;
import java.util.SortedMap;

/** What an engine tells of the one that builds: labels, and platforms as {@code linux/arm64}. */
public record Worker(String id, SortedMap<String, String> labels, List<String> platforms) {

  /** The answer to {@code ListWorkers}. */
  public static List<Worker> readAll(Fields in) {
    return in.messages(1, Worker::read);
  }

  private static Worker read(Fields in) {
    return new Worker(in.text(1), in.map(2), in.messages(3, Worker::platform));
  }

  private static String platform(Fields in) {
    String base = in.text(2) + "/" + in.text(1);
    return in.text(3).isEmpty() ? base : base + "/" + in.text(3);
  }
}
