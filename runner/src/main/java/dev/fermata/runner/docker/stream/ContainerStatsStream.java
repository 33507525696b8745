package dev.fermata.runner.docker.stream;

import dev.fermata.runner.docker.call.Api;
import dev.fermata.runner.docker.call.Query;
import dev.fermata.runner.docker.json.JsonReader;
import dev.fermata.runner.docker.read.StatsReading;
import dev.fermata.runner.docker.transport.Outgoing;
import dev.fermata.runner.docker.transport.Reply;
import dev.fermata.runner.engine.StatsStream;
import dev.fermata.runner.engine.listing.ContainerStats;
import java.io.IOException;
import java.util.Optional;

/** What an engine measures of one container, as it comes. */
public final class ContainerStatsStream implements StatsStream {
  private final Api api;
  private final Reply reply;
  private final JsonReader reader;
  private volatile boolean closed;

  private ContainerStatsStream(Api api, Reply reply) throws IOException {
    this.api = api;
    this.reply = reply;
    this.reader = new JsonReader(reply.getBody());
  }

  public static ContainerStatsStream open(Api api, String container) {
    Query path = Query.of("/containers/{}/stats", container).with("stream", "1");
    try {
      return new ContainerStatsStream(api, api.open(Outgoing.stream("GET", path.toString())));
    } catch (IOException e) {
      throw api.failure(e);
    }
  }

  @Override
  public Optional<ContainerStats> next() {
    try {
      return reader.next().map(StatsReading::of);
    } catch (IOException e) {
      if (closed) {
        return Optional.empty();
      }
      throw api.failure(e);
    }
  }

  @Override
  public void close() {
    closed = true;
    reply.close();
  }
}
