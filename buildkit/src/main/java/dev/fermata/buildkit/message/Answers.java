package dev.fermata.buildkit.message;

import dev.fermata.buildkit.Solved;
import dev.fermata.buildkit.status.LineRange;
import dev.fermata.buildkit.status.Output;
import dev.fermata.buildkit.status.Status;
import dev.fermata.buildkit.status.Transfer;
import dev.fermata.buildkit.status.Vertex;
import dev.fermata.buildkit.status.Warning;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** What BuildKit answers to a solve and tells of it, read into the values that others know. */
public final class Answers {
  private Answers() {}

  public static Solved solved(Fields in) {
    return new Solved(in.map(1));
  }

  /** What a frontend says beside its result, by its own keys. */
  public static SortedMap<String, byte[]> metadata(Fields in) {
    return in.message(3).map(result -> result.bytesMap(10)).orElse(new TreeMap<>());
  }

  public static Status status(Fields in) {
    return new Status(
        in.messages(1, Answers::vertex),
        in.messages(2, Answers::transfer),
        in.messages(3, Answers::output),
        in.messages(4, Answers::warning));
  }

  private static Vertex vertex(Fields in) {
    return new Vertex(
        in.text(1), in.texts(2), in.text(3), in.flag(4), time(in, 5), time(in, 6), in.text(7));
  }

  private static Transfer transfer(Fields in) {
    return new Transfer(
        in.text(1), in.text(2), in.text(3), in.number(4), in.number(5), time(in, 7), time(in, 8));
  }

  private static Output output(Fields in) {
    return new Output(in.text(1), (int) in.number(3), in.bytes(4));
  }

  private static Warning warning(Fields in) {
    return new Warning(
        in.text(1),
        (int) in.number(2),
        new String(in.bytes(3), StandardCharsets.UTF_8),
        in.texts(4),
        in.text(5),
        in.message(6).map(source -> source.text(1)).orElse(""),
        in.message(6).map(source -> source.text(2)).orElse(""),
        in.messages(7, Answers::lines));
  }

  private static LineRange lines(Fields in) {
    return new LineRange(line(in, 1), line(in, 2));
  }

  private static int line(Fields range, int field) {
    return range.message(field).map(position -> (int) position.number(1)).orElse(0);
  }

  private static Optional<Instant> time(Fields in, int field) {
    return in.message(field).map(t -> Instant.ofEpochSecond(t.number(1), t.number(2)));
  }
}
