package dev.fermata.runner.docker;

import dev.fermata.model.NetworkAttachment;
import dev.fermata.model.ServiceName;
import dev.fermata.planner.spec.NetworkSpec;
import dev.fermata.runner.docker.call.Api;
import dev.fermata.runner.docker.call.Query;
import dev.fermata.runner.docker.json.JsonObject;
import dev.fermata.runner.docker.typed.TypedSystem;
import dev.fermata.runner.engine.Networks;
import dev.fermata.runner.engine.listing.NetworkListing;
import java.util.List;

/** The networks of a real engine. */
record DockerNetworks(Api api, Holders holders, Attachments attachments) implements Networks {

  @Override
  public void requireSupported(NetworkSpec network) {
    NetworkCreation.body(network, api.version());
  }

  @Override
  public List<NetworkListing> list() {
    return new TypedSystem(api).networks();
  }

  @Override
  public void create(NetworkSpec network) {
    JsonObject body = NetworkCreation.body(network, api.version());
    holders.naming(
        () -> api.post(Query.of("/networks/create"), body.bytes()),
        refusal -> holders.ofNetwork(refusal, network));
  }

  @Override
  public void remove(String idOrName) {
    holders.naming(
        () -> NotFound.isFine(() -> api.delete(Query.of("/networks/{}", idOrName))),
        refusal -> holders.usersOfNetwork(refusal, idOrName));
  }

  @Override
  public void connect(String container, ServiceName service, NetworkAttachment attachment) {
    attachments.connect(container, service, attachment);
  }

  @Override
  public void disconnect(String container, String network) {
    attachments.disconnect(container, network);
  }
}
