package dev.fermata.model;

import java.util.Arrays;

/** What stands between the parts of a name that we choose for a container or an image. */
public enum Naming {
  DASHES("-"),
  /** As Docker Compose v1 did ({@code --compatibility}). */
  UNDERSCORES("_");

  private final String separator;

  Naming(String separator) {
    this.separator = separator;
  }

  /** The parts as one name: {@code shop-web-1}. */
  public String join(Object... parts) {
    return String.join(separator, Arrays.stream(parts).map(String::valueOf).toList());
  }

  /** A name of a project without the project's own, whichever way it was joined. */
  public static String withoutProject(ProjectName project, String name) {
    for (Naming naming : values()) {
      String prefix = project + naming.separator;
      if (name.startsWith(prefix)) {
        return name.substring(prefix.length());
      }
    }
    return name;
  }
}
