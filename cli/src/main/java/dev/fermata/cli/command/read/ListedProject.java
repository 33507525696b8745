package dev.fermata.cli.command.read;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toList;

import dev.fermata.planner.label.Labels;
import dev.fermata.planner.observed.ObservedContainer;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;

/** A project as its containers tell of it. {@code status} counts them: {@code running(2)}. */
record ListedProject(String name, String status, String configFiles) {
  private static final String UNKNOWN = "N/A";

  /** By name. */
  static List<ListedProject> of(List<ObservedContainer> containers) {
    return containers.stream()
        .collect(groupingBy(it -> it.label(Labels.PROJECT).orElse(""), TreeMap::new, toList()))
        .entrySet()
        .stream()
        .map(project ->
            new ListedProject(
                project.getKey(), status(project.getValue()), configFiles(project.getValue())))
        .toList();
  }

  private static String status(List<ObservedContainer> containers) {
    return containers.stream()
        .collect(groupingBy(it -> it.state().text(), TreeMap::new, counting()))
        .entrySet()
        .stream()
        .map(state -> state.getKey() + "(" + state.getValue() + ")")
        .collect(joining(", "));
  }

  /** All that any of them was made from: several calls with other files may have made them. */
  private static String configFiles(List<ObservedContainer> containers) {
    String files =
        containers.stream()
            .flatMap(it -> it.label(Labels.CONFIG_FILES).stream())
            .flatMap(label -> Arrays.stream(label.split(",", -1)))
            .distinct()
            .collect(joining(","));
    return files.isEmpty() ? UNKNOWN : files;
  }
}
