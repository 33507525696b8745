package dev.fermata.buildkit.files;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Path;

/** Names of files as UTF-8, which BuildKit speaks, whatever the locale says. */
final class FileNames {
  private FileNames() {}

  /** The last name of a path. Fails where its bytes are no UTF-8. */
  static String of(Path file) throws IOException {
    String name = file.getFileName().toString();
    if (name.chars().allMatch(letter -> letter < 128 && letter != '?')) {
      return name;
    }
    // Where the locale has no such letters, the text has lost them; the URI has every byte.
    String uri = file.toUri().getRawPath();
    String last = uri.endsWith("/") ? uri.substring(0, uri.length() - 1) : uri;
    return decoded(last.substring(last.lastIndexOf('/') + 1), file);
  }

  private static String decoded(String encoded, Path file) throws IOException {
    var bytes = new ByteArrayOutputStream();
    for (int at = 0; at < encoded.length(); at++) {
      if (encoded.charAt(at) == '%') {
        bytes.write(Integer.parseInt(encoded, at + 1, at + 3, 16));
        at += 2;
      } else {
        bytes.write(encoded.charAt(at));
      }
    }
    try {
      return UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes.toByteArray())).toString();
    } catch (CharacterCodingException e) {
      throw new IOException(
          "the name of `" + file + "` is not UTF-8; rename it, or leave it out by .dockerignore",
          e);
    }
  }

  static String slashed(Path path) {
    return path.toString().replace(File.separatorChar, '/');
  }
}
