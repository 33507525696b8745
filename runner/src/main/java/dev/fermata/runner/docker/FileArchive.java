package dev.fermata.runner.docker;

import dev.fermata.planner.spec.ContainerFile;
import dev.fermata.planner.spec.ContainerFile.Content;
import dev.fermata.runner.docker.archive.TarEntry;
import dev.fermata.runner.docker.archive.TarWriter;
import dev.fermata.runner.docker.image.RegistryLogins;
import dev.fermata.runner.engine.EngineException;
import dev.fermata.runner.engine.EngineException.Kind;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

/** Files to write into a container, as the archive that the engine unpacks there. */
record FileArchive(RegistryLogins logins) {

  byte[] of(List<ContainerFile> files) {
    var archive = new ByteArrayOutputStream();
    try {
      var tar = new TarWriter(archive);
      for (ContainerFile file : files) {
        byte[] content = content(file.content());
        String name = file.path().replaceFirst("^/+", "");
        var entry = TarEntry.file(name, file.mode(), content.length, Instant.now());
        tar.file(entry.ownedBy(file.uid(), file.gid()), content);
      }
      tar.finish();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return archive.toByteArray();
  }

  private byte[] content(Content content) {
    return switch (content) {
      case Content.Known known -> known.value().reveal().getBytes(StandardCharsets.UTF_8);
      case Content.OfHost file -> read(file);
      case Content.Logins all -> logins.asConfiguration();
    };
  }

  private static byte[] read(Content.OfHost file) {
    Path path = Path.of(file.path());
    try {
      return Files.readAllBytes(path);
    } catch (IOException e) {
      String why = Files.isDirectory(path) ? "it is a folder" : String.valueOf(e.getMessage());
      throw new EngineException(
          Kind.PATH_MISSING,
          "cannot read the file of %s, to give it an owner or a mode: `%s`"
              .formatted(file.grant(), file.path()),
          why,
          e);
    }
  }
}
