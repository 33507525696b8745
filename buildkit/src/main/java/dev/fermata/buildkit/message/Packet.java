package dev.fermata.buildkit.message;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;

/** A message of a transfer of files. An entry's id is its place in the list, from 0. */
public sealed interface Packet extends Message {

  /** From the sender: the next entry of the list. */
  record Entry(Stat stat) implements Packet {
    @Override
    public void writeTo(FieldWriter out) {
      out.number(1, STAT).message(2, stat);
    }
  }

  /** From the sender: there are no more entries. */
  record EndOfEntries() implements Packet {
    @Override
    public void writeTo(FieldWriter out) {
      out.number(1, STAT);
    }
  }

  /** From the receiver: it wants the content of an entry. */
  record Request(int id) implements Packet {
    @Override
    public void writeTo(FieldWriter out) {
      out.number(1, REQ).number(3, Integer.toUnsignedLong(id));
    }
  }

  /** From the sender: the next bytes of an entry, 32 KiB at most; none at its end. */
  record Data(int id, ByteBuffer content) implements Packet {
    @Override
    public void writeTo(FieldWriter out) {
      out.number(1, DATA).number(3, Integer.toUnsignedLong(id)).bytes(4, content);
    }
  }

  /** From the receiver: it has all that it wants; and the sender's answer to that. */
  record Finish() implements Packet {
    @Override
    public void writeTo(FieldWriter out) {
      out.number(1, FIN);
    }
  }

  /** From either side: the transfer has failed. */
  record Failure(String reason) implements Packet {
    @Override
    public void writeTo(FieldWriter out) {
      out.number(1, ERR).bytes(4, ByteBuffer.wrap(reason.getBytes(UTF_8)));
    }
  }

  int STAT = 0;
  int REQ = 1;
  int DATA = 2;
  int FIN = 3;
  int ERR = 4;

  static Packet read(Fields in) {
    int type = (int) in.number(1);
    int id = (int) in.number(3);
    return switch (type) {
      case STAT ->
          in.message(2)
              .<Packet>map(stat -> new Entry(Stat.read(stat)))
              .orElseGet(EndOfEntries::new);
      case REQ -> new Request(id);
      case DATA -> new Data(id, ByteBuffer.wrap(in.bytes(4)));
      case FIN -> new Finish();
      case ERR -> new Failure(new String(in.bytes(4), UTF_8));
      default -> throw new MalformedMessageException("a packet is of the unknown type " + type);
    };
  }
}
