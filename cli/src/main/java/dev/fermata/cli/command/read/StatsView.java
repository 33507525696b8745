package dev.fermata.cli.command.read;

import dev.fermata.cli.grammar.Misuse;
import dev.fermata.cli.text.ContainerText.Width;
import dev.fermata.cli.text.RowFormat;
import java.util.List;
import java.util.Set;

/** How what containers use is shown. */
sealed interface StatsView {

  /** As the docker client shows it. */
  record Containers(RowFormat format, Width width) implements StatsView {}

  /** Each container with its project. */
  record WithProject(RowFormat format) implements StatsView {}

  /** One line for each project. */
  record Sums(RowFormat format) implements StatsView {}

  static StatsView containers(String format, Width width) {
    return new Containers(RowFormat.of(format, StatsText.COLUMNS), width);
  }

  static StatsView withProject(String format) {
    return new WithProject(RowFormat.of(word(format), ProjectStats.COLUMNS));
  }

  static StatsView sums(String format) {
    return new Sums(RowFormat.of(word(format), ProjectStats.SUMS));
  }

  /** Docker Compose has no templates here. */
  private static String word(String format) {
    if (!Set.of("table", "json").contains(format)) {
      throw new Misuse("`--format` of whole projects is one of table, json, not `" + format + "`");
    }
    return format;
  }

  default List<String> lines(List<Measured> all) {
    return switch (this) {
      case Containers(RowFormat format, Width width) ->
          format.lines(
              all.stream().map(it -> StatsText.fields(it, width)).toList(), StatsText.headers());
      case WithProject(RowFormat format) ->
          format.lines(all.stream().map(ProjectStats::fields).toList(), ProjectStats.headers());
      case Sums(RowFormat format) ->
          format.lines(ProjectStats.sums(all), ProjectStats.headersOfSums());
    };
  }
}
