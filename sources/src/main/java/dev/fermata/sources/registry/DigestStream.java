package dev.fermata.sources.registry;

import dev.fermata.model.digest.Sha256;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.security.MessageDigest;
import java.util.HexFormat;

/** Passes bytes on and computes their digest meanwhile. */
final class DigestStream extends FilterOutputStream {
  private final MessageDigest digest = Sha256.algorithm();

  DigestStream(OutputStream out) {
    super(out);
  }

  @Override
  public void write(int single) throws IOException {
    out.write(single);
    digest.update((byte) single);
  }

  @Override
  public void write(byte[] bytes, int from, int length) throws IOException {
    out.write(bytes, from, length);
    digest.update(bytes, from, length);
  }

  /** Of all that was passed on; asked once. */
  String digest() {
    return Digests.ALGORITHM + HexFormat.of().formatHex(digest.digest());
  }
}
