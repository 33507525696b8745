package dev.fermata.cli.text;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Stream;

/** What attributes are for, in a few words. Only the schema and the attribute reference ask. */
final class Meanings {
  private static final String SERVICES = "services.";

  private final Properties byPlace = new Properties();

  private Meanings() {}

  static Meanings read() {
    var meanings = new Meanings();
    try (var file = Meanings.class.getResourceAsStream("meanings.properties");
        var text =
            new InputStreamReader(
                Objects.requireNonNull(file, "a bug: the meanings are missing"),
                StandardCharsets.UTF_8)) {
      meanings.byPlace.load(text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return meanings;
  }

  /** Jobs and hooks have much in common with services, which alone is explained. */
  Optional<String> of(String place) {
    return Stream.of(
            place,
            place.replaceFirst("^jobs\\.", SERVICES),
            place.replaceFirst("^services\\.pre_start\\.", SERVICES))
        .flatMap(key -> Stream.ofNullable(byPlace.getProperty(key)))
        .findFirst();
  }

  Set<String> places() {
    return byPlace.stringPropertyNames();
  }
}
