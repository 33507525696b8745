package dev.fermata.cli.session;

/**
 * What the user says to questions beforehand: which flag says yes, whether it is given, and what
 * becomes of the command where he says no.
 */
public record Confirmation(String flag, boolean given, No no) {
  public static final Confirmation ASKED = new Confirmation("--yes", false, No.ENDS);

  /** What a no means. */
  public enum No {
    /** Nothing would be left of the command. */
    ENDS,
    /** What was asked about stays as it is, and the rest goes on. */
    LEAVES_AS_IT_IS
  }

  /** Of a command that makes what the files want: it asks about changed volumes. */
  public static Confirmation ofChange(String flag, boolean given) {
    return new Confirmation(flag, given, No.LEAVES_AS_IT_IS);
  }

  /** Of a command that asks whether to do all that it would do. */
  public static Confirmation ofAll(String flag, boolean given) {
    return new Confirmation(flag, given, No.ENDS);
  }
}
