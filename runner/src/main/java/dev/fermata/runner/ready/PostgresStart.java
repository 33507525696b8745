package dev.fermata.runner.ready;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.Map;

/**
 * The first message of PostgreSQL's protocol, version 3. Whoever is asked for a password, or is let
 * in, or is not welcome, has a server before him that takes work; one that starts up or shuts down
 * says so.
 */
record PostgresStart() implements Conversation.Talk {
  private static final int VERSION_3 = 196_608;
  private static final int LONGEST = 10_000;

  /** {@code cannot_connect_now}, and {@code too_many_connections}: both pass. */
  private static final String STARTING = "57P03";

  private static final String FULL = "53300";

  @Override
  public Reply on(Line line) throws IOException {
    line.send(start());
    byte[] head = line.receive(5);
    return switch (head[0]) {
      case 'R' -> Reply.READY;
      case 'E' -> refusal(fields(line, ByteBuffer.wrap(head, 1, 4).getInt() - 4));
      default -> new Reply.NotYet("what listens at port " + line.port() + " is not PostgreSQL");
    };
  }

  private static byte[] start() {
    byte[] who =
        "user\0postgres\0database\0postgres\0application_name\0fermata\0\0".getBytes(UTF_8);
    return ByteBuffer.allocate(8 + who.length)
        .putInt(8 + who.length)
        .putInt(VERSION_3)
        .put(who)
        .array();
  }

  private static Reply refusal(Map<Character, String> fields) {
    String code = fields.getOrDefault('C', "");
    return code.equals(STARTING) || code.equals(FULL)
        ? new Reply.NotYet(fields.getOrDefault('M', code))
        : Reply.READY;
  }

  /** Each is a letter and a text that ends with a zero. */
  private static Map<Character, String> fields(Line line, int length) throws IOException {
    String text = new String(line.receive(Math.clamp(length, 0, LONGEST)), UTF_8);
    var fields = new HashMap<Character, String>();
    for (String field : text.split("\0", -1)) {
      if (!field.isEmpty()) {
        fields.put(field.charAt(0), field.substring(1));
      }
    }
    return fields;
  }
}
