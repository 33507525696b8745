package dev.fermata.runner.testing;

import dev.fermata.runner.engine.EngineException;
import dev.fermata.runner.engine.EngineException.Kind;
import dev.fermata.runner.engine.JoinedProcess;
import dev.fermata.runner.engine.LogStream.Line;
import dev.fermata.runner.engine.StreamRequest.TerminalSize;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/**
 * The main process of a fake container, joined to its caller: the lines that it prints from now on.
 */
final class FakeAttachment implements JoinedProcess {
  private final FakeContainer container;
  private final Until until;
  private final Awaiting changed;
  private final int livesBefore;
  private int next;
  private volatile boolean closed;

  FakeAttachment(FakeContainer container, Until until, Awaiting changed) {
    this.container = container;
    this.until = until;
    this.changed = changed;
    this.livesBefore = container.endings();
    this.next = container.lines().size();
  }

  @Override
  public Optional<Output> read() {
    await(() -> closed || next < container.lines().size() || isOver());
    List<Line> lines = container.lines();
    if (closed || next >= lines.size()) {
      return Optional.empty();
    }
    Line line = lines.get(next++);
    byte[] bytes = (line.text() + "\n").getBytes(StandardCharsets.UTF_8);
    return Optional.of(new Output(line.origin(), bytes));
  }

  private boolean isOver() {
    return until == Until.NOT_RUNNING ? !container.isRunning() : container.endings() > livesBefore;
  }

  @Override
  public void write(byte[] bytes, int length) {
    container.type(new String(bytes, 0, length, StandardCharsets.UTF_8));
  }

  @Override
  public void endInput() {
    container.typedAll();
  }

  @Override
  public void resize(TerminalSize size) {
    // Nobody in here draws.
  }

  @Override
  public End end() {
    await(() -> closed || isOver());
    return new End(container.exitCode(), Optional.empty());
  }

  private void await(BooleanSupplier reached) {
    try {
      changed.untilEver(reached);
    } catch (InterruptedException e) {
      throw new EngineException(Kind.INTERRUPTED, "cut short", "", e);
    }
  }

  @Override
  public void close() {
    closed = true;
    changed.tell();
  }
}
