package dev.fermata.model.load.interpolate;

import dev.fermata.model.tree.Assignment;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * What the references in an env file see beside its own lines: {@code above} wins over them, {@code
 * below} is asked last, such as the files before it.
 */
public record VariableScope(
    Function<String, Optional<Assignment>> above, Function<String, Optional<Assignment>> below) {

  public static VariableScope above(Function<String, Optional<Assignment>> above) {
    return new VariableScope(above, name -> Optional.empty());
  }

  /** The same, and {@code asked} gets the names that are asked for. */
  public VariableScope recording(Set<String> asked) {
    return new VariableScope(recording(above, asked), recording(below, asked));
  }

  private static Function<String, Optional<Assignment>> recording(
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
