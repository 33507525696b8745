package dev.fermata.model.load.interpolate;

import dev.fermata.model.tree.Assignment;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * What the references in an env file see beside its own lines: {@code above} wins over them, {@code
 * below} is asked last, such as the files before it.
 */
public record Known(
    Function<String, Optional<Assignment>> above, Function<String, Optional<Assignment>> below) {

  public static Known above(Function<String, Optional<Assignment>> above) {
    return new Known(above, name -> Optional.empty());
  }

  /** The same, and {@code asked} gets the names that are asked for. */
  public Known noting(Set<String> asked) {
    return new Known(noting(above, asked), noting(below, asked));
  }

  private static Function<String, Optional<Assignment>> noting(
      Function<String, Optional<Assignment>> values, Set<String> asked) {
    return name -> {
      asked.add(name);
      return values.apply(name);
    };
  }

  /** For a name that has no value in the file itself. */
  public Optional<Assignment> outside(String name) {
    return above.apply(name).or(() -> below.apply(name));
  }

  public Optional<Assignment> value(String name, Function<String, Optional<Assignment>> own) {
    return above.apply(name).or(() -> own.apply(name)).or(() -> below.apply(name));
  }
}
