package dev.fermata.cli.grammar;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** Commands as picocli knows them. */
record Specs(String program, List<Flag<?>> globals) {
  static final Flag<Boolean> HELP = Flag.off("Show this help", "-h", "--help");
  private static final Flag<Boolean> VERSION = Flag.off("", "-v", "--version").hidden();

  CommandSpec root() {
    CommandSpec spec = CommandSpec.create().name(program);
    spec.parser().posixClusteredShortOptionsAllowed(true).overwrittenOptionsAllowed(true);
    add(globals, spec);
    spec.addOption(help());
    spec.addOption(Options.of(VERSION));
    return spec;
  }

  CommandSpec command(String name, Syntax command) {
    CommandSpec spec = CommandSpec.create().name(name);
    spec.parser().overwrittenOptionsAllowed(true);
    add(command.flags(), spec);
    Collection<String> taken = List.copyOf(spec.optionsMap().keySet());
    spec.addOption(help());
    for (OptionSpec option : globalsBeside(taken)) {
      spec.addOption(option);
    }
    if (!command.operands().isNone()) {
      spec.addPositional(Options.of(command.operands()));
    }
    return spec;
  }

  private static void add(Collection<Flag<?>> flags, CommandSpec spec) {
    for (OptionSpec option : Options.of(flags)) {
      spec.addOption(option);
    }
  }

  private List<OptionSpec> globalsBeside(Collection<String> taken) {
    var free = new ArrayList<OptionSpec>();
    for (OptionSpec option : Options.of(globals)) {
      free.addAll(Options.beside(taken, option));
    }
    return free;
  }

  private static OptionSpec help() {
    return Options.of(HELP).toBuilder().usageHelp(true).build();
  }
}
