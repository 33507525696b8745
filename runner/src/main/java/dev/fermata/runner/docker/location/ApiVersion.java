package dev.fermata.runner.docker.location;

import dev.fermata.runner.engine.EngineException;
import java.util.Comparator;
import java.util.regex.Pattern;

/** A version of the engine's API, such as {@code 1.41}. */
public record ApiVersion(int major, int minor) implements Comparable<ApiVersion> {
  private static final Pattern FORM = Pattern.compile("(\\d{1,4})\\.(\\d{1,4})");

  public static ApiVersion of(String text) {
    var match = FORM.matcher(text);
    if (!match.matches()) {
      throw new EngineException(
          EngineException.Kind.MISCONFIGURED,
          "`" + text + "` is not an API version such as 1.41",
          "");
    }
    return new ApiVersion(Integer.parseInt(match.group(1)), Integer.parseInt(match.group(2)));
  }

  public boolean isBefore(ApiVersion other) {
    return compareTo(other) < 0;
  }

  @Override
  public int compareTo(ApiVersion other) {
    return Comparator.comparingInt(ApiVersion::major)
        .thenComparingInt(ApiVersion::minor)
        .compare(this, other);
  }

  @Override
  public String toString() {
    return major + "." + minor;
  }
}
