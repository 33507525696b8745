package dev.fermata.sources.trust;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The authorities that this system trusts, where programs in Go look for them, as the docker client
 * is one: a company adds its own there. Empty where the system has none that Java does not know.
 */
record SystemAuthorities(Map<String, String> environment) {
  private static final String[] NONE = {};

  private static final List<Path> BUNDLES =
      List.of(
          Path.of("/etc/ssl/certs/ca-certificates.crt"),
          Path.of("/etc/pki/tls/certs/ca-bundle.crt"),
          Path.of("/etc/ssl/ca-bundle.pem"),
          Path.of("/etc/pki/tls/cacert.pem"),
          Path.of("/etc/pki/ca-trust/extracted/pem/tls-ca-bundle.pem"),
          Path.of("/etc/ssl/cert.pem"));

  List<X509Certificate> certificates() throws IOException {
    var found = new ArrayList<X509Certificate>();
    for (Path file : files()) {
      found.addAll(Pem.readable(file));
    }
    return found;
  }

  private List<Path> files() throws IOException {
    var files = new ArrayList<Path>();
    variable("SSL_CERT_FILE").map(Path::of).ifPresent(files::add);
    for (String folder : variable("SSL_CERT_DIR").map(it -> it.split(":")).orElse(NONE)) {
      files.addAll(CertificateFolders.files(Path.of(folder), ".crt", ".pem", ".0"));
    }
    return files.isEmpty() ? BUNDLES.stream().filter(Files::isReadable).limit(1).toList() : files;
  }

  private Optional<String> variable(String name) {
    return Optional.ofNullable(environment.get(name)).filter(text -> !text.isEmpty());
  }
}
