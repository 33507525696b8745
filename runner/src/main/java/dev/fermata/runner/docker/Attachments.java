package dev.fermata.runner.docker;

import dev.fermata.model.NetworkAttachment;
import dev.fermata.model.ServiceName;
import dev.fermata.runner.docker.call.Api;
import dev.fermata.runner.docker.call.Query;
import dev.fermata.runner.docker.create.Endpoint;
import dev.fermata.runner.docker.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Who is in which network. */
record Attachments(Api api) {
  private static final Pattern ID = Pattern.compile("[0-9a-f]{64}");

  /** A handle that is a name is an alias too; by an id, the engine knows the name by itself. */
  void connect(String container, ServiceName service, NetworkAttachment attachment) {
    List<String> names = ID.matcher(container).matches() ? List.of() : List.of(container);
    connect(container, endpoint(names, service, attachment), attachment);
  }

  void connect(String container, JsonObject endpoint, NetworkAttachment attachment) {
    var body = new JsonObject().put("Container", container).put("EndpointConfig", endpoint);
    api.post(Query.of("/networks/{}/connect", attachment.network()), body.bytes());
  }

  private JsonObject endpoint(
      List<String> names, ServiceName service, NetworkAttachment attachment) {
    var aliases = new ArrayList<>(names);
    aliases.add(service.text());
    return new Endpoint(api.version(), service).at(attachment, aliases, attachment.macAddress());
  }

  void disconnect(String container, String network) {
    var body = new JsonObject().put("Container", container).put("Force", true);
    api.post(Query.of("/networks/{}/disconnect", network), body.bytes());
  }
}
