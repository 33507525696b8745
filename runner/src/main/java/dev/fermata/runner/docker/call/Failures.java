package dev.fermata.runner.docker.call;

import dev.fermata.runner.docker.transport.UnreachableException;
import dev.fermata.runner.engine.EngineException;
import dev.fermata.runner.engine.EngineException.Kind;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.nio.channels.ClosedChannelException;
import java.util.Locale;

/** What it means that a call broke off. */
final class Failures {
  private Failures() {}

  static EngineException of(IOException e, String address, String origin) {
    String why = String.valueOf(e.getMessage());
    return switch (e) {
      case UnreachableException unreachable -> unreachable(unreachable, address, origin);
      case SocketTimeoutException late ->
          new EngineException(Kind.TIMEOUT, "the engine gave " + why, "", late);
      case ClosedChannelException closed ->
          new EngineException(Kind.INTERRUPTED, "the call to the engine was ended", "", closed);
      default -> new EngineException(Kind.UNREACHABLE, "lost the engine at " + address, why, e);
    };
  }

  private static EngineException unreachable(
      UnreachableException e, String address, String origin) {
    String why = String.valueOf(e.getMessage());
    return new EngineException(
        Kind.UNREACHABLE,
        "cannot reach the engine at "
            + address
            + " (from "
            + origin
            + "); "
            + hint(why.toLowerCase(Locale.ROOT), address),
        why,
        e);
  }

  private static String hint(String why, String address) {
    if (why.contains("permission denied")) {
      return "you may not use its socket: is your user in the group `docker`?";
    }
    if (why.contains("no such file") && address.startsWith("unix:")) {
      return "there is no such socket: is the engine running?";
    }
    return "is the engine running?";
  }
}
