package dev.fermata.buildkit.files;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** A folder of this machine. Links on the way to it are followed, those in it are not. */
record DiskTree(Path root) implements FileTree {

  private record Found(String path, Path file, Attributes attributes) implements Entry {
    @Override
    public String target() throws IOException {
      return FileNames.slashed(Files.readSymbolicLink(file));
    }

    @Override
    public Content content() {
      Path content = file;
      return () -> FileChannel.open(content);
    }
  }

  static DiskTree at(Path folder) throws IOException {
    Path root = folder.toRealPath();
    if (!Files.isDirectory(root)) {
      throw new NotDirectoryException(folder.toString());
    }
    return new DiskTree(root);
  }

  @Override
  public List<Entry> top() throws IOException {
    return list(root, "");
  }

  @Override
  public List<Entry> in(Entry folder) throws IOException {
    // Every entry of this tree is a `Found`: whoever asks has it from here.
    Path file = folder instanceof Found found ? found.file() : root.resolve(folder.path());
    try {
      return list(file, folder.path() + "/");
    } catch (NoSuchFileException | NotDirectoryException e) {
      // It went away, or became something else, after it was listed.
      return List.of();
    }
  }

  private static List<Entry> list(Path folder, String prefix) throws IOException {
    var names = new ArrayList<Named>();
    try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
      for (Path file : files) {
        names.add(Named.of(file));
      }
    } catch (DirectoryIteratorException e) {
      throw e.getCause();
    }
    names.sort(Named.BY_BYTES);
    var entries = new ArrayList<Entry>(names.size());
    for (Named named : names) {
      Optional<Attributes> attributes = StatReader.read(named.file);
      attributes.ifPresent(known -> entries.add(new Found(prefix + named.name, named.file, known)));
    }
    return entries;
  }

  private static final class Named {
    static final Comparator<Named> BY_BYTES =
        Comparator.comparing(named -> named.bytes, Arrays::compareUnsigned);

    private final String name;
    private final byte[] bytes;
    private final Path file;

    private Named(String name, Path file) {
      this.name = name;
      this.bytes = name.getBytes(UTF_8);
      this.file = file;
    }

    static Named of(Path file) throws IOException {
      return new Named(FileNames.of(file), file);
    }
  }

  @Override
  public Optional<Entry> find(String path) throws IOException {
    if (path.equals("..") || path.startsWith("../")) {
      return Optional.empty();
    }
    try {
      Path file = root.resolve(path);
      return StatReader.read(file).map(attributes -> new Found(path, file, attributes));
    } catch (InvalidPathException e) {
      // No file of this machine can have such a name.
      return Optional.empty();
    }
  }
}
