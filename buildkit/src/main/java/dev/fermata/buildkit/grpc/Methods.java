package dev.fermata.buildkit.grpc;

import dev.fermata.buildkit.Solved;
import dev.fermata.buildkit.message.Answers;
import dev.fermata.buildkit.message.Bytes;
import dev.fermata.buildkit.message.Credentials;
import dev.fermata.buildkit.message.Empty;
import dev.fermata.buildkit.message.Fields;
import dev.fermata.buildkit.message.FrontendRequest;
import dev.fermata.buildkit.message.Health;
import dev.fermata.buildkit.message.NoResult;
import dev.fermata.buildkit.message.Packet;
import dev.fermata.buildkit.message.SolveRequest;
import dev.fermata.buildkit.message.Text;
import dev.fermata.buildkit.message.Worker;
import dev.fermata.buildkit.status.Status;
import io.grpc.MethodDescriptor;
import io.grpc.MethodDescriptor.MethodType;
import java.util.List;
import java.util.SortedMap;
import java.util.function.Function;

/** The methods that are called on an engine, and those that an engine calls in a session. */
public final class Methods {
  private static final String CONTROL = "moby.buildkit.v1.Control/";
  private static final String BRIDGE = "moby.buildkit.v1.frontend.LLBBridge/";

  public static final MethodDescriptor<SolveRequest, Solved> SOLVE =
      method(MethodType.UNARY, CONTROL + "Solve", sentOnly(), Answers::solved);
  public static final MethodDescriptor<Text, Status> STATUS =
      method(MethodType.SERVER_STREAMING, CONTROL + "Status", Text::read, Answers::status);
  public static final MethodDescriptor<Empty, List<Worker>> LIST_WORKERS =
      method(MethodType.UNARY, CONTROL + "ListWorkers", Empty::read, Worker::readAll);

  public static final MethodDescriptor<FrontendRequest, SortedMap<String, byte[]>> ASK_FRONTEND =
      method(MethodType.UNARY, BRIDGE + "Solve", sentOnly(), Answers::metadata);
  public static final MethodDescriptor<NoResult, Empty> RETURN =
      method(MethodType.UNARY, BRIDGE + "Return", sentOnly(), Empty::read);

  public static final MethodDescriptor<Empty, Health> HEALTH =
      method(MethodType.UNARY, "grpc.health.v1.Health/Check", Empty::read, Health::read);

  /** The same, asked for a service by its name. */
  public static final MethodDescriptor<Text, Health> CHECK_HEALTH =
      method(MethodType.UNARY, "grpc.health.v1.Health/Check", Text::read, Health::read);

  public static final MethodDescriptor<Packet, Packet> DIFF_COPY =
      method(
          MethodType.BIDI_STREAMING,
          "moby.filesync.v1.FileSync/DiffCopy",
          Packet::read,
          Packet::read);
  public static final MethodDescriptor<Text, Credentials> CREDENTIALS =
      method(MethodType.UNARY, "moby.filesync.v1.Auth/Credentials", Text::read, Credentials::read);
  public static final MethodDescriptor<Text, Bytes> GET_SECRET =
      method(
          MethodType.UNARY, "moby.buildkit.secrets.v1.Secrets/GetSecret", Text::read, Bytes::read);
  public static final MethodDescriptor<Text, Empty> CHECK_AGENT =
      method(MethodType.UNARY, "moby.sshforward.v1.SSH/CheckAgent", Text::read, Empty::read);
  public static final MethodDescriptor<Bytes, Bytes> FORWARD_AGENT =
      method(
          MethodType.BIDI_STREAMING,
          "moby.sshforward.v1.SSH/ForwardAgent",
          Bytes::read,
          Bytes::read);

  private Methods() {}

  private static <I, O> MethodDescriptor<I, O> method(
      MethodType type, String name, Function<Fields, I> request, Function<Fields, O> answer) {
    return MethodDescriptor.<I, O>newBuilder()
        .setType(type)
        .setFullMethodName(name)
        .setRequestMarshaller(new MessageMarshaller<>(request))
        .setResponseMarshaller(new MessageMarshaller<>(answer))
        .build();
  }

  /** Of a message that is only ever sent. */
  @SuppressWarnings("UnnecessaryLambda") // A method would need a type of its own for each message.
  private static <T> Function<Fields, T> sentOnly() {
    return in -> {
      throw new IllegalStateException("a bug: a solve is not for reading");
    };
  }
}
