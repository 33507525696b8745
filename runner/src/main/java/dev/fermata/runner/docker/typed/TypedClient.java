package dev.fermata.runner.docker.typed;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.model.AuthConfig;
import com.github.dockerjava.api.model.AuthConfigurations;
import com.github.dockerjava.core.DockerClientConfig;
import com.github.dockerjava.core.DockerClientImpl;
import com.github.dockerjava.core.RemoteApiVersion;
import com.github.dockerjava.core.SSLConfig;
import dev.fermata.runner.docker.call.Api;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * docker-java's own client on our transport, in the version that was negotiated. It reads by
 * reflection and costs a second to load, so only what is off the hot path goes through it.
 */
public final class TypedClient implements DockerClientConfig {
  /** docker-java asks for a fresh one, with cold caches, at every turn. */
  private final ObjectMapper mapper = new AnswerMapper();

  private final Api api;

  private TypedClient(Api api) {
    this.api = api;
  }

  public static DockerClient on(Api api) {
    return DockerClientImpl.getInstance(new TypedClient(api), api.transport());
  }

  @Override
  public URI getDockerHost() {
    return URI.create(api.transport().address());
  }

  @Override
  public RemoteApiVersion getApiVersion() {
    return RemoteApiVersion.create(api.version().major(), api.version().minor());
  }

  @Override
  public ObjectMapper getObjectMapper() {
    return mapper;
  }

  @Override
  public @Nullable String getRegistryUsername() {
    return null;
  }

  @Override
  public @Nullable String getRegistryPassword() {
    return null;
  }

  @Override
  public @Nullable String getRegistryEmail() {
    return null;
  }

  @Override
  public String getRegistryUrl() {
    return AuthConfig.DEFAULT_SERVER_ADDRESS;
  }

  /** Logins are ours to find: docker-java knows no credential helpers. */
  @Override
  public @Nullable AuthConfig effectiveAuthConfig(String imageName) {
    return null;
  }

  @Override
  public AuthConfigurations getAuthConfigurations() {
    return new AuthConfigurations();
  }

  @Override
  @SuppressWarnings("deprecation")
  public @Nullable SSLConfig getSSLConfig() {
    return null;
  }
}
