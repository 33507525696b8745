package dev.fermata.buildkit.files;

import dev.fermata.buildkit.message.Packet;
import java.io.IOException;

/** A stream in which something else happens on the way. */
class PacketStreamAround implements PacketStream {
  private final ReceivingEngine around;

  PacketStreamAround(ReceivingEngine around) {
    this.around = around;
  }

  ReceivingEngine around() {
    return around;
  }

  @Override
  public void send(Packet packet) throws IOException {
    around.send(packet);
  }

  @Override
  public Packet receive() throws IOException {
    return around.receive();
  }
}
