package dev.fermata.runner.ready;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.nio.ByteBuffer;

/**
 * The header of AMQP 0-9-1, which RabbitMQ answers with {@code connection.start}. A broker that
 * wants another version answers with a header of its own: it takes work as well.
 */
record AmqpStart() implements Conversation.Talk {
  private static final byte[] HEADER = {'A', 'M', 'Q', 'P', 0, 0, 9, 1};
  private static final int METHOD_FRAME = 1;
  private static final short CONNECTION = 10;
  private static final short START = 10;

  @Override
  public Reply on(Line line) throws IOException {
    line.send(HEADER);
    byte[] first = line.receive(4);
    if (new String(first, ISO_8859_1).equals("AMQP")) {
      return Reply.READY;
    }
    ByteBuffer frame = ByteBuffer.allocate(11).put(first).put(line.receive(7));
    boolean starts =
        frame.get(0) == METHOD_FRAME
            && frame.getShort(7) == CONNECTION
            && frame.getShort(9) == START;
    return starts
        ? Reply.READY
        : new Reply.NotYet("what listens at port " + line.port() + " is not RabbitMQ");
  }
}
