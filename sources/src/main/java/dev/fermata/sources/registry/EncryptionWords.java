package dev.fermata.sources.registry;

import dev.fermata.sources.cache.UnreachableProject;
import dev.fermata.sources.registry.RegistryAccess.Right;
import java.security.cert.CertPathBuilderException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.util.Optional;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;

/** Why no encrypted connection comes about, in words that say what to do. */
record EncryptionWords(String registry, Right right) {

  UnreachableProject told(String task, SSLException failure) {
    String words = String.valueOf(failure.getMessage());
    if (words.contains("bad_certificate") || words.contains("certificate_required")) {
      return new UnreachableProject(
          task + "it wants a certificate of yours",
          "put it into `/etc/docker/certs.d/%s` as `client.cert`, with its key in `client.key`"
              .formatted(registry));
    }
    if (has(failure, CertificateExpiredException.class)) {
      return new UnreachableProject(
          task + "its certificate has expired", "whoever runs the registry can renew it");
    }
    if (has(failure, CertificateNotYetValidException.class)) {
      return new UnreachableProject(
          task + "its certificate is not valid yet", "look at the clock of this machine");
    }
    if (has(failure, CertPathBuilderException.class) || words.contains("PKIX path")) {
      return new UnreachableProject(
          task + "nobody whom this machine trusts has signed its certificate",
          "put the certificate of who has signed it into `/etc/docker/certs.d/%s/ca.crt`"
              .formatted(registry));
    }
    if (words.contains("No subject alternative") || words.contains("No name matching")) {
      return new UnreachableProject(
          task + "its certificate is for another name",
          "use a name that is in its certificate, or let it have one for this name");
    }
    if (words.contains("Unsupported or unrecognized SSL message")) {
      return new UnreachableProject(
          task + "it does not speak TLS",
          "`%s` speaks to it without encryption".formatted(withoutEncryption()));
    }
    return new UnreachableProject(task + words);
  }

  private String withoutEncryption() {
    return switch (right) {
      case READ -> "--insecure-registry " + registry;
      case WRITE -> "--insecure-registry";
    };
  }

  private static boolean has(Throwable failure, Class<?> kind) {
    return Stream.iterate(
            Optional.of(failure), Optional::isPresent, it -> it.map(Throwable::getCause))
        .flatMap(Optional::stream)
        .anyMatch(kind::isInstance);
  }
}
