package dev.fermata.runner.docker.transport;

import com.github.dockerjava.transport.DockerHttpClient;

/**
 * The HTTP client of a Java user, whatever it is: what it cannot do itself, such as being closed
 * before an answer has begun or keeping a deadline, is done around it.
 */
public final class ClientTransport implements Transport {
  private final DockerHttpClient client;
  private final String address;
  private final Deadlines deadlines = new Deadlines();

  /** {@code address} is where the client's engine is, as far as its owner knows. */
  public ClientTransport(DockerHttpClient client, String address) {
    this.client = client;
    this.address = address;
  }

  @Override
  public String address() {
    return address;
  }

  @Override
  public boolean isLocal() {
    return address.startsWith("unix:") || address.startsWith("npipe:");
  }

  @Override
  public boolean carriesInput() {
    return false;
  }

  @Override
  public Exchange exchange(Outgoing request) {
    return new ClientExchange(request, this, deadlines);
  }

  @Override
  public Response execute(Request request) {
    return client.execute(request);
  }

  /** The client stays open: it is its owner's. */
  @Override
  public void close() {
    deadlines.close();
  }
}
