import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/**
 * One jar of many: {@code java MergeJars.java OUT LEGAL JAR...}. A class that is not there (picocli
 * asks for one) is looked for in every jar of a class path, and each jar costs milliseconds to
 * open. The first jar that has an entry wins; service files are joined; what a jar has for this
 * Java version replaces its plain entry; licences and notices go to the folder LEGAL. Entries are
 * stored, not deflated: that reads faster, and the archive around the jar compresses better.
 */
final class MergeJars {
  private static final LocalDateTime TIME = LocalDateTime.of(2026, 1, 1, 0, 0);
  private static final byte[] MANIFEST =
      "Manifest-Version: 1.0\nMain-Class: dev.fermata.cli.Main\n".getBytes(StandardCharsets.UTF_8);

  private final Map<String, byte[]> entries = new TreeMap<>();
  private final Path legal;

  private MergeJars(Path legal) {
    this.legal = legal;
  }

  public static void main(String[] args) throws IOException {
    var merged = new MergeJars(Path.of(args[1]));
    for (String jar : List.of(args).subList(2, args.length)) {
      merged.add(Path.of(jar));
    }
    try (OutputStream out = Files.newOutputStream(Path.of(args[0]))) {
      merged.write(out);
    }
  }

  private void add(Path path) throws IOException {
    try (var jar = new JarFile(path.toFile(), false, ZipFile.OPEN_READ, Runtime.version())) {
      for (JarEntry entry : jar.versionedStream().filter(e -> !e.isDirectory()).toList()) {
        try (InputStream in = jar.getInputStream(entry)) {
          add(path, entry.getName(), in.readAllBytes());
        }
      }
    }
  }

  private void add(Path jar, String name, byte[] content) throws IOException {
    if (isLegal(name)) {
      String library = jar.getFileName().toString().replaceFirst("\\.jar$", "");
      Path file = legal.resolve(library).resolve(name.substring(name.lastIndexOf('/') + 1));
      Files.createDirectories(file.getParent());
      Files.write(file, content);
      return;
    }
    if (name.startsWith("META-INF/services/")) {
      entries.merge(name, content, MergeJars::joined);
      return;
    }
    if (!name.startsWith("META-INF/") && !name.equals("module-info.class")) {
      entries.putIfAbsent(name, content);
    }
  }

  private static boolean isLegal(String name) {
    return name.matches("(META-INF/)?(LICENSE|NOTICE|COPYING|FastDoubleParser-)[^/]*");
  }

  private static byte[] joined(byte[] first, byte[] second) {
    String both =
        new String(first, StandardCharsets.UTF_8)
            + "\n"
            + new String(second, StandardCharsets.UTF_8);
    return both.getBytes(StandardCharsets.UTF_8);
  }

  private void write(OutputStream out) throws IOException {
    try (var zip = new ZipOutputStream(out)) {
      zip.setMethod(ZipOutputStream.STORED);
      write(zip, JarFile.MANIFEST_NAME, MANIFEST);
      for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
        write(zip, entry.getKey(), entry.getValue());
      }
    }
  }

  private static void write(ZipOutputStream zip, String name, byte[] content) throws IOException {
    var crc = new CRC32();
    crc.update(content);
    var entry = new ZipEntry(name);
    entry.setTimeLocal(TIME);
    entry.setSize(content.length);
    entry.setCrc(crc.getValue());
    zip.putNextEntry(entry);
    zip.write(content);
    zip.closeEntry();
  }
}
