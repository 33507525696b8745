package dev.fermata.cli.reads;

import static java.util.stream.Collectors.joining;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What a command prints, without what is different at each run: ids, times, sizes, ports, and the
 * order, which Docker Compose leaves to chance.
 */
final class Output {
  /** A pattern and what stands in its place; the first ones come first. */
  private static final List<List<String>> CHANGING =
      List.of(
          // Not in the listing of one engine, as in that of another, by how the image came to it.
          List.of(",?\"LastTagTime\":\"[^\"]*\"", ""),
          List.of("\"dev\\.fermata[^\"]*\":\"[^\"]*\",?", ""),
          List.of("com\\.docker\\.compose\\.version=[^,\"]*", "com.docker.compose.version=V"),
          // Go writes it so within JSON, and it means the same.
          List.of("\\\\u003e", ">"),
          List.of("dev\\.fermata[^=\"]*=[^,\"]*", "OURS"),
          List.of("\\b[0-9a-f]{64}\\b", "HEX"),
          List.of("\\b[0-9a-f]{12}\\b", "HEX"),
          List.of("\\d{4}-\\d\\d-\\d\\dT[0-9:.]+(Z|[+-][0-9:]{5})", "TIME"),
          List.of("\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d [+-]\\d{4} \\w+", "TIME"),
          List.of(
              "(Less than a second|About an? \\w+|\\d+ (second|minute|hour|day|week|month)s?)",
              "WHILE"),
          List.of("127\\.0\\.0\\.1:\\d+", "127.0.0.1:PORT"),
          List.of("\"PublishedPort\":[1-9]\\d*", "\"PublishedPort\":PORT"),
          List.of("\"(/[^\"]*)?/volumes/", "\"DATA/volumes/"),
          List.of("\"Size\":\\d+", "\"Size\":N"),
          List.of("\"execDuration\":\"\\d+\"", "\"execDuration\":\"N\""),
          List.of("\"PIDs\":\"[1-9]\\d*\"", "\"PIDs\":\"N\""),
          List.of("\\b\\d+(\\.\\d+)?([kMG]B|[KMG]iB|B|%)", "N"),
          // The processes of `top`, and the last column of `stats`.
          List.of("\\b\\d{2}:\\d{2}(:\\d{2})?\\b", "TIME"),
          List.of("(?m)^(\\w+ +\\d? +\\w+) +\\d+ +\\d+ +\\d+ ", "$1 PID PPID C "),
          List.of("(?m)(N +)\\d+$", "$1PIDS"));

  /** Lists in one text, whose order the engine leaves to chance. */
  private static final Pattern LISTS = Pattern.compile("\"(Labels|Mounts)\":\"([^\"]*)\"");

  private Output() {}

  static String comparable(String printed, String project, String folder) {
    String text = printed.replace(folder, "FOLDER").replace(project, "PROJECT");
    for (List<String> change : CHANGING) {
      text = text.replaceAll(change.get(0), change.get(1));
    }
    return text.replace("},{\"Name", "},\n{\"Name")
        .replace("},{\"ID", "},\n{\"ID")
        .lines()
        .map(Output::line)
        .filter(line -> !line.isEmpty())
        .sorted()
        .map(line -> line + "\n")
        .collect(joining());
  }

  /** Without the brackets of a list, the widths of columns and the order of labels. */
  private static String line(String printed) {
    String line =
        printed.replaceAll("^\\[|]$", "").replaceAll(",$", "").replaceAll(" {2,}", " ").strip();
    Matcher lists = LISTS.matcher(line);
    return lists.replaceAll(found ->
        Matcher.quoteReplacement(
            "\"%s\":\"%s\"".formatted(found.group(1), sorted(found.group(2)))));
  }

  private static String sorted(String labels) {
    Stream<String> all = Arrays.stream(labels.split(",", -1));
    return all.filter(it -> !it.equals("OURS")).sorted().collect(joining(","));
  }
}
