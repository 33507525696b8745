package dev.fermata.cli.command.alpha;

import dev.fermata.cli.generate.GeneratedFile;
import dev.fermata.cli.grammar.Arguments;
import dev.fermata.cli.grammar.Flag;
import dev.fermata.cli.grammar.Misuse;
import dev.fermata.cli.grammar.Operands;
import dev.fermata.cli.session.Command;
import dev.fermata.cli.session.EarlyEnd;
import dev.fermata.cli.session.Ending;
import dev.fermata.cli.session.Session;
import dev.fermata.cli.text.config.ConfigJson;
import dev.fermata.cli.text.config.ConfigYaml;
import dev.fermata.cli.text.config.Dollars;
import dev.fermata.model.ProjectName;
import dev.fermata.model.canonical.PrintOrder;
import dev.fermata.model.text.ComposeSentences;
import dev.fermata.model.tree.Mapping;
import dev.fermata.runner.engine.EngineException;
import dev.fermata.runner.engine.EngineException.Kind;
import dev.fermata.runner.engine.listing.DescribedContainer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;

/** Prints a compose file of containers that are there, whoever made them; no files are read. */
public final class GenerateCommand implements Command {
  private static final Flag<Optional<String>> NAME =
      Flag.text("NAME", "The project's name in the file", "--name");
  private static final Flag<Optional<String>> FOLDER =
      Flag.text("FOLDER", "Where the file will be: paths in there are relative", "--project-dir");
  private static final Flag<String> FORMAT =
      Flag.oneOf(List.of("yaml", "json"), "FORMAT", "yaml or json", "--format");

  @Override
  public String summary() {
    return "Make a compose file of containers that are there";
  }

  @Override
  public List<Flag<?>> flags() {
    return List.of(NAME, FOLDER, FORMAT);
  }

  @Override
  public Operands operands() {
    return Operands.of("CONTAINER...");
  }

  @Override
  public List<Example> examples() {
    return List.of(
        new Example(
            "alpha generate --name shop web db > compose.yaml",
            "A project of two containers that `docker run` has made"),
        new Example(
            "alpha generate --project-dir . --format json web",
            "As JSON, with paths from this folder"));
  }

  @Override
  public Call read(Arguments given) {
    Optional<String> name = given.get(NAME).filter(text -> !text.isEmpty());
    Optional<String> folder = given.get(FOLDER);
    boolean json = given.get(FORMAT).equals("json");
    List<String> containers = given.operands();
    return session -> {
      var file = new GeneratedFile(name(session, name), folder(session, folder));
      Mapping document = file.of(described(session, containers));
      session.out().print(json ? json(document) : yaml(document));
      return Ending.SUCCEEDED;
    };
  }

  private static String yaml(Mapping document) {
    return ConfigYaml.text(PrintOrder.yaml(document), Dollars.DOUBLED);
  }

  private static String json(Mapping document) {
    return ConfigJson.text(PrintOrder.json(document), Dollars.DOUBLED) + "\n";
  }

  private static Optional<String> name(Session session, Optional<String> given) {
    Optional<String> name = given.or(() -> session.globals().projectName());
    name.filter(text -> !ProjectName.isValid(text))
        .ifPresent(text -> {
          throw new Misuse(
              "`"
                  + text
                  + "` is no project name: it has small letters, digits, `-` and `_`, and starts"
                  + " with a letter or a digit");
        });
    return name;
  }

  private static Optional<Path> folder(Session session, Optional<String> given) {
    return given
        .or(() -> session.globals().projectDirectory())
        .map(folder -> session.invocation().directory().resolve(folder).normalize());
  }

  /** Each once, however often it is named. */
  private static List<DescribedContainer> described(Session session, List<String> names) {
    var found = new LinkedHashMap<String, DescribedContainer>();
    var missing = new ArrayList<String>();
    for (String name : names) {
      try {
        DescribedContainer container = session.engine().containers().describe(name);
        found.putIfAbsent(container.id(), container);
      } catch (EngineException e) {
        if (e.kind() != Kind.NOT_FOUND) {
          throw e;
        }
        missing.add(name);
      }
    }
    if (!missing.isEmpty()) {
      throw EarlyEnd.refused(
          ComposeSentences.noContainersNamed(missing), "`docker ps --all` lists what is there");
    }
    return List.copyOf(found.values());
  }
}
