package dev.fermata.runner.ready;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;

/** What MySQL and MariaDB say when somebody connects, before anybody is asked for a name. */
record MysqlHandshake() implements Conversation.Talk {
  private static final int LONGEST = 4096;
  private static final int VERSION_10 = 10;
  private static final int ERROR = 0xff;

  /** {@code ER_CON_COUNT_ERROR}: it passes. */
  private static final int TOO_MANY_CONNECTIONS = 1040;

  @Override
  public Reply on(Line line) throws IOException {
    byte[] head = line.receive(4);
    int length = unsigned(head[0]) | unsigned(head[1]) << 8 | unsigned(head[2]) << 16;
    byte[] packet = line.receive(Math.clamp(length, 1, LONGEST));
    int kind = unsigned(packet[0]);
    if (kind == VERSION_10) {
      return Reply.READY;
    }
    if (kind != ERROR || packet.length < 3) {
      return new Reply.NotYet("what listens at port " + line.port() + " is not MySQL");
    }
    int code = unsigned(packet[1]) | unsigned(packet[2]) << 8;
    return code == TOO_MANY_CONNECTIONS
        ? new Reply.NotYet(new String(packet, 3, packet.length - 3, UTF_8))
        : Reply.READY;
  }

  private static int unsigned(byte one) {
    return one & 0xff;
  }
}
