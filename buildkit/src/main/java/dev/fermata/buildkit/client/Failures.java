package dev.fermata.buildkit.client;

import dev.fermata.buildkit.SolveException;
import io.grpc.Metadata;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import java.io.IOException;
import java.util.Optional;

/** What the end of a call means that has not ended well. */
final class Failures {
  private static final Metadata.Key<byte[]> DETAILS =
      Metadata.Key.of("grpc-status-details-bin", Metadata.BINARY_BYTE_MARSHALLER);

  private Failures() {}

  /** A connection that failed, for the caller to throw; a refusal of the engine is thrown here. */
  static IOException of(StatusRuntimeException e) {
    Status status = e.getStatus();
    for (Throwable cause = status.getCause(); cause != null; cause = cause.getCause()) {
      if (cause instanceof IOException io) {
        return io;
      }
      if (cause instanceof RuntimeException ours && !(cause instanceof StatusRuntimeException)) {
        throw ours;
      }
    }
    Optional<byte[]> details =
        Optional.ofNullable(e.getTrailers()).map(trailers -> trailers.get(DETAILS));
    var failure =
        new SolveException(
            Optional.ofNullable(status.getDescription()).orElse(status.getCode().name()),
            details.map(ErrorDetails::read).orElse(SolveException.Details.NONE));
    failure.initCause(e);
    throw failure;
  }
}
