package dev.fermata.cli;

import dev.fermata.cli.command.CommandName;
import dev.fermata.cli.completion.Shell;
import dev.fermata.cli.grammar.HelpPages;
import dev.fermata.cli.manual.ManPage;
import dev.fermata.cli.session.GlobalOptions;
import dev.fermata.cli.text.Version;
import java.util.SortedMap;
import java.util.TreeMap;

/** The files about the program that a distribution has beside it, by their paths in it. */
public final class Manual {
  private static final String PROGRAM = "fermata";

  private Manual() {}

  /** For the build, which writes them. */
  public static SortedMap<String, String> files() {
    var files = new TreeMap<String, String>();
    var pages = new HelpPages<>(PROGRAM, GlobalOptions.GRAMMAR.flags(), CommandName.vocabulary());
    add(files, ManPage.of(pages.overview(), Version.NUMBER));
    for (String name : CommandName.vocabulary().names()) {
      add(files, ManPage.of(pages.command(name), Version.NUMBER));
    }
    for (Shell shell : Shell.values()) {
      files.put("completions/" + PROGRAM + "." + shell.text(), shell.script(PROGRAM));
    }
    return files;
  }

  private static void add(SortedMap<String, String> files, ManPage page) {
    files.put("man/man1/" + page.name() + ".1", page.text());
  }
}
