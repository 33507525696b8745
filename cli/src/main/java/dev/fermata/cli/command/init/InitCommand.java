package dev.fermata.cli.command.init;

import static java.util.stream.Collectors.joining;

import dev.fermata.cli.grammar.Arguments;
import dev.fermata.cli.grammar.Exclusion;
import dev.fermata.cli.grammar.Flag;
import dev.fermata.cli.grammar.Operands;
import dev.fermata.cli.session.Command;
import dev.fermata.cli.session.EarlyEnd;
import dev.fermata.cli.session.Ending;
import dev.fermata.cli.session.Session;
import dev.fermata.model.source.ComposeFileNames;
import dev.fermata.runner.copy.WholeFile;
import dev.fermata.sources.Folder;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Writes a first compose file from what lies in the folder; asks nothing, overwrites nothing. */
public final class InitCommand implements Command {
  private static final String USUAL = ComposeFileNames.MAIN.getFirst();
  private static final Flag<Optional<String>> OUTPUT =
      Flag.text("FILE", "Where to write it; compose.yaml", "-o", "--output");
  private static final Flag<Boolean> STDOUT = Flag.off("Print it, and write nothing", "--stdout");

  @Override
  public String summary() {
    return "Write a first compose file from what lies in the folder";
  }

  @Override
  public List<Flag<?>> flags() {
    return List.of(OUTPUT, STDOUT);
  }

  @Override
  public List<Exclusion> exclusions() {
    return List.of(new Exclusion(OUTPUT, STDOUT));
  }

  @Override
  public Operands operands() {
    return Operands.NONE;
  }

  @Override
  public List<Example> examples() {
    return List.of(
        new Example("init", "Write compose.yaml; one that is there stays as it is"),
        new Example("init --stdout", "Look at it first"));
  }

  @Override
  public Call read(Arguments given) {
    Optional<String> output = given.get(OUTPUT).filter(name -> !name.isEmpty());
    boolean printed = given.has(STDOUT);
    return session -> {
      var folder = new Folder(home(session));
      if (!printed) {
        checkFree(folder, output);
      }
      List<Program> programs = Programs.in(folder);
      List<FoundStore> stores = FoundStore.in(folder);
      if (programs.isEmpty() && stores.isEmpty()) {
        throw nothing();
      }
      String text =
          folder.has(".env")
              ? FirstFile.withEnvironment(programs, stores)
              : FirstFile.of(programs, stores);
      if (printed || session.globals().dryRun()) {
        session.out().print(text);
        return Ending.SUCCEEDED;
      }
      String name = output.orElse(USUAL);
      write(folder.path().resolve(name), text);
      session.err().println("wrote " + name + ": " + summary(programs, stores));
      return Ending.SUCCEEDED;
    };
  }

  private static Path home(Session session) {
    Path here = session.invocation().directory();
    return session.globals().projectDirectory().map(here::resolve).orElse(here);
  }

  /** A second compose file would hide the first, or be hidden by it. */
  private static void checkFree(Folder folder, Optional<String> output) {
    List<String> names = output.map(List::of).orElse(ComposeFileNames.MAIN);
    names.stream()
        .filter(folder::has)
        .findFirst()
        .ifPresent(there -> {
          throw EarlyEnd.refused(
              "`" + there + "` is there, and stays as it is",
              "`init --stdout` prints what would be written, `-o FILE` writes another file");
        });
  }

  private static EarlyEnd nothing() {
    return EarlyEnd.refused(
        "nothing in this folder tells what to run",
        "`init` looks for Dockerfile, package.json, pom.xml, go.mod, requirements.txt,"
            + " pyproject.toml, index.html, and for addresses of databases in .env");
  }

  private static void write(Path file, String text) {
    WholeFile.write(file, new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
  }

  /** {@code app (Dockerfile), db (DATABASE_URL in .env)}. */
  private static String summary(List<Program> programs, List<FoundStore> stores) {
    return Stream.concat(
            programs.stream().map(it -> it.service() + " (" + it.source() + ")"),
            stores.stream().map(it -> it.store().service().name() + " (" + it.source() + ")"))
        .collect(joining(", "));
  }
}
