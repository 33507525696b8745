package dev.fermata.sources.registry;

import dev.fermata.model.load.remote.OciReference;
import dev.fermata.sources.cache.Cache;
import dev.fermata.sources.cache.UnreachableProject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Projects published in registries: one folder per manifest. */
public final class Artifacts {
  private static final String COMPOSE_FILE = "compose.yaml";
  private static final byte[] BETWEEN = "\n---\n".getBytes(StandardCharsets.UTF_8);

  private final Registries registries;
  private final Cache cache;

  /** {@code insecure} registries are spoken to without encryption. */
  public Artifacts(
      Map<String, String> environment,
      List<String> insecure,
      Logins logins,
      Patience patience,
      Cache cache) {
    this.registries = new Registries(environment, insecure, logins, patience);
    this.cache = cache;
  }

  /** The digest that a tag stands for right now. */
  public String digest(OciReference reference) throws UnreachableProject {
    return registry(reference).digest(reference.tag().orElse("latest"));
  }

  /** The folder with the files of a published project. */
  public Path fetch(OciReference pinned) throws UnreachableProject {
    String digest = pinned.digest().orElseThrow();
    return cache.entry(
        "oci", Digests.hex(digest), (workplace, folder) -> fill(pinned, digest, folder));
  }

  private void fill(OciReference pinned, String digest, Path folder)
      throws IOException, UnreachableProject {
    Registry registry = registry(pinned);
    byte[] named = registry.manifest(digest);
    Optional<String> behind = Manifest.inIndex(named, pinned.shown());
    byte[] text = behind.isPresent() ? registry.manifest(behind.get()) : named;
    Manifest manifest = Manifest.parse(text, pinned.shown());
    Map<String, byte[]> files = new TreeMap<>();
    for (Manifest.Layer layer : manifest.layers()) {
      byte[] content = registry.blob(layer.digest(), layer.size());
      if (layer.file().isPresent()) {
        files.put(layer.file().get(), content);
      } else {
        files.merge(COMPOSE_FILE, content, Artifacts::appended);
      }
    }
    for (var file : files.entrySet()) {
      Files.write(folder.resolve(file.getKey()), file.getValue());
    }
  }

  /** Files that override each other are documents of one file. */
  private static byte[] appended(byte[] first, byte[] second) {
    var both = new ByteArrayOutputStream();
    both.writeBytes(first);
    both.writeBytes(BETWEEN);
    both.writeBytes(second);
    return both.toByteArray();
  }

  private Registry registry(OciReference reference) {
    return registries.of(reference, RegistryAccess.Right.READ);
  }
}
