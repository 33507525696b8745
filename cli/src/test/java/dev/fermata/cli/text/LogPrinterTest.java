package dev.fermata.cli.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fermata.model.ProjectName;
import dev.fermata.model.ServiceName;
import dev.fermata.runner.engine.LogStream;
import dev.fermata.runner.engine.LogStream.Origin;
import dev.fermata.runner.event.Event;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class LogPrinterTest {
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();
  private final LogPrinter printer =
      new LogPrinter(
          new ProjectName("shop"),
          Set.of(LogPrinter.Style.PREFIX),
          new LogPrinter.Streams(
              new PrintStream(out, true, StandardCharsets.UTF_8),
              new PrintStream(err, true, StandardCharsets.UTF_8)));

  private static Event line(Origin origin, String container, String text) {
    var line = new LogStream.Line(origin, Instant.EPOCH, text);
    return new Event.LogLine(new ServiceName("web"), container, line);
  }

  @Test
  void each_stream_goes_to_ours_of_the_same_kind() {
    printer.accept(line(Origin.STDOUT, "shop-web-1", "served"));
    printer.accept(line(Origin.STDERR, "shop-web-1", "failed"));

    assertThat(out.toString(StandardCharsets.UTF_8)).isEqualTo("web-1  | served\n");
    assertThat(err.toString(StandardCharsets.UTF_8)).isEqualTo("web-1  | failed\n");
  }

  @Test
  void who_is_shown_is_told_at_once_so_that_all_lines_begin_in_the_same_column() {
    printer.accept(new Event.Attached(List.of("shop-db-1", "shop-worker-1")));
    printer.accept(line(Origin.STDOUT, "shop-db-1", "ready"));

    assertThat(out.toString(StandardCharsets.UTF_8))
        .isEqualTo("Attaching to db-1, worker-1\ndb-1      | ready\n");
  }
}
