package dev.fermata.planner.decision;

import dev.fermata.planner.label.Labels;
import dev.fermata.planner.observed.ContainerState;
import dev.fermata.planner.observed.ObservedContainer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Tells the containers of a service from what a killed recreation left. A predecessor that was set
 * aside is rolled back while nobody has its name, and is what is left over where its successor has.
 * A successor still under its temporary name is rolled back while its predecessor is there; once
 * that is gone it is the only holder of the volumes, and takes its place: {@code renames} maps its
 * id to the name it gets.
 */
public record Leftovers(
    List<ObservedContainer> live,
    List<ObservedContainer> debris,
    SortedMap<String, String> renames) {
  private static final Pattern TEMPORARY = Pattern.compile("([0-9a-f]{12})_(.+)");

  public Leftovers {
    live = List.copyOf(live);
    debris = List.copyOf(debris);
    renames = Collections.unmodifiableSortedMap(new TreeMap<>(renames));
  }

  /** The temporary name of what will replace a container. */
  public static String temporaryName(ObservedContainer old, String finalName) {
    return prefix(old) + "_" + finalName;
  }

  /** The name of a container that has made way for its successor, until that runs. */
  public static String nameAside(ObservedContainer old, String finalName) {
    return prefix(old) + "_old_" + finalName;
  }

  private static String prefix(ObservedContainer old) {
    return old.id().substring(0, Math.min(12, old.id().length()));
  }

  /** The name that a container had before it was set aside; empty where it was not. */
  public static Optional<String> nameBeforeAside(ObservedContainer container) {
    String aside = nameAside(container, "");
    return container.name().startsWith(aside)
        ? Optional.of(container.name().substring(aside.length()))
        : Optional.empty();
  }

  /** What one who makes nothing has to pass over, and says so. */
  public static String note(ObservedContainer debris) {
    return "`%s` is left by a recreation that was not finished and is passed over; `up` removes it"
        .formatted(debris.name());
  }

  public static Leftovers of(List<ObservedContainer> replicas) {
    List<ObservedContainer> there =
        replicas.stream().filter(c -> !c.state().equals(ContainerState.REMOVING)).toList();
    List<ObservedContainer> live = new ArrayList<>();
    List<ObservedContainer> debris = new ArrayList<>();
    SortedMap<String, String> renames = new TreeMap<>();
    for (ObservedContainer container : there) {
      Optional<String> before = nameBeforeAside(container);
      if (before.isPresent()) {
        boolean succeeded = there.stream().anyMatch(c -> c.name().equals(before.get()));
        (succeeded ? debris : live).add(container);
        if (!succeeded) {
          renames.put(container.id(), before.get());
        }
        continue;
      }
      Optional<Matcher> temporary = temporary(container);
      if (temporary.isEmpty()) {
        live.add(container);
      } else if (isTaken(temporary.get(), there)) {
        debris.add(container);
      } else {
        live.add(container);
        renames.put(container.id(), temporary.get().group(2));
      }
    }
    return new Leftovers(live, debris, renames);
  }

  private static Optional<Matcher> temporary(ObservedContainer container) {
    Matcher matcher = TEMPORARY.matcher(container.name());
    boolean replaces = container.label(Labels.REPLACE).isPresent();
    return replaces && matcher.matches() ? Optional.of(matcher) : Optional.empty();
  }

  private static boolean isTaken(Matcher temporary, List<ObservedContainer> there) {
    return there.stream()
        .anyMatch(other ->
            other.id().startsWith(temporary.group(1)) || other.name().equals(temporary.group(2)));
  }
}
