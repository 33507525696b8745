package dev.fermata.cli.command.copy;

import dev.fermata.cli.grammar.Arguments;
import dev.fermata.cli.grammar.Flag;
import dev.fermata.cli.grammar.Operands;
import dev.fermata.cli.session.Command;
import dev.fermata.cli.session.Ending;
import dev.fermata.cli.session.ServiceContainer;
import dev.fermata.cli.session.Session;
import dev.fermata.planner.observed.ObservedContainer;
import dev.fermata.runner.copy.WholeFile;
import dev.fermata.runner.engine.file.EngineContent;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** Writes all files of a container as one archive. */
public final class ExportCommand implements Command {
  private static final Flag<Optional<String>> OUTPUT =
      Flag.text("FILE", "Write into a file instead of the standard output", "-o", "--output");

  @Override
  public String summary() {
    return "Write all files of a container as a tar archive";
  }

  @Override
  public List<Flag<?>> flags() {
    return List.of(OUTPUT, ServiceContainer.INDEX);
  }

  @Override
  public Operands operands() {
    return Operands.of("SERVICE");
  }

  @Override
  public List<Example> examples() {
    return List.of(
        new Example("export -o web.tar web", "All files of `web`, into `web.tar`"),
        new Example("export web | tar t", "Only their names"));
  }

  @Override
  public Call read(Arguments given) {
    String service = given.operands().getFirst();
    Optional<String> output = given.get(OUTPUT).filter(file -> !file.isEmpty());
    OptionalInt index = given.get(ServiceContainer.INDEX);
    return session -> run(session, service, index, output);
  }

  private static Ending run(
      Session session, String service, OptionalInt index, Optional<String> output) {
    var transfer = new Transfer(session);
    if (output.isEmpty()) {
      transfer.requireNoTerminal(
          "output option is required when exporting to terminal",
          "`-o FILE` writes into a file; into a pipe it goes without");
    }
    ObservedContainer container = ServiceContainer.known(session, service, index).present(session);
    if (session.globals().dryRun()) {
      session.out().println("would export " + container.name());
      return Ending.SUCCEEDED;
    }
    return transfer.run(() -> export(session, container, output));
  }

  private static void export(
      Session session, ObservedContainer container, Optional<String> output) {
    var transfer = new Transfer(session);
    InputStream content = session.engine().files().export(container.id());
    try {
      if (output.isEmpty()) {
        transfer.print(content);
        return;
      }
      Path file = session.invocation().directory().resolve(output.get());
      WholeFile.write(file, content);
      transfer.tell(container.name(), "Exported", "to " + output.get());
    } finally {
      EngineContent.close(content);
    }
  }
}
