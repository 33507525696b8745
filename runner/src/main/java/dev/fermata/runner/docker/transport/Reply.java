package dev.fermata.runner.docker.transport;

import com.github.dockerjava.transport.DockerHttpClient;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Optional;

/** An answer whose head has come; whoever takes it closes it. */
public interface Reply extends DockerHttpClient.Response {

  /** A header, its name in any case of letters. */
  Optional<String> header(String name);

  /** Sends bytes, where the connection has become a stream in both directions. */
  void write(ByteBuffer bytes) throws IOException;

  /** Tells the other side that nothing more will be sent; its bytes can still be read. */
  void endInput() throws IOException;
}
