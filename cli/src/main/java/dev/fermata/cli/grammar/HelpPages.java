package dev.fermata.cli.grammar;

import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.CommandSpec;

/** What {@code --help} prints. */
record HelpPages<C extends Syntax>(String program, Specs specs, Vocabulary<C> vocabulary) {

  String usage(String name, Syntax command) {
    var sub = new CommandLine(specs.command(name, command));
    new CommandLine(specs.root()).addSubcommand(name, sub);
    return sub.getUsageMessage(Ansi.OFF);
  }

  String overview() {
    CommandSpec root = specs.root();
    root.usageMessage()
        .synopsisHeading("Usage: ")
        .customSynopsis(program + " [OPTIONS] COMMAND [ARG...]")
        .description("Brings Compose projects up, each service when what it needs is ready.")
        .optionListHeading("%nOptions:%n");
    return listing(root, program, vocabulary.names(), 0);
  }

  /** The commands whose names begin with the same words. */
  String group(String name, List<String> below) {
    CommandSpec group = CommandSpec.create().name(name);
    group.usageMessage().customSynopsis(program + " " + name + " COMMAND [ARG...]");
    return listing(group, program + " " + name, below, name.length() + 1);
  }

  private String listing(CommandSpec spec, String called, List<String> names, int shownFrom) {
    spec.usageMessage()
        .commandListHeading("%nCommands:%n")
        .footer("", "Try `" + called + " COMMAND --help` for one command.");
    for (String name : names) {
      Syntax command = vocabulary.command(name);
      String shown = name.substring(shownFrom);
      spec.addSubcommand(shown, new CommandLine(specs.command(shown, command)));
    }
    return new CommandLine(spec).getUsageMessage(Ansi.OFF);
  }
}
