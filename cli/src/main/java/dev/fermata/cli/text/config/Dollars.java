package dev.fermata.cli.text.config;

/** What a printed model makes of a dollar sign, so that it can be read in again. */
public enum Dollars {
  DOUBLED,
  /** For a model that was not interpolated. */
  KEPT;

  String in(String text) {
    return this == DOUBLED ? text.replace("$", "$$") : text;
  }
}
