package dev.fermata.planner.written;

import java.util.function.Supplier;

/** Ends the reading of a plan; it learns its place on the way out, and becomes a value there. */
@SuppressWarnings("serial") // never written
final class Malformation extends RuntimeException {
  private final String place;
  private final String problem;

  private Malformation(String place, String problem, Throwable cause) {
    super(problem, cause);
    this.place = place;
    this.problem = problem;
  }

  Malformation(String problem) {
    super(problem);
    this.place = "";
    this.problem = problem;
  }

  /** The same, of a part that stands under {@code name} or, for an item, {@code [index]}. */
  Malformation below(String name) {
    String separator = place.isEmpty() || place.startsWith("[") ? "" : ".";
    return new Malformation(name + separator + place, problem, this);
  }

  ReadPlan.Malformed value() {
    return new ReadPlan.Malformed(place, problem);
  }

  /** What a part says; what its type refuses is a malformation as well. */
  static <T> T located(String name, Supplier<T> part) {
    try {
      return part.get();
    } catch (Malformation malformation) {
      throw malformation.below(name);
    } catch (IllegalArgumentException refused) {
      throw new Malformation(name, String.valueOf(refused.getMessage()), refused);
    }
  }
}
