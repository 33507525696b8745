package dev.fermata.cli.text;

/** Which version this is. */
public final class Version {
  /** The number; a test compares it with the build's. */
  public static final String NUMBER = "0.1.0";

  private Version() {}
}
