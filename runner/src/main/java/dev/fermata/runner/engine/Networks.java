package dev.fermata.runner.engine;

import dev.fermata.model.Network;
import dev.fermata.model.NetworkAttachment;
import dev.fermata.model.Project;
import dev.fermata.model.Service;
import java.util.SortedMap;

/** The networks of an engine, and who is in them. */
public interface Networks {

  void create(Network network, SortedMap<String, String> labels);

  /** Idempotent: a network that is not there is removed already. */
  void remove(String idOrName);

  void connect(String container, Project project, Service service, NetworkAttachment attachment);

  void disconnect(String container, String network);
}
