package dev.fermata.buildkit.files;

import dev.fermata.buildkit.ignore.PatternException;
import dev.fermata.buildkit.message.Packet;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;

/** What several threads send by one stream, until the first of them fails. */
final class Outbox {

  /** Something that sends, and may fail by what it reads, or because the stream has ended. */
  @FunctionalInterface
  interface Task {
    void run() throws IOException;
  }

  private final PacketStream stream;
  private final ReentrantLock lock = new ReentrantLock();
  private Optional<Exception> failure = Optional.empty();

  Outbox(PacketStream stream) {
    this.stream = stream;
  }

  void send(Packet packet) throws IOException {
    lock.lock();
    try {
      stream.send(packet);
    } catch (IOException e) {
      isFirst(e);
      throw e;
    } finally {
      lock.unlock();
    }
  }

  /** The first failure goes to the engine, which ends the stream then; others follow of it. */
  void attempt(Task task) {
    try {
      task.run();
    } catch (IOException | RuntimeException e) {
      if (isFirst(e)) {
        tell(e);
      }
    }
  }

  Optional<Exception> failure() {
    lock.lock();
    try {
      return failure;
    } finally {
      lock.unlock();
    }
  }

  private boolean isFirst(Exception e) {
    lock.lock();
    try {
      if (failure.isPresent()) {
        return false;
      }
      failure = Optional.of(e);
      return true;
    } finally {
      lock.unlock();
    }
  }

  private void tell(Exception e) {
    lock.lock();
    try {
      stream.send(new Packet.Failure(reason(e)));
    } catch (IOException ended) {
      // It is of no use any more; whoever receives hears of the same end.
      e.addSuppressed(ended);
    } finally {
      lock.unlock();
    }
  }

  static String reason(Exception e) {
    return switch (e) {
      case AccessDeniedException denied ->
          "cannot read `"
              + denied.getFile()
              + "`: permission denied; make it readable, or name it in .dockerignore";
      case NoSuchFileException none ->
          "cannot read `" + none.getFile() + "`: there is no such file";
      case FileSystemException file -> "cannot read `" + file.getFile() + "`: " + cause(file);
      case PatternException pattern -> pattern.getMessage() + "; " + pattern.hint();
      default -> String.valueOf(e.getMessage());
    };
  }

  private static String cause(FileSystemException e) {
    return Optional.ofNullable(e.getReason()).orElse(e.getClass().getSimpleName());
  }
}
