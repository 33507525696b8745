package dev.fermata.buildkit.client;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.fermata.buildkit.grpc.Methods;
import dev.fermata.buildkit.message.Bytes;
import dev.fermata.buildkit.message.Packet;
import io.grpc.CallOptions;
import io.grpc.Channel;
import io.grpc.ClientInterceptors;
import io.grpc.Metadata;
import io.grpc.stub.ClientCalls;
import io.grpc.stub.MetadataUtils;
import io.grpc.stub.StreamObserver;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/** The engine's side of a transfer: it wants the content of all files. */
record FakeReceiver(Channel session) {

  Map<String, String> receive(String folder) throws InterruptedException {
    return receive(folder, List.of());
  }

  Map<String, String> receive(String folder, List<String> excludes) throws InterruptedException {
    BlockingQueue<Object> answers = new LinkedBlockingQueue<>();
    StreamObserver<Packet> requests =
        ClientCalls.asyncBidiStreamingCall(
            with(folder, excludes).newCall(Methods.DIFF_COPY, CallOptions.DEFAULT),
            new Queueing(answers));
    var names = new ArrayList<String>();
    var files = new HashMap<String, String>();
    int open = 1;
    while (open > 0) {
      Object answer = answers.take();
      switch (answer) {
        case Packet.Entry entry -> {
          requests.onNext(new Packet.Request(names.size()));
          names.add(entry.stat().path());
          open++;
        }
        case Packet.EndOfEntries end -> open--;
        case Packet.Data data when data.content().hasRemaining() ->
            files.merge(
                names.get(data.id()), UTF_8.decode(data.content()).toString(), String::concat);
        case Packet.Data data -> open--;
        case RuntimeException e -> throw e;
        default -> throw new IllegalStateException("unexpected: " + answer);
      }
    }
    requests.onNext(new Packet.Finish());
    if (!(answers.take() instanceof Packet.Finish)) {
      throw new IllegalStateException("the end was not answered");
    }
    requests.onCompleted();
    return files;
  }

  /** Sends all, and gives all that is answered, to an agent. */
  static String talk(Channel session, String words) throws InterruptedException {
    BlockingQueue<Optional<Bytes>> answers = new LinkedBlockingQueue<>();
    StreamObserver<Bytes> agent =
        ClientCalls.asyncBidiStreamingCall(
            session.newCall(Methods.FORWARD_AGENT, CallOptions.DEFAULT), new Talk(answers));
    agent.onNext(new Bytes(UTF_8.encode(words)));
    agent.onCompleted();
    var text = new StringBuilder();
    for (var next = answers.take(); next.isPresent(); next = answers.take()) {
      text.append(UTF_8.decode(next.get().content()));
    }
    return text.toString();
  }

  private record Talk(BlockingQueue<Optional<Bytes>> answers) implements StreamObserver<Bytes> {
    @Override
    public void onNext(Bytes bytes) {
      answers.add(Optional.of(bytes));
    }

    @Override
    public void onError(Throwable failure) {
      answers.add(Optional.empty());
    }

    @Override
    public void onCompleted() {
      answers.add(Optional.empty());
    }
  }

  private Channel with(String folder, List<String> excludes) {
    var headers = new Metadata();
    headers.put(key("dir-name"), folder);
    excludes.forEach(pattern -> headers.put(key("exclude-patterns"), pattern));
    return ClientInterceptors.intercept(
        session, MetadataUtils.newAttachHeadersInterceptor(headers));
  }

  private static Metadata.Key<String> key(String name) {
    return Metadata.Key.of(name, Metadata.ASCII_STRING_MARSHALLER);
  }

  private record Queueing(BlockingQueue<Object> answers) implements StreamObserver<Packet> {
    @Override
    public void onNext(Packet packet) {
      answers.add(packet);
    }

    @Override
    public void onError(Throwable failure) {
      answers.add(failure);
    }

    @Override
    public void onCompleted() {
      // The last packet has said so.
    }
  }
}
