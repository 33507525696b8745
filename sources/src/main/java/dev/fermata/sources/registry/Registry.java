package dev.fermata.sources.registry;

import dev.fermata.model.load.remote.OciReference;
import dev.fermata.sources.cache.UnreachableProject;
import dev.fermata.sources.registry.RegistryAccess.Right;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
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

  /** What servers that speak TLS say to who does not. */
  private static final int BAD_REQUEST = 400;

  private static final String DIGEST = "docker-content-digest";

  private final OciReference reference;
  private final Web web;
  private final RegistryAccess access;
  private final RegistryFailures failures;
  private final Attempts attempts;
  private final boolean insecure;
  private String scheme = "";

  Registry(OciReference reference, Right right, Registries all) {
    this.reference = reference;
    this.web = all.web(reference);
    this.failures = new RegistryFailures(reference, right);
    this.attempts = new Attempts(failures, all.patience());
    this.access = new RegistryAccess(reference, right, web, all.logins());
    this.insecure = all.isInsecure(reference);
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
      return status != BAD_REQUEST;
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
      throw failures.broken(digest);
    }
    return content;
  }

  private Web.Reply get(String method, String path, long limit) throws UnreachableProject {
    Web.Reply reply =
        attempts.of(
            () -> send(new Web.Request(method, address(path), Map.of("Accept", MANIFESTS), limit)));
    if (reply.status() != 200) {
      throw refused(reply.status());
    }
    return reply;
  }

  /** What is made again as a whole where the registry is busy. */
  <T> T whole(Attempts.Attempt<T> attempt) throws UnreachableProject {
    return attempts.of(attempt);
  }

  /** A request to this repository, as somebody who may make it. */
  Web.Reply send(Web.Request bare) throws IOException, UnreachableProject {
    return allowed(bare, web::send);
  }

  private interface Sending {
    Web.Reply of(Web.Request request) throws IOException;
  }

  /** A right may have been for a while only. */
  private Web.Reply allowed(Web.Request bare, Sending sending)
      throws IOException, UnreachableProject {
    Web.Reply reply = sending.of(access.authorised(bare));
    if (reply.status() == 401 && access.answer(reply)) {
      reply = sending.of(access.authorised(bare));
    }
    return BusyRegistry.checked(reference.registry(), reply);
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
      throw failures.broken(blob.digest());
    }
  }

  URI address(String path) {
    return URI.create("%s://%s/v2/%s/%s".formatted(scheme(), host(), reference.repository(), path));
  }

  private String host() {
    return reference.registry().equals("docker.io") ? "registry-1.docker.io" : reference.registry();
  }

  UnreachableProject refused(int status) {
    return failures.refused(status, access.known());
  }
}
