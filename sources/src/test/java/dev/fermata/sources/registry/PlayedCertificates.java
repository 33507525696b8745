package dev.fermata.sources.registry;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsParameters;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Objects;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.TrustManagerFactory;

/** A certificate for this machine, of an authority that nobody trusts unasked. */
public final class PlayedCertificates {
  private static final char[] PASSWORD = "played".toCharArray();

  private PlayedCertificates() {}

  /** For who needs no certificate to come in. */
  public static HttpsConfigurator forAll() {
    return new HttpsConfigurator(context());
  }

  /** For who has one of the same authority. */
  public static HttpsConfigurator forKnown() {
    return new HttpsConfigurator(context()) {
      @Override
      public void configure(HttpsParameters parameters) {
        SSLParameters all = context().getDefaultSSLParameters();
        all.setNeedClientAuth(true);
        parameters.setSSLParameters(all);
      }
    };
  }

  /** Puts {@code authority.crt}, {@code user.cert} or {@code user.key} into a folder. */
  public static void give(String name, Path folder) throws IOException {
    Files.createDirectories(folder);
    try (InputStream content = open(name)) {
      Files.copy(content, folder.resolve(name));
    }
  }

  private static InputStream open(String name) {
    return Objects.requireNonNull(PlayedCertificates.class.getResourceAsStream(name), name);
  }

  private static SSLContext context() {
    try (InputStream content = open("registry.p12")) {
      KeyStore store = KeyStore.getInstance("PKCS12");
      store.load(content, PASSWORD);
      var keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
      keys.init(store, PASSWORD);
      KeyStore trusted = KeyStore.getInstance("PKCS12");
      trusted.load(null, PASSWORD);
      String own = store.aliases().nextElement();
      trusted.setCertificateEntry("authority", store.getCertificateChain(own)[1]);
      var authorities = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
      authorities.init(trusted);
      var context = SSLContext.getInstance("TLS");
      context.init(keys.getKeyManagers(), authorities.getTrustManagers(), null);
      return context;
    } catch (GeneralSecurityException | IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
