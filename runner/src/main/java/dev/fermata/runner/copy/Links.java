package dev.fermata.runner.copy;

/** What becomes of a symbolic link that is named as the source; those below it stay links. */
public enum Links {
  KEPT,
  FOLLOWED
}
