package dev.fermata.buildkit.message;

/** Bytes that are no message in protobuf's wire format, or only the beginning of one. */
public final class MalformedMessageException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  MalformedMessageException(String message) {
    super(message);
  }
}
