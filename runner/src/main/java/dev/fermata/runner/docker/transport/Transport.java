package dev.fermata.runner.docker.transport;

import com.github.dockerjava.transport.DockerHttpClient;
import java.io.IOException;

/**
 * What carries calls to one engine: our own, and, as a {@link DockerHttpClient}, those of
 * docker-java. Safe for many threads.
 */
public interface Transport extends DockerHttpClient {

  /** Where the engine is, as {@code DOCKER_HOST} says it. */
  String address();

  /** Whether the engine is reached without a network. */
  boolean isLocal();

  /** Whether a process can be sent input, and told its end: no client of docker-java does that. */
  boolean carriesInput();

  /** A call that has not begun yet. */
  Exchange exchange(Outgoing request);

  /** A call of which nobody but this thread needs to know before its answer has come. */
  default Reply send(Outgoing request) throws IOException {
    return exchange(request).reply();
  }
}
