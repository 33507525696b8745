package dev.fermata.buildkit.session;

import dev.fermata.buildkit.Serving;
import dev.fermata.buildkit.files.FileSender;
import dev.fermata.buildkit.grpc.Answering;
import dev.fermata.buildkit.grpc.ByteStream;
import dev.fermata.buildkit.grpc.Connections;
import dev.fermata.buildkit.grpc.Endpoint;
import dev.fermata.buildkit.grpc.Methods;
import dev.fermata.buildkit.grpc.ServedStream;
import dev.fermata.buildkit.grpc.ServerStream;
import dev.fermata.buildkit.message.Credentials;
import dev.fermata.buildkit.message.Health;
import dev.fermata.buildkit.message.Text;
import io.grpc.MethodDescriptor;
import io.grpc.ServerCallHandler;
import io.grpc.ServerServiceDefinition;
import io.grpc.StatusRuntimeException;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;

/** One session, for one build: all of them would ask for a folder of the same name. */
public final class Session implements AutoCloseable {
  private final String id;
  private final ServedStream served;
  private final AtomicReference<RuntimeException> failure;

  private Session(String id, ServedStream served, AtomicReference<RuntimeException> failure) {
    this.id = id;
    this.served = served;
    this.failure = failure;
  }

  /** The engine calls no method that it was not told of: all are offered. */
  public static Session open(Endpoint endpoint, String id, Serving serving, FileSender files)
      throws IOException {
    var failure = new AtomicReference<RuntimeException>();
    List<ServerServiceDefinition> services = services(serving, files, failure);
    List<String> methods =
        services.stream()
            .flatMap(service -> service.getMethods().stream())
            .map(method -> "/" + method.getMethodDescriptor().getFullMethodName())
            .toList();
    ByteStream stream = endpoint.openSession(new Endpoint.Offer(id, serving.sharedKey(), methods));
    try {
      return new Session(id, Connections.server(stream, services), failure);
    } catch (IOException | RuntimeException e) {
      stream.close();
      throw e;
    }
  }

  private static List<ServerServiceDefinition> services(
      Serving serving, FileSender files, AtomicReference<RuntimeException> failure) {
    var folders = new FolderService(serving.folders(), files);
    var secrets = new SecretService(serving.secrets());
    var agents = new AgentService(serving.agents());
    return List.of(
        service(Methods.HEALTH, Answering.handler(request -> Health.SERVING)),
        service(
            Methods.DIFF_COPY,
            ServerStream.handler((headers, stream) -> {
              try {
                folders.serve(headers, stream);
              } catch (RuntimeException e) {
                throw kept(e, failure);
              }
            })),
        service(
            Methods.CREDENTIALS,
            Answering.handler(keeping(failure, host -> credentials(serving, host)))),
        service(Methods.GET_SECRET, Answering.handler(keeping(failure, secrets::get))),
        agents.definition());
  }

  private static Credentials credentials(Serving serving, Text host) {
    return serving
        .logins()
        .apply(host.text())
        .map(login -> new Credentials(login.user(), login.secret()))
        .orElse(new Credentials("", ""));
  }

  private static <I, O> Function<I, O> keeping(
      AtomicReference<RuntimeException> failure, Function<I, O> answer) {
    return request -> {
      try {
        return answer.apply(request);
      } catch (RuntimeException e) {
        throw kept(e, failure);
      }
    };
  }

  /** The engine gets the message of what failed here alone: the rest is for our own caller. */
  private static RuntimeException kept(
      RuntimeException e, AtomicReference<RuntimeException> failure) {
    if (!(e instanceof StatusRuntimeException)) {
      failure.compareAndSet(null, e);
    }
    return e;
  }

  private static <I, O> ServerServiceDefinition service(
      MethodDescriptor<I, O> method, ServerCallHandler<I, O> handler) {
    return ServerServiceDefinition.builder(String.valueOf(method.getServiceName()))
        .addMethod(method, handler)
        .build();
  }

  public String id() {
    return id;
  }

  /** What failed on this side, of which the engine knows the message only. */
  public Optional<RuntimeException> failure() {
    return Optional.ofNullable(failure.get());
  }

  @Override
  public void close() {
    served.close();
  }
}
