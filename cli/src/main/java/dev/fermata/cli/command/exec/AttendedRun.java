package dev.fermata.cli.command.exec;

import dev.fermata.cli.command.exec.Conversation.Close;
import dev.fermata.cli.command.exec.Conversation.Manner;
import dev.fermata.cli.session.Ending;
import dev.fermata.cli.session.Session;
import dev.fermata.cli.session.Work;
import dev.fermata.model.text.ComposeSentences;
import dev.fermata.planner.request.Request;
import dev.fermata.planner.spec.AfterEnd;
import dev.fermata.runner.BeforeStart;
import dev.fermata.runner.engine.Containers;
import dev.fermata.runner.engine.JoinedProcess;
import dev.fermata.runner.engine.JoinedProcess.Until;
import dev.fermata.runner.engine.StreamRequest;
import dev.fermata.runner.engine.StreamRequest.Input;
import dev.fermata.runner.engine.StreamRequest.TerminalSize;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Brings a container for one run up, and stays with it to its end: joined to it before it starts,
 * so that nothing of what it says is lost.
 */
public record AttendedRun(Session session, Work work, Request.Run request) {

  /** Prints the container's id, and leaves it to itself. */
  Ending leave() {
    var id = new AtomicReference<>("");
    Ending ending = run(container -> id.set(containers().inspect(container.handle()).id()));
    if (hasStarted(ending)) {
      session.out().println(id.get());
      return Ending.SUCCEEDED;
    }
    return ending;
  }

  /** Stays with a process that has neither input nor a terminal. */
  public Ending stay() {
    return stay(Input.NONE, Optional.empty());
  }

  /** {@code keys} are those by which it is left; a process without a terminal has none. */
  Ending stay(Input input, Optional<LeavingKeys> keys) {
    Optional<TerminalSize> size =
        keys.map(raw -> Conversation.size(session.invocation().terminal()));
    var streams = new StreamRequest(input, size, keys.flatMap(LeavingKeys::text));
    Until until = request.oneOff().afterEnd() == AfterEnd.REMOVED ? Until.REMOVED : Until.NEXT_EXIT;
    List<JoinedProcess> joined = new CopyOnWriteArrayList<>();
    try {
      Ending ending =
          run(container -> joined.add(containers().attach(container.handle(), streams, until)));
      if (joined.isEmpty() || !hasStarted(ending)) {
        return ending;
      }
      // Where all was planned anew, the last one is the one that has started.
      size.ifPresent(joined.getLast()::resize);
      return talk(joined.getLast(), new Manner(input, keys.map(LeavingKeys::keys)));
    } finally {
      joined.forEach(JoinedProcess::close);
    }
  }

  private Ending run(BeforeStart before) {
    String name = name();
    return work.doing(
            container -> {
              if (container.name().equals(name)) {
                before.startsNow(container);
              }
            })
        .run(request, "");
  }

  private static boolean hasStarted(Ending ending) {
    return ending instanceof Ending.Ran ran && ran.report().succeeded();
  }

  private Ending talk(JoinedProcess process, Manner manner) {
    var talk = new Conversation(session.invocation(), process, manner);
    var relay = SignalRelay.to(containers(), name(), talk::breakOff);
    try {
      return ending(talk.hold(), process);
    } finally {
      relay.close();
    }
  }

  private Ending ending(Close close, JoinedProcess process) {
    return switch (close) {
      case AT_THE_END -> new Ending.ProcessEnded(process.end().exitCode(), Optional.empty());
      case BY_KEYS -> {
        session.err().println(ComposeSentences.DETACHED + ": it goes on in " + name());
        yield Ending.SUCCEEDED;
      }
      case BROKEN_OFF -> new Ending.Interrupted();
      case UNREAD -> {
        // A process of this machine would get a signal for that.
        containers().stop(name(), Optional.empty());
        yield Ending.SUCCEEDED;
      }
    };
  }

  private Containers containers() {
    return session.engine().containers();
  }

  private String name() {
    return request.oneOff().containerName(request.project());
  }
}
