package dev.fermata.runner.docker.archive;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** Writes the ustar format, with a pax header before an entry that does not fit into it. */
public final class TarWriter {
  private static final int BLOCK = 512;
  private static final int NAME = 100;
  private static final long MOST_IN_OCTAL = 0_77777777777L;
  private static final int MOST_ID = 0_7777777;

  private final OutputStream out;

  public TarWriter(OutputStream out) {
    this.out = out;
  }

  public void folderOrLink(TarEntry entry) throws IOException {
    head(entry);
  }

  public void file(TarEntry entry, byte[] content) throws IOException {
    head(entry);
    out.write(content);
    pad(content.length);
  }

  /** A file that changed its size meanwhile is cut, or filled up: the head is out already. */
  public void file(TarEntry entry, InputStream content) throws IOException {
    head(entry);
    var buffer = new byte[32 * 1024];
    long left = entry.size();
    while (left > 0) {
      int count = content.read(buffer, 0, (int) Math.min(buffer.length, left));
      if (count < 0) {
        break;
      }
      out.write(buffer, 0, count);
      left -= count;
    }
    for (; left > 0; left -= Math.min(left, BLOCK)) {
      out.write(new byte[BLOCK], 0, (int) Math.min(left, BLOCK));
    }
    pad(entry.size());
  }

  public void finish() throws IOException {
    out.write(new byte[2 * BLOCK]);
    out.flush();
  }

  private void pad(long size) throws IOException {
    int beyond = (int) (size % BLOCK);
    if (beyond > 0) {
      out.write(new byte[BLOCK - beyond]);
    }
  }

  private void head(TarEntry entry) throws IOException {
    Map<String, String> extended = extended(entry);
    if (!extended.isEmpty()) {
      byte[] records = records(extended);
      out.write(block(TarEntry.file("pax", 0644, records.length, Instant.EPOCH), 'x'));
      out.write(records);
      pad(records.length);
    }
    out.write(block(entry, entry.type().flag()));
  }

  private static Map<String, String> extended(TarEntry entry) {
    var extended = new LinkedHashMap<String, String>();
    if (!fits(entry.name())) {
      extended.put("path", entry.name());
    }
    if (!fits(entry.link())) {
      extended.put("linkpath", entry.link());
    }
    if (entry.size() > MOST_IN_OCTAL) {
      extended.put("size", String.valueOf(entry.size()));
    }
    if (entry.uid() > MOST_ID || entry.gid() > MOST_ID) {
      extended.put("uid", String.valueOf(entry.uid()));
      extended.put("gid", String.valueOf(entry.gid()));
    }
    return extended;
  }

  private static boolean fits(String text) {
    return text.length() <= NAME && text.chars().allMatch(letter -> letter < 128);
  }

  /** Each record begins with its own length, the digits of which count too. */
  private static byte[] records(Map<String, String> extended) {
    var records = new StringBuilder();
    extended.forEach((key, value) -> {
      int rest = bytes(" " + key + "=" + value + "\n").length;
      int length = rest + String.valueOf(rest).length();
      length = rest + String.valueOf(length).length();
      records.append(length).append(' ').append(key).append('=').append(value).append('\n');
    });
    return bytes(records.toString());
  }

  private static byte[] block(TarEntry entry, char flag) {
    var block = new byte[BLOCK];
    text(block, 0, NAME, entry.name());
    octal(block, 100, 8, entry.mode());
    octal(block, 108, 8, Math.min(entry.uid(), MOST_ID));
    octal(block, 116, 8, Math.min(entry.gid(), MOST_ID));
    octal(block, 124, 12, Math.min(entry.size(), MOST_IN_OCTAL));
    octal(block, 136, 12, Math.max(0, entry.modified().getEpochSecond()));
    block[156] = (byte) flag;
    text(block, 157, NAME, entry.link());
    text(block, 257, 8, "ustar\00000");
    checksum(block);
    return block;
  }

  private static void checksum(byte[] block) {
    java.util.Arrays.fill(block, 148, 156, (byte) ' ');
    int sum = 0;
    for (byte each : block) {
      sum += each & 0xff;
    }
    text(block, 148, 8, String.format(Locale.ROOT, "%06o\0 ", sum));
  }

  private static void octal(byte[] block, int at, int width, long number) {
    String digits = Long.toOctalString(number);
    text(block, at, width - 1, "0".repeat(Math.max(0, width - 1 - digits.length())) + digits);
  }

  private static void text(byte[] block, int at, int width, String text) {
    byte[] bytes = bytes(text);
    System.arraycopy(bytes, 0, block, at, Math.min(width, bytes.length));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
