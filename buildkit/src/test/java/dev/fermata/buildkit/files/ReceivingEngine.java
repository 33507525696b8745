package dev.fermata.buildkit.files;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.fermata.buildkit.Serving.Folder;
import dev.fermata.buildkit.message.Packet;
import dev.fermata.buildkit.message.Stat;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/** The other end of a transfer, as strict as BuildKit's: wants every file, in any order. */
final class ReceivingEngine implements PacketStream {
  private final BlockingQueue<Packet> answers = new LinkedBlockingQueue<>();
  private final List<Stat> entries = new ArrayList<>();
  private final Map<Integer, ByteArrayOutputStream> open = new TreeMap<>();
  private final Map<String, String> contents = new TreeMap<>();
  private final List<String> failures = new ArrayList<>();
  private boolean listed;

  static ReceivingEngine receives(Folder folder, FileRequest request) throws IOException {
    var engine = new ReceivingEngine();
    new FolderSender().send(folder, request, engine);
    return engine;
  }

  @Override
  public void send(Packet packet) throws IOException {
    switch (packet) {
      case Packet.Entry entry -> add(entry.stat());
      case Packet.EndOfEntries end -> {
        listed = true;
        finishIfAllIsThere();
      }
      case Packet.Data data -> add(data);
      case Packet.Finish finish -> {}
      case Packet.Failure failure -> {
        failures.add(failure.reason());
        // As a stream that the engine has ended.
        answers.add(new Packet.Failure("canceled"));
      }
      case Packet.Request request -> throw new IOException("a sender asks for nothing");
    }
  }

  private void add(Stat stat) throws IOException {
    checkParent(stat.path());
    entries.add(stat);
    if (GoMode.isFile(stat.mode()) && stat.link().isEmpty()) {
      open.put(entries.size() - 1, new ByteArrayOutputStream());
      answers.add(new Packet.Request(entries.size() - 1));
    }
  }

  private void checkParent(String path) throws IOException {
    int slash = path.lastIndexOf('/');
    if (slash > 0
        && entries.stream().noneMatch(entry -> entry.path().equals(path.substring(0, slash)))) {
      throw new IOException("changes out of order: " + path);
    }
  }

  private void add(Packet.Data data) {
    ByteArrayOutputStream content = Objects.requireNonNull(open.get(data.id()));
    if (data.content().hasRemaining()) {
      byte[] bytes = new byte[data.content().remaining()];
      data.content().duplicate().get(bytes);
      content.writeBytes(bytes);
      return;
    }
    contents.put(entries.get(data.id()).path(), content.toString(UTF_8));
    open.remove(data.id());
    finishIfAllIsThere();
  }

  private void finishIfAllIsThere() {
    if (listed && open.isEmpty()) {
      answers.add(new Packet.Finish());
    }
  }

  @Override
  public Packet receive() throws IOException {
    try {
      Packet packet = answers.take();
      if (packet instanceof Packet.Failure) {
        throw new IOException("the stream has ended");
      }
      return packet;
    } catch (InterruptedException e) {
      throw new IOException(e);
    }
  }

  List<String> paths() {
    return entries.stream().map(Stat::path).toList();
  }

  Stat stat(String path) {
    return entries.stream().filter(entry -> entry.path().equals(path)).findFirst().orElseThrow();
  }

  Map<String, String> contents() {
    return contents;
  }

  List<String> failures() {
    return failures;
  }
}
