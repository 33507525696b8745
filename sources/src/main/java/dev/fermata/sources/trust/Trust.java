package dev.fermata.sources.trust;

import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;

/**
 * Whom connections for a registry may lead to, its services for tokens and its stores among them.
 * Nothing is read before the first connection that is encrypted.
 */
public final class Trust {
  private static final char[] NO_PASSWORD = new char[0];

  private final CertificateFolders folders;
  private final SystemAuthorities system;
  private final NoCertificate nobody = new NoCertificate();
  private final List<SSLSocketFactory> made = new ArrayList<>();

  /** {@code registry} is as references name it: {@code host:5000}. */
  public Trust(Map<String, String> environment, String registry) {
    this.folders = new CertificateFolders(environment, registry);
    this.system = new SystemAuthorities(environment);
  }

  /** A file that cannot be read is named in the failure. */
  public synchronized SSLSocketFactory sockets() throws IOException {
    if (made.isEmpty()) {
      made.add(context().getSocketFactory());
    }
    return made.getFirst();
  }

  private SSLContext context() throws IOException {
    try {
      var authorities = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
      authorities.init(trusted());
      var context = SSLContext.getInstance("TLS");
      context.init(own(), authorities.getTrustManagers(), null);
      return context;
    } catch (GeneralSecurityException e) {
      throw new IOException("no encrypted connection can be made: " + e.getMessage(), e);
    }
  }

  private KeyStore trusted() throws GeneralSecurityException, IOException {
    List<X509Certificate> certificates = new ArrayList<>(system.certificates());
    if (certificates.isEmpty()) {
      certificates.addAll(knownToJava());
    }
    for (Path file : folders.files(".crt")) {
      certificates.addAll(Pem.certificates(file));
    }
    KeyStore store = empty();
    for (int i = 0; i < certificates.size(); i++) {
      store.setCertificateEntry("authority-" + i, certificates.get(i));
    }
    return store;
  }

  private static List<X509Certificate> knownToJava() throws GeneralSecurityException {
    var factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    factory.init((KeyStore) null);
    var known = new ArrayList<X509Certificate>();
    for (var manager : factory.getTrustManagers()) {
      if (manager instanceof X509TrustManager x509) {
        known.addAll(List.of(x509.getAcceptedIssuers()));
      }
    }
    return known;
  }

  /** Who the user is to a registry that wants to know it by a certificate. */
  private KeyManager[] own() throws GeneralSecurityException, IOException {
    List<Path> files = folders.files(".cert");
    if (files.isEmpty()) {
      return new KeyManager[] {nobody};
    }
    KeyStore store = empty();
    for (Path file : files) {
      Certificate[] chain = Pem.certificates(file).toArray(Certificate[]::new);
      Path key = Path.of(file.toString().replaceFirst("cert$", "key"));
      store.setKeyEntry(file.toString(), Pem.key(key), NO_PASSWORD, chain);
    }
    var factory = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    factory.init(store, NO_PASSWORD);
    return factory.getKeyManagers();
  }

  /** Whether a server has asked for a certificate of the user's, who has none. */
  public boolean lacksCertificate() {
    return nobody.isWanted();
  }

  private static KeyStore empty() throws GeneralSecurityException, IOException {
    KeyStore store = KeyStore.getInstance("PKCS12");
    store.load(null, NO_PASSWORD);
    return store;
  }
}
