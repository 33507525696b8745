package dev.fermata.runner.docker;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.exception.ConflictException;
import com.github.dockerjava.core.DefaultDockerClientConfig;
import com.github.dockerjava.core.DockerClientImpl;
import com.github.dockerjava.httpclient5.ApacheDockerHttpClient;
import dev.fermata.planner.spec.NetworkSpec;
import dev.fermata.runner.docker.location.ClientConfig;
import dev.fermata.runner.docker.location.EngineLocation;
import java.io.IOException;
import java.net.URI;

/** An engine on a client that a Java program may have already: docker-java's own. */
final class ForeignClient {
  private ForeignClient() {}

  static DockerEngine connect() {
    String address = address();
    return DockerEngine.through(client(address), address, System.getenv());
  }

  /** A second network of a name; an engine that keeps names apart makes none. */
  static boolean makeTwin(NetworkSpec network) throws IOException {
    try (DockerClient client = client(address())) {
      client
          .createNetworkCmd()
          .withName(network.name())
          .withLabels(network.labels())
          .withCheckDuplicate(false)
          .exec();
      return true;
    } catch (ConflictException e) {
      return false;
    }
  }

  private static String address() {
    return EngineLocation.find(System.getenv(), ClientConfig.of(System.getenv()))
        .address()
        .toString();
  }

  private static DockerClient client(String address) {
    var http =
        new ApacheDockerHttpClient.Builder()
            .dockerHost(URI.create(address))
            .maxConnections(100)
            .build();
    var config = DefaultDockerClientConfig.createDefaultConfigBuilder().withDockerHost(address);
    return DockerClientImpl.getInstance(config.build(), http);
  }
}
