package dev.fermata.cli.command.exec;

import dev.fermata.cli.command.exec.Conversation.Close;
import dev.fermata.cli.command.exec.Conversation.Manner;
import dev.fermata.cli.grammar.Arguments;
import dev.fermata.cli.grammar.Flag;
import dev.fermata.cli.grammar.Operands;
import dev.fermata.cli.session.Command;
import dev.fermata.cli.session.EarlyEnd;
import dev.fermata.cli.session.Ending;
import dev.fermata.cli.session.Projects;
import dev.fermata.cli.session.ServiceContainer;
import dev.fermata.cli.session.Session;
import dev.fermata.cli.session.Terminal;
import dev.fermata.cli.terminal.Signals;
import dev.fermata.model.ServiceName;
import dev.fermata.model.text.ComposeSentences;
import dev.fermata.planner.observed.ContainerState;
import dev.fermata.planner.observed.ObservedContainer;
import dev.fermata.runner.engine.ContainerDetail;
import dev.fermata.runner.engine.JoinedProcess;
import dev.fermata.runner.engine.JoinedProcess.Until;
import dev.fermata.runner.engine.StreamRequest;
import dev.fermata.runner.engine.StreamRequest.Input;
import dev.fermata.runner.engine.StreamRequest.TerminalSize;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** Joins the program's streams to the main process of a container that runs; labels are enough. */
public final class AttachCommand implements Command {
  private static final Flag<Optional<String>> DETACH_KEYS =
      Flag.text("KEYS", "The keys that leave it: ctrl-p,ctrl-q", "--detach-keys");
  private static final Flag<Boolean> NO_STDIN = Flag.off("Only look", "--no-stdin");
  private static final Flag<Boolean> SIGNALS =
      Flag.on("Hand signals on to the container", "--sig-proxy");

  @Override
  public String summary() {
    return "Join the terminal to the main process of a container";
  }

  @Override
  public List<Example> examples() {
    return List.of(
        new Example("attach console", "Type into a service that reads (`stdin_open`, `tty`)"),
        new Example("attach --no-stdin --sig-proxy=false web", "Look on; Ctrl-C leaves it"));
  }

  @Override
  public Operands operands() {
    return Operands.of("SERVICE");
  }

  @Override
  public List<Flag<?>> flags() {
    return List.of(ServiceContainer.INDEX, DETACH_KEYS, NO_STDIN, SIGNALS);
  }

  /** What the flags say. */
  private record Asked(
      ServiceName service,
      OptionalInt index,
      Optional<String> keys,
      Input input,
      Signalling signals) {}

  /** What becomes of signals that the program gets. */
  private enum Signalling {
    HANDED_ON,
    ENDS_US
  }

  @Override
  public Call read(Arguments given) {
    var asked =
        new Asked(
            new ServiceName(given.operands().getFirst()),
            given.get(ServiceContainer.INDEX),
            given.get(DETACH_KEYS),
            given.has(NO_STDIN) ? Input.NONE : Input.JOINED,
            given.has(SIGNALS) ? Signalling.HANDED_ON : Signalling.ENDS_US);
    return session -> run(session, asked);
  }

  private static Ending run(Session session, Asked asked) {
    var target = new Projects(session).target();
    ObservedContainer container =
        new ServiceContainer(target, asked.service(), asked.index()).running(session);
    requireRunning(container);
    ContainerDetail detail = session.engine().containers().inspect(container.id());
    Input input = detail.terminal().stdinOpen() ? asked.input() : Input.NONE;
    Terminal ours = session.invocation().terminal();
    if (detail.terminal().tty() && input == Input.JOINED && !ours.is(Terminal.Stream.IN)) {
      throw EarlyEnd.refused(ComposeSentences.STDIN_IS_NO_TERMINAL, "`--no-stdin` only looks");
    }
    if (session.globals().dryRun()) {
      session.out().println("attach to " + container.name());
      return Ending.SUCCEEDED;
    }
    return join(session, asked, detail, input);
  }

  private static void requireRunning(ObservedContainer container) {
    if (container.state().equals(ContainerState.PAUSED)) {
      throw EarlyEnd.refused(
          "cannot attach to a paused container, unpause it first: " + container.name(),
          "`unpause " + container.service() + "`");
    }
    if (container.state().equals(ContainerState.RESTARTING)) {
      throw EarlyEnd.refused(
          "cannot attach to a restarting container, wait until it is running: " + container.name(),
          "`logs " + container.service() + "` shows why it ends");
    }
  }

  private static Ending join(Session session, Asked asked, ContainerDetail container, Input input) {
    Optional<LeavingKeys> keys =
        container.terminal().tty()
            ? Optional.of(LeavingKeys.of(session, asked.keys()))
            : Optional.empty();
    Optional<TerminalSize> size = keys.map(raw -> size(session));
    var streams = new StreamRequest(input, size, keys.flatMap(LeavingKeys::text));
    try (JoinedProcess process =
        session.engine().containers().attach(container.id(), streams, Until.NOT_RUNNING)) {
      size.filter(TerminalSize::isKnown).ifPresent(known -> redraw(process, known));
      var manner = new Manner(input, keys.map(LeavingKeys::keys));
      var talk = new Conversation(session.invocation(), process, manner);
      boolean handsOn = asked.signals() == Signalling.HANDED_ON && !container.terminal().tty();
      return handsOn
          ? withRelay(session, talk, process, container)
          : withoutRelay(session, talk, process, container);
    }
  }

  private static TerminalSize size(Session session) {
    Terminal ours = session.invocation().terminal();
    return ours.is(Terminal.Stream.OUT) ? Conversation.size(ours) : TerminalSize.UNKNOWN;
  }

  /** What draws on a terminal draws all of it anew when that has another size. */
  private static void redraw(JoinedProcess process, TerminalSize size) {
    process.resize(new TerminalSize(size.columns() + 1, size.rows() + 1));
    process.resize(size);
  }

  private static Ending withRelay(
      Session session, Conversation talk, JoinedProcess process, ContainerDetail container) {
    Signals relay = SignalRelay.to(session.engine().containers(), container.id(), talk::breakOff);
    try {
      return ending(talk.hold(), process, container);
    } finally {
      relay.close();
    }
  }

  private static Ending withoutRelay(
      Session session, Conversation talk, JoinedProcess process, ContainerDetail container) {
    return ending(talk.holdUnlessInterrupted(session), process, container);
  }

  private static Ending ending(Close close, JoinedProcess process, ContainerDetail container) {
    return switch (close) {
      case AT_THE_END -> new Ending.ProcessEnded(process.end().exitCode(), Optional.empty());
      case BY_KEYS -> new Ending.ProcessLeft(container.name());
      case BROKEN_OFF -> new Ending.Interrupted();
      case UNREAD -> Ending.SUCCEEDED;
    };
  }
}
