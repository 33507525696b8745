package dev.fermata.runner.ready;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.nio.ByteBuffer;

/** The request of Kafka's protocol that every broker answers: which requests does it know? */
record KafkaVersions() implements Conversation.Talk {
  private static final short API_VERSIONS = 18;
  private static final int CORRELATION = 0x6665726d;
  private static final short NONE = 0;
  private static final short UNSUPPORTED_VERSION = 35;

  @Override
  public Reply on(Line line) throws IOException {
    byte[] client = "fermata".getBytes(US_ASCII);
    int length = 2 + 2 + 4 + 2 + client.length;
    line.send(
        ByteBuffer.allocate(4 + length)
            .putInt(length)
            .putShort(API_VERSIONS)
            .putShort((short) 0)
            .putInt(CORRELATION)
            .putShort((short) client.length)
            .put(client)
            .array());
    ByteBuffer answer = ByteBuffer.wrap(line.receive(10));
    if (answer.getInt(4) != CORRELATION) {
      return new Reply.NotYet("what listens at port " + line.port() + " is not Kafka");
    }
    short error = answer.getShort(8);
    return error == NONE || error == UNSUPPORTED_VERSION
        ? Reply.READY
        : new Reply.NotYet("the broker answers with error " + error);
  }
}
