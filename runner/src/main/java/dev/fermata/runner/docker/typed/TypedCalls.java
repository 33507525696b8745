package dev.fermata.runner.docker.typed;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.command.SyncDockerCmd;
import com.github.dockerjava.api.exception.DockerException;
import dev.fermata.runner.docker.call.Api;
import dev.fermata.runner.docker.call.CallSubject;
import dev.fermata.runner.docker.call.Refusals;
import dev.fermata.runner.docker.json.Json;
import dev.fermata.runner.engine.EngineException;
import dev.fermata.runner.engine.EngineException.Kind;
import java.io.IOException;
import java.util.Optional;
import java.util.function.Function;

/** Typed commands, whose failures are told as those of all other calls. */
final class TypedCalls {
  private final Api api;
  private final DockerClient client;

  TypedCalls(Api api) {
    this.api = api;
    this.client = TypedClient.on(api);
  }

  /** What it answers; a refusal is one of {@code asked}. */
  <T> T answer(CallSubject asked, Function<DockerClient, ? extends SyncDockerCmd<T>> command) {
    try {
      return command.apply(client).exec();
    } catch (DockerException refusal) {
      throw Refusals.of(asked, refusal.getHttpStatus(), reported(refusal));
    } catch (RuntimeException e) {
      throw brokenOff(e);
    }
  }

  /** The same; empty where there is no such thing. */
  <T> Optional<T> maybe(
      CallSubject asked, Function<DockerClient, ? extends SyncDockerCmd<T>> command) {
    try {
      return Optional.of(answer(asked, command));
    } catch (EngineException e) {
      if (e.kind() == Kind.NOT_FOUND || e.kind() == Kind.IMAGE_NOT_FOUND) {
        return Optional.empty();
      }
      throw e;
    }
  }

  /** docker-java puts the status before what the engine answered. */
  private static String reported(DockerException refusal) {
    String text = String.valueOf(refusal.getMessage());
    int body = text.indexOf('{');
    if (body < 0) {
      return text;
    }
    try {
      return Json.parse(text.substring(body)).at("message").maybe().orElse(text);
    } catch (IOException noJson) {
      // Then it is the engine's plain text.
      return text;
    }
  }

  /** docker-java hides what broke a call off in exceptions of no kind. */
  private RuntimeException brokenOff(RuntimeException failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof JsonProcessingException unreadable) {
        return new EngineException(
            Kind.OTHER,
            "docker-java cannot read what the engine answered",
            String.valueOf(unreadable.getOriginalMessage()),
            unreadable);
      }
      if (cause instanceof IOException io) {
        return api.failure(io);
      }
    }
    return failure;
  }
}
