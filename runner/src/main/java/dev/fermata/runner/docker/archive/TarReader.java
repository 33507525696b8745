package dev.fermata.runner.docker.archive;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Reads ustar, pax and GNU archives entry by entry; nothing of them is kept. */
public final class TarReader {
  private static final int BLOCK = 512;
  private static final int MOST_OF_A_HEADER = 1 << 20;

  private final InputStream in;
  private final byte[] block = new byte[BLOCK];
  private long left;
  private long padding;

  public TarReader(InputStream in) {
    this.in = in;
  }

  /** The next entry, whatever was read of the one before; empty at the end. */
  public Optional<TarEntry> next() throws IOException {
    var extended = new HashMap<String, String>();
    while (true) {
      skipRest();
      if (!readBlock()) {
        return Optional.empty();
      }
      long size = number(124, 12);
      open(size);
      switch (block[156]) {
        case 'x' -> extended.putAll(records(content(size)));
        case 'g' -> {}
        case 'L' -> extended.put("path", text(content(size)));
        case 'K' -> extended.put("linkpath", text(content(size)));
        default -> {
          return Optional.of(entry(extended));
        }
      }
    }
  }

  /** Bytes of the current entry; -1 at its end. */
  public int read(byte[] target) throws IOException {
    if (left == 0) {
      return -1;
    }
    int count = in.read(target, 0, (int) Math.min(target.length, left));
    if (count < 0) {
      throw new EOFException("the archive ends in the middle of a file");
    }
    left -= count;
    return count;
  }

  private void open(long size) {
    left = size;
    padding = (BLOCK - size % BLOCK) % BLOCK;
  }

  private void skipRest() throws IOException {
    in.skipNBytes(left + padding);
    left = 0;
    padding = 0;
  }

  /** False at the end: two blocks of zeros, or nothing more. */
  private boolean readBlock() throws IOException {
    int count = in.readNBytes(block, 0, BLOCK);
    if (count == 0 || (count == BLOCK && isZero())) {
      in.transferTo(java.io.OutputStream.nullOutputStream());
      return false;
    }
    if (count < BLOCK || !isSound()) {
      throw new IOException("it is no tar archive");
    }
    return true;
  }

  private boolean isZero() {
    for (byte each : block) {
      if (each != 0) {
        return false;
      }
    }
    return true;
  }

  private boolean isSound() throws IOException {
    long told = number(148, 8);
    long sum = 0;
    for (int i = 0; i < BLOCK; i++) {
      sum += i >= 148 && i < 156 ? ' ' : block[i] & 0xff;
    }
    return told == sum;
  }

  private byte[] content(long size) throws IOException {
    if (size > MOST_OF_A_HEADER) {
      throw new IOException("a header of the archive has " + size + " bytes");
    }
    byte[] bytes = in.readNBytes((int) size);
    left -= bytes.length;
    return bytes;
  }

  private TarEntry entry(Map<String, String> extended) throws IOException {
    String name = extended.getOrDefault("path", name());
    if (extended.containsKey("size")) {
      open(whole(extended.get("size")));
    }
    return new TarEntry(
        name,
        type(block[156], name),
        extended.getOrDefault("linkpath", text(157, 100)),
        (int) number(100, 8) & 07777,
        (int) number(108, 8),
        (int) number(116, 8),
        left,
        modified(extended));
  }

  private String name() {
    String prefix = text(257, 5).equals("ustar") && block[262] == 0 ? text(345, 155) : "";
    String name = text(0, 100);
    return prefix.isEmpty() ? name : prefix + "/" + name;
  }

  private static TarEntry.Type type(byte flag, String name) {
    return switch (flag) {
      case '1' -> TarEntry.Type.HARD_LINK;
      case '2' -> TarEntry.Type.LINK;
      case '3', '4' -> TarEntry.Type.DEVICE;
      case '5' -> TarEntry.Type.FOLDER;
      case '6' -> TarEntry.Type.PIPE;
      default -> name.endsWith("/") ? TarEntry.Type.FOLDER : TarEntry.Type.FILE;
    };
  }

  private Instant modified(Map<String, String> extended) throws IOException {
    String told = extended.get("mtime");
    if (told == null) {
      return Instant.ofEpochSecond(number(136, 12));
    }
    try {
      var seconds = new BigDecimal(told);
      long nanos = seconds.remainder(BigDecimal.ONE).movePointRight(9).longValue();
      return Instant.ofEpochSecond(seconds.longValue(), nanos);
    } catch (NumberFormatException e) {
      throw new IOException("the archive has a time that is none: " + told, e);
    }
  }

  /** Each record begins with its own length: {@code 19 path=some/where\n}. */
  private static Map<String, String> records(byte[] bytes) throws IOException {
    var records = new HashMap<String, String>();
    int at = 0;
    while (at < bytes.length) {
      int blank = at;
      while (blank < bytes.length && bytes[blank] != ' ') {
        blank++;
      }
      long length = whole(new String(bytes, at, blank - at, StandardCharsets.US_ASCII));
      if (length <= blank - at || length > bytes.length - at) {
        throw new IOException("a header of the archive is cut");
      }
      int size = (int) length - (blank - at) - 2;
      String record = new String(bytes, blank + 1, size, StandardCharsets.UTF_8);
      int equals = record.indexOf('=');
      records.put(record.substring(0, Math.max(0, equals)), record.substring(equals + 1));
      at += (int) length;
    }
    return records;
  }

  private static long whole(String digits) throws IOException {
    try {
      return Long.parseLong(digits);
    } catch (NumberFormatException e) {
      throw new IOException("the archive has a number that is none: " + digits, e);
    }
  }

  /** In octal digits, or in binary where these do not suffice. */
  private long number(int at, int width) throws IOException {
    if ((block[at] & 0x80) != 0) {
      long number = block[at] & 0x3f;
      for (int i = 1; i < width; i++) {
        number = (number << 8) | (block[at + i] & 0xff);
      }
      return number;
    }
    String digits = text(at, width).strip();
    try {
      return digits.isEmpty() ? 0 : Long.parseLong(digits, 8);
    } catch (NumberFormatException e) {
      throw new IOException("it is no tar archive", e);
    }
  }

  private String text(int at, int width) {
    int end = at;
    while (end < at + width && block[end] != 0) {
      end++;
    }
    return new String(block, at, end - at, StandardCharsets.UTF_8);
  }

  private static String text(byte[] bytes) {
    String text = new String(bytes, StandardCharsets.UTF_8);
    return text.endsWith("\0") ? text.substring(0, text.length() - 1) : text;
  }
}
