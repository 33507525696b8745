package dev.fermata.runner.docker.transport;

import com.github.dockerjava.transport.DockerHttpClient;
import java.util.Optional;

/** An answer whose head has come; whoever takes it closes it. */
public interface Reply extends DockerHttpClient.Response {

  /** A header, its name in any case of letters. */
  Optional<String> header(String name);
}
