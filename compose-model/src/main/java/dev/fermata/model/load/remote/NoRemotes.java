package dev.fermata.model.load.remote;

import java.util.Optional;

/** Fetches nothing. */
final class NoRemotes implements Remotes {

  @Override
  public Answer<String> pin(RemoteReference reference) {
    return refused(reference);
  }

  @Override
  public Answer<String> fetch(RemoteReference reference) {
    return refused(reference);
  }

  @Override
  public String real(String path) {
    return path;
  }

  private static <T> Answer<T> refused(RemoteReference reference) {
    return new Answer.Refused<>(
        "`%s` cannot be fetched here".formatted(reference.shown()),
        Optional.of("fetch it, and name the local copy"));
  }
}
