package dev.fermata.buildkit.files;

import dev.fermata.buildkit.ignore.PatternException;
import dev.fermata.buildkit.message.Packet;
import dev.fermata.buildkit.message.Stat;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.ReadableByteChannel;
import java.nio.file.NoSuchFileException;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;

/**
 * One transfer: a thread walks and tells of entries, some read the files that are wanted, and the
 * caller's own hears what is wanted. None of them is interrupted, since that would close the
 * stream: they end with it.
 */
final class Transfer {
  private static final int READERS = 4;
  private static final int PACKET = 32 * 1024;

  /** So many files may be asked for ahead of those that are read. */
  private static final int AHEAD = 128;

  private static final int NO_MORE = -1;

  private final FileTree tree;
  private final FileRequest request;
  private final PacketStream stream;
  private final Outbox outbox;
  private final Map<Integer, FileTree.Content> files = new ConcurrentHashMap<>();
  private final BlockingQueue<Integer> wanted = new ArrayBlockingQueue<>(AHEAD);

  Transfer(FileTree tree, FileRequest request, PacketStream stream) {
    this.tree = tree;
    this.request = request;
    this.stream = stream;
    this.outbox = new Outbox(stream);
  }

  void run() throws IOException {
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      threads.execute(() -> outbox.attempt(this::walk));
      for (int i = 0; i < READERS; i++) {
        threads.execute(this::readWanted);
      }
      try {
        answer();
      } finally {
        for (int i = 0; i < READERS; i++) {
          enqueue(NO_MORE);
        }
      }
    } catch (IOException e) {
      throwUnlessTold(e);
    }
  }

  /** Once the engine knows that the folder has failed, that it leaves is a consequence. */
  private void throwUnlessTold(IOException ended) throws IOException {
    Exception first = outbox.failure().orElse(ended);
    if (first instanceof RuntimeException bug && !(bug instanceof PatternException)) {
      throw bug;
    }
    if (first.equals(ended) || first.getSuppressed().length > 0) {
      throw ended;
    }
  }

  private void answer() throws IOException {
    while (true) {
      switch (stream.receive()) {
        case Packet.Request one -> enqueue(one.id());
        case Packet.Finish finish -> {
          outbox.send(finish);
          return;
        }
        case Packet.Failure engine ->
            throw new IOException("the engine has given up on the files: " + engine.reason());
        case Packet.Entry entry -> throw unexpected(entry);
        case Packet.EndOfEntries end -> throw unexpected(end);
        case Packet.Data data -> throw unexpected(data);
      }
    }
  }

  private static IOException unexpected(Packet packet) {
    return new IOException("the engine has sent what is for it: " + packet);
  }

  private void enqueue(int id) throws IOException {
    try {
      wanted.put(id);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("interrupted");
    }
  }

  private void walk() throws IOException {
    Selection.visit(tree, request, new Listing());
    outbox.send(new Packet.EndOfEntries());
  }

  /** Tells the engine of each entry; its place in the list is what it is asked for by. */
  private final class Listing implements Selection.Visitor {
    private final HardLinks links = new HardLinks();
    private int next;

    @Override
    public void visit(FileTree.Entry entry) throws IOException {
      int id = next++;
      if (entry.attributes().isFile()) {
        files.put(id, entry.content());
      }
      outbox.send(new Packet.Entry(stat(entry, links.firstNameOf(entry))));
    }
  }

  private static Stat stat(FileTree.Entry entry, Optional<String> firstName) throws IOException {
    Attributes known = entry.attributes();
    return new Stat(
        entry.path(),
        known.mode(),
        0,
        0,
        known.size(),
        known.modified(),
        known.isLink() ? entry.target() : firstName.orElse(""),
        known.deviceMajor(),
        known.deviceMinor(),
        new TreeMap<>());
  }

  private void readWanted() {
    ByteBuffer buffer = ByteBuffer.allocate(PACKET);
    for (int id = next(); id != NO_MORE; id = next()) {
      int wantedId = id;
      // Those that are still in the queue after a failure have to go, or nobody could add the end.
      if (outbox.failure().isEmpty()) {
        outbox.attempt(() -> sendContent(wantedId, buffer));
      }
    }
  }

  private int next() {
    try {
      return wanted.take();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return NO_MORE;
    }
  }

  private void sendContent(int id, ByteBuffer buffer) throws IOException {
    FileTree.Content content = files.remove(id);
    if (content == null) {
      throw new IOException("the engine wants entry " + id + ", which is no file");
    }
    try (ReadableByteChannel channel = content.open()) {
      while (channel.read(buffer.clear()) >= 0) {
        if (buffer.position() > 0) {
          outbox.send(new Packet.Data(id, buffer.flip()));
        }
      }
    } catch (NoSuchFileException e) {
      // It went away after it was listed: it is as empty as it can be.
      outbox.send(new Packet.Data(id, ByteBuffer.allocate(0)));
      return;
    }
    outbox.send(new Packet.Data(id, ByteBuffer.allocate(0)));
  }
}
