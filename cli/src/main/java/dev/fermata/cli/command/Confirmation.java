package dev.fermata.cli.command;

/** What the user says to questions beforehand: which flag says yes, and whether it is given. */
record Confirmation(String flag, boolean given) {
  static final Confirmation ASKED = new Confirmation("--yes", false);
}
