package dev.fermata.cli.command.copy;

import dev.fermata.cli.command.copy.CopyArgument.InService;
import dev.fermata.cli.command.copy.CopyArgument.Local;
import dev.fermata.cli.grammar.Arguments;
import dev.fermata.cli.grammar.Flag;
import dev.fermata.cli.grammar.Misuse;
import dev.fermata.cli.grammar.Operands;
import dev.fermata.cli.session.Command;
import dev.fermata.cli.session.EarlyEnd;
import dev.fermata.cli.session.Ending;
import dev.fermata.cli.session.ServiceContainer;
import dev.fermata.cli.session.Session;
import dev.fermata.model.text.ComposeSentences;
import dev.fermata.planner.observed.ObservedContainer;
import dev.fermata.runner.copy.CopyIn;
import dev.fermata.runner.copy.CopyOut;
import dev.fermata.runner.copy.Links;
import dev.fermata.runner.engine.ContainerFiles;
import dev.fermata.runner.engine.file.ContainerArchive;
import dev.fermata.runner.engine.file.Owners;
import dev.fermata.runner.task.ParallelCalls;
import java.util.List;
import java.util.OptionalInt;

/** Copies files between containers and this machine. */
public final class CpCommand implements Command {
  private static final Flag<Boolean> ALL = Flag.off("Into those that `run` made as well", "--all");
  private static final Flag<Boolean> ARCHIVE =
      Flag.off("What comes into a container belongs to its user", "-a", "--archive");
  private static final Flag<Boolean> FOLLOW_LINK =
      Flag.off("Copy what a link leads to", "-L", "--follow-link");

  @Override
  public String summary() {
    return "Copy files between containers and this machine; `-` is a tar archive";
  }

  @Override
  public List<Flag<?>> flags() {
    return List.of(ALL, ARCHIVE, FOLLOW_LINK, ServiceContainer.INDEX);
  }

  @Override
  public Operands operands() {
    return Operands.of("SRC DST");
  }

  @Override
  public List<Example> examples() {
    return List.of(
        new Example("cp db:/var/lib/data/. backup", "What a folder of `db` holds, into `backup`"),
        new Example("cp site.conf web:/etc/nginx/", "A file, into every container of `web`"));
  }

  /** What the flags say. */
  private record Asked(Which which, OptionalInt index, Owners owners, Links links) {}

  /** Which containers of the service. */
  private enum Which {
    REPLICAS,
    ONE_OFFS_TOO
  }

  @Override
  public Call read(Arguments given) {
    CopyArgument source = CopyArgument.of(given.operands().get(0));
    CopyArgument destination = CopyArgument.of(given.operands().get(1));
    var asked =
        new Asked(
            given.has(ALL) ? Which.ONE_OFFS_TOO : Which.REPLICAS,
            given.get(ServiceContainer.INDEX),
            given.has(ARCHIVE) ? Owners.OF_CONTAINER : Owners.OF_ARCHIVE,
            given.has(FOLLOW_LINK) ? Links.FOLLOWED : Links.KEPT);
    return session -> run(session, source, destination, asked);
  }

  private static Ending run(
      Session session, CopyArgument source, CopyArgument destination, Asked asked) {
    if (source instanceof InService from) {
      if (destination instanceof InService) {
        throw new Misuse("copying between services is not supported: one side is of this machine");
      }
      return out(session, from, destination, asked);
    }
    if (destination instanceof InService to) {
      return in(session, source, to, asked);
    }
    throw new Misuse("unknown copy direction: neither side is in a service, as in `web:/etc`");
  }

  private static Ending out(Session session, InService from, CopyArgument to, Asked asked) {
    ObservedContainer container = containers(session, from.service(), asked).getFirst();
    var transfer = new Transfer(session);
    if (to instanceof CopyArgument.Stream) {
      transfer.requireNoTerminal(
          "an archive is nothing for a terminal", "send it into a file or a program: `| tar t`");
    }
    String name = container.name();
    String path = to instanceof Local local ? local.path() : "-";
    String details = name + ":" + from.path() + " to " + path;
    if (session.globals().dryRun()) {
      session.out().println("would copy " + details);
      return Ending.SUCCEEDED;
    }
    var copy = new CopyOut(session.engine().files(), container.id(), from.path(), asked.links());
    return transfer.run(() -> {
      if (!(to instanceof Local local)) {
        print(transfer, copy);
        return;
      }
      copy.to(session.invocation().directory().toString(), local.path());
      transfer.tell(name, "Copied", details);
    });
  }

  private static void print(Transfer transfer, CopyOut copy) {
    try (ContainerArchive archive = copy.archive()) {
      transfer.print(archive.content());
    }
  }

  private static Ending in(Session session, CopyArgument source, InService to, Asked asked) {
    List<ObservedContainer> containers = containers(session, to.service(), asked);
    boolean isStream = source instanceof CopyArgument.Stream;
    if (isStream && containers.size() > 1) {
      throw EarlyEnd.refused(
          "an archive on the standard input can be read once, and `%s` has %d containers"
              .formatted(to.service(), containers.size()),
          "`--index` says into which one");
    }
    var transfer = new Transfer(session);
    return transfer.run(
        () -> ParallelCalls.of(containers, it -> copy(session, source, it, to, asked)));
  }

  /** Into one container; what was done. */
  private static String copy(
      Session session, CopyArgument source, ObservedContainer to, InService wanted, Asked asked) {
    ContainerFiles files = session.engine().files();
    String path = source instanceof Local local ? local.path() : "-";
    String details = path + " to " + to.name() + ":" + wanted.path();
    if (session.globals().dryRun()) {
      session.out().println("would copy " + details);
      return details;
    }
    var copy = new CopyIn(files, to.id(), wanted.path(), asked.owners());
    if (source instanceof Local local) {
      copy.of(session.invocation().directory().toString(), local.path(), asked.links());
    } else {
      copy.ofArchive(session.invocation().in());
    }
    new Transfer(session).tell(to.name(), "Copied", details);
    return details;
  }

  /** At least one. */
  private static List<ObservedContainer> containers(Session session, String service, Asked asked) {
    var container = ServiceContainer.known(session, service, asked.index());
    if (container.index().isPresent()) {
      return List.of(container.present(session));
    }
    List<ObservedContainer> found =
        container.all(session).stream()
            .filter(it -> asked.which() == Which.ONE_OFFS_TOO || !it.oneOff())
            .toList();
    if (found.isEmpty()) {
      throw EarlyEnd.refused(
          ComposeSentences.noContainer(service), "`create " + service + "` makes one");
    }
    return found;
  }
}
