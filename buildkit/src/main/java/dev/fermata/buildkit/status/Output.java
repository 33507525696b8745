package dev.fermata.buildkit.status;

/** Bytes that a step wrote: several lines or a part of one. {@code stream} is 1 or 2. */
@SuppressWarnings("ArrayRecordComponent") // Copied on the way in and out.
public record Output(String vertex, int stream, byte[] bytes) {
  public Output {
    bytes = bytes.clone();
  }

  @Override
  public byte[] bytes() {
    return bytes.clone();
  }
}
