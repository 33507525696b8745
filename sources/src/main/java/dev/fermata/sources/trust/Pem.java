package dev.fermata.sources.trust;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Certificates and keys in text, as {@code openssl} writes them. */
final class Pem {
  private static final Pattern BLOCK =
      Pattern.compile("-----BEGIN ([A-Z0-9 ]+)-----([A-Za-z0-9+/=\\s]*)-----END \\1-----");
  private static final List<String> KEY_ALGORITHMS = List.of("RSA", "EC", "EdDSA");

  private Pem() {}

  /** All that stand in a file. One that has none is a mistake of who put it there. */
  static List<X509Certificate> certificates(Path file) throws IOException {
    var found = new ArrayList<X509Certificate>();
    for (MatchResult block : blocks(file)) {
      if (block.group(1).endsWith("CERTIFICATE")) {
        found.add(certificate(file, block));
      }
    }
    if (found.isEmpty()) {
      throw new IOException("`%s` has no certificate in it".formatted(file));
    }
    return found;
  }

  /** Those that Java can read: by the others it could prove nothing. */
  static List<X509Certificate> readable(Path file) throws IOException {
    var found = new ArrayList<X509Certificate>();
    for (MatchResult block : blocks(file)) {
      if (block.group(1).endsWith("CERTIFICATE")) {
        parsed(content(file, block)).ifPresent(found::add);
      }
    }
    return found;
  }

  private static X509Certificate certificate(Path file, MatchResult block) throws IOException {
    return parsed(content(file, block))
        .orElseThrow(
            () -> new IOException("`%s` has a certificate that cannot be read".formatted(file)));
  }

  private static Optional<X509Certificate> parsed(byte[] content) {
    try {
      var factory = CertificateFactory.getInstance("X.509");
      var input = new ByteArrayInputStream(content);
      return Optional.of((X509Certificate) factory.generateCertificate(input));
    } catch (CertificateException e) {
      // A curve or an encoding that Java does not know; who needs it says so.
      return Optional.empty();
    }
  }

  /** The private key of a file. */
  static PrivateKey key(Path file) throws IOException {
    for (MatchResult block : blocks(file)) {
      if (block.group(1).equals("PRIVATE KEY")) {
        return key(file, content(file, block));
      }
      if (block.group(1).equals("RSA PRIVATE KEY")) {
        return key(file, Der.rsaInPkcs8(content(file, block)));
      }
    }
    throw new IOException(
        "`%s` has no private key in PKCS #8; `openssl pkcs8 -topk8 -nodes -in %s` writes it so"
            .formatted(file, file));
  }

  private static PrivateKey key(Path file, byte[] pkcs8) throws IOException {
    var spec = new PKCS8EncodedKeySpec(pkcs8);
    var failures = new ArrayList<Exception>();
    for (String algorithm : KEY_ALGORITHMS) {
      try {
        return KeyFactory.getInstance(algorithm).generatePrivate(spec);
      } catch (GeneralSecurityException e) {
        failures.add(e);
      }
    }
    throw new IOException(
        "`%s` has a private key that cannot be read".formatted(file), failures.getFirst());
  }

  private static List<MatchResult> blocks(Path file) throws IOException {
    try {
      String text = Files.readString(file, StandardCharsets.ISO_8859_1);
      return BLOCK.matcher(text).results().toList();
    } catch (NoSuchFileException e) {
      throw new IOException("there is no `%s`".formatted(file), e);
    }
  }

  private static byte[] content(Path file, MatchResult block) throws IOException {
    try {
      return Base64.getMimeDecoder().decode(block.group(2));
    } catch (IllegalArgumentException e) {
      throw new IOException("`%s` is no Base64".formatted(file), e);
    }
  }
}
