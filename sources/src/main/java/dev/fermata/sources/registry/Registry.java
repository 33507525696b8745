package dev.fermata.sources.registry;

import dev.fermata.model.load.remote.OciReference;
import dev.fermata.sources.cache.UnreachableProject;
import dev.fermata.sources.registry.RegistryAccess.Right;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;

/**
 * A repository of a registry, asked over HTTPS; without encryption only on this machine and where
 * the user says so. What it hands out is what its digest says, or an error.
 */
final class Registry {
  private static final long MOST_MANIFEST = 4L << 20;
  private static final String MANIFESTS =
      String.join(
          ", ",
          MediaTypes.MANIFEST,
          MediaTypes.INDEX,
          MediaTypes.DOCKER_MANIFEST,
          MediaTypes.DOCKER_INDEX);
  private static final String DIGEST = "docker-content-digest";

  private final OciReference reference;
  private final Right right;
  private final Web web;
  private final RegistryAccess access;
  private final boolean insecure;
  private String scheme = "";

  /** {@code insecure} registries are spoken to without encryption. */
  Registry(
      OciReference reference, Right right, Web web, Collection<String> insecure, Logins logins) {
    this.reference = reference;
    this.right = right;
    this.web = web;
    this.access = new RegistryAccess(reference, right, web, logins);
    this.insecure = insecure.contains(reference.registry());
  }

  /** On this machine plain HTTP is usual; a server that wants encryption does not answer it so. */
  private String scheme() {
    if (scheme.isEmpty()) {
      String host = reference.registry().replaceFirst(":\\d+$", "");
      boolean plain = insecure || (WebProxies.isLocal(host) && answersPlainly());
      scheme = plain ? "http" : "https";
    }
    return scheme;
  }

  private boolean answersPlainly() {
    URI address = URI.create("http://" + reference.registry() + "/v2/");
    try {
      int status = web.send(new Web.Request("GET", address, Map.of(), MOST_MANIFEST)).status();
      return status == 200 || status == 401;
    } catch (IOException e) {
      // The same question with encryption tells what is wrong.
      return false;
    }
  }

  /** The digest of what a tag names. */
  String digest(String tag) throws UnreachableProject {
    Web.Reply head = get("HEAD", "manifests/" + tag, MOST_MANIFEST);
    Optional<String> told = head.header(DIGEST).filter(d -> d.matches("sha256:[0-9a-f]{64}"));
    return told.isPresent()
        ? told.get()
        : Digests.of(get("GET", "manifests/" + tag, MOST_MANIFEST).body());
  }

  byte[] manifest(String digest) throws UnreachableProject {
    return verified(get("GET", "manifests/" + digest, MOST_MANIFEST).body(), digest);
  }

  byte[] blob(String digest, long size) throws UnreachableProject {
    return verified(get("GET", "blobs/" + digest, size).body(), digest);
  }

  private byte[] verified(byte[] content, String digest) throws UnreachableProject {
    if (!Digests.of(content).equals(digest)) {
      throw broken(digest);
    }
    return content;
  }

  private UnreachableProject broken(String digest) {
    return new UnreachableProject(
        "`%s` answers with something else than `%s`".formatted(reference.registry(), digest));
  }

  private Web.Reply get(String method, String path, long limit) throws UnreachableProject {
    try {
      Web.Reply reply = send(method, path, limit);
      if (reply.status() != 200) {
        throw refused(reply.status());
      }
      return reply;
    } catch (IOException e) {
      throw unreachable(e);
    }
  }

  private Web.Reply send(String method, String path, long limit)
      throws IOException, UnreachableProject {
    return send(new Web.Request(method, address(path), Map.of("Accept", MANIFESTS), limit));
  }

  /** A request to this repository, as somebody who may make it. */
  Web.Reply send(Web.Request bare) throws IOException, UnreachableProject {
    return allowed(bare, web::send);
  }

  private interface Sending {
    Web.Reply of(Web.Request request) throws IOException;
  }

  private Web.Reply allowed(Web.Request bare, Sending sending)
      throws IOException, UnreachableProject {
    Web.Reply reply = sending.of(access.authorised(bare));
    if (reply.status() != 401 || !access.answer(reply)) {
      return reply;
    }
    return sending.of(access.authorised(bare));
  }

  /** A blob of any size, which is told to be broken when it has come to its end. */
  void passOn(Descriptor blob, OutputStream out) throws IOException, UnreachableProject {
    URI address = address("blobs/" + blob.digest());
    var digest = new DigestStream(out);
    Web.Reply reply =
        allowed(
            new Web.Request("GET", address, Map.of(), MOST_MANIFEST),
            request -> web.passOn(request, digest));
    if (reply.status() != 200) {
      throw refused(reply.status());
    }
    if (!digest.digest().equals(blob.digest())) {
      throw broken(blob.digest());
    }
  }

  URI address(String path) {
    return URI.create("%s://%s/v2/%s/%s".formatted(scheme(), host(), reference.repository(), path));
  }

  private String host() {
    return reference.registry().equals("docker.io") ? "registry-1.docker.io" : reference.registry();
  }

  UnreachableProject unreachable(IOException failure) {
    String verb =
        switch (right) {
          case READ -> "fetch";
          case WRITE -> "publish";
        };
    return new UnreachableProject(
        "cannot %s `%s`: %s".formatted(verb, reference.shown(), words(failure)));
  }

  UnreachableProject refused(int status) {
    return switch (status) {
      case 401, 403 ->
          new UnreachableProject(
              "`%s` does not let you %s `%s`"
                  .formatted(reference.registry(), right.verb(), reference.shown()),
              "log in: `docker login %s`".formatted(reference.registry()));
      case 404 ->
          new UnreachableProject(
              "`%s` has no `%s`".formatted(reference.registry(), reference.shown()));
      default ->
          new UnreachableProject(
              "`%s` answers with status %d for `%s`"
                  .formatted(reference.registry(), status, reference.shown()));
    };
  }

  private static String words(IOException e) {
    return switch (e) {
      case java.net.UnknownHostException unknown -> "no such host `" + e.getMessage() + "`";
      case java.net.ConnectException refused -> "nothing answers there";
      case java.net.SocketTimeoutException slow -> "it has not answered in time";
      default -> String.valueOf(e.getMessage());
    };
  }
}
