package dev.fermata.model;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The system and processor that an image is for, {@code linux/arm/v7}. What engines take for the
 * same is the same: {@code linux/x86_64} and {@code linux/amd64}, {@code linux/arm64} and {@code
 * linux/arm64/v8}. A part that nobody said is empty: the engine's own, or not known.
 */
public record Platform(String os, String architecture, String variant)
    implements Comparable<Platform> {
  private static final Comparator<Platform> ORDER =
      Comparator.comparing(Platform::os)
          .thenComparing(Platform::architecture)
          .thenComparing(Platform::variant);

  private static final Pattern PART = Pattern.compile("[A-Za-z0-9_.-]*");

  private static final Pattern NUMBERED = Pattern.compile("v\\d{1,3}");

  /** The build that some write after the system, {@code windows(10.0.17763)/amd64}. */
  private static final Pattern BUILD = Pattern.compile("\\([A-Za-z0-9_.-]*\\)$");

  /** Which of the two a word on its own is. */
  private static final Set<String> SYSTEMS =
      Set.of(
          ("aix android darwin dragonfly freebsd hurd illumos ios js linux macos nacl netbsd"
                  + " openbsd plan9 solaris windows zos")
              .split(" "));

  private static final Set<String> ARCHITECTURES =
      Set.of(
          ("386 amd64 amd64p32 arm arm64 arm64be armbe loong64 mips mips64 mips64le mips64p32"
                  + " mips64p32le mipsle ppc ppc64 ppc64le riscv riscv64 s390 s390x sparc sparc64"
                  + " wasm")
              .split(" "));

  public Platform {
    os = os.toLowerCase(Locale.ROOT).replaceFirst("^macos$", "darwin");
    String lower = architecture.toLowerCase(Locale.ROOT);
    variant = usual(lower, variant.toLowerCase(Locale.ROOT));
    architecture =
        switch (lower) {
          case "x86_64", "x86-64" -> "amd64";
          case "i386" -> "386";
          case "aarch64" -> "arm64";
          case "armhf", "armel" -> "arm";
          default -> lower;
        };
  }

  /** As users write it; {@link #isWellFormed()} says whether that can be one. */
  public static Platform of(String text) {
    List<String> parts = Arrays.asList(text.strip().split("/", 3));
    String first = BUILD.matcher(parts.getFirst()).replaceFirst("");
    if (parts.size() == 1) {
      return SYSTEMS.contains(first.toLowerCase(Locale.ROOT))
          ? new Platform(first, "", "")
          : new Platform("", first, "");
    }
    return new Platform(first, parts.get(1), parts.size() == 2 ? "" : parts.get(2));
  }

  private static String usual(String architecture, String written) {
    String variant = written.matches("\\d.*") ? "v" + written : written;
    return switch (architecture) {
      case "x86_64", "x86-64", "amd64" -> variant.equals("v1") ? "" : variant;
      case "aarch64", "arm64" -> variant.equals("v8") ? "" : variant;
      case "arm" -> variant.isEmpty() ? "v7" : variant;
      case "armhf" -> "v7";
      case "armel" -> "v6";
      case "i386" -> "";
      default -> written;
    };
  }

  /** Whether an engine can make sense of it. */
  public boolean isWellFormed() {
    boolean known = !os.isEmpty() || ARCHITECTURES.contains(architecture);
    return known && Stream.of(os, architecture, variant).allMatch(it -> PART.matcher(it).matches());
  }

  /** Whether an image that is for {@code there} is what is meant; a part not known is no doubt. */
  public boolean isMetBy(Platform there) {
    return isSame(os, there.os)
        && isSame(architecture, there.architecture)
        && (variant.equals(there.variant)
            || architecture.isEmpty()
            || there.architecture.isEmpty());
  }

  /**
   * Whether engines make a container for this platform from an image that is for {@code there}: of
   * an older processor of the same family as well.
   */
  public boolean accepts(Platform there) {
    if (isMetBy(there)) {
      return true;
    }
    boolean older =
        switch (architecture) {
          case "amd64" -> there.architecture.equals("386") || isOlder(there, 1);
          case "arm64" -> there.architecture.equals("arm") || isOlder(there, 8);
          case "arm" -> isOlder(there, 7);
          default -> architecture.equals(there.architecture) && there.variant.isEmpty();
        };
    return isSame(os, there.os) && older;
  }

  private boolean isOlder(Platform there, int plain) {
    return architecture.equals(there.architecture) && there.level(plain) <= level(plain);
  }

  private int level(int plain) {
    if (variant.isEmpty()) {
      return plain;
    }
    return NUMBERED.matcher(variant).matches() ? Integer.parseInt(variant.substring(1)) : plain;
  }

  private static boolean isSame(String one, String other) {
    return one.equals(other) || one.isEmpty() || other.isEmpty();
  }

  @Override
  public int compareTo(Platform other) {
    return ORDER.compare(this, other);
  }

  @Override
  public String toString() {
    return Stream.of(os, architecture, variant)
        .filter(part -> !part.isEmpty())
        .collect(Collectors.joining("/"));
  }
}
