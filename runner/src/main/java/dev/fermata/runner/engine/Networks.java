package dev.fermata.runner.engine;

import dev.fermata.model.NetworkAttachment;
import dev.fermata.model.ServiceName;
import dev.fermata.planner.spec.NetworkSpec;
import dev.fermata.runner.engine.listing.NetworkListing;
import java.util.List;

/** The networks of an engine, and who is in them. */
public interface Networks {

  /** As {@link Containers#requireSupported}. */
  void requireSupported(NetworkSpec network);

  /** All of them, by name. */
  List<NetworkListing> list();

  void create(NetworkSpec network);

  /** Idempotent: a network that is not there is removed already. */
  void remove(String idOrName);

  /** The attachment has the engine's name of the network. */
  void connect(String container, ServiceName service, NetworkAttachment attachment);

  void disconnect(String container, String network);
}
