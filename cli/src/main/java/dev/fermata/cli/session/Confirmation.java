package dev.fermata.cli.session;

/** What the user says to questions beforehand: which flag says yes, and whether it is given. */
public record Confirmation(String flag, boolean given) {
  public static final Confirmation ASKED = new Confirmation("--yes", false);
}
