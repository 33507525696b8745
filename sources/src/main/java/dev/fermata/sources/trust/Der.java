package dev.fermata.sources.trust;

import java.io.ByteArrayOutputStream;
import java.util.HexFormat;

/** As much of DER as it takes to give an old key the form that Java reads. */
final class Der {
  private static final int SEQUENCE = 0x30;
  private static final int OCTETS = 0x04;
  private static final int LONGEST_SHORT_LENGTH = 0x7f;

  /** Version 0, and the algorithm {@code rsaEncryption} without parameters. */
  private static final byte[] VERSION_AND_RSA =
      HexFormat.of().parseHex("020100300d06092a864886f70d0101010500");

  private Der() {}

  /** A key of PKCS #1, {@code BEGIN RSA PRIVATE KEY}, in PKCS #8. */
  static byte[] rsaInPkcs8(byte[] pkcs1) {
    var content = new ByteArrayOutputStream();
    content.writeBytes(VERSION_AND_RSA);
    content.writeBytes(value(OCTETS, pkcs1));
    return value(SEQUENCE, content.toByteArray());
  }

  private static byte[] value(int tag, byte[] content) {
    var out = new ByteArrayOutputStream();
    out.write(tag);
    length(out, content.length);
    out.writeBytes(content);
    return out.toByteArray();
  }

  private static void length(ByteArrayOutputStream out, int length) {
    if (length <= LONGEST_SHORT_LENGTH) {
      out.write(length);
      return;
    }
    int bytes = (Integer.SIZE - Integer.numberOfLeadingZeros(length) + 7) / 8;
    out.write(0x80 | bytes);
    for (int i = bytes - 1; i >= 0; i--) {
      out.write(length >>> (8 * i));
    }
  }
}
