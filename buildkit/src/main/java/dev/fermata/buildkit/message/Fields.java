package dev.fermata.buildkit.message;

import static java.util.Objects.requireNonNullElse;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * The fields of a message that was read, by their numbers. What is absent reads as zero or empty;
 * what nobody asks for is of a newer engine, and no mistake.
 */
public final class Fields {
  private static final int LONGEST_VARINT = 10;

  private final Map<Integer, List<Long>> numbers = new HashMap<>();
  private final Map<Integer, List<ByteBuffer>> chunks = new HashMap<>();

  private Fields() {}

  public static Fields of(InputStream in) throws IOException {
    return of(in.readAllBytes());
  }

  public static Fields of(byte[] bytes) {
    return of(ByteBuffer.wrap(bytes));
  }

  private static Fields of(ByteBuffer bytes) {
    var fields = new Fields();
    ByteBuffer rest = bytes.duplicate().order(ByteOrder.LITTLE_ENDIAN);
    while (rest.hasRemaining()) {
      fields.readField(rest);
    }
    return fields;
  }

  private void readField(ByteBuffer rest) {
    long tag = varint(rest);
    int field = (int) (tag >>> 3);
    switch ((int) (tag & 7)) {
      case WireType.VARINT -> add(numbers, field, varint(rest));
      case WireType.FIXED_64 -> add(numbers, field, require(rest, Long.BYTES).getLong());
      case WireType.FIXED_32 -> add(numbers, field, (long) require(rest, Integer.BYTES).getInt());
      case WireType.CHUNK -> add(chunks, field, chunk(rest));
      default -> throw new MalformedMessageException("field " + field + " is of no known type");
    }
  }

  private static <T> void add(Map<Integer, List<T>> values, int field, T value) {
    values.computeIfAbsent(field, unseen -> new ArrayList<>(1)).add(value);
  }

  private static ByteBuffer chunk(ByteBuffer rest) {
    long length = varint(rest);
    ByteBuffer chunk = require(rest, length).slice(rest.position(), (int) length);
    rest.position(rest.position() + (int) length);
    return chunk;
  }

  private static ByteBuffer require(ByteBuffer rest, long length) {
    if (length < 0 || rest.remaining() < length) {
      throw new MalformedMessageException("a message ends before its field does");
    }
    return rest;
  }

  private static long varint(ByteBuffer rest) {
    long value = 0;
    for (int i = 0; i < LONGEST_VARINT; i++) {
      byte next = require(rest, 1).get();
      value |= (long) (next & 0x7f) << (7 * i);
      if (next >= 0) {
        return value;
      }
    }
    throw new MalformedMessageException("a number is longer than 64 bits");
  }

  public long number(int field) {
    return requireNonNullElse(numbers.get(field), List.of(0L)).getLast();
  }

  public boolean flag(int field) {
    return number(field) != 0;
  }

  public String text(int field) {
    return decoded(chunk(field));
  }

  public byte[] bytes(int field) {
    return copy(chunk(field));
  }

  private ByteBuffer chunk(int field) {
    return requireNonNullElse(chunks.get(field), List.of(ByteBuffer.allocate(0))).getLast();
  }

  public List<String> texts(int field) {
    return all(field).stream().map(Fields::decoded).toList();
  }

  public Optional<Fields> message(int field) {
    List<ByteBuffer> values = all(field);
    return values.isEmpty() ? Optional.empty() : Optional.of(of(values.getLast()));
  }

  public <T> List<T> messages(int field, Function<Fields, T> reader) {
    return all(field).stream().map(Fields::of).map(reader).toList();
  }

  public SortedMap<String, String> map(int field) {
    var entries = new TreeMap<String, String>();
    all(field).stream().map(Fields::of).forEach(e -> entries.put(e.text(1), e.text(2)));
    return entries;
  }

  public SortedMap<String, byte[]> bytesMap(int field) {
    var entries = new TreeMap<String, byte[]>();
    all(field).stream().map(Fields::of).forEach(e -> entries.put(e.text(1), e.bytes(2)));
    return entries;
  }

  private List<ByteBuffer> all(int field) {
    return chunks.getOrDefault(field, List.of());
  }

  private static String decoded(ByteBuffer chunk) {
    return StandardCharsets.UTF_8.decode(chunk.duplicate()).toString();
  }

  private static byte[] copy(ByteBuffer chunk) {
    byte[] bytes = new byte[chunk.remaining()];
    chunk.duplicate().get(bytes);
    return bytes;
  }
}
