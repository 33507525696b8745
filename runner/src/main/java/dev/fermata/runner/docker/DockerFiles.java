package dev.fermata.runner.docker;

import dev.fermata.runner.docker.call.Api;
import dev.fermata.runner.docker.call.Query;
import dev.fermata.runner.docker.read.PathStats;
import dev.fermata.runner.docker.stream.EngineInput;
import dev.fermata.runner.docker.transport.Outgoing;
import dev.fermata.runner.docker.transport.Reply;
import dev.fermata.runner.engine.ContainerFiles;
import dev.fermata.runner.engine.EngineException;
import dev.fermata.runner.engine.EngineException.Kind;
import dev.fermata.runner.engine.file.ContainerArchive;
import dev.fermata.runner.engine.file.Owners;
import dev.fermata.runner.engine.file.PathStat;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/**
 * Files in the containers of a real engine. Not by docker-java's typed commands: these tell nothing
 * of a path, and read a download that is closed early to its end.
 */
record DockerFiles(Api api) implements ContainerFiles {
  private static final String STAT = "X-Docker-Container-Path-Stat";

  @Override
  public Optional<PathStat> stat(String container, String path) {
    try (Reply reply = api.open(Outgoing.call("HEAD", at(container, path).toString()))) {
      return Optional.of(stat(reply));
    } catch (IOException e) {
      throw api.failure(e);
    } catch (EngineException e) {
      if (e.kind() == Kind.NOT_FOUND) {
        return Optional.empty();
      }
      throw e;
    }
  }

  @Override
  public ContainerArchive read(String container, String path) {
    Reply reply = api.open(Outgoing.stream("GET", at(container, path).toString()));
    try {
      return new ContainerArchive(stat(reply), new EngineInput(api, reply));
    } catch (IOException e) {
      reply.close();
      throw api.failure(e);
    }
  }

  private static PathStat stat(Reply reply) throws IOException {
    return PathStats.of(reply.header(STAT).orElse(""));
  }

  private static Query at(String container, String path) {
    return Query.of("/containers/{}/archive", container).with("path", path);
  }

  @Override
  public void write(String container, String folder, Owners owners, Content archive) {
    Query path =
        at(container, folder)
            .with("noOverwriteDirNonDir", "true")
            .with(
                "copyUIDGID",
                owners == Owners.OF_CONTAINER ? Optional.of("true") : Optional.empty());
    var body = new Outgoing.Written(archive::writeTo, "application/x-tar");
    api.call(Outgoing.stream("PUT", path.toString()).withBody(body));
  }

  @Override
  public InputStream export(String container) {
    String path = Query.of("/containers/{}/export", container).toString();
    return new EngineInput(api, api.open(Outgoing.stream("GET", path)));
  }
}
