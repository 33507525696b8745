package dev.fermata.sources.registry;

import dev.fermata.model.load.remote.OciReference;
import dev.fermata.sources.cache.UnreachableProject;
import dev.fermata.sources.registry.RegistryAccess.Right;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import javax.net.ssl.SSLException;

/** What is said where a registry does not do what it is asked to. */
record RegistryFailures(OciReference reference, Right right) {

  /** Whether somebody has logged in there. */
  enum Known {
    BY_LOGIN,
    NOT_AT_ALL
  }

  /** What may pass by itself; the rest is told at once. */
  BusyRegistry busy(IOException failure) throws UnreachableProject {
    if (BusyRegistry.of(registry(), failure) instanceof BusyRegistry busy) {
      return busy;
    }
    throw unreachable(failure);
  }

  UnreachableProject stillBusy(BusyRegistry busy, int times, Patience patience) {
    String task = "cannot %s `%s`: ".formatted(right.task(), reference.shown());
    String others =
        busy.isTooMany()
            ? ", or `docker login %s`, which may allow more".formatted(registry())
            : "";
    Optional<Duration> asked = busy.asked(patience.clock().instant()).filter(patience::isTooLong);
    if (asked.isPresent()) {
      return new UnreachableProject(
          "%s%s, and goes on in %s"
              .formatted(task, busy.getMessage(), patience.moment(asked.get())),
          "wait until then" + others);
    }
    String often = times == 1 ? "" : ", %d times in a row".formatted(times);
    return new UnreachableProject(task + busy.getMessage() + often, "try again later" + others);
  }

  UnreachableProject unreachable(IOException failure) {
    String task = "cannot %s `%s`: ".formatted(right.task(), reference.shown());
    return failure instanceof SSLException encryption
        ? new EncryptionWords(registry(), right).told(task, encryption)
        : new UnreachableProject(task + words(failure));
  }

  private static String words(IOException e) {
    return switch (e) {
      case java.net.UnknownHostException unknown -> "no such host `" + e.getMessage() + "`";
      case java.net.ConnectException refused -> "nothing answers there";
      case java.net.SocketTimeoutException slow -> "it has not answered in time";
      default -> String.valueOf(e.getMessage());
    };
  }

  UnreachableProject refused(int status, Known known) {
    return switch (status) {
      case 401 -> noLogin(known);
      case 403 ->
          new UnreachableProject(
              "`%s` does not let you %s `%s`"
                  .formatted(registry(), right.verb(), reference.shown()),
              "%s: `docker login %s`"
                  .formatted(
                      known == Known.BY_LOGIN ? "log in as somebody who may" : "log in",
                      registry()));
      case 404 ->
          new UnreachableProject("`%s` has no `%s`".formatted(registry(), reference.shown()));
      default ->
          new UnreachableProject(
              "`%s` answers with status %d for `%s`"
                  .formatted(registry(), status, reference.shown()));
    };
  }

  private UnreachableProject noLogin(Known known) {
    return switch (known) {
      case BY_LOGIN ->
          new UnreachableProject(
              "`%s` wants another login to %s `%s` than the one that is kept for it"
                  .formatted(registry(), right.verb(), reference.shown()),
              "log in anew: `docker login %s`".formatted(registry()));
      case NOT_AT_ALL ->
          new UnreachableProject(
              "`%s` wants a login to %s `%s`"
                  .formatted(registry(), right.verb(), reference.shown()),
              "log in: `docker login %s`".formatted(registry()));
    };
  }

  UnreachableProject broken(String digest) {
    return new UnreachableProject(
        "`%s` answers with something else than `%s`".formatted(registry(), digest));
  }

  private String registry() {
    return reference.registry();
  }
}
