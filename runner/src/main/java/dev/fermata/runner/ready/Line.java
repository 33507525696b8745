package dev.fermata.runner.ready;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.time.Duration;

/**
 * An open connection to a port of a container. {@code doubt} is how long it may take until one that
 * leads to nobody is closed: whoever forwards it takes it first, and looks then. Zero where the
 * container itself took it.
 */
record Line(Socket socket, int port, Duration doubt) {

  void send(byte[] bytes) throws IOException {
    socket.getOutputStream().write(bytes);
    socket.getOutputStream().flush();
  }

  /** So many bytes; fails where there are fewer. */
  byte[] receive(int count) throws IOException {
    byte[] bytes = socket.getInputStream().readNBytes(count);
    if (bytes.length < count) {
      throw new EOFException("it ends after " + bytes.length + " bytes");
    }
    return bytes;
  }

  InputStream input() throws IOException {
    return socket.getInputStream();
  }

  Line secured(Socket around) {
    return new Line(around, port, doubt);
  }
}
