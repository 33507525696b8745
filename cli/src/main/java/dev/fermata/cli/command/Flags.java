package dev.fermata.cli.command;

import java.util.List;
import picocli.CommandLine.Model.OptionSpec;

/** Makes flags, one line each; text first, then the names. */
final class Flags {
  private Flags() {}

  static OptionSpec flag(String text, String... names) {
    return OptionSpec.builder(names).type(boolean.class).arity("0").description(text).build();
  }

  static OptionSpec hiddenFlag(String... names) {
    return OptionSpec.builder(names).type(boolean.class).arity("0").hidden(true).build();
  }

  static OptionSpec value(String label, String text, String... names) {
    return OptionSpec.builder(names)
        .type(String.class)
        .arity("1")
        .paramLabel(label)
        .description(text)
        .build();
  }

  /** May be given more than once. */
  static OptionSpec values(String label, String text, String... names) {
    return OptionSpec.builder(names)
        .type(List.class)
        .auxiliaryTypes(String.class)
        .arity("1")
        .paramLabel(label)
        .description(text)
        .build();
  }
}
