package dev.fermata.cli.text;

import dev.fermata.planner.observed.ObservedContainer;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A container as {@code ps} lists it: the docker client's words. */
public final class ContainerText {
  /** By this label other tools say what runs a container in fact; a column where one has it. */
  static final String ENGINE = "com.docker.compose.engine";

  private static final List<String> HEADERS =
      List.of("NAME", "IMAGE", "COMMAND", "SERVICE", "CREATED", "STATUS", "PORTS");
  private static final int COMMAND = 20;
  private static final Pattern EXITED = Pattern.compile("^(?:Exited|Restarting) \\((\\d+)\\)");
  private static final Pattern HEALTH =
      Pattern.compile("\\((healthy|unhealthy|health: starting)\\)$");

  /** Whether long texts are cut. */
  public enum Width {
    CUT,
    FULL
  }

  private ContainerText() {}

  public static List<String> table(List<ObservedContainer> containers, Width width, Instant now) {
    boolean showsEngine = containers.stream().anyMatch(it -> it.label(ENGINE).isPresent());
    var rows = new ArrayList<List<String>>();
    var headers = new ArrayList<>(HEADERS);
    if (showsEngine) {
      headers.add("ENGINE");
    }
    rows.add(headers);
    for (ObservedContainer container : containers) {
      var row = new ArrayList<>(row(container, width, now));
      if (showsEngine) {
        row.add(container.label(ENGINE).orElse(""));
      }
      rows.add(row);
    }
    return Columns.lines(rows);
  }

  private static List<String> row(ObservedContainer container, Width width, Instant now) {
    return List.of(
        container.name(),
        container.imageName(),
        command(container, width),
        container.service().text(),
        created(container, now),
        container.listing().status(),
        PortText.of(container.listing().ports()));
  }

  static String created(ObservedContainer container, Instant now) {
    return Elapsed.human(Duration.between(container.listing().created(), now)) + " ago";
  }

  static String command(ObservedContainer container, Width width) {
    String command = container.listing().command();
    String shown = width == Width.CUT ? cut(command, COMMAND) : command;
    return "\"" + shown.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n") + "\"";
  }

  static String cut(String text, int length) {
    return text.length() <= length ? text : text.substring(0, length - 1) + "…";
  }

  /** From the engine's status text, which a listing has without a further call. */
  static int exitCode(ObservedContainer container) {
    Matcher exited = EXITED.matcher(container.listing().status());
    return exited.find() ? Integer.parseInt(exited.group(1)) : 0;
  }

  static String health(ObservedContainer container) {
    Matcher health = HEALTH.matcher(container.listing().status());
    if (!health.find()) {
      return "";
    }
    return health.group(1).equals("health: starting") ? "starting" : health.group(1);
  }
}
