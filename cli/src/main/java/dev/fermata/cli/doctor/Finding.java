package dev.fermata.cli.doctor;

import java.util.List;

/** One thing that was looked at: what is to be said of it, and the commands that mend it. */
public record Finding(Area area, Verdict verdict, String sentence, List<String> fixes) {

  /** What it is about, in the order in which it is told. */
  public enum Area {
    ENGINE,
    CLIENT,
    DISK,
    NETWORKS,
    PROJECTS
  }

  /** How much it matters. */
  public enum Verdict {
    FINE,
    /** Worth to know; it hinders nothing. */
    NOTE,
    WRONG
  }

  public Finding {
    fixes = List.copyOf(fixes);
  }

  static Finding fine(Area area, String sentence) {
    return new Finding(area, Verdict.FINE, sentence, List.of());
  }

  static Finding note(Area area, String sentence, String... fixes) {
    return new Finding(area, Verdict.NOTE, sentence, List.of(fixes));
  }

  static Finding wrong(Area area, String sentence, String... fixes) {
    return new Finding(area, Verdict.WRONG, sentence, List.of(fixes));
  }
}
