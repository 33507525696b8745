package dev.fermata.model.text;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A volume in short form: {@code [SOURCE:]TARGET[:OPTIONS]}. A source that looks like a path is a
 * bind, any other a named volume; a single letter before a colon is a Windows drive.
 */
public record MountText(
    Optional<String> source,
    String target,
    boolean readOnly,
    boolean noCopy,
    Optional<String> propagation,
    Optional<String> selinux) {
  private static final Set<String> PROPAGATIONS =
      Set.of("rprivate", "private", "rshared", "shared", "rslave", "slave");

  public static Parsed<MountText> parse(String text) {
    return Parsed.attempt(() -> mount(text));
  }

  private static MountText mount(String text) {
    if (text.isEmpty()) {
      throw new Mistake(0, 1, "the volume is empty");
    }
    if (isTiny(text)) {
      return plain(Optional.empty(), text);
    }
    List<ColonPart> pieces = ColonPart.split(text);
    if (pieces.size() > 3) {
      ColonPart surplus = pieces.get(3);
      throw new Mistake(surplus.offset() - 1, 1, "too many colons: `SOURCE:TARGET:OPTIONS`");
    }
    if (pieces.size() == 1) {
      return plain(Optional.empty(), pieces.get(0).text());
    }
    MountText mount = plain(Optional.of(pieces.get(0).text()), pieces.get(1).text());
    return pieces.size() == 2 ? mount : mount.with(pieces.get(2).text());
  }

  /** At most two bytes: too short for a source and a target. */
  public static boolean isTiny(String text) {
    return text.getBytes(StandardCharsets.UTF_8).length <= 2;
  }

  private static MountText plain(Optional<String> source, String target) {
    return new MountText(source, target, false, false, Optional.empty(), Optional.empty());
  }

  /** Unknown options are passed over, as Docker Compose does. */
  private MountText with(String options) {
    MountText mount = this;
    for (String option : options.split(",", -1)) {
      mount = mount.withOption(option);
    }
    return mount;
  }

  private MountText withOption(String option) {
    boolean access = option.equals("ro") || option.equals("rw");
    return new MountText(
        source,
        target,
        access ? option.equals("ro") : readOnly,
        noCopy || option.equals("nocopy"),
        PROPAGATIONS.contains(option) ? Optional.of(option) : propagation,
        option.equals("z") || option.equals("Z") ? Optional.of(option) : selinux);
  }

  /** Whether the source is a path of the host. */
  public boolean isBind() {
    return source.filter(MountText::looksLikePath).isPresent();
  }

  private static boolean looksLikePath(String source) {
    return ".~/".indexOf(source.charAt(0)) >= 0
        || source.startsWith("\\\\")
        || startsWithDrive(source);
  }

  private static boolean startsWithDrive(String path) {
    return path.length() > 1 && path.charAt(1) == ':' && Character.isLetter(path.charAt(0));
  }

  /** Whether a short form can hold the path: a colon would end it, but for a Windows drive's. */
  public static boolean canHold(String path) {
    return path.indexOf(':', startsWithDrive(path) ? 2 : 0) < 0;
  }
}
