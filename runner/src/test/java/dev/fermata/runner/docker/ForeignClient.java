package dev.fermata.runner.docker;

import com.github.dockerjava.core.DefaultDockerClientConfig;
import com.github.dockerjava.core.DockerClientImpl;
import com.github.dockerjava.httpclient5.ApacheDockerHttpClient;
import dev.fermata.runner.docker.location.ClientConfig;
import dev.fermata.runner.docker.location.EngineLocation;
import java.net.URI;

/** An engine on a client that a Java program may have already: docker-java's own. */
final class ForeignClient {
  private ForeignClient() {}

  static DockerEngine connect() {
    String address =
        EngineLocation.find(System.getenv(), ClientConfig.of(System.getenv())).address().toString();
    var http =
        new ApacheDockerHttpClient.Builder()
            .dockerHost(URI.create(address))
            .maxConnections(100)
            .build();
    var config = DefaultDockerClientConfig.createDefaultConfigBuilder().withDockerHost(address);
    return DockerEngine.through(
        DockerClientImpl.getInstance(config.build(), http), address, System.getenv());
  }
}
