package dev.fermata.buildkit.grpc;

import dev.fermata.buildkit.message.Fields;
import dev.fermata.buildkit.message.MalformedMessageException;
import dev.fermata.buildkit.message.Message;
import io.grpc.MethodDescriptor.Marshaller;
import io.grpc.Status;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.Function;

/** Joins our messages to gRPC. What is not a {@link Message} is only ever read. */
record MessageMarshaller<T>(Function<Fields, T> reader) implements Marshaller<T> {

  /** Of a known length, by which gRPC asks no more of it than once. */
  @Override
  public InputStream stream(T value) {
    if (value instanceof Message message) {
      return new ByteArrayInputStream(message.encoded());
    }
    throw new IllegalStateException("a bug: " + value.getClass() + " is not for sending");
  }

  @Override
  public T parse(InputStream in) {
    try {
      return reader.apply(Fields.of(in));
    } catch (IOException | MalformedMessageException e) {
      throw Status.INTERNAL.withDescription(e.getMessage()).withCause(e).asRuntimeException();
    }
  }
}
