package dev.fermata.cli.command.copy;

import dev.fermata.cli.grammar.Arguments;
import dev.fermata.cli.grammar.Flag;
import dev.fermata.cli.grammar.Misuse;
import dev.fermata.cli.grammar.Operands;
import dev.fermata.cli.session.Command;
import dev.fermata.cli.session.Ending;
import dev.fermata.cli.session.ServiceContainer;
import dev.fermata.cli.session.Session;
import dev.fermata.model.ImageRef;
import dev.fermata.planner.observed.ObservedContainer;
import dev.fermata.runner.engine.CommitRequest;
import dev.fermata.runner.engine.CommitRequest.Meanwhile;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** Makes an image of a container as it is. */
public final class CommitCommand implements Command {
  private static final Flag<Boolean> PAUSE =
      Flag.on("Pause the container meanwhile; on by default", "-p", "--pause");
  private static final Flag<Optional<String>> MESSAGE =
      Flag.text("TEXT", "What the image says of itself", "-m", "--message");
  private static final Flag<Optional<String>> AUTHOR =
      Flag.text("TEXT", "Who made it: 'Jo Doe <jo@example.org>'", "-a", "--author");
  private static final Flag<List<String>> CHANGE =
      Flag.texts("LINE", "A line of a Dockerfile to apply: 'CMD run'", "-c", "--change");

  @Override
  public String summary() {
    return "Make an image of a container as it is";
  }

  @Override
  public List<Flag<?>> flags() {
    return List.of(PAUSE, MESSAGE, AUTHOR, CHANGE, ServiceContainer.INDEX);
  }

  @Override
  public Operands operands() {
    return Operands.of("SERVICE [NAME[:TAG]]");
  }

  @Override
  public List<Example> examples() {
    return List.of(
        new Example("commit web web:broken", "Keep the state of `web` to look at it later"),
        new Example("commit -c 'ENV STAGE=test' db seeded-db", "The same with a variable set"));
  }

  @Override
  public Call read(Arguments given) {
    String service = given.operands().getFirst();
    var image =
        new CommitRequest(
            given.operands().stream().skip(1).findFirst(),
            given.get(MESSAGE),
            given.get(AUTHOR),
            given.get(CHANGE),
            given.has(PAUSE) ? Meanwhile.PAUSED : Meanwhile.RUNNING);
    OptionalInt index = given.get(ServiceContainer.INDEX);
    image.name().ifPresent(CommitCommand::check);
    return session -> run(session, ServiceContainer.known(session, service, index), image);
  }

  private static Ending run(Session session, ServiceContainer meant, CommitRequest image) {
    ObservedContainer container = meant.present(session);
    if (session.globals().dryRun()) {
      session.out().println("would make an image of " + container.name());
      return Ending.SUCCEEDED;
    }
    var transfer = new Transfer(session);
    return transfer.run(() -> {
      String id = session.engine().images().commit(container.id(), image);
      transfer.tell(container.name(), "Committed", "as " + id);
    });
  }

  private static void check(String name) {
    var image = new ImageRef(name);
    if (!image.isWellFormed() || image.digest().isPresent()) {
      throw new Misuse("`" + name + "` is no name for an image, such as `web:broken`");
    }
  }
}
