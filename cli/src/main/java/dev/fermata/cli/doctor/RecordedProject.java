package dev.fermata.cli.doctor;

import dev.fermata.planner.label.Labels;
import dev.fermata.planner.observed.ObservedContainer;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** A project as the labels of its containers tell where it came from. */
record RecordedProject(
    String name, String folder, List<String> files, List<String> environmentFiles) {

  /** What there is of its files now. */
  sealed interface Files {
    /** One of them is not there. */
    record Gone(String file) implements Files {}

    /** They are there, and have these services, whatever the profiles. */
    record Found(Set<String> services) implements Files {
      public Found {
        services = Set.copyOf(services);
      }
    }

    /** They lie elsewhere, or cannot be read as they are. */
    record Unknown() implements Files {}
  }

  /** As the newest of its containers has it. */
  static RecordedProject of(String name, List<ObservedContainer> members) {
    ObservedContainer newest =
        members.stream().max(Comparator.comparing(it -> it.listing().created())).orElseThrow();
    return new RecordedProject(
        name,
        newest.label(Labels.WORKING_DIR).orElse(""),
        texts(newest, Labels.CONFIG_FILES),
        texts(newest, Labels.ENVIRONMENT_FILE));
  }

  private static List<String> texts(ObservedContainer container, String label) {
    return container.label(label).stream()
        .flatMap(text -> Arrays.stream(text.split(",", -1)))
        .filter(text -> !text.isEmpty())
        .toList();
  }

  /** A call for this very project. */
  String command(String program, String words) {
    Stream<String> flags =
        Stream.concat(
            Stream.of(program, "-p", name), files.stream().flatMap(file -> Stream.of("-f", file)));
    return String.join(" ", flags.toList()) + " " + words;
  }
}
