package dev.fermata.cli.command.exec;

import dev.fermata.cli.command.exec.Conversation.Close;
import dev.fermata.cli.command.exec.Conversation.Manner;
import dev.fermata.cli.grammar.Arguments;
import dev.fermata.cli.grammar.Flag;
import dev.fermata.cli.grammar.Operands;
import dev.fermata.cli.session.Command;
import dev.fermata.cli.session.Ending;
import dev.fermata.cli.session.Projects;
import dev.fermata.cli.session.ServiceContainer;
import dev.fermata.cli.session.Session;
import dev.fermata.model.ServiceName;
import dev.fermata.planner.observed.ObservedContainer;
import dev.fermata.planner.request.Target;
import dev.fermata.runner.engine.ExecRequest;
import dev.fermata.runner.engine.ExecRequest.Privileges;
import dev.fermata.runner.engine.JoinedProcess;
import dev.fermata.runner.engine.StreamRequest;
import dev.fermata.runner.engine.StreamRequest.TerminalSize;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** Runs a command in a container that runs; labels are enough. */
public final class ExecCommand implements Command {
  private static final Flag<Boolean> DETACH =
      Flag.off("Leave the command to itself", "-d", "--detach");
  private static final Flag<List<String>> ENVIRONMENT =
      Flag.texts(
              "NAME=VALUE",
              "A variable for the command; NAME alone is the project's",
              "-e",
              "--env")
          .as(BareNames::named);
  private static final Flag<Boolean> PRIVILEGED =
      Flag.off("Give the command all privileges", "--privileged");
  private static final Flag<Optional<String>> USER =
      Flag.text("USER", "Run the command as this user", "-u", "--user");
  private static final Flag<Optional<String>> FOLDER =
      Flag.text("FOLDER", "Run the command in this folder", "-w", "--workdir");

  @Override
  public String summary() {
    return "Run a command in a container of a service";
  }

  @Override
  public List<Example> examples() {
    return List.of(
        new Example("exec web sh", "A shell in the container of `web`"),
        new Example(
            "exec -T db pg_dump -U app > app.sql", "What a command says, in a file of yours"));
  }

  @Override
  public Operands operands() {
    return Operands.ofCall("SERVICE COMMAND [ARG...]");
  }

  @Override
  public List<Flag<?>> flags() {
    return List.of(
        DETACH,
        ENVIRONMENT,
        ServiceContainer.INDEX,
        PRIVILEGED,
        USER,
        FOLDER,
        TerminalFlags.NO_TTY,
        TerminalFlags.INTERACTIVE,
        TerminalFlags.TTY_OF_EXEC);
  }

  /** What the flags say. */
  private record Asked(
      ServiceName service,
      OptionalInt index,
      ExecRequest request,
      TerminalFlags streams,
      Attendance attendance) {}

  private enum Attendance {
    JOINED,
    LEFT_TO_ITSELF
  }

  @Override
  public Call read(Arguments given) {
    List<String> operands = given.operands();
    var request =
        new ExecRequest(
            operands.subList(1, operands.size()),
            given.get(USER).filter(name -> !name.isEmpty()),
            given.get(FOLDER).filter(name -> !name.isEmpty()),
            given.get(ENVIRONMENT),
            given.has(PRIVILEGED) ? Privileges.ALL : Privileges.OF_CONTAINER);
    var streams = TerminalFlags.of(given);
    var asked =
        new Asked(
            new ServiceName(operands.getFirst()),
            given.get(ServiceContainer.INDEX),
            request,
            streams,
            given.has(DETACH) ? Attendance.LEFT_TO_ITSELF : Attendance.JOINED);
    return session -> run(session, asked);
  }

  private static Ending run(Session session, Asked asked) {
    var projects = new Projects(session);
    Target target = projects.target();
    ExecRequest request = asked.request().with(new BareNames(projects, session)::filled);
    ObservedContainer container =
        new ServiceContainer(target, asked.service(), asked.index()).running(session);
    if (session.globals().dryRun()) {
      String command = String.join(" ", request.command());
      session.out().println("run `" + command + "` in " + container.name());
      return Ending.SUCCEEDED;
    }
    return switch (asked.attendance()) {
      case JOINED -> talk(session, container, request, asked.streams());
      case LEFT_TO_ITSELF -> leave(session, container, request, asked.streams());
    };
  }

  /** Docker Compose gives it a terminal too, where one could be joined to it. */
  private static Ending leave(
      Session session, ObservedContainer container, ExecRequest request, TerminalFlags flags) {
    Optional<TerminalSize> size =
        flags.wantsTerminal(session)
            ? Optional.of(Conversation.size(session.invocation().terminal()))
            : Optional.empty();
    session.engine().containers().execDetached(container.id(), request, size);
    return Ending.SUCCEEDED;
  }

  private static Ending talk(
      Session session, ObservedContainer container, ExecRequest request, TerminalFlags flags) {
    Optional<LeavingKeys> keys =
        flags.wantsTerminal(session)
            ? Optional.of(LeavingKeys.of(session, Optional.empty()))
            : Optional.empty();
    var streams =
        new StreamRequest(
            flags.input(),
            keys.map(raw -> Conversation.size(session.invocation().terminal())),
            keys.flatMap(LeavingKeys::text));
    var manner = new Manner(flags.input(), keys.map(LeavingKeys::keys));
    try (JoinedProcess process =
        session.engine().containers().exec(container.id(), request, streams)) {
      var talk = new Conversation(session.invocation(), process, manner);
      return ending(talk.holdUnlessInterrupted(session), process, container);
    }
  }

  private static Ending ending(Close close, JoinedProcess process, ObservedContainer container) {
    return switch (close) {
      case AT_THE_END -> {
        JoinedProcess.End end = process.end();
        yield new Ending.ProcessEnded(end.exitCode(), end.neverBegan());
      }
      case BY_KEYS -> new Ending.ProcessLeft(container.name());
      case BROKEN_OFF -> new Ending.Interrupted();
      case UNREAD -> Ending.SUCCEEDED;
    };
  }
}
